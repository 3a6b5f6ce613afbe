#include "core/forms/linter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/core/forms/sample_form.h"

namespace pingshen::forms {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

// A form of these items; `more` are further members of the form.
std::string FormOf(std::string_view items, std::string_view more = "") {
  return R"({"format": "pingshen-form/1", "id": "f", "version": "1", "languages": ["zh"],
"title": {"zh": "表"}, "documents": [{"code": "d", "title": {"zh": "文"}}],
"sources": [{"document": "d", "confidence": "one_source"}], )" +
         std::string(more) + R"(
"sections": [{"code": "S", "title": {"zh": "节"}, "items": [
)" + std::string(items) +
         "\n]}]}";
}

// "12:3 ERR_LINT_…: detail".
std::vector<std::string> Findings(const std::string& json) {
  const auto form = Load(json);
  if (!form) return {std::string(CodeName(form.error().code)) + ": " + form.error().context};
  std::vector<std::string> out;
  for (const LintFinding& finding : Lint(**form, json))
    out.push_back(std::to_string(finding.place.line) + ":" + std::to_string(finding.place.column) +
                  " " + std::string(CodeName(finding.code)).substr(9) + " " + finding.detail);
  return out;
}

constexpr std::string_view kSource =
    R"("sources": [{"document": "d", "confidence": "one_source"}])";

std::string ItemJson(std::string_view members) {
  return "{" + std::string(members) + ", \"label\": {\"zh\": \"题\"}, " + std::string(kSource) +
         "}";
}

TEST(Linter, AGoodFormHasNoWarnings) {
  EXPECT_THAT(Findings(FormOf(ItemJson(R"("code": "a", "type": "text")"))), ElementsAre());
}

TEST(Linter, PlacesAreThoseOfTheFile) {
  EXPECT_THAT(Findings(FormOf(R"({"code": "a", "type": "text", "label": {"zh": "题"}})")),
              ElementsAre("5:1 SOURCE \"a\""));
}

TEST(Linter, NeverRelevant) {
  const auto findings = [](std::string_view condition) {
    return Findings(FormOf(
        ItemJson(R"("code": "c", "type": "yes_no")") + "," +
        ItemJson(R"("code": "n", "type": "integer", "minimum": 0, "maximum": 10)") + "," +
        ItemJson(R"("code": "x", "type": "text", "relevant": ")" + std::string(condition) + "\"") +
        "," + ItemJson(R"("code": "y", "type": "text", "relevant": "${x} = 'v'")")));
  };
  for (const std::string_view never :
       {"false()", "1 = 2", "'a' = 'b'", "not(true())", "${c} = 'yes' and ${c} = 'no'",
        "${n} > 5 and ${n} < 3", "${n} > 10", "10 < ${n}", "${n} >= 10 and ${n} != 3 and ${n} < 10",
        "${c} = 'yes' and ${c} != 'yes'", "false() or (${n} > 5 and ${n} < 5)", "0", "''"})
    EXPECT_THAT(findings(never), Contains(::testing::EndsWith(" NEVER_RELEVANT \"x\""))) << never;
  EXPECT_THAT(findings("false()"), Contains(::testing::EndsWith(" NEVER_RELEVANT \"y\"")))
      << "it waits for an answer that nobody can give";
  for (const std::string_view perhaps :
       {"true()", "${c} = 'yes' or ${c} = 'no'", "${n} > 5 and ${n} < 7", "${n} >= 10",
        "not(${n} > 10)", "${c} != 'yes' and ${c} != 'no'", "${n} != 3", "${c}",
        "${c} = 'yes' and ${n} = 1", "count(${c}) > 0 and count(${c}) < 0"})
    EXPECT_THAT(findings(perhaps), ElementsAre()) << perhaps;
}

TEST(Linter, RelevanceOfTheGroupAndOfTheItemTogether) {
  EXPECT_THAT(Findings(FormOf(ItemJson(R"("code": "c", "type": "yes_no")") + R"(,
{"code": "g", "type": "group", "label": {"zh": "组"}, "relevant": "${c} = 'yes'", "children": [
{"code": "x", "type": "text", "label": {"zh": "题"}, "relevant": "${c} = 'no'"}]})")),
              ElementsAre("7:65 NEVER_RELEVANT \"x\""));
}

TEST(Linter, AnswersOfManyInstancesMayDiffer) {
  EXPECT_THAT(Findings(FormOf(R"({"code": "r", "type": "repeat", "label": {"zh": "册"}, )" +
                              std::string(kSource) + R"(, "children": [
{"code": "k", "type": "yes_no", "label": {"zh": "题"}},
{"code": "z", "type": "text", "label": {"zh": "题"}, "relevant": "${k} = 'yes' and ${k} = 'no'"}]},
)" + ItemJson(R"("code": "x", "type": "text", "relevant": "${k} = 'yes' and ${k} = 'no'")"))),
              ElementsAre("7:65 NEVER_RELEVANT \"z\""));
}

TEST(Linter, ConstraintsThatNeverHold) {
  const auto findings = [](std::string_view members) {
    return Findings(FormOf(ItemJson(R"("code": "n", "type": "integer", )" + std::string(members))));
  };
  EXPECT_THAT(findings(R"("constraint": ". > 5 and . < 3", "constraint_message": {"zh": "x"})"),
              ElementsAre("5:48 CONSTRAINT_NEVER \"n\""));
  EXPECT_THAT(findings(R"("maximum": 4, "constraint": ". > 5", "constraint_message": {"zh": "x"})"),
              ElementsAre("5:62 CONSTRAINT_NEVER \"n\""));
  EXPECT_THAT(findings(R"("constraint": ". > 5")"), ElementsAre("5:1 CONSTRAINT_MESSAGE \"n\""));
}

TEST(Linter, ThingsThatNothingUses) {
  EXPECT_THAT(
      Findings(FormOf(
          ItemJson(R"("code": "a", "type": "single_choice", "list": "used", "scored_by": ["g1"])"),
          R"("groups": [{"code": "g1", "label": {"zh": "一"}}, {"code": "g2", "label": {"zh": "二"}}],
"lists": {"used": {"options": [{"code": "x", "label": {"zh": "甲"}}, {"code": "y", "label": {"zh": "乙"}}]},
"spare": {"options": [{"code": "x", "label": {"zh": "甲"}}]}},
"tables": {"t1": {"columns": ["a"], "rows": []}},)")),
      ElementsAre("3:110 GROUP_UNUSED \"g2\"", "5:1 LIST_UNUSED \"spare\"",
                  "6:12 TABLE_UNUSED \"t1\""));
}

TEST(Linter, OptionsThatNeverAppear) {
  EXPECT_THAT(
      Findings(FormOf(ItemJson(R"("code": "a", "type": "single_choice", "choice_filter": "k = '1'",
"options": [{"code": "x", "label": {"zh": "甲"}, "columns": {"k": "1"}},
{"code": "y", "label": {"zh": "乙"}, "columns": {"k": "2"}}, {"code": "z", "label": {"zh": "丙"}}])"))),
      ElementsAre("5:57 OPTION_NEVER \"y, z\""));
}

TEST(Linter, WordsOfOptionsAndTranslations) {
  std::string json = FormOf(ItemJson(R"("code": "a", "type": "single_choice",
"options": [{"code": "x", "label": {"zh": "甲"}}, {"code": "y", "label": {"zh": "甲"}}])"));
  EXPECT_THAT(Findings(json), ElementsAre("6:80 LABEL_TWICE \"甲\" (x, y)"));
  json.replace(json.find(R"(["zh"])"), 6, R"(["zh", "bo"])");
  EXPECT_THAT(Findings(json), Contains("6:36 TRANSLATION \"甲\": bo"));
  EXPECT_THAT(
      Findings(FormOf(ItemJson(
          R"("code": "a", "type": "single_choice", "options": [{"code": "x", "label": {"zh": "甲"}}])"))),
      ElementsAre("5:1 OPTION_ONLY \"a\""));
}

TEST(Linter, ErrorsHaveTheirPlace) {
  EXPECT_EQ(PlaceOfContext("line 12, column 5: what").line, 12u);
  EXPECT_EQ(PlaceOfContext("line 12, column 5: what").column, 5u);
  EXPECT_EQ(PlaceOfContext("what").line, 1u);
}

TEST(Linter, TheSampleFormIsLookedAtWhole) {
  const auto findings = Findings(std::string(kSampleForm));
  EXPECT_THAT(findings, Not(Contains(::testing::HasSubstr("NEVER"))));
  EXPECT_THAT(findings, Contains(::testing::EndsWith("SOURCE \"population\"")));
}

}  // namespace
}  // namespace pingshen::forms
