#include "core/model/date.h"

#include <chrono>

namespace pingshen::model {
namespace {

std::string Padded(long long number, std::size_t width) {
  std::string digits = std::to_string(number < 0 ? 0 : number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

std::chrono::sys_time<std::chrono::milliseconds> Instant(std::int64_t utc_ms) {
  return std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(utc_ms));
}

std::string Written(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return Padded(static_cast<int>(date.year()), 4) + "-" +
         Padded(static_cast<unsigned>(date.month()), 2) + "-" +
         Padded(static_cast<unsigned>(date.day()), 2);
}

}  // namespace

bool DateExists(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || day < 1) return false;
  return std::chrono::year_month_day(std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

bool IsDate(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  if (text.size() != kShape.size()) return false;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == 'd' ? !digit : text[i] != '-') return false;
  }
  const auto number = [&](std::size_t begin, std::size_t count) {
    int out = 0;
    for (const char c : text.substr(begin, count)) out = out * 10 + (c - '0');
    return out;
  };
  return DateExists(number(0, 4), number(5, 2), number(8, 2));
}

std::string LocalDate(std::int64_t utc_ms, int utc_offset_minutes) {
  return Written(std::chrono::floor<std::chrono::days>(Instant(utc_ms) +
                                                       std::chrono::minutes(utc_offset_minutes)));
}

std::string UtcTimestamp(std::int64_t utc_ms) {
  const auto instant = Instant(utc_ms);
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const auto seconds = std::chrono::floor<std::chrono::seconds>(instant - day).count();
  return Written(day) + "T" + Padded(seconds / 3600, 2) + ":" + Padded(seconds / 60 % 60, 2) + ":" +
         Padded(seconds % 60, 2) + "Z";
}

}  // namespace pingshen::model
