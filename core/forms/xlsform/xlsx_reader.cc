#include "core/forms/xlsform/xlsx_reader.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/base/utf8.h"
#include "core/forms/xlsform/text.h"
#include "core/forms/xlsform/xlsx_package.h"
#include "core/forms/xlsform/xlsx_values.h"

namespace pingshen::forms::xlsform {
namespace {

struct Context {  // what cells refer to
  std::vector<std::string> strings;
  std::vector<NumberKind> kinds;  // of each cell format
  bool since_1904 = false;
};

unsigned NumberIn(std::string_view text, unsigned otherwise) {
  unsigned value = otherwise;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  return parsed.ec == std::errc() ? value : otherwise;
}

int HexValue(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  return -1;
}

// "_x000D_" stands for a character that XML cannot hold (ECMA-376 22.4.2.4).
std::string WithoutEscapes(std::string_view text) {
  if (text.find("_x") == std::string_view::npos) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '_' && at + 6 < text.size() && text[at + 1] == 'x' && text[at + 6] == '_') {
      int value = 0;
      for (std::size_t i = at + 2; i < at + 6 && value >= 0; ++i) {
        const int digit = HexValue(text[i]);
        value = digit < 0 ? -1 : value * 16 + digit;
      }
      if (value >= 0 && (value < 0xD800 || value > 0xDFFF)) {
        if (value != 0x0D) AppendUtf8(out, static_cast<char32_t>(value));
        at += 7;
        continue;
      }
    }
    out += text[at++];
  }
  return out;
}

// Plain text, or runs of rich text; phonetic runs (rPh) are not part of it.
std::string StringItem(pugi::xml_node item) {
  std::string text;
  for (pugi::xml_node node = item.first_child(); node; node = node.next_sibling()) {
    if (LocalName(node.name()) == "t") text += node.child_value();
    if (LocalName(node.name()) == "r") text += Child(node, "t").child_value();
  }
  return WithoutEscapes(text);
}

std::vector<std::string> SharedStrings(const XmlPart& part) {
  std::vector<std::string> strings;
  ForEachChild(part.root(), "si",
               [&](pugi::xml_node item) { strings.push_back(StringItem(item)); });
  return strings;
}

std::vector<NumberKind> CellFormats(const XmlPart& part) {
  std::map<unsigned, NumberKind> custom;
  ForEachChild(Child(part.root(), "numFmts"), "numFmt", [&](pugi::xml_node node) {
    custom[NumberIn(Attribute(node, "numFmtId"), 0)] = KindOfFormat(Attribute(node, "formatCode"));
  });
  std::vector<NumberKind> kinds;
  ForEachChild(Child(part.root(), "cellXfs"), "xf", [&](pugi::xml_node node) {
    const unsigned number = NumberIn(Attribute(node, "numFmtId"), 0);
    const auto found = custom.find(number);
    kinds.push_back(found != custom.end() ? found->second : KindOfBuiltIn(number));
  });
  return kinds;
}

// The text as an author means it: trimmed, no-break spaces as spaces.
std::string Cleaned(std::string_view text) {
  std::string out;
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  if (text.find(kNoBreakSpace) == std::string_view::npos) return std::string(Trimmed(text));
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with(kNoBreakSpace)) {
      out += ' ';
      at += kNoBreakSpace.size();
    } else {
      out += text[at++];
    }
  }
  return std::string(Trimmed(out));
}

std::string CellText(pugi::xml_node cell, const Context& context) {
  const std::string_view type = Attribute(cell, "t");
  if (type == "inlineStr") return Cleaned(StringItem(Child(cell, "is")));
  const std::string_view value = Child(cell, "v").child_value();
  if (type == "s") {
    const unsigned index = NumberIn(Trimmed(value), static_cast<unsigned>(context.strings.size()));
    return index < context.strings.size() ? Cleaned(context.strings[index]) : std::string();
  }
  if (type == "b") return Trimmed(value).empty() ? "" : Trimmed(value) == "0" ? "FALSE" : "TRUE";
  if (type == "str") return Cleaned(WithoutEscapes(value));
  if (type == "d") {  // ISO 8601
    std::string text(Trimmed(value));
    if (const std::size_t at = text.find('T'); at != std::string::npos) text[at] = ' ';
    return text;
  }
  if (type == "e") return std::string(Trimmed(value));
  const unsigned format = NumberIn(Attribute(cell, "s"), 0);
  const NumberKind kind =
      format < context.kinds.size() ? context.kinds[format] : NumberKind::kPlain;
  return NumberText(Trimmed(value), kind, context.since_1904);
}

// "AB12" → column 28, row 12; nullopt when malformed.
std::optional<std::pair<std::uint32_t, std::uint32_t>> CellPlace(std::string_view reference) {
  std::uint32_t column = 0;
  std::size_t at = 0;
  for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z' && column < 20000;
       ++at)
    column = column * 26 + static_cast<std::uint32_t>(reference[at] - 'A' + 1);
  const unsigned row = NumberIn(reference.substr(at), 0);
  if (column == 0 || row == 0) return std::nullopt;
  return std::pair{column, row};
}

Status ReadSheet(const XmlPart& part, const Context& context, const XlsxLimits& limits,
                 std::size_t& cells, Sheet& sheet) {
  std::uint32_t row_number = 0;
  const auto too_large = [&](std::uint32_t row) {
    return Fail(ErrorCode::ERR_XLSX_LIMIT, sheet.name + ", " + std::to_string(row));
  };
  const pugi::xml_node data = Child(part.root(), "sheetData");
  for (pugi::xml_node row = data.first_child(); row; row = row.next_sibling()) {
    if (LocalName(row.name()) != "row") continue;
    row_number = NumberIn(Attribute(row, "r"), row_number + 1);
    std::uint32_t column = 0;
    for (pugi::xml_node cell = row.first_child(); cell; cell = cell.next_sibling()) {
      if (LocalName(cell.name()) != "c") continue;
      ++column;
      if (const auto place = CellPlace(Attribute(cell, "r"))) column = place->first;
      std::string text = CellText(cell, context);
      if (text.empty()) continue;
      if (row_number == 0 || row_number > limits.max_rows || column > limits.max_columns ||
          ++cells > limits.max_cells)
        return too_large(row_number);
      if (sheet.rows.size() < row_number) sheet.rows.resize(row_number);
      std::vector<std::string>& line = sheet.rows[row_number - 1].cells;
      if (line.size() < column) line.resize(column);
      line[column - 1] = std::move(text);
    }
  }
  return {};
}

}  // namespace

Result<Workbook> ReadXlsx(ByteView file, const XlsxLimits& limits) {
  PINGSHEN_TRY(const XlsxPackage package, XlsxPackage::Open(file, limits.max_inflated_bytes));
  PINGSHEN_TRY(const auto top, package.RelationsOf(""));
  std::string workbook_part = "xl/workbook.xml";
  for (const auto& [id, relation] : top)
    if (relation.type == "officeDocument") workbook_part = relation.target;
  PINGSHEN_TRY(const XmlPart book, package.Parse(workbook_part));
  PINGSHEN_TRY(const auto relations, package.RelationsOf(workbook_part));

  Context context;
  const std::string_view date_system = Attribute(Child(book.root(), "workbookPr"), "date1904");
  context.since_1904 = date_system == "1" || date_system == "true";
  for (const auto& [id, relation] : relations) {
    if (relation.type == "sharedStrings" && package.Has(relation.target)) {
      PINGSHEN_TRY(const XmlPart part, package.Parse(relation.target));
      context.strings = SharedStrings(part);
    } else if (relation.type == "styles" && package.Has(relation.target)) {
      PINGSHEN_TRY(const XmlPart part, package.Parse(relation.target));
      context.kinds = CellFormats(part);
    }
  }

  Workbook workbook;
  std::size_t cells = 0;
  for (pugi::xml_node node = Child(book.root(), "sheets").first_child(); node;
       node = node.next_sibling()) {
    if (LocalName(node.name()) != "sheet") continue;
    if (workbook.sheets.size() == limits.max_sheets)
      return Fail(ErrorCode::ERR_XLSX_LIMIT, std::to_string(limits.max_sheets));
    Sheet sheet;
    sheet.name = std::string(Attribute(node, "name"));
    const std::string_view state = Attribute(node, "state");
    sheet.hidden = state == "hidden" || state == "veryHidden";
    // The relation's identifier is r:id; a sheet's own number is sheetId.
    const auto found = relations.find(Attribute(node, "id"));
    if (found == relations.end()) return Fail(ErrorCode::ERR_XLSX_PART, sheet.name);
    if (found->second.type == "worksheet") {
      PINGSHEN_TRY(const XmlPart part, package.Parse(found->second.target));
      PINGSHEN_CHECK(ReadSheet(part, context, limits, cells, sheet));
    }
    workbook.sheets.push_back(std::move(sheet));
  }
  return workbook;
}

}  // namespace pingshen::forms::xlsform
