// What one item says about another: references.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/forms/draft.h"
#include "core/forms/plan.h"
#include "core/json/json.h"

namespace pingshen::forms {

// Problems are reported in the draft.
void CheckReferences(Draft& draft, const Plan& plan);
void CheckDenominators(Draft& draft, const Plan& plan);

// Where byte `offset` of a decoded JSON string stands in the file. `start`: its opening quotation
// mark.
json::Place PlaceInString(std::string_view file_text, json::Place start, std::size_t offset);

}  // namespace pingshen::forms
