#include "core/grading/ladder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "core/grading/share.h"
#include "core/json/json.h"
#include "tests/core/grading/ladder_oracle.h"
#include "tests/core/grading/ladders.h"

namespace pingshen::grading {
namespace {

using model::Mark;

constexpr std::optional<bool> kYes = true;
constexpr std::optional<bool> kNo = false;
constexpr std::optional<bool> kUndecided = std::nullopt;

TEST(DeriveMark, ByTheLadder) {
  EXPECT_EQ(DeriveMark({kYes, kYes}, {kYes}, {kYes}), Mark::kA);
  EXPECT_EQ(DeriveMark({kYes, kYes}, {kYes}, {kNo}), Mark::kB);
  EXPECT_EQ(DeriveMark({kYes, kYes}, {kNo}, {kYes}), Mark::kC) << "A without B is C";
  EXPECT_EQ(DeriveMark({kYes, kNo}, {kYes}, {kYes}), Mark::kD) << "any C that is not met";
  EXPECT_EQ(DeriveMark({kUndecided, kNo}, {}, {}), Mark::kD) << "settled already";
  EXPECT_EQ(DeriveMark({kYes, kUndecided}, {kYes}, {kYes}), std::nullopt);
  EXPECT_EQ(DeriveMark({kYes}, {kUndecided}, {kNo}), std::nullopt);
  EXPECT_EQ(DeriveMark({kYes}, {kNo}, {kUndecided}), Mark::kC);
  EXPECT_EQ(DeriveMark({kYes}, {}, {kYes}), Mark::kA) << "no sub-points of B";
  EXPECT_EQ(DeriveMark({kYes}, {}, {}), Mark::kC) << "B and A do not exist here";
  EXPECT_EQ(DeriveMark({}, {}, {}), std::nullopt);
}

TEST(DeriveMark, AgreesWithTryingEveryAnswer) {
  // Whatever the open answers turn out to be: a mark is given exactly when it cannot change.
  const std::optional<bool> values[] = {kYes, kNo, kUndecided};
  const auto closed = [](bool c1, bool c2, bool b, bool a) {
    return !c1 || !c2 ? Mark::kD : !b ? Mark::kC : !a ? Mark::kB : Mark::kA;
  };
  for (const auto c1 : values)
    for (const auto c2 : values)
      for (const auto b : values)
        for (const auto a : values) {
          std::vector<Mark> outcomes;
          for (int bits = 0; bits < 16; ++bits)
            outcomes.push_back(closed(c1.value_or(bits & 1), c2.value_or(bits & 2),
                                      b.value_or(bits & 4), a.value_or(bits & 8)));
          const bool same = std::ranges::all_of(outcomes, [&](Mark m) { return m == outcomes[0]; });
          ASSERT_EQ(DeriveMark({c1, c2}, {b}, {a}),
                    same ? std::optional(outcomes[0]) : std::nullopt);
        }
}

std::string VerdictOf(const model::MarkCounts& all, const model::MarkCounts& core) {
  return GradeCounts(Secondary2012(), all, core, {}).outcome.value_or("");
}

std::optional<json::Value> SharedVectors() {
  const std::string folder = PINGSHEN_SHARED_DIR;
  std::ifstream file(folder + "/vectors/domain.json", std::ios::binary);
  if (folder.empty() || !file) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  return json::Parse(text.str()).value();
}

std::int64_t Number(const json::Value& value) { return std::stoll(value.text); }
model::MarkCounts CountsOf(const json::Value& value) {
  return Counts(Number(*value.Find("A")), Number(*value.Find("B")), Number(*value.Find("C")),
                Number(*value.Find("D")), Number(*value.Find("E")));
}

TEST(Ladder, SharedVectorsOfThe2012Edition) {
  const auto root = SharedVectors();
  if (!root) GTEST_SKIP() << "no shared vectors: vectors/domain.json";
  const json::Value& cases = *root->Find("grading_2012_secondary");
  ASSERT_EQ(cases.items.size(), 9u);
  for (const json::Value& test : cases.items)
    EXPECT_EQ(VerdictOf(CountsOf(*test.Find("base")), CountsOf(*test.Find("core"))),
              test.Find("expect")->text)
        << test.Find("id")->text << " " << test.Find("note")->text;
}

TEST(Ladder, SharedMinimumCounts) {
  const auto root = SharedVectors();
  if (!root) GTEST_SKIP() << "no shared vectors: vectors/domain.json";
  const model::LadderScheme scheme = Secondary2012();
  int compared = 0;
  for (const char* name : {"min_counts", "min_core"}) {
    for (const json::Value::Member& total : root->Find(name)->members) {
      for (const json::Value::Member& grade : total.value.members) {
        const auto found = std::ranges::find(scheme.grades, grade.name, &model::LadderGrade::code);
        ASSERT_NE(found, scheme.grades.end());
        const model::ShareMinimum& minimum =
            std::string_view(name) == "min_core" ? found->core : found->all;
        const std::optional<Decimal> shares[] = {minimum.c, minimum.b, minimum.a};
        for (std::size_t i = 0; i < 3; ++i, ++compared)
          EXPECT_EQ(LeastCount(*shares[i], std::stoll(total.name)), Number(grade.value.items[i]))
              << name << " " << total.name << " " << grade.name;
      }
    }
  }
  for (const json::Value& row : root->Find("grassroots_qualified_2023")->items) {
    const std::pair<const char*, int> shares[] = {{"C", 80}, {"B", 20}, {"A", 5}};
    for (const auto& [mark, percent] : shares) {
      ++compared;
      EXPECT_EQ(LeastCount(Decimal::FromInteger(percent), Number(*row.Find("N"))),
                Number(*row.Find("need")->Find(mark)));
    }
  }
  EXPECT_EQ(compared, 54);
}

oracle::Heads Heads(const model::MarkCounts& counts) {
  return {counts.of[0], counts.of[1], counts.of[2], counts.of[3]};
}

// Every threshold of both columns, met exactly, missed by one item and exceeded by one, for every
// number of items; the other thresholds met with room to spare, or just met.
TEST(Ladder, ThresholdsPlusMinusOneItemForEveryNumberOfItems) {
  const model::LadderScheme scheme = Secondary2012();
  constexpr int kPercents[2][3] = {{90, 60, 20}, {80, 50, 10}};
  constexpr int kCorePercents[2][3] = {{100, 70, 20}, {100, 60, 10}};
  long compared = 0;
  long by_verdict[3] = {};
  const auto cumulative = [](std::int64_t c, std::int64_t b, std::int64_t a, std::int64_t n) {
    c = std::clamp<std::int64_t>(c, 0, n);
    b = std::clamp<std::int64_t>(b, 0, c);
    a = std::clamp<std::int64_t>(a, 0, b);
    return Counts(a, b - a, c - b, n - c, 3);
  };
  // How many of n are percent %: by counting up, not by the code under test.
  const auto least = [](int percent, std::int64_t n) {
    std::int64_t count = 0;
    while (!oracle::Enough(count, percent, n)) ++count;
    return count;
  };
  for (std::int64_t n = 1; n <= 700; ++n) {
    const std::int64_t core_n = std::max<std::int64_t>(1, n / 17);
    for (int grade = 0; grade < 2; ++grade) {
      for (int cell = 0; cell < 6; ++cell) {
        for (int offset = -1; offset <= 1; ++offset) {
          std::int64_t all[3];
          std::int64_t core[3];
          for (int i = 0; i < 3; ++i) {
            all[i] = least(kPercents[grade][i], n) + (cell == i ? offset : 0);
            core[i] = least(kCorePercents[grade][i], core_n) + (cell == i + 3 ? offset : 0);
          }
          const auto all_counts = cumulative(all[0], all[1], all[2], n);
          const auto core_counts = cumulative(core[0], core[1], core[2], core_n);
          const std::string expected = oracle::Verdict(Heads(all_counts), Heads(core_counts));
          ASSERT_EQ(GradeCounts(scheme, all_counts, core_counts, {}).outcome, expected)
              << n << " grade " << grade << " cell " << cell << " offset " << offset;
          ++compared;
          ++by_verdict[expected == "甲等" ? 0 : expected == "乙等" ? 1 : 2];
        }
      }
    }
  }
  EXPECT_EQ(compared, 700 * 36);
  for (const long count : by_verdict) EXPECT_GT(count, 1000);
}

LadderRow Row(std::string item, std::optional<Mark> mark, bool core = false,
              std::string section = "1") {
  LadderRow row;
  row.item = std::move(item);
  row.section = std::move(section);
  row.mark = mark;
  row.core = core;
  return row;
}

TEST(Ladder, TableByChapter) {
  const std::vector<std::string> sections = {"1", "2"};
  const std::vector<LadderRow> rows = {
      Row("1.1", Mark::kA, true), Row("1.2", Mark::kC), Row("2.1", Mark::kE, true, "2"),
      Row("2.2", Mark::kB, false, "2"), Row("2.3", Mark::kD, false, "2")};
  const auto result = GradeLadder(Secondary2012(), sections, rows, {}, {});
  EXPECT_EQ(result.ladder->all, Counts(1, 1, 1, 1, 1));
  EXPECT_EQ(result.ladder->core, Counts(1, 0, 0, 0, 1));
  EXPECT_EQ(result.ladder->chapters, (std::vector<model::ChapterMarks>{
                                         {"1", Counts(1, 0, 1, 0), Counts(1, 0, 0, 0)},
                                         {"2", Counts(0, 1, 0, 1, 1), Counts(0, 0, 0, 0, 1)}}));
  EXPECT_EQ(result.ladder->all.Share(Mark::kC), (model::Fraction{D("3"), D("4")}));
  EXPECT_EQ(result.ladder->all.Share(Mark::kC).Display(), "75.00");
  EXPECT_EQ(result.outcome, "不合格");
}

TEST(Ladder, UnansweredBlocksTheVerdict) {
  const std::vector<std::string> sections = {"1"};
  auto result = GradeLadder(Secondary2012(), sections,
                            std::vector{Row("a", Mark::kA, true), Row("b", std::nullopt)}, {}, {});
  EXPECT_EQ(result.outcome, std::nullopt);
  EXPECT_EQ(result.missing, std::vector<std::string>{"b"});
  EXPECT_EQ(result.ladder->all.Applicable(), 2) << "what is not answered is in the denominator";
  LadderRow not_allowed = Row("b", Mark::kE);
  not_allowed.may_be_e = false;
  result = GradeLadder(Secondary2012(), sections,
                       std::vector{Row("a", Mark::kA, true), not_allowed}, {}, {});
  EXPECT_EQ(result.outcome, std::nullopt) << "E without eligibility is no answer";
  const std::vector<std::string> more = {"basis"};
  result = GradeLadder(Secondary2012(), sections, std::vector{Row("a", Mark::kA, true)}, more, {});
  EXPECT_EQ(result.outcome, std::nullopt);
}

TEST(Ladder, NothingAppliesHasNoVerdict) {
  const std::vector<std::string> sections = {"1"};
  EXPECT_EQ(
      GradeLadder(Secondary2012(), sections, std::vector{Row("a", Mark::kE, true)}, {}, {}).outcome,
      std::nullopt);
  EXPECT_EQ(GradeLadder(Secondary2012(), sections, {}, {}, {}).outcome, std::nullopt);
  EXPECT_EQ(VerdictOf(Counts(10, 0, 0, 0), Counts(0, 0, 0, 0)), "甲等") << "no core items: met";
}

TEST(Ladder, VetoesAndTheColumnOfAll) {
  model::LadderScheme scheme = Secondary2012();
  scheme.vetoes.emplace_back().code = "fraud";
  scheme.veto_grade = "不合格";
  const std::vector<std::string> fraud = {"fraud"};
  const auto result = GradeCounts(scheme, Counts(10, 0, 0, 0), Counts(2, 0, 0, 0), fraud);
  EXPECT_EQ(result.outcome, "不合格");
  EXPECT_EQ(result.gap->vetoes, fraud);
  EXPECT_EQ(result.gap->target, "乙等");
  EXPECT_EQ(result.gap->items, 0);
  // Ten items of which one is D; the two core items are A.
  scheme = Secondary2012();
  EXPECT_EQ(GradeCounts(scheme, Counts(9, 0, 0, 1), Counts(2, 0, 0, 0), {}).outcome, "甲等");
  scheme.core_in_all = false;
  const auto apart = GradeCounts(scheme, Counts(9, 0, 0, 1), Counts(2, 0, 0, 0), {});
  EXPECT_EQ(apart.ladder->all, Counts(7, 0, 0, 1));
  EXPECT_EQ(apart.outcome, "乙等") << "7 of 8 is 87.5 %";
}

TEST(Ladder, DemandsSayWhatIsLacking) {
  const auto result =
      GradeCounts(Secondary2012(), Counts(117, 232, 176, 58), Counts(7, 17, 9, 0), {});
  EXPECT_EQ(result.outcome, "乙等");
  ASSERT_EQ(result.demands.size(), 12u);
  const model::DemandResult& b = result.demands[1];
  EXPECT_EQ(b.outcome, "甲等");
  EXPECT_EQ(b.subject, "B");
  EXPECT_FALSE(b.met);
  EXPECT_EQ(b.lacking, D("1"));
  EXPECT_EQ(b.actual.Display(), "59.86");
  EXPECT_TRUE(result.demands[0].met);
}

}  // namespace
}  // namespace pingshen::grading
