// GradePoints against the rule written a second time, in whole numbers of quarter points and by
// searching, not by comparing.
#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "core/grading/points.h"
#include "tests/core/grading/schemes.h"

namespace pingshen::grading {
namespace {

struct OracleRow {
  int points = 0;  // quarters
  int earned = 0;
  bool applies = true;
  bool answered = true;
  bool required = true;
};

Decimal Quarters(int n) {
  static const char* const kFractions[] = {"", ".25", ".5", ".75"};
  return D(std::to_string(n / 4) + kFractions[n % 4]);
}

// The band as an inspector would find it with a pocket calculator: "" = none.
std::string OracleBand(const std::vector<OracleRow>& rows, bool veto) {
  long long earned = 0;
  long long possible = 0;
  for (const OracleRow& row : rows) {
    if (!row.answered && row.required) return "";
    if (!row.applies) continue;
    possible += row.points;
    if (row.answered) earned += row.earned;
  }
  if (veto) return "fail";
  if (possible == 0) return "";
  // Percent by repeated subtraction: how often does `possible` fit into 100 × earned?
  long long percent = 0;
  for (long long left = 100 * earned; left >= possible; left -= possible) ++percent;
  return percent >= 90 ? "jia" : percent >= 70 ? "yi" : "fail";
}

TEST(GradePointsOracle, EverySmallTable) {
  // Two rows, each with up to 5 quarters and every state.
  std::vector<OracleRow> states;
  for (int points = 1; points <= 5; ++points)
    for (int earned = 0; earned <= points; ++earned)
      for (int flags = 0; flags < 8; ++flags)
        states.push_back({points, earned, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0});
  const model::PointsScheme scheme = SichuanScheme();
  const std::vector<std::string> sections = {"s"};
  const std::vector<std::string> fraud = {"fraud"};
  const std::vector<std::string> none;
  int bands[4] = {};
  for (const OracleRow& a : states) {
    for (const OracleRow& b : states) {
      std::vector<PointsRow> rows;
      for (const OracleRow& row : {a, b})
        rows.push_back({"i", "s", Quarters(row.points), row.applies, row.answered, row.required,
                        Quarters(row.earned)});
      for (const bool veto : {false, true}) {
        const auto verdict = GradePoints(scheme, sections, rows, none, veto ? fraud : none);
        const std::string expected = OracleBand({a, b}, veto);
        ASSERT_EQ(verdict.band.value_or(""), expected)
            << a.points << "/" << a.earned << " " << b.points << "/" << b.earned;
        ++bands[expected == "" ? 0 : expected == "jia" ? 1 : expected == "yi" ? 2 : 3];
      }
    }
  }
  for (const int count : bands) EXPECT_GT(count, 500) << "the table must meet every outcome";
}

TEST(GradePointsOracle, RandomLargeTables) {
  std::mt19937 chance(20261122);
  const auto below = [&](unsigned bound) { return static_cast<int>(chance() % bound); };
  const model::PointsScheme scheme = SichuanScheme();
  const std::vector<std::string> sections = {"s"};
  const std::vector<std::string> none;
  for (int round = 0; round < 3000; ++round) {
    std::vector<OracleRow> oracle;
    std::vector<PointsRow> rows;
    const int count = 1 + below(40);
    const int quality = 60 + below(41);
    for (int i = 0; i < count; ++i) {
      OracleRow row;
      row.points = 1 + below(40);
      row.earned = below(100) < quality ? row.points : below(static_cast<unsigned>(row.points) + 1);
      row.applies = below(6) != 0;
      row.answered = below(400) != 0;
      row.required = below(3) != 0;
      oracle.push_back(row);
      rows.push_back({"i", "s", Quarters(row.points), row.applies, row.answered, row.required,
                      Quarters(row.earned)});
    }
    ASSERT_EQ(GradePoints(scheme, sections, rows, none, none).band.value_or(""),
              OracleBand(oracle, false))
        << round;
  }
}

}  // namespace
}  // namespace pingshen::grading
