#include "core/forms/xpath_number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>

namespace pingshen::forms {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
// 10^22 is the highest power of ten that a double holds exactly.
constexpr std::array<double, 23> kPowersOfTen = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                 1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr std::uint64_t kExactIntegers = std::uint64_t{1} << 53;

bool IsDigit(char byte) { return byte >= '0' && byte <= '9'; }

double Converted(std::string_view text) {
  // from_chars for doubles is missing in the browser's C++ library. The program never leaves the
  // "C" locale.
  return std::strtod(std::string(text).c_str(), nullptr);
}

// The length of digits[.digits] or .digits at the start of `text`; 0 when there is none.
std::size_t DecimalLength(std::string_view text) {
  std::size_t length = 0;
  std::size_t digits = 0;
  for (; length < text.size() && IsDigit(text[length]); ++length) ++digits;
  if (length < text.size() && text[length] == '.') {
    ++length;
    for (; length < text.size() && IsDigit(text[length]); ++length) ++digits;
  }
  return digits == 0 ? 0 : length;
}

// REQUIRES: DecimalLength(text) == text.size().
double UnsignedNumber(std::string_view text) {
  std::uint64_t digits = 0;
  std::size_t fraction = 0;
  bool after_point = false;
  for (const char byte : text) {
    if (byte == '.') {
      after_point = true;
      continue;
    }
    digits = digits * 10 + static_cast<std::uint64_t>(byte - '0');
    if (after_point) ++fraction;
    if (digits > kExactIntegers || fraction >= kPowersOfTen.size()) return Converted(text);
  }
  return static_cast<double>(digits) / kPowersOfTen[fraction];  // both exact: correctly rounded
}

int TwoDigits(std::string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

int DaysOfMonth(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

}  // namespace

bool IsBlank(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<double> DaysOfDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const std::size_t at : {0, 1, 2, 3, 5, 6, 8, 9})
    if (!IsDigit(text[at])) return std::nullopt;
  const int year = TwoDigits(text) * 100 + TwoDigits(text.substr(2));
  const int month = TwoDigits(text.substr(5));
  const int day = TwoDigits(text.substr(8));
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > DaysOfMonth(year, month))
    return std::nullopt;
  // Days of the proleptic Gregorian calendar, the year beginning in March so that a leap day is its
  // last.
  const int shifted_year = month > 2 ? year : year - 1;
  const int shifted_month = month > 2 ? month - 3 : month + 9;
  const int day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
  const int days =
      365 * shifted_year + shifted_year / 4 - shifted_year / 100 + shifted_year / 400 + day_of_year;
  constexpr int kDaysBefore1970 = 719468;
  return days - kDaysBefore1970;
}

double NumberOf(std::string_view text) {
  text = Trimmed(text);
  const bool negative = text.starts_with('-');
  const std::string_view digits = negative ? text.substr(1) : text;
  if (!digits.empty() && DecimalLength(digits) == digits.size())
    return negative ? -UnsignedNumber(digits) : UnsignedNumber(digits);
  return DaysOfDate(text).value_or(kNaN);
}

double NumberWithExponentOf(std::string_view text) {
  text = Trimmed(text);
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  const std::size_t mantissa = DecimalLength(text.substr(sign));
  std::size_t end = sign + mantissa;
  if (mantissa != 0 && end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
    ++end;
    if (end < text.size() && (text[end] == '-' || text[end] == '+')) ++end;
    const std::size_t first_digit = end;
    while (end < text.size() && IsDigit(text[end])) ++end;
    if (end > first_digit && end == text.size()) return Converted(text);
  }
  return NumberOf(text);
}

std::string TextOf(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number > 0 ? "Infinity" : "-Infinity";
  if (number == 0) return "0";
  // The longest: the smallest denormal with its sign, 0. and 1,074 digits.
  std::array<char, 1100> buffer;
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
  return std::string(buffer.data(), end.ptr);
}

double RoundedTo(double number, double places) {
  if (std::isnan(places)) return kNaN;
  if (!std::isfinite(number)) return number;
  constexpr double kMost = 22;
  const int digits = static_cast<int>(std::trunc(std::clamp(places, -kMost, kMost)));
  const double factor = kPowersOfTen[static_cast<std::size_t>(std::abs(digits))];
  if (digits < 0) return std::round(number / factor) * factor;
  const double scaled = number * factor;
  if (!std::isfinite(scaled)) return number;
  return std::round(scaled) / factor;
}

}  // namespace pingshen::forms
