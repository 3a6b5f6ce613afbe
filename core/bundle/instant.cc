#include "core/bundle/instant.h"

#include <cassert>
#include <chrono>
#include <cstddef>

namespace pingshen::bundle {
namespace {

constexpr std::int64_t kMsOfDay = 86'400'000;

void AppendDigits(std::string& out, std::int64_t number, std::size_t width) {
  const std::string digits = std::to_string(number);
  out.append(width - digits.size(), '0');
  out += digits;
}

std::optional<std::int64_t> Digits(std::string_view text) {
  std::int64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

std::string FormatInstant(std::int64_t utc_ms) {
  assert(IsInstant(utc_ms));
  const std::chrono::year_month_day date{
      std::chrono::sys_days{std::chrono::days{static_cast<int>(utc_ms / kMsOfDay)}}};
  const std::int64_t ms = utc_ms % kMsOfDay;
  std::string out;
  AppendDigits(out, static_cast<int>(date.year()), 4);
  out += '-';
  AppendDigits(out, static_cast<unsigned>(date.month()), 2);
  out += '-';
  AppendDigits(out, static_cast<unsigned>(date.day()), 2);
  out += 'T';
  AppendDigits(out, ms / 3'600'000, 2);
  out += ':';
  AppendDigits(out, ms / 60'000 % 60, 2);
  out += ':';
  AppendDigits(out, ms / 1'000 % 60, 2);
  out += '.';
  AppendDigits(out, ms % 1'000, 3);
  out += 'Z';
  return out;
}

std::optional<std::int64_t> ParseInstant(std::string_view text) {
  if (text.size() != 24) return std::nullopt;
  const auto year = Digits(text.substr(0, 4)), month = Digits(text.substr(5, 2)),
             day = Digits(text.substr(8, 2)), hour = Digits(text.substr(11, 2)),
             minute = Digits(text.substr(14, 2)), second = Digits(text.substr(17, 2)),
             ms = Digits(text.substr(20, 3));
  if (!year || !month || !day || !hour || !minute || !second || !ms) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(*year)},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok() || *year < 1970 || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  const std::int64_t days = std::chrono::sys_days{date}.time_since_epoch().count();
  const std::int64_t utc_ms =
      days * kMsOfDay + *hour * 3'600'000 + *minute * 60'000 + *second * 1'000 + *ms;
  // The marks between the digits.
  if (FormatInstant(utc_ms) != text) return std::nullopt;
  return utc_ms;
}

}  // namespace pingshen::bundle
