// What deductions and bonuses weigh.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "core/grading/item_score.h"
#include "core/grading/points.h"
#include "core/json/json.h"
#include "tests/core/grading/schemes.h"

namespace pingshen::grading {
namespace {

using model::DeductionKind;
using model::Value;

model::Deduction Make(DeductionKind kind, std::string_view points,
                      std::optional<std::string_view> standard = {}, std::string_view step = "1",
                      std::optional<std::string_view> cap = {}) {
  model::Deduction deduction;
  deduction.code = "d";
  deduction.kind = kind;
  deduction.points = D(points);
  if (standard) deduction.standard = D(*standard);
  deduction.step = D(step);
  if (cap) deduction.cap = D(*cap);
  return deduction;
}
std::string Off(const model::Deduction& deduction, std::string_view reached,
                std::optional<std::string_view> due = {}) {
  const auto amount =
      AmountOf(deduction, Value::Of(D(reached)), due ? Value::Of(D(*due)) : Value());
  return amount ? amount->ToString() : "-";
}

TEST(AmountOf, StartedPercentagePoints) {
  const auto deduction = Make(DeductionKind::kPerStartedStep, "0.5", "60");
  EXPECT_EQ(Off(deduction, "58.4"), "1") << "1.6 below: two started points";
  EXPECT_EQ(Off(deduction, "58"), "1");
  EXPECT_EQ(Off(deduction, "57.999999999"), "1.5");
  EXPECT_EQ(Off(deduction, "59.999999999"), "0.5");
  EXPECT_EQ(Off(deduction, "60"), "0");
  EXPECT_EQ(Off(deduction, "75"), "0");
  EXPECT_EQ(Off(deduction, "0"), "30");
}

TEST(AmountOf, SharedVectorsOfTheTcmRule) {
  const std::string folder = PINGSHEN_SHARED_DIR;
  std::ifstream file(folder + "/vectors/domain.json", std::ios::binary);
  if (folder.empty() || !file) GTEST_SKIP() << "no shared vectors: vectors/domain.json";
  std::ostringstream text;
  text << file.rdbuf();
  const auto root = json::Parse(text.str()).value();
  for (const json::Value& row : root.Find("tcm_pp_deduction")->items)
    EXPECT_EQ(D(Off(Make(DeductionKind::kPerStartedStep, row.Find("per_pp")->text,
                         row.Find("standard")->text),
                    row.Find("actual")->text)),
              D(row.Find("deduct")->text));
}

TEST(AmountOf, FullStepsMissingUnitsAndCaps) {
  // 户次完成每降 2% 扣 0.5，最高 10。
  const auto full = Make(DeductionKind::kPerFullStep, "0.5", "100", "2", "10");
  EXPECT_EQ(Off(full, "98.1"), "0") << "not two full points";
  EXPECT_EQ(Off(full, "98"), "0.5");
  EXPECT_EQ(Off(full, "95"), "1");
  EXPECT_EQ(Off(full, "20"), "10") << "the cap";
  // 每少一次扣 1，应报数由评审员填写。
  const auto missing = Make(DeductionKind::kPerMissingUnit, "1");
  EXPECT_EQ(Off(missing, "3", "4"), "1");
  EXPECT_EQ(Off(missing, "5", "4"), "0");
  EXPECT_EQ(Off(missing, "3"), "-") << "what was due is not known";
  // 超出 6 条每条奖 0.2，最高 2。
  auto bonus = Make(DeductionKind::kPerMissingUnit, "0.2", "6", "1", "2");
  bonus.bonus = true;
  EXPECT_EQ(Off(bonus, "6"), "0");
  EXPECT_EQ(Off(bonus, "9"), "0.6");
  EXPECT_EQ(Off(bonus, "99"), "2");
  EXPECT_EQ(Off(Make(DeductionKind::kDiscretionary, "2", {}, "1", "2"), "0.7"), "0.7");
  EXPECT_EQ(Off(Make(DeductionKind::kDiscretionary, "2", {}, "1", "2"), "7"), "2");
}

TEST(ScoreItem, NotOccurredAndNoEvidence) {
  model::Item item;
  item.type = model::ItemType::kDeductions;
  item.points = D("5");
  item.score = model::ScoreByDeductions{};
  item.deductions = {Make(DeductionKind::kEach, "2")};
  const auto scored = [&](const char* code) {
    ItemAnswer answer;
    answer.value = Value::Choice(code);
    const ItemScore score = ScoreItem(item, answer);
    return score.answered ? score.earned.ToString() : "-";
  };
  EXPECT_EQ(scored("not_occurred"), "-") << "only where the item allows it";
  EXPECT_EQ(scored("no_evidence"), "-");
  item.allows_not_occurred = true;
  item.allows_no_evidence = true;
  EXPECT_EQ(scored("not_occurred"), "5");
  EXPECT_EQ(scored("no_evidence"), "0");
}

TEST(GradePoints, BonusesAndMustPass) {
  model::PointsScheme scheme = SichuanScheme();
  scheme.bonus_cap = D("5");
  scheme.must_pass = model::MustPass{{"core"}, D("90"), "yi"};
  const std::vector<std::string> sections = {"s"};
  PointsRow base;
  base.item = "base";
  base.section = "s";
  base.points = D("90");
  base.earned = D("80");
  base.bonus = D("7");
  PointsRow core = base;
  core.item = "core";
  core.points = D("10");
  core.earned = D("9");
  core.bonus = Decimal();
  auto verdict = GradePoints(scheme, sections, std::vector{base, core}, {}, {});
  EXPECT_EQ(verdict.DisplayScore(), "94") << "80 + 9 and no more than 5";
  EXPECT_EQ(verdict.band, "jia");
  core.earned = D("8.9");
  verdict = GradePoints(scheme, sections, std::vector{base, core}, {}, {});
  EXPECT_EQ(verdict.failed, std::vector<std::string>{"core"});
  EXPECT_EQ(verdict.band, "yi");
  const auto result = PointsResult(scheme, std::vector{base, core}, verdict);
  EXPECT_EQ(result.gap->target, "jia");
  EXPECT_EQ(result.gap->must_pass, std::vector<std::string>{"core"});
  EXPECT_EQ(result.gap->points, D("0"));
  EXPECT_EQ(result.gap->items, 1);
}

// The fewest items that can give what is lacking, against trying every subset.
TEST(PointsGap, FewestItemsAgreeWithTryingEverySubset) {
  const model::PointsScheme scheme = SichuanScheme();
  const std::vector<std::string> sections = {"s"};
  unsigned seed = 7;
  const auto dice = [&] { return seed = seed * 1664525u + 1013904223u, seed >> 16; };
  int compared = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<PointsRow> rows;
    for (int i = 0; i < 6; ++i) {
      PointsRow row;
      row.item = std::to_string(i);
      row.section = "s";
      const auto points = 1 + static_cast<std::int64_t>(dice() % 20);
      row.points = Decimal::FromInteger(points);
      row.earned = Decimal::FromInteger(
          static_cast<std::int64_t>(dice() % static_cast<unsigned>(points + 1)));
      row.applicable = dice() % 7 != 0;
      rows.push_back(row);
    }
    const auto verdict = GradePoints(scheme, sections, rows, {}, {});
    const auto result = PointsResult(scheme, rows, verdict);
    if (!result.gap) continue;
    const Decimal bound = result.gap->target == "jia" ? D("90") : D("70");
    int best = 99;
    for (unsigned subset = 0; subset < 64; ++subset) {
      std::vector<PointsRow> raised = rows;
      int count = 0;
      for (unsigned i = 0; i < 6; ++i) {
        if ((subset >> i & 1u) == 0) continue;
        raised[i].earned = raised[i].points;
        ++count;
      }
      const auto score = ScoreOf(GradePoints(scheme, sections, raised, {}, {}));
      if (Decimal::CompareProducts(score.numerator, D("1"), bound, score.denominator) >= 0)
        best = std::min(best, count);
    }
    ASSERT_EQ(result.gap->items, best);
    ++compared;
  }
  EXPECT_GT(compared, 200);
}

}  // namespace
}  // namespace pingshen::grading
