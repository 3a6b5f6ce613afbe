#include "core/forms/xlsform/table.h"

#include <algorithm>

#include "core/forms/xlsform/text.h"

namespace pingshen::forms::xlsform {
namespace {

const std::string kEmpty;

}  // namespace

bool TableRow::empty() const {
  return std::all_of(cells.begin(), cells.end(), [](const std::string& c) { return c.empty(); });
}

Table::Table(const Sheet& source, std::string sheet_name, Messages& messages)
    : sheet(std::move(sheet_name)) {
  if (source.rows.empty()) return;
  present = true;
  ReadHeader(source.rows[0].cells, messages);
  std::vector<bool> reported;
  for (std::size_t i = 1; i < source.rows.size(); ++i) {
    const std::vector<std::string>& cells = source.rows[i].cells;
    TableRow row{static_cast<std::uint32_t>(i + 1), std::vector<std::string>(columns.size())};
    std::vector<bool> taken(cells.size(), false);
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (columns[c].number > cells.size()) continue;
      row.cells[c] = std::string(Trimmed(cells[columns[c].number - 1]));
      taken[columns[c].number - 1] = true;
    }
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (c < source.rows[0].cells.size() && !Trimmed(source.rows[0].cells[c]).empty()) continue;
      if (taken[c] || Trimmed(cells[c]).empty()) continue;
      if (reported.size() <= c) reported.resize(c + 1, false);
      if (reported[c]) continue;
      reported[c] = true;
      messages.Error(ErrorCode::ERR_XLSFORM_HEADER_BLANK,
                     {sheet, row.number, static_cast<std::uint32_t>(c + 1), {}}, cells[c]);
    }
    if (!row.empty()) rows.push_back(std::move(row));
  }
}

void Table::ReadHeader(const std::vector<std::string>& header, Messages& messages) {
  const bool double_colon = std::any_of(header.begin(), header.end(), [](const std::string& name) {
    return name.find("::") != std::string::npos;
  });
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string name = Squeezed(header[i]);
    if (name.empty()) continue;
    Column column{HeaderPath(sheet, name, double_colon), name, static_cast<std::uint32_t>(i + 1),
                  false};
    column.known = IsKnownColumn(sheet, column.path[0]);
    const std::string key = Joined(column.path, "::");
    if (const auto twice = by_key_.find(key); twice != by_key_.end()) {
      // Older templates have both; form_id is the one that counts.
      if (key == "id_string") {
        messages.Warning(ErrorCode::ERR_XLSFORM_HEADER_DUPLICATE, {sheet, 1, column.number, name},
                         name);
        if (columns[twice->second].header == "id_string") columns[twice->second] = column;
        continue;
      }
      messages.Error(ErrorCode::ERR_XLSFORM_HEADER_DUPLICATE, {sheet, 1, column.number, name},
                     columns[twice->second].header + ", " + name);
      continue;
    }
    by_key_.emplace(key, columns.size());
    if (column.path.size() > 1) {
      const std::vector<std::string> front(column.path.begin(), column.path.end() - 1);
      by_prefix_[Joined(front, "::")].push_back(columns.size());
    }
    columns.push_back(std::move(column));
  }
}

std::size_t Table::Find(std::string_view key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? npos : found->second;
}

const std::string& Table::Get(const TableRow& row, std::string_view key) const {
  const std::size_t column = Find(key);
  return column == npos ? kEmpty : row.cells[column];
}

std::vector<Translated> Table::Translations(const TableRow& row, std::string_view key) const {
  std::vector<Translated> texts;
  if (const std::size_t plain = Find(key); plain != npos && !row.cells[plain].empty())
    texts.push_back({"", row.cells[plain], plain});
  if (const auto found = by_prefix_.find(key); found != by_prefix_.end()) {
    for (const std::size_t column : found->second)
      if (!row.cells[column].empty())
        texts.push_back({columns[column].path.back(), row.cells[column], column});
  }
  return texts;
}

std::vector<std::string> Table::Languages(std::string_view key) const {
  std::vector<std::string> languages;
  if (Has(key)) languages.emplace_back();
  if (const auto found = by_prefix_.find(key); found != by_prefix_.end())
    for (const std::size_t column : found->second) languages.push_back(columns[column].path.back());
  return languages;
}

Cell Table::Place(const TableRow& row, std::size_t column) const {
  return {sheet, row.number, columns[column].number, columns[column].header};
}

Cell Table::Place(const TableRow& row, std::string_view key) const {
  std::size_t column = Find(key);
  if (column == npos) {
    const auto found = by_prefix_.find(key);
    if (found == by_prefix_.end()) return {sheet, row.number, 0, std::string(key)};
    column = found->second.front();
  }
  return Place(row, column);
}

}  // namespace pingshen::forms::xlsform
