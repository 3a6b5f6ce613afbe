// The rules of the linter. Each looks at the whole form and reports what it finds.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
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

void LintTexts(LintContext& context);       // missing translations, texts said twice
void LintSources(LintContext& context);     // no source, no unit, no message
void LintUnused(LintContext& context);      // lists, tables, groups that nothing uses
void LintConditions(LintContext& context);  // what can never hold

}  // namespace pingshen::forms
