// Calendar dates as text: "2026-11-22".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pingshen::model {

// What an answer's date may be.
inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 2199;

// A day of the Gregorian calendar that exists, in the years above.
bool DateExists(int year, int month, int day);
// "YYYY-MM-DD", ASCII digits, DateExists.
bool IsDate(std::string_view text);
// The local date at an instant; China: 480 minutes.
std::string LocalDate(std::int64_t utc_ms, int utc_offset_minutes);
// "2026-11-22T08:05:09Z".
std::string UtcTimestamp(std::int64_t utc_ms);

}  // namespace pingshen::model
