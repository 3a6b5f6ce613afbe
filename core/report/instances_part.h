// Tables and repeats inside the row of their item.
#pragma once

#include "core/report/pen.h"

namespace pingshen::report {

// Tables and repeats: a grid where the children fit beside each other, else one block each.
void DrawInstances(Pen& pen, const Entry& entry);

}  // namespace pingshen::report
