// Texts. Characters are code points, as XPath counts them.
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "core/base/utf8.h"
#include "core/expression/evaluator.h"
#include "core/expression/functions.h"
#include "core/expression/number.h"
#include "core/expression/pattern.h"

namespace pingshen::expression {
namespace {

using program::Code;

// The text of argument `index`, or of `.` when there is none.
std::string_view ArgumentOrSelf(Evaluator& evaluator, const Code& code, std::size_t index) {
  return index < code.count ? evaluator.ArgumentText(code, index)
                            : evaluator.ToText(Value::Of(evaluator.Current()));
}

// All members of node-sets, everything else as one text, behind one another with `separator`
// between.
Value Joined(Evaluator& evaluator, const Code& code, std::size_t first,
             std::string_view separator) {
  std::string out;
  bool started = false;
  const auto add = [&](std::string_view text) {
    if (started) out += separator;
    started = true;
    out += text;
    return evaluator.Spend(text.size());
  };
  for (std::size_t i = first; i < code.count; ++i) {
    const Value value = evaluator.ArgumentValue(code, i);
    if (value.kind != Value::Kind::kNodes) {
      if (!add(evaluator.ToText(value))) return {};
      continue;
    }
    for (std::size_t k = 0; k < value.nodes.size(); ++k)
      if (!add(evaluator.TextAt(value.nodes, k))) return {};
  }
  return Value::Of(evaluator.Keep(out));
}

Value Concat(Evaluator& evaluator, const Code& code) { return Joined(evaluator, code, 0, ""); }

Value Join(Evaluator& evaluator, const Code& code) {
  return Joined(evaluator, code, 1, evaluator.ArgumentText(code, 0));
}

Value Contains(Evaluator& evaluator, const Code& code) {
  const std::string_view text = evaluator.ArgumentText(code, 0);
  return Value::Of(text.find(evaluator.ArgumentText(code, 1)) != std::string_view::npos);
}

Value StartsWith(Evaluator& evaluator, const Code& code) {
  const std::string_view text = evaluator.ArgumentText(code, 0);
  return Value::Of(text.starts_with(evaluator.ArgumentText(code, 1)));
}

Value EndsWith(Evaluator& evaluator, const Code& code) {
  const std::string_view text = evaluator.ArgumentText(code, 0);
  return Value::Of(text.ends_with(evaluator.ArgumentText(code, 1)));
}

Value SubstringBefore(Evaluator& evaluator, const Code& code) {
  const std::string_view text = evaluator.ArgumentText(code, 0);
  const std::size_t at = text.find(evaluator.ArgumentText(code, 1));
  return Value::Of(at == std::string_view::npos ? std::string_view() : text.substr(0, at));
}

Value SubstringAfter(Evaluator& evaluator, const Code& code) {
  const std::string_view text = evaluator.ArgumentText(code, 0);
  const std::string_view part = evaluator.ArgumentText(code, 1);
  const std::size_t at = text.find(part);
  return Value::Of(at == std::string_view::npos ? std::string_view()
                                                : text.substr(at + part.size()));
}

// The characters at positions first <= i < end, counted from 0.
std::string_view Slice(std::string_view text, double first, double end) {
  std::size_t from = text.size();
  std::size_t to = text.size();
  double position = 0;
  for (std::size_t at = 0; at < text.size(); ++position) {
    if (position >= first && at < from) from = at;
    if (position >= end) {
      to = at;
      break;
    }
    NextCodePoint(text, at);
  }
  return from < to ? text.substr(from, to - from) : std::string_view();
}

// XPath 1.0, 4.2: positions from 1, both figures rounded, NaN gives nothing.
Value Substring(Evaluator& evaluator, const Code& code) {
  const std::string_view text = evaluator.ArgumentText(code, 0);
  const auto rounded = [](double number) { return std::floor(number + 0.5); };
  const double first = rounded(evaluator.ArgumentNumber(code, 1));
  const double end = code.count == 3 ? first + rounded(evaluator.ArgumentNumber(code, 2))
                                     : std::numeric_limits<double>::infinity();
  if (std::isnan(first) || std::isnan(end)) return Value::Of(std::string_view());
  return Value::Of(Slice(text, first - 1, end - 1));
}

// ODK: positions from 0, negative ones from the end, the end is not included.
Value Substr(Evaluator& evaluator, const Code& code) {
  const std::string_view text = evaluator.ArgumentText(code, 0);
  const auto length = static_cast<double>(CodePointCount(text));
  const auto position = [&](double number) {
    if (std::isnan(number)) return 0.0;
    number = std::trunc(number);
    return number < 0 ? std::fmax(0, length + number) : number;
  };
  const double first = position(evaluator.ArgumentNumber(code, 1));
  const double end = code.count == 3 ? position(evaluator.ArgumentNumber(code, 2)) : length;
  return Value::Of(Slice(text, first, end));
}

Value StringLength(Evaluator& evaluator, const Code& code) {
  return Value::Of(static_cast<double>(CodePointCount(ArgumentOrSelf(evaluator, code, 0))));
}

Value NormalizeSpace(Evaluator& evaluator, const Code& code) {
  const std::string_view text = Trimmed(ArgumentOrSelf(evaluator, code, 0));
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!IsBlank(text[i]))
      out += text[i];
    else if (!IsBlank(text[i - 1]))
      out += ' ';
  }
  return Value::Of(evaluator.Keep(out));
}

Value Translate(Evaluator& evaluator, const Code& code) {
  const std::string_view text = evaluator.ArgumentText(code, 0);
  const auto characters = [](std::string_view from) {
    std::vector<char32_t> list;
    for (std::size_t at = 0; at < from.size();) list.push_back(NextCodePoint(from, at));
    return list;
  };
  const std::vector<char32_t> from = characters(evaluator.ArgumentText(code, 1));
  const std::vector<char32_t> to = characters(evaluator.ArgumentText(code, 2));
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, at);
    std::size_t index = 0;
    while (index < from.size() && from[index] != c) ++index;
    if (!evaluator.Spend(index + 1)) return {};
    if (index == from.size())
      AppendUtf8(out, c);
    else if (index < to.size())
      AppendUtf8(out, to[index]);
  }
  return Value::Of(evaluator.Keep(out));
}

Value Regex(Evaluator& evaluator, const Code& code) {
  const std::string_view text = evaluator.ArgumentText(code, 0);
  const std::string_view pattern = evaluator.ArgumentText(code, 1);
  if (!evaluator.Spend(text.size() + pattern.size())) return {};
  const auto matches = MatchesPattern(text, pattern);
  if (!matches) return evaluator.Fail(code, matches.error());
  return Value::Of(*matches);
}

constexpr std::array kStringFunctions = {
    FunctionInfo{"concat", 1, kAnyNumber, Type::kString, Concat},
    FunctionInfo{"join", 1, kAnyNumber, Type::kString, Join},
    FunctionInfo{"contains", 2, 2, Type::kBoolean, Contains},
    FunctionInfo{"starts-with", 2, 2, Type::kBoolean, StartsWith},
    FunctionInfo{"ends-with", 2, 2, Type::kBoolean, EndsWith},
    FunctionInfo{"substring-before", 2, 2, Type::kString, SubstringBefore},
    FunctionInfo{"substring-after", 2, 2, Type::kString, SubstringAfter},
    FunctionInfo{"substring", 2, 3, Type::kString, Substring},
    FunctionInfo{"substr", 2, 3, Type::kString, Substr},
    FunctionInfo{"string-length", 0, 1, Type::kNumber, StringLength},
    FunctionInfo{"normalize-space", 0, 1, Type::kString, NormalizeSpace},
    FunctionInfo{"translate", 3, 3, Type::kString, Translate},
    FunctionInfo{"regex", 2, 2, Type::kBoolean, Regex},
};

}  // namespace

std::span<const FunctionInfo> StringFunctions() { return kStringFunctions; }

}  // namespace pingshen::expression
