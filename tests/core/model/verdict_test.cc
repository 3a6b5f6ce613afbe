#include "core/model/verdict.h"

#include <gtest/gtest.h>

namespace pingshen::model {
namespace {

std::string Display(std::string_view earned, std::string_view total, std::string_view attainable) {
  PointsVerdict verdict;
  verdict.earned = Decimal::Parse(earned).value();
  verdict.total = Decimal::Parse(total).value();
  verdict.attainable = Decimal::Parse(attainable).value();
  return verdict.DisplayScore();
}

TEST(PointsVerdict, DisplayScoreIsRoundedHalfUp) {
  EXPECT_EQ(Display("89.5", "100", "100"), "89.5");
  EXPECT_EQ(Display("62.3", "100", "78"), "79.87");
  EXPECT_EQ(Display("2", "100", "3"), "66.67");
  EXPECT_EQ(Display("89.995", "100", "100"), "90");
  EXPECT_EQ(Display("0", "100", "80"), "0");
  EXPECT_EQ(Display("0", "100", "0"), "0");
  const char* beyond = "999999999999999.999999999";
  EXPECT_EQ(Display(beyond, beyond, beyond), "");
}

}  // namespace
}  // namespace pingshen::model
