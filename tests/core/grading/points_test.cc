#include "core/grading/points.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "core/json/json.h"
#include "tests/core/grading/schemes.h"

namespace pingshen::grading {
namespace {

using Codes = std::vector<std::string>;

PointsRow Row(std::string item, std::string_view points, std::string_view earned,
              std::string section = "s1") {
  PointsRow row;
  row.item = std::move(item);
  row.section = std::move(section);
  row.points = D(points);
  row.earned = D(earned);
  return row;
}

model::PointsVerdict Grade(const std::vector<PointsRow>& rows, const Codes& vetoes = {},
                           const Codes& missing = {}) {
  const Codes sections = {"s1", "s2"};
  return GradePoints(SichuanScheme(), sections, rows, missing, vetoes);
}

TEST(GradePoints, BoundsOfTheBands) {
  const std::pair<const char*, const char*> cases[] = {
      {"100", "jia"}, {"90", "jia"},    {"89.999999999", "yi"},   {"89.5", "yi"},
      {"70", "yi"},   {"69.9", "fail"}, {"69.999999999", "fail"}, {"0", "fail"}};
  for (const auto& [earned, band] : cases)
    EXPECT_EQ(Grade({Row("a", "100", earned)}).band, band) << earned;
}

TEST(GradePoints, SumsBySection) {
  const auto verdict =
      Grade({Row("a", "60", "50.5"), Row("b", "30", "29.5", "s2"), Row("c", "10", "10")});
  EXPECT_EQ(verdict.earned, D("90"));
  EXPECT_EQ(verdict.attainable, D("100"));
  EXPECT_EQ(verdict.total, D("100"));
  EXPECT_EQ(verdict.band, "jia");
  EXPECT_EQ(verdict.sections, (std::vector<model::SectionScore>{{"s1", D("60.5"), D("70")},
                                                                {"s2", D("29.5"), D("30")}}));
}

TEST(GradePoints, WhatDoesNotApplyLeavesBothSides) {
  PointsRow absent = Row("b", "22", "0", "s2");
  absent.applicable = false;
  // 62.3 of 78 = 79.87…; 54.6 of 78 = 70 exactly.
  EXPECT_EQ(Grade({Row("a", "78", "62.3"), absent}).DisplayScore(), "79.87");
  EXPECT_EQ(Grade({Row("a", "78", "54.6"), absent}).band, "yi");
  EXPECT_EQ(Grade({Row("a", "78", "54.599999999"), absent}).band, "fail");
  EXPECT_EQ(Grade({Row("a", "78", "54.6"), absent}).sections[1],
            (model::SectionScore{"s2", D("0"), D("0")}));
}

TEST(GradePoints, RoundingNeverLiftsAGrade) {
  // 89.996… shows as 90.00 and is still below 90.
  const auto verdict = Grade({Row("a", "30000", "26999")});
  EXPECT_EQ(verdict.DisplayScore(), "90");
  EXPECT_EQ(verdict.band, "yi");
}

TEST(GradePoints, VetoesDominate) {
  for (const char* earned : {"100", "90", "0"})
    EXPECT_EQ(Grade({Row("a", "100", earned)}, {"fraud"}).band, "fail");
  const auto verdict = Grade({Row("a", "100", "100")}, {"area", "fraud"});
  EXPECT_EQ(verdict.vetoes, (Codes{"area", "fraud"}));
  EXPECT_EQ(verdict.DisplayScore(), "100") << "the score itself stays";
  PointsRow absent = Row("a", "100", "0");
  absent.applicable = false;
  EXPECT_EQ(Grade({absent}, {"fraud"}).band, "fail");
}

TEST(GradePoints, MissingAnswersBlockTheVerdict) {
  PointsRow open = Row("b", "10", "0");
  open.answered = false;
  const auto verdict = Grade({Row("a", "90", "90"), open}, {"fraud"}, {"licence_no"});
  EXPECT_EQ(verdict.band, std::nullopt);
  EXPECT_EQ(verdict.missing, (Codes{"b", "licence_no"}));
  EXPECT_EQ(verdict.attainable, D("100"));
  EXPECT_EQ(Grade({Row("a", "100", "100")}, {}, {"x"}).band, std::nullopt);
  open.required = false;
  EXPECT_EQ(Grade({Row("a", "90", "90"), open}).band, "jia")
      << "not required: nothing earned, still attainable";
  open.earned = D("10");
  EXPECT_EQ(Grade({Row("a", "90", "85"), open}).earned, D("85")) << "no points without an answer";
}

TEST(GradePoints, NothingAttainableHasNoBand) {
  PointsRow absent = Row("a", "100", "0");
  absent.applicable = false;
  EXPECT_EQ(Grade({absent}).band, std::nullopt);
  EXPECT_EQ(Grade({}).band, std::nullopt);
  EXPECT_EQ(Grade({}).DisplayScore(), "0");
}

TEST(GradePoints, EarnedStaysWithinTheItem) {
  EXPECT_EQ(Grade({Row("a", "10", "12")}).earned, D("10"));
  EXPECT_EQ(Grade({Row("a", "10", "-2")}).earned, D("0"));
}

TEST(GradePoints, SharedVectorsOfTheSichuanRule) {
  const std::string folder = PINGSHEN_SHARED_DIR;
  std::ifstream file(folder + "/vectors/domain.json", std::ios::binary);
  if (folder.empty() || !file) GTEST_SKIP() << "no shared vectors: vectors/domain.json";
  std::ostringstream text;
  text << file.rdbuf();
  const auto root = json::Parse(text.str());
  ASSERT_TRUE(root.has_value());
  const json::Value* rows = root->Find("sichuan_village");
  ASSERT_NE(rows, nullptr);
  ASSERT_GE(rows->items.size(), 3u);
  const std::pair<std::string_view, std::string_view> labels[] = {
      {"甲级", "jia"}, {"乙级", "yi"}, {"不达标", "fail"}};
  int undefined = 0;
  for (const json::Value& row : rows->items) {
    const std::string& score = row.Find("score")->text;
    const std::string& expected = row.Find("expect")->text;
    const auto label = std::find_if(std::begin(labels), std::end(labels),
                                    [&](const auto& l) { return l.first == expected; });
    if (label != std::end(labels)) {
      EXPECT_EQ(Grade({Row("a", "100", score)}).band, label->second) << score;
      continue;
    }
    // Undefined by the rule's text: the scheme as the text has it must be refused with that very
    // score.
    ++undefined;
    const Status status = CheckScheme(SichuanScheme("89"));
    ASSERT_FALSE(status.has_value());
    EXPECT_EQ(status.error().code, ErrorCode::ERR_GRADING_GAP);
    EXPECT_TRUE(status.error().context.starts_with(score + " ")) << status.error().context;
  }
  EXPECT_EQ(undefined, 1);
}

}  // namespace
}  // namespace pingshen::grading
