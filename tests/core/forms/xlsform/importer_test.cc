// An author's workbook: what becomes of it, and what is said of mistakes.
#include "core/forms/xlsform/importer.h"

#include <gtest/gtest.h>

#include <algorithm>

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
  ASSERT_TRUE(result.ok());
  // Nothing is wrong; what the linter says stands at the cells that it is about.
  std::vector<std::string> said;
  for (const Message& message : result.messages)
    said.push_back(MessageText(message, Language::kEnglish));
  EXPECT_EQ(said, (std::vector<std::string>{
                      "sheet survey: No source is given: \"clinic\".",
                      "sheet survey, row 2: There is only one option: \"province\".",
                      "sheet survey, row 3: There is only one option: \"city\"."}));
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

std::string FirstError(const ImportResult& result) {
  for (const Message& message : result.messages)
    if (message.severity == Severity::kError) return MessageText(message, Language::kEnglish);
  return {};
}

// One case for each column that the loader may refuse: it is the loader's word at the author's cell.
TEST(Importer, WhatTheLoaderRefusesIsSaidAtTheCell) {
  const auto refusal = [](std::size_t row, std::size_t column, std::string text) {
    Workbook workbook = kClinic;
    auto& cells = workbook.sheets[0].rows[row].cells;
    cells.resize(std::max(cells.size(), column + 1));
    cells[column] = std::move(text);
    const ImportResult result = ImportWorkbook(workbook, "x.xlsx");
    EXPECT_FALSE(result.ok());
    return FirstError(result);
  };
  EXPECT_EQ(
      refusal(4, 4, "nothing(1)"),
      "sheet survey, row 5, column E (relevant): An expression in the form is wrong: there is "
      "no function nothing().");
  EXPECT_EQ(refusal(1, 5, ". = 'mars'"),
            "sheet survey, row 2, column F (constraint): The form refers to a code that does not "
            "exist: \"province\": \"mars\".");
  EXPECT_EQ(refusal(9, 8, "${doctors} + ${total}"),
            "sheet survey, row 10, column I (calculation): A condition, calculation or count "
            "depends on itself in a circle: total → total.");
  EXPECT_TRUE(refusal(2, 7, "wrong(province)").starts_with("sheet survey, row 3, column H"));
  EXPECT_TRUE(refusal(10, 9, "oops()").starts_with("sheet survey, row 11, column J"));
}

TEST(Importer, WhatTheSheetOfTheFormMakesWrongIsSaidThere) {
  Workbook workbook = kClinic;
  workbook.sheets.push_back(
      SheetOf("pingshen", {{"member", "value"}, {"documents", R"([{"code": 1}])"}}));
  const ImportResult result = ImportWorkbook(workbook, "x.xlsx");
  EXPECT_FALSE(result.ok());
  EXPECT_TRUE(FirstError(result).starts_with("sheet pingshen (documents): ")) << FirstError(result);
}

const json::Value& Item(const json::Value& form, std::size_t index) {
  return form.Find("sections")->items[0].Find("items")->items[index];
}

TEST(Importer, WhatOtherProgramsTakeIsTakenOrLeftOutInSoManyWords) {
  const Workbook workbook = {{
      SheetOf("survey", {{"type", "name", "label::Zulu dialect", "calculation", "default",
                          "trigger", "choice_filter"},
                         {"integer", "a", "A"},
                         {"note", "b", "Twice", "${a} * 2"},
                         {"image", "c", "C", "", "jr://images/c.png"},
                         {"text", "d", "D", "", "", "${a}"},
                         {"begin repeat", "e", "E"},
                         {"end repeat"},
                         {"select_one l", "f", "F", "", "", "", "k = '1'"},
                         {"calculate", "g", "", "/data/a + /data/b_"}}),
      SheetOf("choices", {{"list_name", "name", "label::Zulu dialect", "k", "e f"},
                          {"l", "x", "X", "1", "lost"},
                          {"l", "y", "Y", "1"}}),
  }};
  Workbook right = workbook;
  right.sheets[0].rows[8].cells[3] = "/data/a + 1";
  const ImportResult result = ImportWorkbook(right, "data.xlsx");
  ASSERT_TRUE(result.ok()) << FirstError(result);
  const json::Value form = *json::Parse(result.form_json);
  EXPECT_EQ(JsonWritten(*form.Find("languages")), R"(["x-zuludial"])");
  EXPECT_EQ(JsonWritten(Item(form, 1)),
            R"({"code":"b","type":"text","label":{"x-zuludial":"Twice"},)"
            R"("calculation":"${a} * 2","read_only":true})");
  EXPECT_EQ(Item(form, 2).Find("default"), nullptr);
  EXPECT_EQ(Item(form, 3).Find("calculation")->text, "''");
  EXPECT_EQ(Item(form, 4).Find("code")->text, "f") << "the repeat is left out";
  EXPECT_EQ(Item(form, 5).Find("calculation")->text, "${a} + 1");
  std::vector<std::string> left_out;
  for (const Message& message : result.messages)
    if (message.severity == Severity::kUnsupported)
      left_out.push_back(MessageText(message, Language::kEnglish));
  EXPECT_EQ(left_out,
            (std::vector<std::string>{
                "sheet choices, row 1, column E (e f): This column is not supported and was not "
                "imported: e f.",
                "sheet survey, row 4, column E (default): This is not supported and was not "
                "imported: jr://images/c.png.",
                "sheet survey, row 6, column A (type): A group or repeat without questions was not "
                "imported: e."}));
  // A path to what is not there stays a path, and the loader says so.
  EXPECT_TRUE(FirstError(ImportWorkbook(workbook, "data.xlsx"))
                  .starts_with("sheet survey, row 9, column D (calculation): "));
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
  EXPECT_EQ(LanguageTag("维吾尔文"), "ug");
  EXPECT_EQ(LanguageTag("FRENCH"), "fr");
  EXPECT_EQ(LanguageTag("русский"), "ru");
  EXPECT_EQ(LanguageName("bo"), "藏文 (bo)");
  EXPECT_EQ(LanguageName("fr"), "Français (fr)");
  EXPECT_EQ(LanguageName("tpi"), "tpi (tpi)");
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
