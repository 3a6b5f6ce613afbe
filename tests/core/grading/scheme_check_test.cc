#include <gtest/gtest.h>

#include "core/grading/points.h"
#include "tests/core/grading/schemes.h"

namespace pingshen::grading {
namespace {

constexpr auto kOpen = std::nullopt;

std::string Problem(const model::PointsScheme& scheme) {
  const Status status = CheckScheme(scheme);
  return status ? "" : std::string(CodeName(status.error().code)) + ": " + status.error().context;
}
std::string ProblemOfBands(std::vector<model::Band> bands) {
  model::PointsScheme scheme;
  scheme.total = D("100");
  scheme.bands = std::move(bands);
  return Problem(scheme);
}

TEST(CheckScheme, TheClosedSichuanRuleIsProven) { EXPECT_EQ(Problem(SichuanScheme()), ""); }

TEST(CheckScheme, TheSichuanTextIsRefusedWithItsScore) {
  // "70–89" and "≥90": what is 89.5?
  for (const char* below : {"89", "89.01", "89.001", "89.000000001"})
    EXPECT_EQ(Problem(SichuanScheme(below)), "ERR_GRADING_GAP: 89.5 (yi, jia)") << below;
  EXPECT_EQ(Problem(SichuanScheme("89.6")), "ERR_GRADING_GAP: 89.8 (yi, jia)");
  EXPECT_EQ(Problem(SichuanScheme("89.999999999")), "ERR_GRADING_GAP: 89.999999999 (yi, jia)");
  EXPECT_EQ(Sentence(CheckScheme(SichuanScheme("89")).error(), Language::kChinese),
            "等次规则有空档：得分 89.5 (yi, jia) 不属于任何等次。");
}

TEST(CheckScheme, Gaps) {
  EXPECT_EQ(ProblemOfBands({MakeBand("b", D("60"), kOpen), MakeBand("a", D("0"), D("40"))}),
            "ERR_GRADING_GAP: 50 (a, b)");
  EXPECT_EQ(ProblemOfBands({MakeBand("a", D("10"), kOpen)}), "ERR_GRADING_GAP: 0");
  EXPECT_EQ(ProblemOfBands({MakeBand("b", D("60"), D("100")), MakeBand("a", kOpen, D("60"))}),
            "ERR_GRADING_GAP: 100")
      << "the full score itself must have a band";
  EXPECT_EQ(
      ProblemOfBands({MakeBand("b", D("60"), D("100.000000001")), MakeBand("a", kOpen, D("60"))}),
      "");
}

TEST(CheckScheme, Overlaps) {
  EXPECT_EQ(Problem(SichuanScheme("90.5")), "ERR_GRADING_OVERLAP: 90 (yi, jia)");
  EXPECT_EQ(
      ProblemOfBands({MakeBand("b", kOpen, kOpen), MakeBand("a", kOpen, D("60"))}).substr(0, 22),
      "ERR_GRADING_OVERLAP: 0");
  EXPECT_EQ(ProblemOfBands({MakeBand("b", D("60"), kOpen), MakeBand("a", kOpen, kOpen)}),
            "ERR_GRADING_OVERLAP: 60 (a, b)");
}

TEST(CheckScheme, BandsThatNoScoreReaches) {
  EXPECT_EQ(ProblemOfBands({MakeBand("c", D("101"), kOpen), MakeBand("a", kOpen, D("101"))}),
            "ERR_GRADING_UNREACHABLE: c");
  EXPECT_EQ(ProblemOfBands({MakeBand("b", D("0"), kOpen), MakeBand("z", kOpen, D("0"))}),
            "ERR_GRADING_UNREACHABLE: z");
  EXPECT_EQ(ProblemOfBands({MakeBand("b", D("60"), kOpen), MakeBand("e", D("60"), D("60")),
                            MakeBand("a", kOpen, D("60"))}),
            "ERR_GRADING_UNREACHABLE: e");
  EXPECT_EQ(ProblemOfBands({MakeBand("top", D("100"), kOpen), MakeBand("a", kOpen, D("100"))}), "")
      << "100 reaches it";
}

TEST(CheckScheme, OrderCodesAndVetoBand) {
  EXPECT_EQ(ProblemOfBands({MakeBand("a", kOpen, D("60")), MakeBand("b", D("60"), kOpen)}),
            "ERR_GRADING_ORDER: a");
  EXPECT_EQ(ProblemOfBands({MakeBand("a", D("60"), kOpen), MakeBand("a", kOpen, D("60"))}),
            "ERR_GRADING_BANDS: a");
  EXPECT_EQ(ProblemOfBands({}), "ERR_GRADING_BANDS: 0");
  model::PointsScheme scheme = SichuanScheme();
  scheme.veto_band = "out";
  EXPECT_EQ(Problem(scheme), "ERR_GRADING_VETO_BAND: out");
  scheme.veto_band = "";
  EXPECT_EQ(Problem(scheme).substr(0, 21), "ERR_GRADING_VETO_BAND");
  scheme.vetoes.clear();
  EXPECT_EQ(Problem(scheme), "");
  scheme = SichuanScheme();
  scheme.vetoes.push_back(scheme.vetoes.front());
  EXPECT_EQ(Problem(scheme), "ERR_GRADING_BANDS: area");
  scheme = SichuanScheme();
  scheme.total = D("0");
  EXPECT_EQ(Problem(scheme), "ERR_GRADING_BANDS: 0");
}

// Whatever bounds on a coarse grid: proven exactly when every half step of the range has exactly
// one band.
TEST(CheckScheme, AgreesWithTryingEveryScore) {
  const auto decimal = [](int n) { return D(std::to_string(n)); };
  int proven = 0;
  for (int a1 = -1; a1 <= 5; ++a1)
    for (int b1 = -1; b1 <= 5; ++b1)
      for (int a2 = -1; a2 <= 5; ++a2)
        for (int b2 = -1; b2 <= 5; ++b2) {
          // -1: open
          const int bounds[2][2] = {{a1, b1}, {a2, b2}};
          model::PointsScheme scheme;
          scheme.total = D("4");
          for (int i = 0; i < 2; ++i)
            scheme.bands.push_back(
                MakeBand(i == 0 ? "upper" : "lower",
                         bounds[i][0] < 0 ? std::nullopt : std::optional(decimal(bounds[i][0])),
                         bounds[i][1] < 0 ? std::nullopt : std::optional(decimal(bounds[i][1]))));
          bool good = true;
          int reached[2] = {};
          int lowest[2] = {100, 100};
          for (int half = 0; half <= 8; ++half) {
            int count = 0;
            for (int i = 0; i < 2; ++i) {
              const bool in = (bounds[i][0] < 0 || half >= 2 * bounds[i][0]) &&
                              (bounds[i][1] < 0 || half < 2 * bounds[i][1]);
              if (!in) continue;
              ++count;
              ++reached[i];
              lowest[i] = std::min(lowest[i], half);
            }
            good = good && count == 1;
          }
          good = good && reached[0] > 0 && reached[1] > 0 && lowest[0] > lowest[1];
          ASSERT_EQ(CheckScheme(scheme).has_value(), good)
              << a1 << " " << b1 << " " << a2 << " " << b2;
          proven += good;
        }
  EXPECT_GT(proven, 3);
}

}  // namespace
}  // namespace pingshen::grading
