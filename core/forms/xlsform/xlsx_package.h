// The parts of an .xlsx and how they refer to each other (Open Packaging Conventions).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/archive/zip_reader.h"
#include "core/forms/xlsform/xlsx_xml.h"

namespace pingshen::forms::xlsform {

struct Relation {
  std::string type;    // last word of the type's address: "worksheet", "sharedStrings"
  std::string target;  // name of the part in the package
};

class XlsxPackage {
 public:
  // ERR_XLSX_OLD for the older binary format, else as ZipReader::Open.
  static Result<XlsxPackage> Open(ByteView file, std::uint64_t max_inflated_bytes);

  bool Has(std::string_view part) const;
  // ERR_XLSX_PART when it is missing.
  Result<XmlPart> Parse(std::string_view part) const;
  // By identifier; empty when the part has none. "" asks for the package's own relations.
  Result<std::map<std::string, Relation, std::less<>>> RelationsOf(std::string_view part) const;

 private:
  explicit XlsxPackage(archive::ZipReader zip) : zip_(std::move(zip)) {}
  archive::ZipReader zip_;
};

// "worksheets/sheet1.xml" as seen from "xl/workbook.xml" → "xl/worksheets/sheet1.xml"; absolute
// names and ".." are understood.
std::string ResolvePart(std::string_view source_part, std::string_view target);

}  // namespace pingshen::forms::xlsform
