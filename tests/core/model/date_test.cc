#include "core/model/date.h"

#include <gtest/gtest.h>

#include <ctime>

namespace pingshen::model {
namespace {

TEST(Date, OnlyDaysThatExist) {
  for (const char* date :
       {"2026-11-22", "1900-01-01", "2199-12-31", "2000-02-29", "1984-02-29", "2024-02-29"})
    EXPECT_TRUE(IsDate(date)) << date;
  for (const char* date : {"1900-02-29", "2100-02-29", "2026-02-29", "2026-04-31", "2026-13-01",
                           "2026-00-10", "2026-01-00", "1899-12-31", "2200-01-01", "2026-1-1",
                           "2026/01/01", "20260101", "", "2026-01-01 ", "２０２６-01-01"})
    EXPECT_FALSE(IsDate(date)) << date;
}

TEST(Date, EveryDayAgreesWithTheCLibrary) {
  // gmtime is an implementation of the calendar that is not ours.
  for (std::int64_t day = -25567; day < 84006; ++day) {  // 1900-01-01 … 2199-12-31
    const auto seconds = static_cast<std::time_t>(day * 86400);
    const std::tm* parts = std::gmtime(&seconds);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%d", parts);
    ASSERT_EQ(LocalDate(day * 86400000, 0), text);
    ASSERT_TRUE(IsDate(text)) << text;
  }
}

TEST(Date, LocalDateTurnsAtLocalMidnight) {
  const std::int64_t noon_utc = 1795348800000;  // 2026-11-22T12:00:00Z (date -u -d @1795348800)
  EXPECT_EQ(LocalDate(noon_utc, 480), "2026-11-22");
  const std::int64_t four_hours = 4 * 3600 * 1000;
  EXPECT_EQ(LocalDate(noon_utc + four_hours - 1, 480), "2026-11-22");
  EXPECT_EQ(LocalDate(noon_utc + four_hours, 480), "2026-11-23");
  EXPECT_EQ(LocalDate(noon_utc + four_hours, 0), "2026-11-22");
  EXPECT_EQ(LocalDate(-1, 0), "1969-12-31");
}

TEST(Date, UtcTimestamp) {
  EXPECT_EQ(UtcTimestamp(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(UtcTimestamp(1795348800000 + 5 * 60000 + 9999), "2026-11-22T12:05:09Z");
}

}  // namespace
}  // namespace pingshen::model
