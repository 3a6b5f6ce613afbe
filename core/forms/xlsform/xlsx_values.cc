#include "core/forms/xlsform/xlsx_values.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "core/forms/xlsform/text.h"

namespace pingshen::forms::xlsform {
namespace {

constexpr double kSecondsOfDay = 86400;
constexpr double kLargestExact = 9007199254740992.0;  // 2^53
constexpr double kLargestDay = 2958465;               // 9999-12-31

std::string TwoDigits(long value) { return (value < 10 ? "0" : "") + std::to_string(value); }

// Spreadsheets keep binary fractions in up to 17 digits; the shortest text that reads back as the
// same number is what the author typed.
std::string PlainNumber(double value) {
  if (value == std::floor(value) && std::fabs(value) < kLargestExact) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.0f", value == 0 ? 0.0 : value);
    return text.data();
  }
  std::array<char, 64> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
  return {text.data(), end.ptr};
}

std::string TimeText(long seconds) {
  return TwoDigits(seconds / 3600 % 24) + ":" + TwoDigits(seconds / 60 % 60) + ":" +
         TwoDigits(seconds % 60);
}

std::string DateText(long days, bool since_1904) {
  using namespace std::chrono;
  // Serial number 60 is the 29th of February 1900, which never was: before it days are one lower.
  const sys_days epoch = since_1904 ? sys_days(year{1904} / January / 1)
                                    : sys_days(year{1899} / December / (days < 60 ? 31 : 30));
  const year_month_day date(epoch + std::chrono::days(days));
  const int year_number = static_cast<int>(date.year());
  std::string year_text = std::to_string(year_number);
  year_text.insert(0, year_text.size() < 4 ? 4 - year_text.size() : 0, '0');
  return year_text + "-" + TwoDigits(static_cast<unsigned>(date.month())) + "-" +
         TwoDigits(static_cast<unsigned>(date.day()));
}

}  // namespace

NumberKind KindOfBuiltIn(unsigned number) {
  if ((number >= 14 && number <= 17) || (number >= 27 && number <= 31) ||
      (number >= 50 && number <= 54) || number == 36 || number == 57 || number == 58)
    return NumberKind::kDate;
  if (number == 22) return NumberKind::kDateTime;
  if ((number >= 18 && number <= 21) || (number >= 32 && number <= 35) ||
      (number >= 45 && number <= 47) || number == 55 || number == 56)
    return NumberKind::kTime;
  return NumberKind::kPlain;
}

NumberKind KindOfFormat(std::string_view code) {
  bool date = false;
  bool time = false;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char letter = code[at];
    if (letter == ';') break;  // only the section for positive numbers
    if (letter == '"') {
      at = code.find('"', at + 1);
      if (at == std::string_view::npos) break;
    } else if (letter == '\\' || letter == '_' || letter == '*') {
      ++at;
    } else if (letter == '[') {
      const std::size_t end = code.find(']', at);
      if (end == std::string_view::npos) break;
      const std::string_view inner = code.substr(at + 1, end - at - 1);
      if (inner.find_first_not_of("hHmMsS") == std::string_view::npos && !inner.empty())
        time = true;
      at = end;
    } else if (letter == 'y' || letter == 'Y' || letter == 'd' || letter == 'D' || letter == 'e') {
      date = true;
    } else if (letter == 'h' || letter == 'H' || letter == 's' || letter == 'S') {
      time = true;
    } else if (code.substr(at).starts_with("General")) {
      at += 6;
    } else if (letter == 'E') {
      ++at;  // exponent: "E+00"
    }
  }
  // Months alone ("mmm") are dates; minutes never stand alone.
  if (!date && !time && code.find_first_of("mM") != std::string_view::npos &&
      code.find_first_of("0#?\"[\\") == std::string_view::npos)
    date = true;
  if (date && time) return NumberKind::kDateTime;
  return date ? NumberKind::kDate : time ? NumberKind::kTime : NumberKind::kPlain;
}

std::string NumberText(std::string_view stored, NumberKind kind, bool since_1904) {
  const auto number = NumberOf(stored);
  if (!number) return std::string(stored);
  const double value = *number;
  if (kind == NumberKind::kPlain || value < 0 || value > kLargestDay) return PlainNumber(value);
  const double whole = std::floor(value);
  auto days = static_cast<long>(whole);
  long seconds = std::lround((value - whole) * kSecondsOfDay);
  if (seconds == static_cast<long>(kSecondsOfDay)) {
    seconds = 0;
    ++days;
  }
  if (kind == NumberKind::kTime && days == 0) return TimeText(seconds);
  if (kind == NumberKind::kDate && seconds == 0) return DateText(days, since_1904);
  if (days == 0) return TimeText(seconds);
  return DateText(days, since_1904) + " " + TimeText(seconds);
}

}  // namespace pingshen::forms::xlsform
