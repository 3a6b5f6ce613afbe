// The prover: the faults that real tables have, their repaired twins, and random tables against
// trying every combination.
#include "core/grading/prove.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "core/grading/ladder.h"
#include "core/grading/points.h"
#include "tests/core/grading/ladders.h"

namespace pingshen::grading {
namespace {

std::string Text(const Status& status) {
  return status ? "" : std::string(CodeName(status.error().code)) + ": " + status.error().context;
}

ItemValues ItemOf(std::string code, std::string_view points, std::vector<std::string_view> earned,
                  std::string section = "1") {
  ItemValues item;
  item.item = std::move(code);
  item.section = std::move(section);
  item.points = D(points);
  item.earned.emplace();
  for (const std::string_view value : earned) item.earned->push_back(D(value));
  return item;
}

// 100 points in two items; the smaller one may give halves.
std::vector<ItemValues> Hundred(bool halves) {
  std::vector<std::string_view> values = {"0", "1", "2", "9", "10"};
  if (halves) values.push_back("9.5");
  ItemValues large = ItemOf("large", "90", {});
  for (int i = 0; i <= 90; ++i) large.earned->push_back(Decimal::FromInteger(i));
  return {large, ItemOf("small", "10", values)};
}

// As the Sichuan text has it: ≥ 90, 70–89, < 70.
model::PointsScheme SichuanText() {
  model::PointsScheme scheme = SichuanScheme();
  scheme.bands[1].below.reset();
  scheme.bands[1].at_most = D("89");
  return scheme;
}

TEST(ProvePoints, TheSichuanGapIsFoundWhereItCanBeHit) {
  EXPECT_EQ(Text(ProvePoints(SichuanText(), Hundred(true))), "ERR_GRADING_GAP: 89.5 (yi, jia)");
  EXPECT_EQ(Text(ProvePoints(SichuanText(), Hundred(false))), "")
      << "whole points only: no score lies between 89 and 90";
  EXPECT_EQ(Text(ProvePoints(SichuanText(), {})), "ERR_GRADING_GAP: 89.5 (yi, jia)")
      << "without items every score counts";
  EXPECT_EQ(Text(ProvePoints(SichuanScheme(), Hundred(true))), "") << "repaired: below 90";
  // An item that may not apply makes fractions: 79 of 88 is 89.77….
  std::vector<ItemValues> items = {ItemOf("a", "12", {"0", "12"}), ItemOf("b", "88", {})};
  for (int i = 0; i <= 88; ++i) items[1].earned->push_back(Decimal::FromInteger(i));
  EXPECT_EQ(Text(ProvePoints(SichuanText(), items)), "");
  items[0].may_be_absent = true;
  EXPECT_EQ(Text(ProvePoints(SichuanText(), items)), "ERR_GRADING_GAP: ≈ 89.7727 (yi, jia)");
  EXPECT_EQ(Sentence(ProvePoints(SichuanText(), Hundred(true)).error(), Language::kEnglish),
            "The bands leave a gap: the score 89.5 (yi, jia) belongs to no band.");
}

// The faults of a self-assessment program in use, written down as the tables they are.
TEST(ProvePoints, ACoreItemWithZeroPointsThatCountsAsMet) {
  model::PointsScheme scheme = SichuanScheme();
  scheme.must_pass = model::MustPass{{"core"}, D("0"), "fail"};
  std::vector<ItemValues> items = Hundred(false);
  items[1].item = "core";
  EXPECT_EQ(Text(ProvePoints(scheme, items)), "ERR_GRADING_MUST_PASS: core (0)");
  scheme.must_pass->percent = D("60");
  EXPECT_EQ(Text(ProvePoints(scheme, items)), "");
  scheme.must_pass->band = "jia";  // the best that is left is the best there is
  EXPECT_EQ(Text(ProvePoints(scheme, items)).substr(0, 22), "ERR_GRADING_MUST_PASS:");
  scheme.must_pass = model::MustPass{{"nothing"}, D("60"), "fail"};
  EXPECT_EQ(Text(ProvePoints(scheme, items)), "ERR_GRADING_REFERENCE: nothing");
}

TEST(ProvePoints, TheEmptyVerdictForSomeTotals) {
  model::PointsScheme scheme = SichuanScheme();
  const auto rule = [](std::string outcome, std::optional<Decimal> from,
                       std::optional<Decimal> below, std::optional<bool> veto) {
    model::DecisionRule made;
    made.outcome = std::move(outcome);
    made.at_least = from;
    made.below = below;
    made.veto = veto;
    return made;
  };
  scheme.rules = {rule("jia", D("90"), std::nullopt, false), rule("yi", D("70"), D("90"), false),
                  rule("fail", std::nullopt, D("70"), false),
                  rule("fail", std::nullopt, D("90"), true)};
  EXPECT_EQ(Text(ProvePoints(scheme, Hundred(true))), "ERR_GRADING_GAP: 90 + veto")
      << "with a veto and 90 or more the verdict is empty";
  scheme.rules[3].below.reset();
  EXPECT_EQ(Text(ProvePoints(scheme, Hundred(true))), "");
  scheme.rules[1].at_least = D("75");
  EXPECT_EQ(Text(ProvePoints(scheme, Hundred(true))), "ERR_GRADING_GAP: 72.5 (fail, yi)");
  scheme.rules[1].at_least = D("70");
  scheme.rules[2].below = D("71");
  EXPECT_EQ(Text(ProvePoints(scheme, Hundred(true))), "ERR_GRADING_OVERLAP: 70 (fail, yi)");
}

TEST(ProvePoints, VetoesDominate) {
  model::PointsScheme scheme = SichuanScheme();
  scheme.veto_band = "yi";
  EXPECT_EQ(Text(ProvePoints(scheme, {})), "ERR_GRADING_VETO: yi (0)");
  scheme.veto_band = "fail";
  EXPECT_EQ(Text(ProvePoints(scheme, {})), "");
}

TEST(ProvePoints, HeadersThatPromiseOtherPointsThanTheItemsGive) {
  // 信息报告: 23 points, bonus 10 printed; its items give 23 and 7. The whole: 100 and 15, 12 given.
  model::PointsScheme scheme = SichuanScheme();
  std::vector<ItemValues> items = Hundred(false);
  items[1].section = "6";
  items[1].most_bonus = D("7");
  items[1].bonus = {D("0"), D("7")};
  items[0].most_bonus = D("5");
  items[0].bonus = {D("0"), D("5")};
  scheme.stated = {{"6", D("10"), D("10")}};
  EXPECT_EQ(Text(ProvePoints(scheme, items)), "ERR_GRADING_STATED: 6: +10 ≠ +7");
  scheme.stated = {{"", D("100"), D("15")}};
  EXPECT_EQ(Text(ProvePoints(scheme, items)), "ERR_GRADING_STATED: +15 ≠ +12");
  scheme.stated = {{"6", D("10"), D("7")}, {"", D("100"), D("12")}};
  EXPECT_EQ(Text(ProvePoints(scheme, items)), "");
  scheme.stated = {{"9", D("10"), std::nullopt}};
  EXPECT_EQ(Text(ProvePoints(scheme, items)), "ERR_GRADING_REFERENCE: 9");
}

TEST(ProvePoints, ABandThatOnlyABonusReaches) {
  model::PointsScheme scheme = SichuanScheme();
  scheme.bands.insert(scheme.bands.begin(), MakeBand("star", D("105"), std::nullopt));
  scheme.bands[1].below = D("105");
  std::vector<ItemValues> items = Hundred(false);
  EXPECT_EQ(Text(ProvePoints(scheme, items)), "ERR_GRADING_UNREACHABLE: star");
  items[1].most_bonus = D("7");
  items[1].bonus = {D("0"), D("7")};
  EXPECT_EQ(Text(ProvePoints(scheme, items)), "");
  scheme.bonus_cap = D("4");
  EXPECT_EQ(Text(ProvePoints(scheme, items)), "ERR_GRADING_UNREACHABLE: star");
}

// Random tables over random items: proven exactly when trying every combination of item values,
// absences, vetoes and must-pass states finds one outcome each, and every outcome once.
TEST(ProvePoints, AgreesWithTryingEveryCombination) {
  std::mt19937 dice(89'5);
  int proven = 0;
  std::map<std::string, int> refused;
  for (int round = 0; round < 3000; ++round) {
    struct Plain {
      int points;
      std::vector<int> values;
      bool absent;
      bool must;
    };
    std::vector<Plain> plain;
    std::vector<ItemValues> items;
    int total = 0;
    const std::size_t count = 1 + dice() % 3;
    const bool has_must = dice() % 3 == 0;
    for (std::size_t i = 0; i < count; ++i) {
      Plain item = {static_cast<int>(1 + dice() % 4), {0}, dice() % 4 == 0, has_must && i == 0};
      for (int v = 1; v < item.points; ++v)
        if (dice() % 2) item.values.push_back(v);
      item.values.push_back(item.points);
      total += item.points;
      ItemValues made = ItemOf(std::to_string(i), std::to_string(item.points), {});
      for (const int v : item.values) made.earned->push_back(Decimal::FromInteger(v));
      made.may_be_absent = item.absent;
      items.push_back(made);
      plain.push_back(item);
    }
    model::PointsScheme scheme;
    scheme.total = Decimal::FromInteger(total);
    // Two or three bands with bounds that mostly meet, in half points.
    const int bands = 2 + static_cast<int>(dice() % 2);
    std::vector<int> lows(static_cast<std::size_t>(bands), 0);  // in halves; the last one 0
    for (int i = 0; i + 1 < bands; ++i)
      lows[static_cast<std::size_t>(i)] =
          1 + static_cast<int>(dice() % (2 * static_cast<unsigned>(total)));
    std::sort(lows.begin(), lows.end(), std::greater<>());
    std::vector<std::pair<int, int>> ranges;  // [low, high) in halves
    const auto halves = [](int n) {
      return n < 0 ? D("-" + std::to_string(-n / 2) + (n % 2 ? ".5" : ""))
                   : D(std::to_string(n / 2) + (n % 2 ? ".5" : ""));
    };
    for (int i = 0; i < bands; ++i) {
      int high = i == 0 ? 1000 : lows[static_cast<std::size_t>(i) - 1];
      if (dice() % 6 == 0 && i > 0) high += static_cast<int>(dice() % 3) - 1;
      ranges.emplace_back(lows[static_cast<std::size_t>(i)], high);
      scheme.bands.push_back(
          MakeBand(std::string(1, static_cast<char>('a' + i)),
                   i + 1 == bands ? std::nullopt : std::optional(halves(ranges.back().first)),
                   i == 0 ? std::nullopt : std::optional(halves(high))));
    }
    const std::string worst(1, static_cast<char>('a' + bands - 1));
    const bool has_veto = dice() % 3 == 0;
    if (has_veto) {
      scheme.vetoes.emplace_back().code = "v";
      scheme.veto_band = worst;
    }
    if (has_must) scheme.must_pass = model::MustPass{{"0"}, D("50"), worst};

    // Every combination, in whole numbers.
    bool good = true;
    bool must_lowers = false;
    std::vector<bool> reached(static_cast<std::size_t>(bands), false);
    std::vector<std::pair<double, int>> by_score;  // score against band, to see the order
    const auto visit = [&](const auto& self, std::size_t at, int earned, int attainable,
                           bool met) -> void {
      if (at < plain.size()) {
        if (plain[at].absent) self(self, at + 1, earned, attainable, met);
        for (const int v : plain[at].values)
          self(self, at + 1, earned + v, attainable + plain[at].points,
               met && (!plain[at].must || 2 * v >= plain[at].points));
        return;
      }
      if (attainable == 0) return;
      // score × attainable = earned × total; bounds are halves.
      int hits = 0;
      int hit = -1;
      int first = -1;
      for (int i = 0; i < bands; ++i) {
        const bool low =
            i + 1 == bands ||
            2 * earned * total >= ranges[static_cast<std::size_t>(i)].first * attainable;
        const bool high =
            i == 0 || 2 * earned * total < ranges[static_cast<std::size_t>(i)].second * attainable;
        if (low && high) {
          if (hits++ == 0) first = i;
          hit = i;
        }
      }
      if (met) {
        good = good && hits == 1;
        if (hits == 1) {
          reached[static_cast<std::size_t>(hit)] = true;
          by_score.emplace_back(static_cast<double>(earned) * total / attainable, hit);
        }
      } else {
        reached.back() = true;  // the worst, whatever the score
        if (hits > 0 && first != bands - 1) must_lowers = true;
      }
      if (has_veto) reached.back() = true;
    };
    visit(visit, 0, 0, 0, true);
    std::sort(by_score.begin(), by_score.end());
    for (std::size_t i = 1; i < by_score.size(); ++i)
      good = good && by_score[i].second <= by_score[i - 1].second;
    for (const bool r : reached) good = good && r;
    if (has_must) good = good && must_lowers;
    const Status status = ProvePoints(scheme, items);
    std::string described;
    for (const Plain& item : plain) {
      described += (item.must ? " must" : " item") + std::string(item.absent ? "?" : "");
      for (const int v : item.values) described += " " + std::to_string(v);
    }
    for (const auto& [low, high] : ranges)
      described += " [" + std::to_string(low) + "/2, " + std::to_string(high) + "/2)";
    ASSERT_EQ(status.has_value(), good)
        << "round " << round << described << (has_veto ? " veto " : " ") << must_lowers
        << Text(status);
    proven += good;
    if (!status) ++refused[std::string(CodeName(status.error().code))];
  }
  EXPECT_GT(proven, 300);
  EXPECT_GT(refused["ERR_GRADING_GAP"], 30);
  EXPECT_GT(refused["ERR_GRADING_OVERLAP"], 10);
  EXPECT_GT(refused["ERR_GRADING_UNREACHABLE"], 30);
  EXPECT_GT(refused["ERR_GRADING_MUST_PASS"], 10);
}

TEST(ProveLadder, The2012EditionIsProven) {
  EXPECT_EQ(Text(ProveLadder(Secondary2012(), 0, 0)), "");
  EXPECT_EQ(Text(ProveLadder(Secondary2012(), 583, 33)), "");
}

TEST(ProveLadder, FaultyLadders) {
  model::LadderScheme scheme = Secondary2012();
  scheme.grades[1].all.b = D("65");
  EXPECT_EQ(Text(ProveLadder(scheme, 0, 0)), "ERR_GRADING_ORDER: 甲等 all B 60 < 乙等 65");
  scheme = Secondary2012();
  scheme.grades[1].all = scheme.grades[0].all;
  scheme.grades[1].core = scheme.grades[0].core;
  EXPECT_EQ(Text(ProveLadder(scheme, 0, 0)), "ERR_GRADING_UNREACHABLE: 乙等");
  scheme = Secondary2012();
  scheme.grades.pop_back();
  EXPECT_EQ(Text(ProveLadder(scheme, 0, 0)), "ERR_GRADING_GAP: A 0, B 0, C 0 (乙等)")
      << "an assessment with D everywhere has no verdict";
  scheme = Secondary2012();
  scheme.grades[0].core.c = D("101");
  EXPECT_EQ(Text(ProveLadder(scheme, 0, 0)), "ERR_GRADING_UNREACHABLE: 甲等 C 101%");
  scheme = Secondary2012();
  scheme.vetoes.emplace_back().code = "v";
  scheme.veto_grade = "乙等";
  EXPECT_EQ(Text(ProveLadder(scheme, 0, 0)), "ERR_GRADING_VETO: 乙等");
  EXPECT_EQ(Text(ProveLadder(Secondary2012(), 1, 1)), "ERR_GRADING_UNREACHABLE: 乙等 (N = 1, ★ 1)")
      << "one item that is C, B and A for 乙等 is so for 甲等, too";
}

// A form with few items: a grade is reachable exactly when some distribution of marks has it.
TEST(ProveLadder, ReachableGradesAgreeWithTryingEveryDistribution) {
  int unreachable = 0;
  for (const bool core_in_all : {true, false}) {
    model::LadderScheme scheme = Secondary2012();
    scheme.core_in_all = core_in_all;
    for (int n = 1; n <= 9; ++n) {
      for (int core = 0; core <= n; ++core) {
        if (!core_in_all && core == n) continue;
        bool reached[3] = {};
        const int other = n - core;
        for (int ka = 0; ka <= core; ++ka)
          for (int kb = 0; ka + kb <= core; ++kb)
            for (int kc = 0; ka + kb + kc <= core; ++kc)
              for (int oa = 0; oa <= other; ++oa)
                for (int ob = 0; oa + ob <= other; ++ob)
                  for (int oc = 0; oa + ob + oc <= other; ++oc) {
                    const auto k = Counts(ka, kb, kc, core - ka - kb - kc);
                    const auto all =
                        Counts(ka + oa, kb + ob, kc + oc, n - ka - kb - kc - oa - ob - oc);
                    const auto outcome = GradeCounts(scheme, all, k, {}).outcome;
                    for (int i = 0; i < 3; ++i)
                      if (outcome == scheme.grades[static_cast<std::size_t>(i)].code)
                        reached[i] = true;
                  }
        const bool all_reached = reached[0] && reached[1] && reached[2];
        unreachable += !all_reached;
        ASSERT_EQ(ProveLadder(scheme, n, core).has_value(), all_reached) << n << " " << core;
      }
    }
  }
  EXPECT_GT(unreachable, 3);
}

model::CompositeScheme Tertiary2022() {
  model::CompositeScheme scheme;
  for (const auto& [code, weight] : {std::pair("data", "600"), std::pair("onsite", "400")}) {
    model::CompositePart& part = scheme.parts.emplace_back();
    part.code = code;
    part.weight = D(weight);
  }
  for (const auto& [code, minimum] :
       {std::pair("甲", "90"), std::pair("乙", "80"), std::pair("丙", "70")}) {
    model::CompositeGrade& grade = scheme.grades.emplace_back();
    grade.code = code;
    grade.demands.push_back({{"onsite"}, D(minimum), true, false});
  }
  scheme.grades.emplace_back().code = "不合格";
  return scheme;
}

TEST(ProveComposite, MinimaByGrade) {
  EXPECT_EQ(Text(ProveComposite(Tertiary2022())), "");
  model::CompositeScheme scheme = Tertiary2022();
  scheme.grades[1].demands[0].minimum = D("95");
  EXPECT_EQ(Text(ProveComposite(scheme)), "ERR_GRADING_ORDER: 甲 < 乙 95");
  scheme = Tertiary2022();
  scheme.grades[0].demands[0].minimum = D("101");
  EXPECT_EQ(Text(ProveComposite(scheme)), "ERR_GRADING_UNREACHABLE: 甲 101");
  scheme = Tertiary2022();
  scheme.grades[0].demands[0].parts = {"nothing"};
  EXPECT_EQ(Text(ProveComposite(scheme)), "ERR_GRADING_REFERENCE: nothing");
  scheme = Tertiary2022();
  scheme.grades.pop_back();
  EXPECT_EQ(Text(ProveComposite(scheme)), "ERR_GRADING_GAP: 0 (丙)");
  scheme = Tertiary2022();
  scheme.grades[1].demands = scheme.grades[0].demands;
  EXPECT_EQ(Text(ProveComposite(scheme)), "ERR_GRADING_UNREACHABLE: 乙");
}

}  // namespace
}  // namespace pingshen::grading
