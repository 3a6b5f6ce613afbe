#include "core/model/value.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/base/utf8.h"
#include "core/model/canonical.h"
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

std::vector<std::string> SplitAt(char separator, std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    if (end != 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return out;
}
std::vector<std::string> SplitAtBlanks(std::string_view text) { return SplitAt(' ', text); }

// The codes of a kChoices or kRanking; nothing when one of them is no code or stands twice.
std::vector<std::string> CodesOf(std::string_view text) {
  std::vector<std::string> codes = SplitAtBlanks(text);
  if (!std::ranges::all_of(codes, [](const auto& code) { return IsOptionCode(code); })) return {};
  std::vector<std::string> sorted = codes;
  std::ranges::sort(sorted);
  if (std::ranges::adjacent_find(sorted) != sorted.end()) return {};
  return codes;
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
      if (!IsOptionCode(text)) return Malformed(Shown(text));
      return Choice(std::string(text));
    case ValueKind::kChoices: {
      const std::vector<std::string> codes = CodesOf(text);
      if (codes.empty()) return Malformed(Shown(text));
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
    case ValueKind::kFigure:
      return Spelled(kind, text, CanonicalFigure);
    case ValueKind::kTime:
      return Spelled(kind, text, CanonicalTime);
    case ValueKind::kDateTime:
      return Spelled(kind, text, CanonicalDateTime);
    case ValueKind::kAttachments:
      return Spelled(kind, text, CanonicalAttachments);
    case ValueKind::kPosition:
      return Spelled(kind, text, CanonicalPositions);
    case ValueKind::kRanking: {
      const std::vector<std::string> codes = CodesOf(text);
      if (codes.empty()) return Malformed(Shown(text));
      return Ranking(codes);
    }
  }
  return Malformed("kind " + std::to_string(static_cast<int>(kind)));
}

Result<Value> Value::Spelled(ValueKind kind, std::string_view text, Spelling spelling) {
  std::optional<std::string> canonical =
      text.size() > kMaxTextBytes ? std::nullopt : spelling(NormalizeTyped(text));
  if (!canonical || canonical->size() > kMaxTextBytes) return Malformed(Shown(text));
  return Value(kind, *std::move(canonical));
}

Value Value::Choice(std::string code) { return Value(ValueKind::kChoice, std::move(code)); }

Value Value::Choices(const std::vector<std::string>& codes) {
  return codes.empty() ? Value() : Value(ValueKind::kChoices, Joined(codes));
}

Value Value::Ranking(const std::vector<std::string>& codes) {
  return codes.empty() ? Value() : Value(ValueKind::kRanking, Joined(codes));
}

Value Value::Integer(std::int64_t number) {
  return Value(ValueKind::kInteger, std::to_string(number));
}

Value Value::Of(const Decimal& number) { return Value(ValueKind::kDecimal, number.ToString()); }

Value Value::Presence(bool exists) { return Value(ValueKind::kPresence, exists ? "1" : "0"); }

std::optional<Decimal> Value::AsDecimal() const {
  if (kind_ == ValueKind::kInteger) return Decimal::FromInteger(*IntegerOf(text_));
  if (kind_ != ValueKind::kDecimal && kind_ != ValueKind::kFigure) return std::nullopt;
  const Result<Decimal> number = Decimal::Parse(text_);
  return number ? std::optional(*number) : std::nullopt;
}

std::optional<std::int64_t> Value::AsInteger() const {
  const std::optional<Decimal> number = AsDecimal();
  return number ? number->ToInteger() : std::nullopt;
}

std::vector<std::string> Value::Codes() const {
  if (kind_ == ValueKind::kChoice) return {text_};
  if (kind_ == ValueKind::kChoices || kind_ == ValueKind::kRanking) return SplitAtBlanks(text_);
  return {};
}

std::vector<std::string> Value::Attachments() const {
  return kind_ == ValueKind::kAttachments ? SplitAtBlanks(text_) : std::vector<std::string>();
}

std::vector<std::string> Value::Points() const {
  return kind_ == ValueKind::kPosition ? SplitAt(';', text_) : std::vector<std::string>();
}

bool Value::HasCode(std::string_view code) const {
  const std::vector<std::string> codes = Codes();
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace pingshen::model
