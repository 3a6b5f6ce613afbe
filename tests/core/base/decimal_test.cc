#include "core/base/decimal.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pingshen {
namespace {

Decimal D(std::string_view text) { return Decimal::Parse(text).value(); }

ErrorCode CodeOfParse(std::string_view text) {
  const auto result = Decimal::Parse(text);
  return result ? ErrorCode::ERR_INTERNAL : result.error().code;
}

TEST(Decimal, ParseGivesTheShortestForm) {
  const std::pair<const char*, const char*> cases[] = {
      {"0", "0"},
      {"-0", "0"},
      {"-0.000", "0"},
      {"7", "7"},
      {"007", "7"},
      {"12.50", "12.5"},
      {"100", "100"},
      {"-0.05", "-0.05"},
      {"100.0", "100"},
      {"0.000000001", "0.000000001"},
      {"999999999999999.999999999", "999999999999999.999999999"},
      {"-999999999999999", "-999999999999999"}};
  for (const auto& [text, canonical] : cases) {
    EXPECT_EQ(D(text).ToString(), canonical);
    EXPECT_EQ(D(canonical), D(text));
  }
}

TEST(Decimal, ParseRefusesEverythingElse) {
  for (const char* text : {"", "-", ".", ".5", "5.", "+1", " 1", "1 ", "1e3", "1,5", "--1", "1.-5",
                           "0x1", "１", "1.2.3", "NaN"})
    EXPECT_EQ(CodeOfParse(text), ErrorCode::ERR_DECIMAL) << text;
  EXPECT_EQ(CodeOfParse("1000000000000000"), ErrorCode::ERR_RANGE);
  EXPECT_EQ(CodeOfParse("0.0000000001"), ErrorCode::ERR_RANGE);
  EXPECT_EQ(Decimal::Parse("1e3").error().context, "1e3");
}

// Everything between -3.00 and 3.00 in hundredths against plain integer arithmetic.
TEST(Decimal, ArithmeticAgreesWithIntegers) {
  const auto of_hundredths = [](int n) {
    const int magnitude = n < 0 ? -n : n;
    std::string text = std::to_string(magnitude / 100) + "." + (magnitude % 100 < 10 ? "0" : "") +
                       std::to_string(magnitude % 100);
    return D(n < 0 ? "-" + text : text);
  };
  for (int a = -300; a <= 300; a += 7) {
    for (int b = -300; b <= 300; ++b) {
      const Decimal x = of_hundredths(a);
      const Decimal y = of_hundredths(b);
      ASSERT_EQ(x + y, of_hundredths(a + b)) << a << " " << b;
      ASSERT_EQ(x - y, of_hundredths(a - b)) << a << " " << b;
      ASSERT_EQ(x <=> y, a <=> b) << a << " " << b;
      ASSERT_EQ(x == y, a == b);
      ASSERT_EQ(x.Times(y)->Times(D("10000"))->ToInteger(), a * b) << a << " " << b;
      if (b != 0) {
        // half away from zero in integers
        const int n = 2 * 1000 * (a < 0 ? -a : a) + (b < 0 ? -b : b);
        const int rounded = n / (2 * (b < 0 ? -b : b)) * ((a < 0) != (b < 0) ? -1 : 1);
        ASSERT_EQ(x.DividedBy(y, 3)->Times(D("1000"))->ToInteger(), rounded) << a << " " << b;
      }
    }
  }
}

TEST(Decimal, SumOfTenthsIsExact) {
  Decimal sum;
  for (int i = 0; i < 1000000; ++i) sum += D("0.1");
  EXPECT_EQ(sum.ToString(), "100000");
  for (int i = 0; i < 1000000; ++i) sum -= D("0.1");
  EXPECT_TRUE(sum.IsZero());
  EXPECT_EQ(sum, Decimal());
}

TEST(Decimal, BillionSumsOfTheLargestFit) {
  // 2^30 > 10^9 times the largest number that Parse takes.
  Decimal sum = D("999999999999999.999999999");
  for (int i = 0; i < 30; ++i) sum += sum;
  EXPECT_EQ(sum.ToString(), "1073741823999999999999998.926258176");
}

TEST(Decimal, ToFixedRoundsHalfAwayFromZero) {
  EXPECT_EQ(D("89.995").ToFixed(2), "90.00");
  EXPECT_EQ(D("89.994999999").ToFixed(2), "89.99");
  EXPECT_EQ(D("-0.005").ToFixed(2), "-0.01");
  EXPECT_EQ(D("-0.004").ToFixed(2), "0.00");
  EXPECT_EQ(D("2.5").ToFixed(0), "3");
  EXPECT_EQ(D("12.5").ToFixed(2), "12.50");
  EXPECT_EQ(D("7").ToFixed(3), "7.000");
}

TEST(Decimal, DividedBy) {
  // Shares printed in official reports.
  EXPECT_EQ(Decimal::FromInteger(8235300).DividedBy(Decimal::FromInteger(98200), 2)->ToString(),
            "83.86");
  EXPECT_EQ(D("1").DividedBy(D("3"), 9)->ToString(), "0.333333333");
  EXPECT_EQ(D("2").DividedBy(D("3"), 0)->ToString(), "1");
  EXPECT_EQ(D("1").DividedBy(Decimal(), 2), std::nullopt);
  EXPECT_EQ(D("999999999999999.999999999").DividedBy(D("0.000000001"), 0)->ToString(),
            "999999999999999999999999");
}

TEST(Decimal, TimesRefusesWhatDoesNotFit) {
  const Decimal large = D("999999999999999.999999999");
  EXPECT_EQ(large.Times(large), std::nullopt);
  EXPECT_EQ(D("999999999999999").Times(D("999999999999999"))->ToString(),
            "999999999999998000000000000001");
  EXPECT_EQ(D("0.000000001").Times(D("0.000000001"))->ToString(), "0.000000000000000001");
}

TEST(Decimal, CompareProductsIsExactWhereProductsDoNotFit) {
  const Decimal large = D("999999999999999.999999999");
  const Decimal less = D("999999999999999.999999998");
  const Decimal more = D("1000000").Times(D("1000000000")).value();  // 10^15
  EXPECT_EQ(Decimal::CompareProducts(large, large, large, large), std::strong_ordering::equal);
  // (n-1)(n+1) = n² - 1, in units of the last place
  EXPECT_EQ(Decimal::CompareProducts(less, more, large, large), std::strong_ordering::less);
  EXPECT_EQ(Decimal::CompareProducts(large, large, less, more), std::strong_ordering::greater);
  EXPECT_EQ(Decimal::CompareProducts(-large, large, -less, more), std::strong_ordering::less);
  EXPECT_EQ(Decimal::CompareProducts(-large, large, D("0"), more), std::strong_ordering::less);
  EXPECT_EQ(Decimal::CompareProducts(D("0.3"), D("0.3"), D("0.09"), D("1")),
            std::strong_ordering::equal);
  EXPECT_EQ(Decimal::CompareProducts(D("0"), D("-5"), D("3"), D("0")), std::strong_ordering::equal);
}

TEST(Decimal, OrderAcrossScales) {
  const std::vector<Decimal> ascending = {
      D("-10"),  D("-9.999"), D("-0.1"), D("0"),    D("0.000000001"), D("0.1"),
      D("0.11"), D("1"),      D("69.9"), D("89.5"), D("90"),          D("90.000000001")};
  for (std::size_t i = 0; i < ascending.size(); ++i)
    for (std::size_t j = 0; j < ascending.size(); ++j)
      EXPECT_EQ(ascending[i] <=> ascending[j], i <=> j);
}

TEST(Decimal, ToDoubleIsNearest) {
  EXPECT_EQ(D("0.1").ToDouble(), 0.1);
  EXPECT_EQ(D("-89.5").ToDouble(), -89.5);
  EXPECT_EQ(D("123456789.123456789").ToDouble(), 123456789.123456789);
  EXPECT_EQ(D("999999999999999.999999999").ToDouble(), 999999999999999.999999999);
  EXPECT_EQ(D("900719925474099.300000001").ToDouble(), 900719925474099.300000001);
}

TEST(Decimal, ToInteger) {
  EXPECT_EQ(D("-12").ToInteger(), -12);
  EXPECT_EQ(D("12.0").ToInteger(), 12);
  EXPECT_EQ(D("12.5").ToInteger(), std::nullopt);
  EXPECT_EQ(D("999999999999999").Times(D("999999")),
            Decimal(*D("999999999999999").Times(D("999999"))));
  EXPECT_EQ(D("999999999999999").Times(D("999999"))->ToInteger(), std::nullopt);
  const std::int64_t smallest = INT64_MIN;
  EXPECT_EQ(Decimal::FromInteger(smallest).ToInteger(), smallest);
  EXPECT_EQ(Decimal::FromInteger(smallest).ToString(), "-9223372036854775808");
  EXPECT_EQ((Decimal::FromInteger(INT64_MAX) + Decimal::FromInteger(1)).ToInteger(), std::nullopt);
}

TEST(DecimalDeathTest, SumThatDoesNotFitEndsTheProgram) {
#if GTEST_HAS_DEATH_TEST
  Decimal sum = D("999999999999999.999999999");
  EXPECT_DEATH(
      {
        for (int i = 0; i < 50; ++i) sum += sum;
      },
      "");
#else
  GTEST_SKIP() << "no death tests on this platform";
#endif
}

}  // namespace
}  // namespace pingshen
