#include "core/forms/xlsform/message.h"

#include <algorithm>

namespace pingshen::forms::xlsform {

std::string ColumnLetters(std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

std::string MessageText(const Message& message, Language language) {
  const bool chinese = language == Language::kChinese;
  const Cell& cell = message.cell;
  std::string place;
  if (!cell.sheet.empty()) place += chinese ? cell.sheet + " 工作表" : "sheet " + cell.sheet;
  if (cell.row > 0) {
    const std::string row = std::to_string(cell.row);
    place += chinese ? "第 " + row + " 行" : ", row " + row;
  }
  if (cell.column > 0) {
    const std::string letters = ColumnLetters(cell.column);
    place += chinese ? " " + letters + " 列" : ", column " + letters;
  }
  if (!cell.header.empty()) place += chinese ? "（" + cell.header + "）" : " (" + cell.header + ")";
  if (!place.empty()) place += chinese ? "：" : ": ";
  return place + Sentence({message.code, message.detail}, language);
}

void Messages::Add(Severity severity, ErrorCode code, Cell cell, std::string detail) {
  std::size_t& count = severity == Severity::kError ? errors_ : others_;
  if (++count > kMost) {
    ++left_out_;
    return;
  }
  list_.push_back({severity, code, std::move(cell), std::move(detail)});
}

}  // namespace pingshen::forms::xlsform
