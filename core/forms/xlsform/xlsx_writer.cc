// The few parts of an .xlsx are written here by hand rather than with libxlsxwriter, whose source
// package weighs 22 MB and whose files go through temporary files, which a browser does not have.
#include "core/forms/xlsform/xlsx_writer.h"

#include <algorithm>
#include <map>

#include "core/archive/zip_writer.h"
#include "core/base/utf8.h"
#include "core/forms/xlsform/message.h"

namespace pingshen::forms::xlsform {
namespace {

constexpr std::string_view kDeclaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kOffice =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006";
constexpr std::string_view kMedia = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

// Style 0 is plain text, 1 the bold header; both are format 49 ("@"): digits stay what they are.
constexpr std::string_view kStyles =
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
    "borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"2\">"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\" applyFont=\"1\"/>"
    "</cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

bool IsHex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

std::string Escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char letter = text[at];
    const auto byte = static_cast<unsigned char>(letter);
    if (letter == '&') {
      out += "&amp;";
    } else if (letter == '<') {
      out += "&lt;";
    } else if (letter == '>') {
      out += "&gt;";
    } else if (letter == '"') {
      out += "&quot;";
    } else if (byte < 0x20 && letter != '\n' && letter != '\t') {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      out += std::string("_x00") + kDigits[byte >> 4] + kDigits[byte & 15] + "_";
    } else if (letter == '_' && at + 6 < text.size() && text[at + 1] == 'x' &&
               text[at + 6] == '_' &&
               std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                           text.begin() + static_cast<std::ptrdiff_t>(at) + 6, IsHex)) {
      out += "_x005F_";  // what looks like such an escape
    } else {
      out += letter;
    }
  }
  return out;
}

class Strings {
 public:
  std::size_t IndexOf(const std::string& text) {
    ++uses_;
    const auto [entry, is_new] = index_.emplace(text, index_.size());
    if (is_new) items_ += "<si><t xml:space=\"preserve\">" + Escaped(text) + "</t></si>";
    return entry->second;
  }
  std::string Part() const {
    return std::string(kDeclaration) + "<sst xmlns=\"" + std::string(kMain) + "\" count=\"" +
           std::to_string(uses_) + "\" uniqueCount=\"" + std::to_string(index_.size()) + "\">" +
           items_ + "</sst>";
  }

 private:
  std::map<std::string, std::size_t> index_;
  std::string items_;
  std::size_t uses_ = 0;
};

std::string SheetPart(const Sheet& sheet, bool first, Strings& strings) {
  std::size_t width = 1;
  for (const SheetRow& row : sheet.rows) width = std::max(width, row.cells.size());
  std::string out = std::string(kDeclaration) + "<worksheet xmlns=\"" + std::string(kMain) + "\">";
  out += "<dimension ref=\"A1:" + ColumnLetters(static_cast<std::uint32_t>(width)) +
         std::to_string(std::max<std::size_t>(1, sheet.rows.size())) + "\"/>";
  out += std::string("<sheetViews><sheetView ") + (first ? "tabSelected=\"1\" " : "") +
         "workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
         "state=\"frozen\"/></sheetView></sheetViews>";
  out += "<cols><col min=\"1\" max=\"" + std::to_string(width) +
         "\" width=\"22\" style=\"0\" customWidth=\"1\"/></cols><sheetData>";
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    const std::string number = std::to_string(r + 1);
    out += "<row r=\"" + number + "\">";
    for (std::size_t c = 0; c < sheet.rows[r].cells.size(); ++c) {
      const std::string& text = sheet.rows[r].cells[c];
      if (text.empty()) continue;
      out += "<c r=\"" + ColumnLetters(static_cast<std::uint32_t>(c + 1)) + number + "\"" +
             (r == 0 ? " s=\"1\"" : "") + " t=\"s\"><v>" + std::to_string(strings.IndexOf(text)) +
             "</v></c>";
    }
    out += "</row>";
  }
  return out + "</sheetData></worksheet>";
}

archive::Entry Part(std::string name, const std::string& text) {
  return {std::move(name), Bytes(text.begin(), text.end())};
}

}  // namespace

Result<Bytes> WriteXlsx(const Workbook& workbook) {
  const std::string xmlns = "xmlns=\"" + std::string(kMain) + "\"";
  Strings strings;
  std::vector<archive::Entry> sheets;
  std::string types;
  std::string relations;
  std::string list;
  const auto relate = [&](std::size_t id, std::string_view type, const std::string& target) {
    relations += "<Relationship Id=\"rId" + std::to_string(id) + "\" Type=\"" +
                 std::string(kOffice) + "/" + std::string(type) + "\" Target=\"" + target + "\"/>";
  };
  const auto type_of = [&](const std::string& part, std::string_view kind) {
    types += "<Override PartName=\"/xl/" + part + "\" ContentType=\"" + std::string(kMedia) +
             std::string(kind) + "+xml\"/>";
  };
  for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    const std::string part = "worksheets/sheet" + number + ".xml";
    sheets.push_back(Part("xl/" + part, SheetPart(workbook.sheets[i], i == 0, strings)));
    type_of(part, "worksheet");
    relate(i + 1, "worksheet", part);
    list += "<sheet name=\"" + Escaped(workbook.sheets[i].name) + "\" sheetId=\"" + number +
            "\" r:id=\"rId" + number + "\"" +
            (workbook.sheets[i].hidden ? " state=\"hidden\"" : "") + "/>";
  }
  relate(workbook.sheets.size() + 1, "styles", "styles.xml");
  relate(workbook.sheets.size() + 2, "sharedStrings", "sharedStrings.xml");
  type_of("workbook.xml", "sheet.main");
  type_of("styles.xml", "styles");
  type_of("sharedStrings.xml", "sharedStrings");

  const std::string declaration(kDeclaration);
  const std::string package(kPackage);
  std::vector<archive::Entry> parts;
  parts.push_back(
      Part("[Content_Types].xml",
           declaration + "<Types xmlns=\"" + package +
               "/content-types\">"
               "<Default Extension=\"rels\" "
               "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
               "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
               types + "</Types>"));
  parts.push_back(
      Part("_rels/.rels", declaration + "<Relationships xmlns=\"" + package +
                              "/relationships\">"
                              "<Relationship Id=\"rId1\" Type=\"" +
                              std::string(kOffice) +
                              "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
  parts.push_back(Part("xl/workbook.xml", declaration + "<workbook " + xmlns + " xmlns:r=\"" +
                                              std::string(kOffice) + "\"><sheets>" + list +
                                              "</sheets></workbook>"));
  parts.push_back(Part("xl/_rels/workbook.xml.rels", declaration + "<Relationships xmlns=\"" +
                                                         package + "/relationships\">" + relations +
                                                         "</Relationships>"));
  parts.push_back(Part("xl/styles.xml", declaration + "<styleSheet " + xmlns + ">" +
                                            std::string(kStyles) + "</styleSheet>"));
  for (archive::Entry& sheet : sheets) parts.push_back(std::move(sheet));
  parts.push_back(Part("xl/sharedStrings.xml", strings.Part()));
  return archive::WriteDeflatedZip(parts);
}

}  // namespace pingshen::forms::xlsform
