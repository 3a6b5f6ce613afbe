#include "core/forms/xlsform/sheet_writer.h"

#include <set>

namespace pingshen::forms::xlsform {

SheetWriter::SheetWriter(std::vector<std::string> columns) : columns_(std::move(columns)) {
  for (std::size_t i = 0; i < columns_.size(); ++i) positions_.emplace(columns_[i], i);
}

std::size_t SheetWriter::AddRow() {
  rows_.emplace_back();
  return rows_.size() - 1;
}

void SheetWriter::Set(std::size_t row, const std::string& column, std::string text) {
  const auto [entry, is_new] = positions_.emplace(column, columns_.size());
  if (is_new) columns_.push_back(column);
  rows_[row][entry->second] = std::move(text);
}

Sheet SheetWriter::Take(std::string name, std::size_t keep) const {
  std::set<std::size_t> used;
  for (std::size_t i = 0; i < keep && i < columns_.size(); ++i) used.insert(i);
  for (const auto& row : rows_)
    for (const auto& [column, text] : row)
      if (!text.empty()) used.insert(column);
  Sheet sheet{std::move(name), false, {}};
  SheetRow header;
  for (const std::size_t column : used) header.cells.push_back(columns_[column]);
  sheet.rows.push_back(std::move(header));
  for (const auto& row : rows_) {
    SheetRow line;
    for (const std::size_t column : used) {
      const auto found = row.find(column);
      line.cells.push_back(found == row.end() ? std::string() : found->second);
    }
    sheet.rows.push_back(std::move(line));
  }
  return sheet;
}

}  // namespace pingshen::forms::xlsform
