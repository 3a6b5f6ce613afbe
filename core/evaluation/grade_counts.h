// Bare counts graded by a scheme that stands alone: worked cases of a rule, without a form.
#pragma once

#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/forms/scheme_file.h"

namespace pingshen::evaluation {

// A scheme file, proven. ERR_FORM_…, ERR_GRADING_….
Result<forms::SchemeFile> LoadProvenScheme(std::string_view json_text);

// `counts_json`: one case or an array of cases; what a case holds for each kind of scheme stands in
// docs/grading.md. Gives one result as GradingJson writes a scheme, with the case's "id" in front
// where it has one, or an array of them. ERR_JSON, ERR_DECIMAL, ERR_VALUE with what is wrong.
Result<std::string> GradeCountsJson(const forms::SchemeFile& scheme, std::string_view counts_json);

}  // namespace pingshen::evaluation
