// What stands below an item in the full width of the page.
#pragma once

#include "core/report/pen.h"

namespace pingshen::report {

// What needs the full width of the page: sub-points, files, pictures, long texts, instances.
bool HasWide(const Pen& pen, const Entry& entry);
void DrawWide(Pen& pen, const Entry& entry);

}  // namespace pingshen::report
