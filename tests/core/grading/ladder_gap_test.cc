#include "core/grading/ladder_gap.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/core/grading/ladder_oracle.h"
#include "tests/core/grading/ladders.h"

namespace pingshen::grading {
namespace {

using model::Mark;

// Marks as letters, item by item; the first `core` of them are ★.
struct Assessment {
  std::string marks;
  std::size_t core = 0;
};

oracle::Heads HeadsOf(const std::string& marks) {
  oracle::Heads heads;
  for (const char mark : marks) {
    heads.a += mark == 'A';
    heads.b += mark == 'B';
    heads.c += mark == 'C';
    heads.d += mark == 'D';
  }
  return heads;
}

std::string OracleVerdict(const Assessment& assessment) {
  return oracle::Verdict(HeadsOf(assessment.marks),
                         HeadsOf(assessment.marks.substr(0, assessment.core)));
}

int RankOf(const std::string& verdict) { return verdict == "甲等" ? 0 : verdict == "乙等" ? 1 : 2; }

// Tries every way to raise items, item by item.
std::pair<int, int> BruteForce(const Assessment& start, int target) {
  std::pair<int, int> best = {999, 999};
  Assessment trial = start;
  const auto visit = [&](const auto& self, std::size_t at, int items, int steps) -> void {
    if (std::pair(items, steps) >= best) return;
    if (at == trial.marks.size()) {
      if (RankOf(OracleVerdict(trial)) <= target) best = {items, steps};
      return;
    }
    self(self, at + 1, items, steps);
    const char mark = trial.marks[at];
    if (mark == 'E') return;
    for (char better = static_cast<char>(mark - 1); better >= 'A'; --better) {
      trial.marks[at] = better;
      self(self, at + 1, items + 1, steps + (mark - better));
    }
    trial.marks[at] = mark;
  };
  visit(visit, 0, 0, 0);
  return best;
}

std::vector<LadderRow> RowsOf(const Assessment& assessment) {
  std::vector<LadderRow> rows;
  for (std::size_t i = 0; i < assessment.marks.size(); ++i) {
    LadderRow& row = rows.emplace_back();
    row.item = std::to_string(i);
    row.section = "1";
    row.mark = model::MarkOf(assessment.marks.substr(i, 1));
    row.core = i < assessment.core;
  }
  return rows;
}

// Carries out the raises on the candidates that the gap names first.
Assessment Carried(Assessment assessment, const model::Gap& gap) {
  for (const model::RaiseGroup& group : gap.raises) {
    EXPECT_GE(static_cast<std::int64_t>(group.candidates.size()), group.count);
    for (std::int64_t i = 0; i < group.count; ++i) {
      char& mark = assessment.marks[std::stoul(group.candidates[static_cast<std::size_t>(i)])];
      EXPECT_EQ(std::string(1, mark), model::MarkName(group.from)) << "an item is raised once";
      mark = model::MarkName(group.to)[0];
    }
  }
  return assessment;
}

TEST(LadderGap, EqualsBruteForceOnSmallForms) {
  std::mt19937 dice(20120427);
  const std::vector<std::string> sections = {"1"};
  int with_items = 0;
  for (int round = 0; round < 700; ++round) {
    Assessment assessment;
    const std::size_t size = 2 + dice() % 6;
    assessment.core = dice() % (size + 1);
    for (std::size_t i = 0; i < size; ++i) assessment.marks += "ABCCDDE"[dice() % 7];
    const auto result = GradeLadder(Secondary2012(), sections, RowsOf(assessment), {}, {});
    if (assessment.marks.find_first_not_of('E') == std::string::npos) continue;
    ASSERT_EQ(result.outcome, OracleVerdict(assessment)) << assessment.marks;
    if (result.outcome == "甲等") {
      EXPECT_FALSE(result.gap.has_value());
      continue;
    }
    const model::Gap& gap = *result.gap;
    const int target = RankOf(*result.outcome) - 1;
    const auto best = BruteForce(assessment, target);
    ASSERT_TRUE(gap.reachable);
    ASSERT_EQ(std::pair(gap.items, gap.steps), (std::pair<std::int64_t, std::int64_t>(best)))
        << assessment.marks << " core " << assessment.core;
    ASSERT_LE(RankOf(OracleVerdict(Carried(assessment, gap))), target) << assessment.marks;
    ++with_items;
  }
  EXPECT_GT(with_items, 400);
}

// Other thresholds than the real ones, so that every case of the search is met: plans against the
// best of all crossings, tried one by one.
TEST(LadderGap, PlansEqualTheBestOfAllCrossings) {
  std::mt19937 dice(583);
  int planned = 0;
  for (int round = 0; round < 4000; ++round) {
    const auto below = [&] {
      return Below{static_cast<int>(dice() % 4), static_cast<int>(dice() % 4),
                   static_cast<int>(dice() % 4)};
    };
    const auto needed = [&](unsigned most) {
      return Crossings{static_cast<int>(dice() % most), static_cast<int>(dice() % most),
                       static_cast<int>(dice() % most)};
    };
    const Below core = below();
    const Below other = below();
    const Crossings core_needed = needed(4);
    const Crossings all_needed = needed(7);
    const bool in_all = round % 4 != 0;
    std::pair<std::int64_t, std::int64_t> best = {999, 999};
    const auto each = [](const Below& b, const auto& use) {
      for (std::int64_t c = 0; c <= b.d; ++c)
        for (std::int64_t bb = 0; bb <= b.c + c; ++bb)
          for (std::int64_t a = 0; a <= b.b + bb; ++a) use(Crossings{c, bb, a});
    };
    each(core, [&](const Crossings& k) {
      if (k.to_c < core_needed.to_c || k.to_b < core_needed.to_b || k.to_a < core_needed.to_a)
        return;
      each(other, [&](const Crossings& o) {
        const std::int64_t add = in_all ? 1 : 0;
        if (o.to_c + add * k.to_c < all_needed.to_c || o.to_b + add * k.to_b < all_needed.to_b ||
            o.to_a + add * k.to_a < all_needed.to_a)
          return;
        best = std::min(best, std::pair(k.Items() + o.Items(), k.Steps() + o.Steps()));
      });
    });
    const auto plan = PlanRaises(core, other, core_needed, all_needed, in_all);
    if (best.first == 999) {
      ASSERT_FALSE(plan.has_value());
      continue;
    }
    ++planned;
    ASSERT_TRUE(plan.has_value());
    ASSERT_EQ(std::pair(plan->Items(), plan->Steps()), best)
        << "core " << core.b << core.c << core.d << " other " << other.b << other.c << other.d
        << " core needs " << core_needed.to_c << core_needed.to_b << core_needed.to_a
        << " all need " << all_needed.to_c << all_needed.to_b << all_needed.to_a << " " << in_all;
  }
  EXPECT_GT(planned, 500);
}

TEST(LadderGap, NamesCandidatesByLeastEffort) {
  std::vector<LadderRow> rows = RowsOf({"DDDAAAAAAA", 1});
  rows[1].open_points = 5;
  rows[2].open_points = 2;
  const std::vector<std::string> sections = {"1"};
  const auto result = GradeLadder(Secondary2012(), sections, rows, {}, {});
  ASSERT_EQ(result.outcome, "不合格");
  const model::Gap& gap = *result.gap;
  // 乙等 asks for 8 of 10 at C and for the core item at C, B and A (60 % and 10 % of one item).
  EXPECT_EQ(gap.target, "乙等");
  EXPECT_EQ(gap.items, 1);
  EXPECT_EQ(gap.steps, 3);
  ASSERT_EQ(gap.raises.size(), 1u);
  EXPECT_EQ(gap.raises[0], (model::RaiseGroup{true, Mark::kD, Mark::kA, 1, {"0"}}));
  rows[0].mark = Mark::kA;
  rows[3].mark = Mark::kD;
  const auto other = GradeLadder(Secondary2012(), sections, rows, {}, {});
  EXPECT_EQ(other.gap->raises[0].candidates, (std::vector<std::string>{"2", "1", "3"}));
}

}  // namespace
}  // namespace pingshen::grading
