#include "core/evaluation/value_fit.h"

#include <string>
#include <vector>

#include "core/evaluation/attachment_rules.h"
#include "core/model/field_path.h"
#include "core/model/identifiers.h"
#include "core/model/item_fields.h"
#include "core/model/typed_text.h"

namespace pingshen::evaluation {
namespace {

using model::Item;
using model::ItemType;
using model::Value;
using model::ValueKind;

std::unexpected<Error> DoesNotFit(const Item& item) {
  return Fail(ErrorCode::ERR_SESSION_VALUE, item.code);
}

// A code that `""` of the item may have besides what its type asks for.
bool IsWholeCode(const Item& item, std::string_view code) {
  if (code == model::kNotApplicable)
    return item.allows_not_applicable && item.type != ItemType::kGrade;
  if (item.type == ItemType::kGrade)
    return code == model::kGradeNotApplicable && item.allows_not_applicable;
  if (item.type != ItemType::kDeductions) return false;
  return code == model::kFullMarks || (code == model::kNotOccurred && item.allows_not_occurred) ||
         (code == model::kNoEvidence && item.allows_no_evidence);
}

bool IsChoiceOf(const Item& item, std::string_view code) {
  switch (item.type) {
    case ItemType::kYesNoNa:
      return code == model::kYes || code == model::kNo;
    case ItemType::kSingleChoice:
      return item.options.Find(code) != nullptr;
    case ItemType::kMultipleChoice:
      return code == model::kNoneOfThese && item.options.Find(code) == nullptr;
    case ItemType::kRepeat:
      return code == model::kNoInstance;
    case ItemType::kGrade:
      return item.sub_points.empty() && code.size() == 1 && code[0] >= 'A' && code[0] <= 'D';
    case ItemType::kAcknowledge:
      return code == model::kAcknowledged;
    default:
      return false;
  }
}

Result<Value> FitChoices(const Item& item, const Value& value) {
  std::vector<std::string> in_order;
  for (const model::Option& option : item.options)
    if (value.HasCode(option.code)) in_order.push_back(option.code);
  if (in_order.size() != value.Codes().size()) return DoesNotFit(item);
  return Value::Choices(in_order);
}

Result<Value> FitRanking(const Item& item, const Value& value) {
  for (const std::string& code : value.Codes())
    if (item.options.Find(code) == nullptr) return DoesNotFit(item);
  return value;
}

enum class Lines { kOne, kMany };

Result<Value> FitText(const Item& item, const Value& value, Lines lines) {
  for (const char c : value.text()) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    if (control && !(lines == Lines::kMany && (c == '\n' || c == '\t'))) return DoesNotFit(item);
  }
  return value;
}

// Identifiers in their canonical spelling where they differ by case, width or blanks only.
Result<Value> FitSpelling(const Value& text, std::optional<std::string> corrected) {
  if (!corrected || corrected->empty()) return text;
  return Value::Make(ValueKind::kText, *corrected);
}

Result<Value> FitTextField(const Item& item, std::string_view field, const Value& value) {
  const bool many = field == model::kNoteField || field == model::kBasisField ||
                    (field.empty() && item.type == ItemType::kLongText);
  PINGSHEN_TRY(Value text, FitText(item, value, many ? Lines::kMany : Lines::kOne));
  const bool main = field.empty();
  if ((main && item.type == ItemType::kIdentityNumber) || field == model::kIdNumberField)
    return FitSpelling(text, model::CorrectedIdentityNumber(text.text()));
  if ((main && item.type == ItemType::kCreditCode) || field == model::kCreditCodeField)
    return FitSpelling(text, model::CorrectedCreditCode(text.text()));
  if ((main && (item.type == ItemType::kRegionCode || item.type == ItemType::kPhone)) ||
      field == model::kRegionField || field == model::kPhoneField)
    return FitSpelling(text, model::NormalizeTyped(text.text()));
  return text;
}

Result<Value> FitAttachments(const Item& item, std::string_view field, const Value& value) {
  const AttachmentRule rule = RuleOf(item, field);
  const std::vector<std::string> names = value.Attachments();
  if (names.size() > rule.max_count) return DoesNotFit(item);
  for (const std::string& name : names)
    if (!Takes(rule, ExtensionOf(name))) return DoesNotFit(item);
  return value;
}

Result<Value> FitPositions(const Item& item, const Value& value) {
  if (item.type == ItemType::kPosition && value.Points().size() != 1) return DoesNotFit(item);
  return value;
}

bool IsYesOrNo(const Value& value) {
  return value.HasCode(model::kYes) || value.HasCode(model::kNo);
}

}  // namespace

bool IsWholeAnswer(const Item& item, const Value& value) {
  return value.kind() == ValueKind::kChoice && IsWholeCode(item, value.text());
}

bool IsNotApplicable(const Item& item, const Value& value) {
  const std::string_view code =
      item.type == ItemType::kGrade ? model::kGradeNotApplicable : model::kNotApplicable;
  return IsWholeAnswer(item, value) && value.text() == code;
}

Result<Value> FitValue(const Item& item, std::string_view field, const Value& value) {
  const std::optional<ValueKind> kind = model::FieldKind(item, field);
  if (!kind) {
    const model::FieldPath path = model::FieldPath::Of(item.code, std::string(field));
    return Fail(field.empty() ? ErrorCode::ERR_SESSION_VALUE : ErrorCode::ERR_SESSION_PATH,
                path.ToString());
  }
  if (value.empty()) return value;
  if (field.empty() && value.kind() == ValueKind::kChoice)
    return IsChoiceOf(item, value.text()) || IsWholeAnswer(item, value)
               ? Result<Value>(value)
               : Result<Value>(DoesNotFit(item));
  // A whole number has one spelling under a field that may have a fraction.
  const bool number = !field.empty() && *kind == ValueKind::kDecimal;
  if (number && (value.kind() == ValueKind::kInteger || value.kind() == ValueKind::kDecimal)) {
    const std::optional<std::int64_t> whole = value.AsInteger();
    return whole ? Value::Integer(*whole) : value;
  }
  if (value.kind() != *kind) return DoesNotFit(item);
  switch (*kind) {
    case ValueKind::kChoice:  // a sub-point
      return IsYesOrNo(value) ? Result<Value>(value) : Result<Value>(DoesNotFit(item));
    case ValueKind::kChoices:
      return FitChoices(item, value);
    case ValueKind::kRanking:
      return FitRanking(item, value);
    case ValueKind::kText:
      return FitTextField(item, field, value);
    case ValueKind::kAttachments:
      return FitAttachments(item, field, value);
    case ValueKind::kPosition:
      return FitPositions(item, value);
    default:
      return value;
  }
}

}  // namespace pingshen::evaluation
