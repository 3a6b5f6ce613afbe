#include "core/expression/number.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/expression/expression.h"

namespace pingshen::expression {
namespace {

TEST(Number, OfATextIsXPathsNumberOrNaN) {
  EXPECT_EQ(NumberOf(" 12.50\n"), 12.5);
  EXPECT_EQ(NumberOf("-.5"), -0.5);
  EXPECT_EQ(NumberOf("5."), 5);
  for (const char* text : {"", " ", ".", "-", "1e3", "+1", "1 2", "Infinity", "0x10", "１"})
    EXPECT_TRUE(std::isnan(NumberOf(text))) << text;
}

TEST(Number, AsTextHasNoExponent) {
  EXPECT_EQ(TextOf(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(TextOf(1e21), "1000000000000000000000");
  EXPECT_EQ(TextOf(1e-7), "0.0000001");
  EXPECT_EQ(TextOf(-0.0), "0");
  EXPECT_EQ(TextOf(-1.0 / 0.0), "-Infinity");
}

TEST(Number, OfAnAnswerThatIsADateCountsDays) {
  const FixedZone china(480);
  EXPECT_EQ(NumberOfAnswer("1970-01-02", FixedZone(0)), 1);
  EXPECT_DOUBLE_EQ(NumberOfAnswer("1970-01-02", china), 1 - 8.0 / 24);
  EXPECT_EQ(NumberOfAnswer("1970-01-02T08:00:00.000+08:00", FixedZone(0)), 1);
  EXPECT_TRUE(std::isnan(NumberOfAnswer("2026-02-29", china)));
}

TEST(Number, RoundsHalvesAwayFromZeroAtAPlace) {
  EXPECT_EQ(RoundedTo(1.5, 0), 2);
  EXPECT_EQ(RoundedTo(-1.5, 0), -2);
  EXPECT_EQ(RoundedTo(2.15, 1), 2.2);
  EXPECT_EQ(RoundedTo(626.3, -3), 1000);
}

}  // namespace
}  // namespace pingshen::expression
