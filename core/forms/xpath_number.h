// Numbers of XPath 1.0: from text, to text, rounded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pingshen::forms {

// number(): blanks around it are skipped; "-12", "1.", ".5". No plus, no exponent.
// A date "2026-11-22" is the number of days since 1970-01-01, as in ODK XForms, but without a time
// zone. Everything else is NaN.
double NumberOf(std::string_view text);

// int() reads exponents too ("7.9e-12"), as the reference evaluators do.
double NumberWithExponentOf(std::string_view text);

// string(): the shortest decimal text that gives the number back; never an exponent; "NaN",
// "Infinity", "-Infinity"; "0" for -0.
std::string TextOf(double number);

// Half away from zero, to `places` digits after the point; negative: before it.
double RoundedTo(double number, double places);

// nullopt when the text is not a date that exists.
std::optional<double> DaysOfDate(std::string_view text);

bool IsBlank(char byte);  // space, tab, line feed, carriage return
std::string_view Trimmed(std::string_view text);

}  // namespace pingshen::forms
