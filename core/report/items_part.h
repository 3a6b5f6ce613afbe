// Sections and their items, row by row.
#pragma once

#include <cstddef>
#include <vector>

#include "core/model/item.h"
#include "core/report/pen.h"

namespace pingshen::report {

// ---- items
void DrawAttributes(Pen& pen);
void DrawSections(Pen& pen);
// Rows of a table with `columns` columns: one for each item, and what needs the full width below.
void DrawRows(Pen& pen, const std::vector<Entry>& entries, std::size_t columns);
// A whole table of items, with its heading.
void DrawItemTable(Pen& pen, const std::vector<Entry>& entries);
// Whether it stands in a printed report at all: texts without words and hidden results do not.
bool IsShown(const model::Item& item);

}  // namespace pingshen::report
