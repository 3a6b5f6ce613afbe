// What one item says about another: references, expressions, cycles.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/forms/draft.h"
#include "core/forms/item_index.h"
#include "core/forms/program.h"
#include "core/json/json.h"

namespace pingshen::forms {

// Problems are reported in the draft. `file_text`: what the draft was read from.
Program CompileProgram(Draft& draft, const ItemIndex& items, std::string_view file_text);
void CheckReferences(Draft& draft, const ItemIndex& items);
void CheckDenominators(Draft& draft, const ItemIndex& items);
// An item must not be relevant by its own answer, not even through others.
void CheckCycles(Draft& draft, const ItemIndex& items, const Program& program);

// Where byte `offset` of a decoded JSON string stands in the file. `start`: its opening quotation
// mark.
json::Place PlaceInString(std::string_view file_text, json::Place start, std::size_t offset);

}  // namespace pingshen::forms
