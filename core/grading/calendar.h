// Days: reporting periods, the statistical year, working days.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace pingshen::grading {

// Days since 1970-01-01; nullopt when it is no date "2026-11-22" that exists.
std::optional<std::int64_t> DayNumber(std::string_view date);
std::string DateOfDay(std::int64_t day);
// 0 Monday … 6 Sunday.
int Weekday(std::int64_t day);

// The statistical year of 三网监测 that a date lies in: 1 October to 30 September, named by the year
// in which it ends. nullopt when it is no date.
std::optional<int> StatisticalYear(std::string_view date);

// Days that differ from the week: public holidays, and weekends that are worked.
struct Holidays {
  std::set<std::int64_t> off;
  std::set<std::int64_t> worked;
};
// Working days from `first` to `last`, both included; 0 when last is before first. nullopt when one
// is no date.
std::optional<std::int64_t> WorkingDays(std::string_view first, std::string_view last,
                                        const Holidays& holidays = {});
// The day on which the n-th working day after `day` falls (n ≥ 1), the day itself not counted.
std::int64_t AddWorkingDays(std::int64_t day, std::int64_t n, const Holidays& holidays = {});

}  // namespace pingshen::grading
