// Numbers and texts into each other: XPath 1.0, section 4.4, with the dates of ODK.
#pragma once

#include <limits>
#include <string>
#include <string_view>

#include "core/expression/time_zone.h"

namespace pingshen::expression {

inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

constexpr bool IsDigit(char byte) { return byte >= '0' && byte <= '9'; }

// XPath's blanks: space, tab, line feed, carriage return.
constexpr bool IsBlank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}
std::string_view Trimmed(std::string_view text);

// number(text): optional blanks, "-", digits with a point. NaN for everything else.
double NumberOf(std::string_view text);
// As NumberOf; a date or date-time as the days since 1970-01-01T00:00Z, without a zone in `zone`.
// "2026-11-22" in UTC+8 is 20778.666….
double NumberOfAnswer(std::string_view text, const TimeZone& zone);

// As NumberOf; an exponent may follow.
double NumberWithExponentOf(std::string_view text);

// string(number): no exponent, as few digits as tell the number apart; "NaN", "Infinity",
// "-Infinity".
std::string TextOf(double number);

// Half up: floor(number * 10^places + 0.5) / 10^places. NaN places: 0.
double RoundedTo(double number, double places);

}  // namespace pingshen::expression
