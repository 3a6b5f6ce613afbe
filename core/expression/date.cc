#include "core/expression/date.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "core/expression/number.h"

namespace pingshen::expression {
namespace {

constexpr std::int64_t kSecond_ms = 1000;
constexpr std::int64_t kMinute_ms = 60 * kSecond_ms;
constexpr std::int64_t kHour_ms = 60 * kMinute_ms;
constexpr std::int64_t kDay_ms = 24 * kHour_ms;

std::int64_t FloorDivided(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

bool IsLeap(std::int64_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int DaysOfMonth(std::int64_t year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && IsLeap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

// Takes what it recognises from the front of a text.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool Take(char byte) {
    if (text_.empty() || text_.front() != byte) return false;
    text_.remove_prefix(1);
    return true;
  }
  // A number of `least` to `most` digits; -1 when it does not stand here.
  int Digits(std::size_t least, std::size_t most) {
    std::size_t length = 0;
    int value = 0;
    while (length < most && length < text_.size() && text_[length] >= '0' && text_[length] <= '9')
      value = value * 10 + (text_[length++] - '0');
    if (length < least) return -1;
    text_.remove_prefix(length);
    return value;
  }
  // The digits behind a point as milliseconds.
  int Milliseconds() {
    int value = 0;
    std::size_t length = 0;
    for (; length < text_.size() && text_[length] >= '0' && text_[length] <= '9'; ++length)
      if (length < 3) value = value * 10 + (text_[length] - '0');
    if (length == 0) return -1;
    for (std::size_t i = length; i < 3; ++i) value *= 10;
    text_.remove_prefix(length);
    return value;
  }
  bool AtEnd() const { return text_.empty(); }

 private:
  std::string_view text_;
};

// "Z", "+08:00", "-0700", "+08"; minutes. std::nullopt: malformed.
std::optional<int> ZoneOffset(Reader& reader) {
  if (reader.Take('Z')) return 0;
  const bool negative = reader.Take('-');
  if (!negative && !reader.Take('+')) return std::nullopt;
  const int hours = reader.Digits(2, 2);
  if (hours < 0 || hours > 14) return std::nullopt;
  int minutes = 0;
  const bool colon = reader.Take(':');
  if (colon || !reader.AtEnd()) minutes = reader.Digits(2, 2);
  if (minutes < 0 || minutes > 59) return std::nullopt;
  const int offset = hours * 60 + minutes;
  return negative ? -offset : offset;
}

}  // namespace

std::int64_t DaysOf(std::int64_t year, int month, int day) {
  // The year begins in March, so that a leap day is its last.
  const std::int64_t shifted_year = month > 2 ? year : year - 1;
  const int shifted_month = month > 2 ? month - 3 : month + 9;
  const std::int64_t era = FloorDivided(shifted_year, 400);
  const std::int64_t year_of_era = shifted_year - era * 400;
  const std::int64_t day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  constexpr std::int64_t kDaysOfEra = 146'097;
  constexpr std::int64_t kDaysBefore1970 = 719'468;
  return era * kDaysOfEra + day_of_era - kDaysBefore1970;
}

DateParts PartsOf(std::int64_t local_ms) {
  const std::int64_t days = FloorDivided(local_ms, kDay_ms);
  const std::int64_t of_day = local_ms - days * kDay_ms;
  DateParts parts;
  constexpr std::int64_t kDaysOfEra = 146'097;
  const std::int64_t shifted = days + 719'468;
  const std::int64_t era = FloorDivided(shifted, kDaysOfEra);
  const std::int64_t day_of_era = shifted - era * kDaysOfEra;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month = (5 * day_of_year + 2) / 153;
  parts.day = static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1);
  parts.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  parts.year = year_of_era + era * 400 + (parts.month <= 2 ? 1 : 0);
  parts.hour = static_cast<int>(of_day / kHour_ms);
  parts.minute = static_cast<int>(of_day / kMinute_ms % 60);
  parts.second = static_cast<int>(of_day / kSecond_ms % 60);
  parts.millisecond = static_cast<int>(of_day % kSecond_ms);
  return parts;
}

int WeekdayOf(std::int64_t local_ms) {
  constexpr std::int64_t kThursday = 4;  // 1970-01-01
  const std::int64_t days = FloorDivided(local_ms, kDay_ms) + kThursday;
  return static_cast<int>(days - FloorDivided(days, 7) * 7);
}

std::optional<double> InstantOfText(std::string_view text, const TimeZone& zone) {
  // The cheapest way to say no, for all the texts that are no dates.
  if (text.size() < 8 || text[4] != '-') return std::nullopt;
  Reader reader(text);
  const int year = reader.Digits(4, 4);
  if (year < 0 || !reader.Take('-')) return std::nullopt;
  const int month = reader.Digits(1, 2);
  if (month < 1 || month > 12 || !reader.Take('-')) return std::nullopt;
  const int day = reader.Digits(1, 2);
  if (day < 1 || day > DaysOfMonth(year, month)) return std::nullopt;
  std::int64_t local_ms = DaysOf(year, month, day) * kDay_ms;
  if (reader.AtEnd()) return static_cast<double>(InstantOfLocal(local_ms, zone));
  if (!reader.Take('T') && !reader.Take(' ')) return std::nullopt;
  const int hour = reader.Digits(1, 2);
  if (hour < 0 || hour > 23 || !reader.Take(':')) return std::nullopt;
  const int minute = reader.Digits(2, 2);
  if (minute < 0 || minute > 59) return std::nullopt;
  int second = 0;
  int millisecond = 0;
  if (reader.Take(':')) {
    second = reader.Digits(2, 2);
    if (second < 0 || second > 59) return std::nullopt;
    if (reader.Take('.')) millisecond = reader.Milliseconds();
    if (millisecond < 0) return std::nullopt;
  }
  local_ms += hour * kHour_ms + minute * kMinute_ms + second * kSecond_ms + millisecond;
  if (reader.AtEnd()) return static_cast<double>(InstantOfLocal(local_ms, zone));
  const auto offset = ZoneOffset(reader);
  if (!offset || !reader.AtEnd()) return std::nullopt;
  return static_cast<double>(local_ms - *offset * kMinute_ms);
}

std::int64_t LocalOf(double instant_ms, const TimeZone& zone) {
  const auto instant = static_cast<std::int64_t>(std::floor(instant_ms));
  return instant + zone.OffsetMinutes(instant) * kMinute_ms;
}

namespace {

std::string Printed(double instant_ms, const TimeZone& zone, bool always_time) {
  // The years that four digits hold; beyond, a date is no text that anybody reads back.
  constexpr double kMostMs = 253'402'300'800'000;
  if (!(std::fabs(instant_ms) < kMostMs)) return "Invalid Date";
  const std::int64_t local_ms = LocalOf(instant_ms, zone);
  const DateParts parts = PartsOf(local_ms);
  std::array<char, 64> buffer;
  const auto year = static_cast<long long>(parts.year);
  int length = 0;
  if (!always_time && local_ms == FloorDivided(local_ms, kDay_ms) * kDay_ms) {
    length = std::snprintf(buffer.data(), buffer.size(), "%04lld-%02d-%02d", year, parts.month,
                           parts.day);
  } else {
    const int offset = zone.OffsetMinutes(static_cast<std::int64_t>(std::floor(instant_ms)));
    const int size = offset < 0 ? -offset : offset;
    length = std::snprintf(buffer.data(), buffer.size(),
                           "%04lld-%02d-%02dT%02d:%02d:%02d.%03d%c%02d:%02d", year, parts.month,
                           parts.day, parts.hour, parts.minute, parts.second, parts.millisecond,
                           offset < 0 ? '-' : '+', size / 60, size % 60);
  }
  return {buffer.data(), static_cast<std::size_t>(length)};
}

}  // namespace

std::string TextOfInstant(double instant_ms, const TimeZone& zone) {
  return Printed(instant_ms, zone, false);
}

std::string DateTimeText(double instant_ms, const TimeZone& zone) {
  return Printed(instant_ms, zone, true);
}

double NumberOfAnswer(std::string_view text, const TimeZone& zone) {
  const double number = NumberOf(text);
  if (!std::isnan(number)) return number;
  const auto instant = InstantOfText(Trimmed(text), zone);
  return instant ? *instant / kDayMs : number;
}

}  // namespace pingshen::expression
