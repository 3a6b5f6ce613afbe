// The whole result of grading as JSON: what `pingshen grade` prints and a bundle claims. All figures
// are decimal strings; the members are described in docs/grading.md.
#pragma once

#include <string>
#include <string_view>

#include "core/json/json.h"
#include "core/model/form.h"
#include "core/model/grading_result.h"

namespace pingshen::evaluation {

// Compact, the same bytes for the same result on every platform.
// {"schemes":[…],"findings":[…]}
std::string GradingJson(const model::GradingResult& result);
// One scheme: {"scheme":"","kind":"ladder","verdict":"甲等",…}; "id" in front unless it is "".
void WriteSchemeResult(json::Writer& writer, const model::SchemeResult& result,
                       std::string_view id = {});

}  // namespace pingshen::evaluation
