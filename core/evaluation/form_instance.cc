#include "core/evaluation/form_instance.h"

#include <array>
#include <cstdlib>
#include <limits>

#include "core/bundle/crypto.h"
#include "core/evaluation/item_evaluation.h"
#include "core/expression/date.h"
#include "core/expression/number.h"

namespace pingshen::evaluation {

using model::FieldPath;
using model::Value;

namespace {

// The first moment of that day in China.
std::int64_t MidnightOf(const std::string& date) {
  const expression::FixedZone zone(forms::kChinaOffsetMinutes);
  return static_cast<std::int64_t>(expression::InstantOfText(date, zone).value_or(0));
}

}  // namespace

FormInstance::FormInstance(const forms::LoadedForm& form, const AnswerSheet& answers,
                           const std::string& today, ports::Random* random)
    : form_(form),
      answers_(answers),
      random_(random),
      now_utc_ms_(MidnightOf(today)),
      engine_(form.plan, form.form, *this) {
  answers_.VisitInstances([&](const FieldPath& instance, bool exists) {
    engine_.Apply(instance, Value::Presence(exists));
  });
  answers_.VisitAnswers(
      [&](const FieldPath& path, const Value& value) { engine_.Apply(path, value); });
  engine_.RecalculateAll();
}

std::span<const forms::CellChange> FormInstance::Update(
    std::span<const model::AnswerRecord> records) {
  for (const model::AnswerRecord& record : records) engine_.Apply(record.path, record.value);
  return engine_.Recalculate();
}

std::optional<forms::CellId> FormInstance::Find(std::string_view code, const Steps& around) const {
  FieldPath path;
  path.repeats = around;
  path.item = code;
  return engine_.Find(path);
}

const Value& FormInstance::Answer(std::string_view code, const Steps& around) const {
  static const Value kNone;
  FieldPath path;
  path.repeats = around;
  path.item = code;
  const auto cell = engine_.Find(path);
  return cell && engine_.At(*cell).relevant ? answers_.At(path) : kNone;
}

std::string_view FormInstance::Calculated(const FieldPath& path) const {
  const auto cell = engine_.Find(path);
  return cell ? std::string_view(engine_.At(*cell).seen.text) : std::string_view();
}

std::vector<std::uint32_t> FormInstance::OfferedOptions(const FieldPath& path) const {
  const auto cell = engine_.Find(path);
  return cell ? engine_.ChoicesOf(*cell) : std::vector<std::uint32_t>();
}

bool FormInstance::IsRelevant(std::string_view code, const Steps& around) const {
  const auto cell = Find(code, around);
  return cell && engine_.At(*cell).relevant;
}

double FormInstance::Random() {
  std::array<std::uint8_t, 8> bytes{};
  if (random_ == nullptr || !random_->Fill(bytes)) return 0;
  std::uint64_t bits = 0;
  for (const std::uint8_t byte : bytes) bits = bits << 8 | byte;
  constexpr int kMantissaBits = std::numeric_limits<double>::digits;
  return static_cast<double>(bits >> (64 - kMantissaBits)) /
         static_cast<double>(std::uint64_t{1} << kMantissaBits);
}

std::string FormInstance::Uuid() {
  std::array<std::uint8_t, 16> bytes{};
  if (random_ == nullptr || !random_->Fill(bytes)) return {};
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x40);  // RFC 9562, section 5.4
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += kDigits[bytes[i] >> 4];
    text += kDigits[bytes[i] & 0x0F];
  }
  return text;
}

std::optional<std::string> FormInstance::Digest(std::string_view algorithm,
                                                std::string_view bytes) {
  const auto digest = bundle::Digest(algorithm, AsBytes(bytes));
  if (!digest) return std::nullopt;
  return std::string(digest->begin(), digest->end());
}

double FormInstance::Points(forms::CellId cell) {
  const ItemState state = EvaluateItem(*this, cell);
  return state.earned ? expression::NumberOf(state.earned->ToString())
                      : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace pingshen::evaluation
