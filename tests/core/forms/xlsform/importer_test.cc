// An author's workbook: what becomes of it, and what is said of mistakes.
#include "core/forms/xlsform/importer.h"

#include <gtest/gtest.h>

#include "core/forms/xlsform/exporter.h"
#include "core/forms/xlsform/json_tree.h"
#include "core/forms/xlsform/languages.h"
#include "core/forms/xlsform/question_types.h"
#include "tests/core/forms/xlsform/package.h"

namespace pingshen::forms::xlsform {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Sheet SheetOf(std::string name, const Rows& rows) {
  Sheet sheet{std::move(name), false, {}};
  for (const auto& row : rows) sheet.rows.push_back({row});
  return sheet;
}

const Workbook kClinic = {{
    SheetOf("survey", {{"type", "name", "label::中文 (zh)", "label::English (en)", "relevant",
                        "constraint", "constraint_message::中文 (zh)", "choice_filter",
                        "calculation", "default", "required"},
                       {"select_one 省", "province", "省份", "Province"},
                       {"select_one 市", "city", "城市", "City", "", "", "", "province=${province}",
                        "", "", "yes"},
                       {"begin group", "staff", "人员", "Staff", "${city} != ''"},
                       {"integer", "doctors", "医生数", "Doctors", "", ". >= 0", "不能为负"},
                       {"begin repeat", "doctor", "医生", "Doctor"},
                       {"text", "姓名", "姓名", "Name"},
                       {"end repeat"},
                       {"end group"},
                       {"calculate", "total", "", "", "", "", "", "", "${doctors} * 2"},
                       {"range", "score", "得分", "Score"},
                       {"image", "sign", "签名", "Signature"}}),
    SheetOf("choices",
            {{"list_name", "name", "label::中文 (zh)", "label::English (en)", "province"},
             {"省", "bj", "北京", "Beijing"},
             {"市", "hd", "海淀", "Haidian", "bj"}}),
    SheetOf("settings", {{"form_title", "form_id", "version"}, {"诊所检查", "clinic", "2026.1"}}),
}};

TEST(Importer, ACompleteForm) {
  const ImportResult result = ImportWorkbook(kClinic, "x.xlsx");
  for (const Message& message : result.messages)
    ADD_FAILURE() << MessageText(message, Language::kEnglish);
  ASSERT_TRUE(result.ok());
  const json::Value form = *json::Parse(result.form_json);
  EXPECT_EQ(form.Find("id")->text, "clinic");
  EXPECT_EQ(JsonWritten(*form.Find("languages")), R"(["zh","en"])");
  EXPECT_EQ(JsonWritten(*form.Find("title")), R"({"zh":"诊所检查"})");
  EXPECT_EQ(JsonWritten(form.Find("lists")->Find("市")->Find("options")->items[0]),
            R"({"code":"hd","label":{"zh":"海淀","en":"Haidian"},"columns":{"province":"bj"}})");
  const auto& items = form.Find("sections")->items[0].Find("items")->items;
  ASSERT_EQ(items.size(), 6u);
  EXPECT_EQ(
      JsonWritten(items[1]),
      R"({"code":"city","type":"single_choice","label":{"zh":"城市","en":"City"},"required":true,)"
      R"("list":"市","choice_filter":"province=${province}"})");
  EXPECT_EQ(items[2].Find("type")->text, "group");
  EXPECT_EQ(items[2].Find("relevant")->text, "${city} != ''");
  EXPECT_EQ(items[2].Find("children")->items[1].Find("type")->text, "repeat");
  EXPECT_EQ(items[2].Find("children")->items[1].Find("children")->items[0].Find("code")->text,
            "姓名");
  EXPECT_EQ(items[3].Find("calculation")->text, "${doctors} * 2");
  EXPECT_EQ(items[4].Find("maximum")->text, "10");
  EXPECT_EQ(result.summary.questions, 6u);
}

TEST(Importer, MistakesAreSaidWithSheetRowAndColumnInBothLanguages) {
  Workbook workbook = kClinic;
  workbook.sheets[0].rows[4].cells[5] = ". >= ${nobody}";
  workbook.sheets[1].rows[2].cells[1] = "";
  const ImportResult result = ImportWorkbook(workbook, "x.xlsx");
  EXPECT_FALSE(result.ok());
  ASSERT_EQ(result.messages.size(), 2u);
  EXPECT_EQ(result.messages[0].code, ErrorCode::ERR_XLSFORM_NAME_MISSING);
  EXPECT_EQ(MessageText(result.messages[1], Language::kChinese),
            "survey 工作表第 5 行 F 列（constraint）：引用的名称在 survey 表中不存在：nobody。");
  EXPECT_EQ(MessageText(result.messages[1], Language::kEnglish),
            "sheet survey, row 5, column F (constraint): The name referred to is not on the survey "
            "sheet: nobody.");
}

TEST(Importer, FilesBesideTheWorkbookBecomeListsAndTables) {
  const Workbook workbook = {{SheetOf(
      "survey", {{"type", "name", "label", "calculation", "parameters"},
                 {"select_one_from_file towns.csv", "town", "Town", "", "value=id label=title"},
                 {"calculate", "size", "", "pulldata('sizes', 'people', 'town', ${town})"}})}};
  const ImportResult without = ImportWorkbook(workbook, "x.xlsx");
  EXPECT_TRUE(without.ok());
  std::size_t needed = 0;
  for (const Message& message : without.messages)
    needed += message.code == ErrorCode::ERR_XLSFORM_ATTACHMENT ? 1 : 0;
  EXPECT_EQ(needed, 2u);
  const std::string towns =
      "\xEF\xBB\xBFid,title,zone\r\n1,\"A, \"\"B\"\"\",north\r\n2,C,south\r\n";
  const std::string sizes = "town,people\n1,100\n";
  const ImportResult with = ImportWorkbook(workbook, "x.xlsx",
                                           {{"towns.csv", Bytes(towns.begin(), towns.end())},
                                            {"sizes.csv", Bytes(sizes.begin(), sizes.end())}});
  const json::Value form = *json::Parse(with.form_json);
  EXPECT_EQ(JsonWritten(form.Find("lists")->Find("towns")->Find("options")->items[0]),
            R"({"code":"1","label":{"en":"A, \"B\""},"columns":{"zone":"north"}})");
  EXPECT_EQ(JsonWritten(*form.Find("tables")),
            R"({"sizes":{"columns":["town","people"],"rows":[["1","100"]]}})");
}

TEST(Importer, NamesThatStandTwiceGetTheirGroupInFront) {
  const Workbook workbook = {{SheetOf("survey", {{"type", "name", "label"},
                                                 {"begin_group", "a", "A"},
                                                 {"text", "q", "Q"},
                                                 {"end_group"},
                                                 {"begin_group", "b", "B"},
                                                 {"text", "q", "Q"},
                                                 {"end_group"}})}};
  const ImportResult result = ImportWorkbook(workbook, "x.xlsx");
  ASSERT_TRUE(result.ok());
  EXPECT_NE(result.form_json.find(R"("code":"q")"), std::string::npos);
  EXPECT_NE(result.form_json.find(R"("code":"b.q")"), std::string::npos);
}

TEST(Importer, HostileWorkbooksAreRefusedWithASentence) {
  const auto refused = [](const Workbook& workbook) {
    const ImportResult result = ImportWorkbook(workbook, "x.xlsx");
    EXPECT_FALSE(result.ok());
    EXPECT_FALSE(result.messages.empty());
  };
  refused({});
  refused({{SheetOf("survey", {})}});
  refused({{SheetOf("survey", {{"type", "name", "label"}})}});
  refused({{SheetOf("survey", {{"type", "name", "label"}, {"text", "a", "A"}}),
            SheetOf("Survey", {{"type", "name", "label"}, {"text", "b", "B"}})}});
  refused({{SheetOf("survey", {{"type", "name", "label"}, {"text", "a", "A", "stray"}})}});
  Rows deep = {{"type", "name", "label"}};
  for (int i = 0; i < 3000; ++i) deep.push_back({"begin_group", "g" + std::to_string(i), "G"});
  refused({{SheetOf("survey", deep)}});
  EXPECT_EQ(ImportXlsx(AsBytes("PK"), "x.xlsx").messages[0].code, ErrorCode::ERR_ZIP_FORMAT);
}

TEST(Importer, ManyMistakesAreCountedNotListed) {
  Rows rows = {{"type", "name", "label"}};
  for (int i = 0; i < 20000; ++i) rows.push_back({"nonsense", "q" + std::to_string(i), "Q"});
  const ImportResult result = ImportWorkbook({{SheetOf("survey", rows)}}, "x.xlsx");
  EXPECT_EQ(result.messages.size(), Messages::kMost);
  EXPECT_EQ(result.messages_left_out, 20000 - Messages::kMost);
}

TEST(Languages, NamesAndTags) {
  EXPECT_EQ(LanguageTag("中文 (zh)"), "zh");
  EXPECT_EQ(LanguageTag("Chinese (zh-CN)"), "zh");
  EXPECT_EQ(LanguageTag("繁體中文 (zh-Hant)"), "zh-Hant");
  EXPECT_EQ(LanguageTag("English"), "en");
  EXPECT_EQ(LanguageTag("English (en-GB)"), "en");
  EXPECT_EQ(LanguageTag("bo"), "bo");
  bool known = true;
  EXPECT_EQ(LanguageTag("Dialect!", &known), "x-dialect");
  EXPECT_FALSE(known);
}

TEST(QuestionTypes, OtherNames) {
  EXPECT_EQ(FindQuestionType("add date time prompt")->name, "dateTime");
  EXPECT_EQ(FindQuestionType("Date Time")->name, "dateTime");
  EXPECT_EQ(ParseSelect("select all that apply from fruits or specify other")->list, "fruits");
  EXPECT_TRUE(ParseSelect("Select_One Fruits or_other")->or_other);
  EXPECT_TRUE(ParseSelect("select one from file a.csv")->from_file);
  EXPECT_FALSE(ParseSelect("select_one"));
  EXPECT_EQ(ParseFrame("begin looped group")->kind, "repeat");
  EXPECT_EQ(ParseFrame("begin loop over x")->list, "x");
  EXPECT_FALSE(ParseFrame("begin dancing"));
}

}  // namespace
}  // namespace pingshen::forms::xlsform
