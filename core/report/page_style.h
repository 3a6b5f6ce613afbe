// The one style sheet, and what stands at the edge of each page.
#pragma once

#include <string>

namespace pingshen::report {

// ---- frame of the document
// The rules of the pages: paper, margins, page numbers, and what stands at the edge of each.
std::string PageStyle(const Report& report, const PrintOptions& options);

}  // namespace pingshen::report
