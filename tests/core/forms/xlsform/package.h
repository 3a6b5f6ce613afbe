// .xlsx files put together by hand, for what no program writes or only one does.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/archive/zip_writer.h"

namespace pingshen::forms::xlsform {

using Parts = std::vector<std::pair<std::string, std::string>>;

inline Bytes Packed(const Parts& parts) {
  std::vector<archive::Entry> entries;
  for (const auto& [name, text] : parts) entries.push_back({name, Bytes(text.begin(), text.end())});
  return *archive::WriteDeflatedZip(entries);
}

// One sheet "survey" with these rows (<row>…), and further parts.
inline Parts OneSheet(const std::string& rows, const Parts& more = {},
                      const std::string& book = "") {
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  std::string relations = "<Relationship Id=\"r1\" Type=\"" + office +
                          "/worksheet\" Target=\"worksheets/sheet1.xml\"/>";
  for (const auto& [name, text] : more) {
    if (name == "xl/sharedStrings.xml")
      relations += "<Relationship Id=\"r2\" Type=\"" + office +
                   "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>";
    if (name == "xl/styles.xml")
      relations +=
          "<Relationship Id=\"r3\" Type=\"" + office + "/styles\" Target=\"../xl/./styles.xml\"/>";
  }
  Parts parts = {
      {"_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"" + office +
                          "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml",
       "<workbook>" + book +
           "<sheets><sheet name=\"survey\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>"},
      {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
  parts.insert(parts.end(), more.begin(), more.end());
  return parts;
}

}  // namespace pingshen::forms::xlsform
