// An answer in its cell.
#pragma once

#include <string_view>

#include "core/model/value.h"
#include "core/report/pen.h"

namespace pingshen::report {

// The answer itself, in a cell.
void DrawAnswer(Pen& pen, const Entry& entry);
// The value of a field; empty when there is none.
const model::Value& FieldOf(const Entry& entry, std::string_view field);

}  // namespace pingshen::report
