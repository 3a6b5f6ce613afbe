#include "core/expression/date.h"

#include <gtest/gtest.h>

namespace pingshen::expression {
namespace {

TEST(Date, ReadsAndPrintsInTheZoneOfTheWall) {
  const FixedZone china(480);
  EXPECT_EQ(InstantOfText("2026-11-22", china), 1795305600000.0 - 8 * 3600000.0);
  EXPECT_EQ(TextOfInstant(*InstantOfText("2026-11-22", china), china), "2026-11-22");
  EXPECT_EQ(TextOfInstant(*InstantOfText("2026-11-22T08:30:00.5", china), china),
            "2026-11-22T08:30:00.500+08:00");
  EXPECT_EQ(TextOfInstant(-86400000, FixedZone(-420)), "1969-12-30T17:00:00.000-07:00");
  EXPECT_EQ(TextOfInstant(*InstantOfText("1970-1-2", china), china), "1970-01-02");
}

TEST(Date, RefusesDaysAndTimesThatDoNotExist) {
  const FixedZone utc(0);
  for (const char* text : {"", "opv_3", "2026-02-29", "2026-13-01", "2026-00-01",
                           "2026-11-22T24:00:00", "2026-11-22T08:60", "2026-11-22T08:30:60",
                           "2026-11-22T08:30+08:60", "2026-11-22x", "20261122"})
    EXPECT_FALSE(InstantOfText(text, utc)) << text;
  EXPECT_TRUE(InstantOfText("2024-02-29", utc));
}

TEST(Date, CalendarOfEveryDayOfFourCenturies) {
  const std::int64_t first = DaysOf(1800, 1, 1);
  for (std::int64_t day = first; day < first + 146'097; ++day) {
    const DateParts parts = PartsOf(day * 86'400'000);
    ASSERT_EQ(DaysOf(parts.year, parts.month, parts.day), day);
  }
  EXPECT_EQ(WeekdayOf(DaysOf(2026, 11, 24) * 86'400'000), 2);
  EXPECT_EQ(WeekdayOf(DaysOf(1969, 12, 28) * 86'400'000), 0);
}

// A zone with the rule of Berlin in 2026: +1, +2 between 2026-03-29T01:00Z and 2026-10-25T01:00Z.
class Berlin2026 final : public TimeZone {
 public:
  int OffsetMinutes(std::int64_t utc_ms) const override {
    return utc_ms >= 1774746000000 && utc_ms < 1792890000000 ? 120 : 60;
  }
};

TEST(Date, LocalTimesAroundAChangeOfTheClock) {
  const Berlin2026 berlin;
  const auto text = [&](std::string_view local) {
    return DateTimeText(*InstantOfText(local, berlin), berlin);
  };
  EXPECT_EQ(text("2026-03-29T01:59:59"), "2026-03-29T01:59:59.000+01:00");
  EXPECT_EQ(text("2026-03-29T02:30:00"), "2026-03-29T03:30:00.000+02:00");
  EXPECT_EQ(text("2026-10-25T02:30:00"), "2026-10-25T02:30:00.000+02:00");
  EXPECT_EQ(text("2026-10-25T03:00:00"), "2026-10-25T03:00:00.000+01:00");
}

}  // namespace
}  // namespace pingshen::expression
