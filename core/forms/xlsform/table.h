// A sheet with its header row understood: columns by their standard names, cells by row.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/forms/xlsform/message.h"
#include "core/forms/xlsform/workbook.h"

namespace pingshen::forms::xlsform {

struct Column {
  // "label::中文 (zh)" → {"label", "中文 (zh)"}; "relevance" → {"bind", "relevant"}.
  std::vector<std::string> path;
  std::string header;        // as the author wrote it
  std::uint32_t number = 0;  // 1 = A
  bool known = false;        // one of the sheet's standard columns
};

struct TableRow {
  std::uint32_t number = 0;        // 2 is the first below the header
  std::vector<std::string> cells;  // by position in Table::columns; "" is empty
  bool empty() const;
};

// A text in one language, as it stands in a column.
struct Translated {
  std::string language;  // as the author named it; "" = without a language
  std::string text;
  std::size_t column = 0;  // position in Table::columns
};

class Table {
 public:
  // Reads the header row and the rows. Reports ERR_XLSFORM_HEADER_… .
  Table(const Sheet& sheet, std::string sheet_name, Messages& messages);
  Table() = default;

  bool present = false;  // the sheet exists and has a header
  std::string sheet;
  std::vector<Column> columns;
  std::vector<TableRow> rows;  // without empty ones

  // Position of the column with that path joined by "::" ("bind::relevant"), or npos.
  std::size_t Find(std::string_view key) const;
  bool Has(std::string_view key) const { return Find(key) != npos; }
  // The cell under that column, "" when column or cell is missing.
  const std::string& Get(const TableRow& row, std::string_view key) const;
  // All non-empty cells under the column and under the column with a language behind it.
  std::vector<Translated> Translations(const TableRow& row, std::string_view key) const;
  // Languages (as named, "" = none) in which that column stands.
  std::vector<std::string> Languages(std::string_view key) const;

  Cell Place(const TableRow& row, std::string_view key) const;
  Cell Place(const TableRow& row, std::size_t column) const;
  Cell Place(const TableRow& row) const { return {sheet, row.number, 0, {}}; }

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

 private:
  void ReadHeader(const std::vector<std::string>& header, Messages& messages);
  std::map<std::string, std::size_t, std::less<>> by_key_;
  std::map<std::string, std::vector<std::size_t>, std::less<>>
      by_prefix_;  // column without its last step
};

// The path of a header. `double_colon`: some header of the sheet has "::", so a single colon
// separates nothing.
std::vector<std::string> HeaderPath(std::string_view sheet, std::string_view header,
                                    bool double_colon);
// Standard columns of a sheet, by the first step of the path.
bool IsKnownColumn(std::string_view sheet, std::string_view first_step);

}  // namespace pingshen::forms::xlsform
