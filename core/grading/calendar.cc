#include "core/grading/calendar.h"

#include <chrono>
#include <cstdio>

#include "core/model/date.h"

namespace pingshen::grading {
namespace {

constexpr int kFirstMonthOfStatisticalYear = 10;

bool IsWorkingDay(std::int64_t day, const Holidays& holidays) {
  if (holidays.worked.contains(day)) return true;
  if (holidays.off.contains(day)) return false;
  return Weekday(day) < 5;
}

int Digits(std::string_view text) {
  int number = 0;
  for (const char c : text) number = number * 10 + (c - '0');
  return number;
}

}  // namespace

std::optional<std::int64_t> DayNumber(std::string_view date) {
  if (!model::IsDate(date)) return std::nullopt;
  const std::chrono::year_month_day day{
      std::chrono::year(Digits(date.substr(0, 4))),
      std::chrono::month(static_cast<unsigned>(Digits(date.substr(5, 2)))),
      std::chrono::day(static_cast<unsigned>(Digits(date.substr(8, 2))))};
  return std::chrono::sys_days(day).time_since_epoch().count();
}

std::string DateOfDay(std::int64_t day) {
  const std::chrono::year_month_day date{
      std::chrono::sys_days(std::chrono::days(static_cast<int>(day)))};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

int Weekday(std::int64_t day) {
  const std::int64_t from_monday = (day + 3) % 7;  // 1970-01-01 was a Thursday
  return static_cast<int>(from_monday < 0 ? from_monday + 7 : from_monday);
}

std::optional<int> StatisticalYear(std::string_view date) {
  if (!model::IsDate(date)) return std::nullopt;
  const int year = Digits(date.substr(0, 4));
  return Digits(date.substr(5, 2)) >= kFirstMonthOfStatisticalYear ? year + 1 : year;
}

std::optional<std::int64_t> WorkingDays(std::string_view first, std::string_view last,
                                        const Holidays& holidays) {
  const auto from = DayNumber(first);
  const auto to = DayNumber(last);
  if (!from || !to) return std::nullopt;
  std::int64_t count = 0;
  for (std::int64_t day = *from; day <= *to; ++day)
    if (IsWorkingDay(day, holidays)) ++count;
  return count;
}

std::int64_t AddWorkingDays(std::int64_t day, std::int64_t n, const Holidays& holidays) {
  while (n > 0)
    if (IsWorkingDay(++day, holidays)) --n;
  return day;
}

}  // namespace pingshen::grading
