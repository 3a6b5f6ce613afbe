// Dates and date-times of ODK: texts into instants and back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/expression/time_zone.h"

namespace pingshen::expression {

inline constexpr double kDayMs = 86'400'000;

struct DateParts {  // of the proleptic Gregorian calendar
  std::int64_t year = 1970;
  int month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0;
};

// Days since 1970-01-01. REQUIRES: month 1 to 12.
std::int64_t DaysOf(std::int64_t year, int month, int day);
// `local_ms`: milliseconds since 1970-01-01T00:00 on the wall.
DateParts PartsOf(std::int64_t local_ms);
// 0 = Sunday.
int WeekdayOf(std::int64_t local_ms);

// The instant (ms since 1970-01-01T00:00Z) of "2026-11-22", "2026-11-22T08:30:00.5+08:00" and the
// same with one-digit months and days; seconds, their fraction and the zone may be missing.
// std::nullopt for days and times that do not exist.
std::optional<double> InstantOfText(std::string_view text, const TimeZone& zone);

// "2026-11-22" when the wall shows midnight, else "2026-11-22T08:30:00.500+08:00".
std::string TextOfInstant(double instant_ms, const TimeZone& zone);
// Always with the time.
std::string DateTimeText(double instant_ms, const TimeZone& zone);
// The wall's time at an instant, ms since 1970-01-01T00:00.
std::int64_t LocalOf(double instant_ms, const TimeZone& zone);

}  // namespace pingshen::expression
