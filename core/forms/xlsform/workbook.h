// A workbook as an XLSForm author means it: sheets of text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pingshen::forms::xlsform {

// Texts are trimmed, no-break spaces are spaces; "" is an empty cell.
struct SheetRow {
  std::vector<std::string> cells;  // from column A; cells to the right may be missing
};

struct Sheet {
  std::string name;
  bool hidden = false;
  std::vector<SheetRow> rows;  // from row 1, none left out; rows at the end may be missing
};

struct Workbook {
  std::vector<Sheet> sheets;  // in the order of the tabs; names may repeat

  // The first sheet of that name without regard to case and outer blanks, or nullptr.
  const Sheet* Find(std::string_view name) const;
};

}  // namespace pingshen::forms::xlsform
