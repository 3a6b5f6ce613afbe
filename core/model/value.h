// One answer's value: a kind and its canonical text. The same pair is stored, signed and shown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/decimal.h"
#include "core/base/error.h"

namespace pingshen::model {

// The numbers are part of the bundle format: never changed, never reused.
enum class ValueKind : std::uint8_t {
  kEmpty = 0,         // "": the answer was cleared
  kChoice = 1,        // one option code
  kChoices = 2,       // option codes in the form's order, joined by one blank
  kInteger = 3,       // "-12": int64 without leading zeros
  kDecimal = 4,       // Decimal::ToString
  kText = 5,          // any valid UTF-8 without NUL, at most kMaxTextBytes
  kDate = 6,          // "2026-11-22", a date that exists, years 1900…2199
  kPresence = 7,      // repeat instance: "1" it exists, "0" it was removed
  kFigure = 8,        // a decimal number as stated, its places kept: "83.80"
  kTime = 9,          // "08:30:00"
  kDateTime = 10,     // "2026-11-24T08:30:00+08:00"
  kAttachments = 11,  // names "<SHA-256>.<extension>" joined by one blank
  kPosition = 12,     // "latitude longitude altitude accuracy"; several points joined by ';'
  kRanking = 13,      // option codes in the order of preference, joined by one blank
};
inline constexpr ValueKind kLastValueKind = ValueKind::kRanking;

inline constexpr std::size_t kMaxTextBytes = 64u << 10;

class Value {
 public:
  Value() = default;  // kEmpty
  // Checks and canonicalises (" 60.50 " as kDecimal gives "60.5"; full-width digits in numbers and
  // dates become ASCII; the kinds from kFigure on as canonical.h says). ERR_VALUE.
  static Result<Value> Make(ValueKind kind, std::string_view text);
  static Value Choice(std::string code);
  static Value Choices(const std::vector<std::string>& codes);
  static Value Integer(std::int64_t number);
  static Value Of(const Decimal& number);
  static Value Presence(bool exists);

  ValueKind kind() const { return kind_; }
  const std::string& text() const { return text_; }
  bool empty() const { return kind_ == ValueKind::kEmpty; }
  static Value Ranking(const std::vector<std::string>& codes);

  // Numbers (kInteger, kDecimal, kFigure) only, otherwise nullopt.
  std::optional<Decimal> AsDecimal() const;
  std::optional<std::int64_t> AsInteger() const;
  // The codes of kChoice (one), kChoices or kRanking; empty for other kinds.
  std::vector<std::string> Codes() const;
  // The names of kAttachments; empty for other kinds.
  std::vector<std::string> Attachments() const;
  // The points of kPosition, each "latitude longitude altitude accuracy"; empty for other kinds.
  std::vector<std::string> Points() const;
  bool HasCode(std::string_view code) const;

  bool operator==(const Value&) const = default;

 private:
  using Spelling = std::optional<std::string> (*)(std::string_view);
  static Result<Value> Spelled(ValueKind kind, std::string_view text, Spelling spelling);
  Value(ValueKind kind, std::string text) : kind_(kind), text_(std::move(text)) {}
  ValueKind kind_ = ValueKind::kEmpty;
  std::string text_;
};

}  // namespace pingshen::model
