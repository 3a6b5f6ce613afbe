#include "core/model/value.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/base/utf8.h"
#include "core/model/code.h"
#include "core/model/date.h"
#include "core/model/typed_text.h"

namespace pingshen::model {
namespace {

std::unexpected<Error> Malformed(std::string_view what) {
  return Fail(ErrorCode::ERR_VALUE, std::string(what));
}

// What was typed, fit to be shown in a sentence.
std::string Shown(std::string_view text) {
  constexpr std::size_t kShownBytes = 64;
  return text.size() <= kShownBytes && CheckUtf8(text) ? std::string(text) : "…";
}

std::vector<std::string> SplitAtBlanks(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    if (blank != 0) out.emplace_back(text.substr(0, blank));
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
  }
  return out;
}

std::string Joined(const std::vector<std::string>& codes) {
  std::string out;
  for (const std::string& code : codes) {
    if (!out.empty()) out += ' ';
    out += code;
  }
  return out;
}

std::optional<std::int64_t> IntegerOf(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

Result<Value> Value::Make(ValueKind kind, std::string_view text) {
  switch (kind) {
    case ValueKind::kEmpty:
      if (!text.empty()) return Malformed("text in an empty answer");
      return Value();
    case ValueKind::kChoice:
      if (!IsCode(text)) return Malformed(Shown(text));
      return Choice(std::string(text));
    case ValueKind::kChoices: {
      const std::vector<std::string> codes = SplitAtBlanks(text);
      if (codes.empty() ||
          !std::all_of(codes.begin(), codes.end(), [](const auto& code) { return IsCode(code); }))
        return Malformed(Shown(text));
      std::vector<std::string> sorted = codes;
      std::sort(sorted.begin(), sorted.end());
      if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
        return Malformed(Shown(text));
      return Choices(codes);
    }
    case ValueKind::kInteger: {
      const std::string typed = NormalizeTyped(text);
      const std::optional<std::int64_t> number = IntegerOf(typed);
      if (!number) return Malformed(Shown(text));
      return Integer(*number);
    }
    case ValueKind::kDecimal: {
      const Result<Decimal> number = Decimal::Parse(NormalizeTyped(text));
      if (!number) return Malformed(Shown(text));
      return Of(*number);
    }
    case ValueKind::kText:
      if (text.size() > kMaxTextBytes)
        return Malformed("> " + std::to_string(kMaxTextBytes) + " bytes");
      if (text.find('\0') != std::string_view::npos) return Malformed("NUL");
      if (!CheckUtf8(text)) return Malformed("UTF-8");
      if (text.empty()) return Value();
      return Value(ValueKind::kText, std::string(text));
    case ValueKind::kDate: {
      std::string typed = NormalizeTyped(text);
      if (!IsDate(typed)) return Malformed(Shown(text));
      return Value(ValueKind::kDate, std::move(typed));
    }
    case ValueKind::kPresence:
      if (text != "0" && text != "1") return Malformed(Shown(text));
      return Presence(text == "1");
  }
  return Malformed("kind " + std::to_string(static_cast<int>(kind)));
}

Value Value::Choice(std::string code) { return Value(ValueKind::kChoice, std::move(code)); }

Value Value::Choices(const std::vector<std::string>& codes) {
  return codes.empty() ? Value() : Value(ValueKind::kChoices, Joined(codes));
}

Value Value::Integer(std::int64_t number) {
  return Value(ValueKind::kInteger, std::to_string(number));
}

Value Value::Of(const Decimal& number) { return Value(ValueKind::kDecimal, number.ToString()); }

Value Value::Presence(bool exists) { return Value(ValueKind::kPresence, exists ? "1" : "0"); }

std::optional<Decimal> Value::AsDecimal() const {
  if (kind_ == ValueKind::kInteger) return Decimal::FromInteger(*IntegerOf(text_));
  if (kind_ != ValueKind::kDecimal) return std::nullopt;
  const Result<Decimal> number = Decimal::Parse(text_);
  return number ? std::optional(*number) : std::nullopt;
}

std::optional<std::int64_t> Value::AsInteger() const {
  const std::optional<Decimal> number = AsDecimal();
  return number ? number->ToInteger() : std::nullopt;
}

std::vector<std::string> Value::Codes() const {
  if (kind_ == ValueKind::kChoice) return {text_};
  if (kind_ == ValueKind::kChoices) return SplitAtBlanks(text_);
  return {};
}

bool Value::HasCode(std::string_view code) const {
  const std::vector<std::string> codes = Codes();
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace pingshen::model
