// What is probably not meant so in a form that loads: warnings with line and column. The app and
// `pingshen form check` show the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/forms/loader.h"
#include "core/json/json.h"

namespace pingshen::forms {

struct LintFinding {
  ErrorCode code;      // ERR_LINT_…
  json::Place place;   // in the form file
  std::string detail;  // context of the code's sentence

  Error AsError() const { return {code, detail}; }
};

// In the order of their places. `json_text`: what `form` was loaded from. At most kMaxLintFindings.
inline constexpr std::size_t kMaxLintFindings = 2'000;
std::vector<LintFinding> Lint(const LoadedForm& form, std::string_view json_text);

// The place that a context begins with ("line 12, column 5: …"); 1:1 when there is none.
json::Place PlaceOfContext(std::string_view context);

}  // namespace pingshen::forms
