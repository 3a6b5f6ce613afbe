// What the rules of the linter look at, and where they report what they find.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/forms/linter.h"

namespace pingshen::forms {

// A form, its file, and where its parts stand in the file.
class LintContext {
 public:
  // All must remain live while this is.
  LintContext(const LoadedForm& form, const json::Value& file);

  const model::Form& form() const { return form_.form; }
  const LoadedForm& loaded() const { return form_; }
  const json::Value& file() const { return file_; }
  // Items in the order of the file, children included, with their objects in the file.
  struct Place {
    const model::Item* item;
    const json::Value* object;
  };
  const std::vector<Place>& items() const { return items_; }
  // All texts of expressions in the form, by the member they are in.
  const std::vector<const json::Value*>& expressions() const { return expressions_; }

  void Report(ErrorCode code, json::Place place, std::string detail);
  std::vector<LintFinding> Take() { return std::move(findings_); }

 private:
  void AddObject(const json::Value& object);

  const LoadedForm& form_;
  const json::Value& file_;
  std::vector<Place> items_;
  std::vector<const json::Value*> expressions_;
  std::vector<LintFinding> findings_;
};

}  // namespace pingshen::forms
