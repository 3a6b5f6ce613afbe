#include "core/forms/xlsform/csv.h"

#include <algorithm>

#include "core/forms/xlsform/text.h"

namespace pingshen::forms::xlsform {

std::vector<std::vector<std::string>> ReadCsv(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::string cell;
  bool quoted = false;
  const auto end_cell = [&] {
    row.emplace_back(Trimmed(cell));
    cell.clear();
  };
  const auto end_row = [&] {
    end_cell();
    if (std::any_of(row.begin(), row.end(), [](const std::string& c) { return !c.empty(); }))
      rows.push_back(std::move(row));
    row.clear();
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char letter = text[at];
    if (quoted) {
      if (letter != '"') {
        cell += letter;
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        cell += '"';
        ++at;
      } else {
        quoted = false;
      }
    } else if (letter == '"' && Trimmed(cell).empty()) {
      quoted = true;
      cell.clear();
    } else if (letter == ',') {
      end_cell();
    } else if (letter == '\n' || letter == '\r') {
      end_row();
    } else {
      cell += letter;
    }
  }
  end_row();
  return rows;
}

}  // namespace pingshen::forms::xlsform
