// What the several programs write into an .xlsx, and what none of them would.
#include "core/forms/xlsform/xlsx_reader.h"

#include <gtest/gtest.h>

#include "core/forms/xlsform/xlsx_values.h"
#include "core/forms/xlsform/xlsx_writer.h"
#include "tests/core/forms/xlsform/package.h"

namespace pingshen::forms::xlsform {
namespace {

using Row = std::vector<std::string>;

std::vector<Row> RowsOf(const Parts& parts) {
  const auto workbook = ReadXlsx(Packed(parts));
  EXPECT_TRUE(workbook);
  std::vector<Row> rows;
  if (!workbook) return rows;
  for (const SheetRow& row : workbook->sheets.at(0).rows) rows.push_back(row.cells);
  return rows;
}

ErrorCode RefusalOf(const Parts& parts, const XlsxLimits& limits = {}) {
  const auto workbook = ReadXlsx(Packed(parts), limits);
  return workbook ? ErrorCode::ERR_INTERNAL : workbook.error().code;
}

TEST(XlsxReader, SharedStringsWithRunsPhoneticsAndEscapes) {
  const Parts parts = OneSheet(
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
      "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>9</v></c></row>",
      {{"xl/sharedStrings.xml",
        "<sst><si><r><rPr><b/></rPr><t>select_</t></r><r><t xml:space=\"preserve\">one yes "
        "</t></r></si>"
        "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>とうきょう</t></rPh><phoneticPr "
        "fontId=\"1\"/></si>"
        "<si><t>a_x000D_\nb_x005F_x000D_</t></si></sst>"}});
  EXPECT_EQ(RowsOf(parts), (std::vector<Row>{{"select_one yes", "東京", "a\nb_x000D_"}}));
}

TEST(XlsxReader, InlineStringsFormulasBooleansAndErrors) {
  const Parts parts = OneSheet(
      "<row><c t=\"inlineStr\"><is><t>in</t><rPh><t>x</t></rPh></is></c>"
      "<c t=\"str\"><f>CONCATENATE(\"a\",\"b\")</f><v>ab</v></c><c><f>1+1</f><v>2</v></c>"
      "<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#REF!</v></c></row>"
      "<row r=\"4\"><c r=\"C4\" t=\"inlineStr\"><is><t>\xC2\xA0 far "
      "\xE3\x80\x80</t></is></c></row>");
  EXPECT_EQ(
      RowsOf(parts),
      (std::vector<Row>{{"in", "ab", "2", "TRUE", "FALSE", "#REF!"}, {}, {}, {"", "", "far"}}));
}

TEST(XlsxReader, NumbersAndDatesByTheirFormat) {
  const Parts parts = OneSheet(
      "<row r=\"1\"><c s=\"0\"><v>1.0</v></c><c><v>0.1</v></c><c><v>0.30000000000000004</v></c>"
      "<c><v>1E3</v></c><c s=\"1\"><v>45000</v></c><c s=\"2\"><v>45000.520833333336</v></c>"
      "<c s=\"3\"><v>0.5</v></c><c s=\"4\"><v>45000</v></c><c s=\"5\"><v>12345678901</v></c></row>",
      {{"xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" "
        "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
        "<numFmt numFmtId=\"165\" formatCode=\"[$-804]yyyy/m/d\\ hh:mm;@\"/></numFmts>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf "
        "numFmtId=\"20\"/>"
        "<xf numFmtId=\"14\"/><xf numFmtId=\"1\"/></cellXfs></styleSheet>"}});
  EXPECT_EQ(RowsOf(parts),
            (std::vector<Row>{{"1", "0.1", "0.30000000000000004", "1000", "2023-03-15",
                               "2023-03-15 12:30:00", "12:00:00", "2023-03-15", "12345678901"}}));
}

TEST(XlsxReader, TheYear1904AndTheDayThatNeverWas) {
  EXPECT_EQ(NumberText("0", NumberKind::kDate, true), "1904-01-01");
  EXPECT_EQ(NumberText("43538", NumberKind::kDate, true), "2023-03-15");
  EXPECT_EQ(NumberText("1", NumberKind::kDate, false), "1900-01-01");
  EXPECT_EQ(NumberText("59", NumberKind::kDate, false), "1900-02-28");
  EXPECT_EQ(NumberText("61", NumberKind::kDate, false), "1900-03-01");
  EXPECT_EQ(NumberText("-1", NumberKind::kDate, false), "-1");
  EXPECT_EQ(NumberText("1e300", NumberKind::kDateTime, false), "1e+300");
  EXPECT_EQ(NumberText("word", NumberKind::kDate, false), "word");
  const Parts parts = OneSheet(
      "<row><c s=\"0\"><v>43538</v></c></row>",
      {{"xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>"}},
      "<workbookPr date1904=\"1\"/>");
  EXPECT_EQ(RowsOf(parts), (std::vector<Row>{{"2023-03-15"}}));
}

TEST(XlsxReader, FormatsThatAreNoDates) {
  for (const char* code :
       {"General", "0.00", "#,##0", "0%", "@", "0.00E+00", "\"day\" 0", "[Red]0", "¥0.00", "0_d"})
    EXPECT_EQ(KindOfFormat(code), NumberKind::kPlain) << code;
  EXPECT_EQ(KindOfFormat("mmm"), NumberKind::kDate);
  EXPECT_EQ(KindOfFormat("[h]:mm"), NumberKind::kTime);
  EXPECT_EQ(KindOfFormat("yyyy-mm-dd;0"), NumberKind::kDate);
}

TEST(XlsxReader, PrefixesHiddenSheetsAndOtherPartNames) {
  Parts parts = OneSheet("");
  parts[1].second =
      "<x:workbook xmlns:x=\"m\"><x:sheets><x:sheet name=\"Survey \" sheetId=\"7\" r:id=\"r1\" "
      "state=\"hidden\"/>"
      "</x:sheets></x:workbook>";
  parts[3] = {"XL/Worksheets/Sheet1.xml",
              "\xEF\xBB\xBF<?xml version=\"1.0\"?><x:worksheet "
              "xmlns:x=\"m\"><x:sheetData><x:row><x:c t=\"inlineStr\">"
              "<x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell "
              "ref=\"A1:B1\"/>"
              "</x:mergeCells></x:worksheet>"};
  const auto workbook = ReadXlsx(Packed(parts));
  ASSERT_TRUE(workbook);
  EXPECT_TRUE(workbook->sheets[0].hidden);
  EXPECT_EQ(workbook->sheets[0].rows[0].cells, Row{"a"});
  EXPECT_EQ(workbook->Find("survey"), &workbook->sheets[0]);
}

TEST(XlsxReader, EntitiesDoNotExpand) {
  std::string bomb = "<!DOCTYPE x [<!ENTITY a \"" + std::string(1000, 'a') + "\">";
  for (char name = 'b'; name < 'l'; ++name) {
    bomb += std::string("<!ENTITY ") + name + " \"";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(name - 1) + ";";
    bomb += "\">";
  }
  Parts parts = OneSheet("");
  parts[3].second = bomb +
                    "]><worksheet><sheetData><row><c "
                    "t=\"inlineStr\"><is><t>&k;</t></is></c></row></sheetData></worksheet>";
  EXPECT_EQ(RowsOf(parts), (std::vector<Row>{{"&k;"}}));
}

TEST(XlsxReader, RefusesWhatIsNoWorkbook) {
  EXPECT_EQ(ReadXlsx(AsBytes("type,name\n")).error().code, ErrorCode::ERR_ZIP_FORMAT);
  EXPECT_EQ(ReadXlsx(AsBytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old")).error().code,
            ErrorCode::ERR_XLSX_OLD);
  EXPECT_EQ(RefusalOf({{"a.txt", "a"}}), ErrorCode::ERR_XLSX_PART);
  Parts parts = OneSheet("<row></oops>");
  EXPECT_EQ(RefusalOf(parts), ErrorCode::ERR_XLSX_XML);
  parts = OneSheet("");
  parts.pop_back();
  EXPECT_EQ(RefusalOf(parts), ErrorCode::ERR_XLSX_PART);
}

TEST(XlsxReader, LimitsAreSaidAndPlacesCannotLie) {
  EXPECT_EQ(RefusalOf(OneSheet("<row r=\"4000000000\"><c t=\"b\"><v>1</v></c></row>")),
            ErrorCode::ERR_XLSX_LIMIT);
  EXPECT_EQ(RefusalOf(OneSheet("<row r=\"1\"><c r=\"ZZZZ1\" t=\"b\"><v>1</v></c></row>")),
            ErrorCode::ERR_XLSX_LIMIT);
  EXPECT_EQ(RefusalOf(OneSheet("<row r=\"0\"><c t=\"b\"><v>1</v></c></row>")),
            ErrorCode::ERR_XLSX_LIMIT);
  // Formatting down to the last row, and nothing in it.
  EXPECT_EQ(RowsOf(OneSheet("<row r=\"1048576\"><c s=\"1\"/></row>")), std::vector<Row>{});
}

TEST(XlsxReader, AHundredThousandRows) {
  Workbook large{{{"survey", false, {}}}};
  for (int i = 0; i < 100000; ++i)
    large.sheets[0].rows.push_back(
        {{"text", "q" + std::to_string(i), "第 " + std::to_string(i) + " 题"}});
  const Bytes file = *WriteXlsx(large);
  const auto read = ReadXlsx(file);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->sheets[0].rows.size(), 100000u);
  EXPECT_EQ(read->sheets[0].rows[99999].cells, large.sheets[0].rows[99999].cells);
}

TEST(XlsxWriter, TextsComeBack) {
  const Workbook workbook{
      {{"a", false, {{{"001", "=1+1", "<&\">", "a\nb\tc", "_x0041_", "中文 ‘引号’", "1.0"}}}},
       {"b", true, {{{"", "x"}}}}}};
  const auto read = ReadXlsx(*WriteXlsx(workbook));
  ASSERT_TRUE(read);
  ASSERT_EQ(read->sheets.size(), 2u);
  EXPECT_EQ(read->sheets[0].rows[0].cells, workbook.sheets[0].rows[0].cells);
  EXPECT_EQ(read->sheets[1].rows[0].cells, workbook.sheets[1].rows[0].cells);
  EXPECT_TRUE(read->sheets[1].hidden);
}

}  // namespace
}  // namespace pingshen::forms::xlsform
