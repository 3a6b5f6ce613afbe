// Reads a form file. Everything that can be wrong with it is found here, with line and column.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/forms/plan.h"
#include "core/model/form.h"

namespace pingshen::forms {

// A form that is fit for use: immutable, may be shared, never copied.
struct LoadedForm {
  model::Form form;                  // its sha256 is what Load was given
  std::shared_ptr<const Plan> plan;  // its expressions, compiled

  LoadedForm() = default;
  LoadedForm(const LoadedForm&) = delete;
  LoadedForm& operator=(const LoadedForm&) = delete;

  // nullptr when unknown; found in constant time. Children are found by their own code.
  const model::Item* FindItem(std::string_view code) const { return plan->FindItem(code); }
  const model::Item* RepeatOf(
      std::string_view code) const;  // the repeat that has this item as a child, or nullptr
  bool IsAttribute(std::string_view code) const;  // of the institution
  // Codes of the groups and sections that the item stands in, innermost first, up to the repeat or
  // table around it.
  std::vector<std::string> FramesAround(std::string_view code) const;
};

// The format is described in docs/form_format.md and forms/form.schema.json.
// ERR_FORM_… with "line 12, column 5: …" as context. Unknown members are errors, never ignored.
// `sha256`: of exactly these bytes, hexadecimal, where the caller knows it.
Result<std::shared_ptr<const LoadedForm>> Load(std::string_view json_text, std::string sha256 = {});

}  // namespace pingshen::forms
