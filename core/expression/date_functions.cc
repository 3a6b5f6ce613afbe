// Dates and times. A date is an instant; without a zone it is the midnight of the wall.
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>

#include "core/expression/date.h"
#include "core/expression/evaluator.h"
#include "core/expression/functions.h"
#include "core/expression/number.h"

namespace pingshen::expression {
namespace {

using program::Code;

// The instant that a value means: a date, a number of days, or a text with either. NaN: none.
double InstantOf(Evaluator& evaluator, const Value& value) {
  if (value.kind == Value::Kind::kDate) return value.number;
  if (value.kind == Value::Kind::kBoolean) return kNaN;
  if (value.kind == Value::Kind::kNumber) return std::round(value.number * kDayMs);
  const std::string_view text = Trimmed(evaluator.ToText(value));
  if (const auto instant = InstantOfText(text, evaluator.zone())) return *instant;
  return std::round(NumberOf(text) * kDayMs);
}

Value Today(Evaluator& evaluator, const Code&) {
  const auto now = static_cast<double>(evaluator.environment().NowUtcMs());
  const std::int64_t local_ms = LocalOf(now, evaluator.zone());
  const DateParts parts = PartsOf(local_ms);
  const std::int64_t midnight =
      DaysOf(parts.year, parts.month, parts.day) * static_cast<std::int64_t>(kDayMs);
  return Value::Date(static_cast<double>(InstantOfLocal(midnight, evaluator.zone())));
}

Value Now(Evaluator& evaluator, const Code&) {
  Value now = Value::Date(static_cast<double>(evaluator.environment().NowUtcMs()));
  now.boolean = true;  // printed with its time even at midnight
  return now;
}

Value Date(Evaluator& evaluator, const Code& code) {
  const Value value = evaluator.ArgumentValue(code, 0);
  const bool text = value.kind == Value::Kind::kText || value.kind == Value::Kind::kNodes;
  if (text && Trimmed(evaluator.ToText(value)).empty()) return Value::Of(std::string_view());
  return Value::Date(InstantOf(evaluator, value));
}

Value DecimalDateTime(Evaluator& evaluator, const Code& code) {
  return Value::Of(InstantOf(evaluator, evaluator.ArgumentValue(code, 0)) / kDayMs);
}

// The part of the wall's day that has passed: of "08:30:00.000+08:00", a date-time or a date.
Value DecimalTime(Evaluator& evaluator, const Code& code) {
  const Value value = evaluator.ArgumentValue(code, 0);
  double instant = kNaN;
  if (value.kind == Value::Kind::kText || value.kind == Value::Kind::kNodes) {
    const std::string_view text = Trimmed(evaluator.ToText(value));
    if (text.find('-') == 4 || text.empty())
      instant = InstantOfText(text, evaluator.zone()).value_or(kNaN);
    else  // on the day when days are counted from 0
      instant = InstantOfText("1970-01-01T" + std::string(text), evaluator.zone()).value_or(kNaN);
  } else {
    instant = InstantOf(evaluator, value);
  }
  if (std::isnan(instant)) return Value::Of(kNaN);
  const auto local_ms = static_cast<double>(LocalOf(instant, evaluator.zone()));
  return Value::Of((local_ms - std::floor(local_ms / kDayMs) * kDayMs) / kDayMs);
}

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> kWeekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                       "Thursday", "Friday", "Saturday"};

void Append(std::string& out, long long number, int width) {
  std::array<char, 32> buffer;
  const int length = std::snprintf(buffer.data(), buffer.size(), "%0*lld", width, number);
  out.append(buffer.data(), static_cast<std::size_t>(length));
}

// One directive of format-date(); false when there is no such.
bool AppendPart(std::string& out, char directive, const DateParts& parts, int weekday) {
  switch (directive) {
    case 'Y':
      Append(out, parts.year, 4);
      break;
    case 'y':
      Append(out, (parts.year % 100 + 100) % 100, 2);
      break;
    case 'm':
      Append(out, parts.month, 2);
      break;
    case 'n':
      Append(out, parts.month, 1);
      break;
    case 'b':
      out += kMonths[static_cast<std::size_t>(parts.month - 1)].substr(0, 3);
      break;
    case 'B':
      out += kMonths[static_cast<std::size_t>(parts.month - 1)];
      break;
    case 'd':
      Append(out, parts.day, 2);
      break;
    case 'e':
      Append(out, parts.day, 1);
      break;
    case 'H':
      Append(out, parts.hour, 2);
      break;
    case 'h':
      Append(out, parts.hour, 1);
      break;
    case 'M':
      Append(out, parts.minute, 2);
      break;
    case 'S':
      Append(out, parts.second, 2);
      break;
    case '3':
      Append(out, parts.millisecond, 3);
      break;
    case 'a':
      out += kWeekdays[static_cast<std::size_t>(weekday)].substr(0, 3);
      break;
    case 'A':
      out += kWeekdays[static_cast<std::size_t>(weekday)];
      break;
    case '%':
      out += '%';
      break;
    default:
      return false;
  }
  return true;
}

Value FormatDate(Evaluator& evaluator, const Code& code) {
  const double instant = InstantOf(evaluator, evaluator.ArgumentValue(code, 0));
  const std::string_view format = evaluator.ArgumentText(code, 1);
  if (!(std::fabs(instant) < 1e15)) return Value::Of(std::string_view());
  const std::int64_t local_ms = LocalOf(instant, evaluator.zone());
  const DateParts parts = PartsOf(local_ms);
  std::string out;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%' || i + 1 == format.size()) {
      out += format[i];
      continue;
    }
    ++i;
    if (!AppendPart(out, format[i], parts, WeekdayOf(local_ms)))
      return evaluator.Fail(code, "format-date() knows no %" + std::string(1, format[i]));
    if (!evaluator.Spend(1)) return {};
  }
  return Value::Of(evaluator.Keep(out));
}

constexpr std::array kDateFunctions = {
    FunctionInfo{"today", 0, 0, Type::kDate, Today, 0, true},
    FunctionInfo{"now", 0, 0, Type::kDate, Now, 0, true},
    FunctionInfo{"date", 1, 1, Type::kDate, Date},
    FunctionInfo{"date-time", 1, 1, Type::kDate, Date},
    FunctionInfo{"decimal-date-time", 1, 1, Type::kNumber, DecimalDateTime},
    FunctionInfo{"decimal-date", 1, 1, Type::kNumber, DecimalDateTime},
    FunctionInfo{"decimal-time", 1, 1, Type::kNumber, DecimalTime},
    FunctionInfo{"format-date", 2, 2, Type::kString, FormatDate},
    FunctionInfo{"format-date-time", 2, 2, Type::kString, FormatDate},
};

}  // namespace

std::span<const FunctionInfo> DateFunctions() { return kDateFunctions; }

}  // namespace pingshen::expression
