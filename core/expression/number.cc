#include "core/expression/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace pingshen::expression {
namespace {

// 10^22 is the highest power of ten that a double holds exactly.
constexpr std::array<double, 23> kPowersOfTen = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                 1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr std::uint64_t kExactIntegers = std::uint64_t{1} << 53;

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

}  // namespace

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

double NumberOf(std::string_view text) {
  text = Trimmed(text);
  const bool negative = text.starts_with('-');
  const std::string_view digits = negative ? text.substr(1) : text;
  if (!digits.empty() && DecimalLength(digits) == digits.size())
    return negative ? -UnsignedNumber(digits) : UnsignedNumber(digits);
  return kNaN;
}

double NumberWithExponentOf(std::string_view text) {
  if (text.size() == 1 && IsDigit(text.front())) return text.front() - '0';
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

}  // namespace pingshen::expression
