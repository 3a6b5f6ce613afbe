#include "core/model/item_fields.h"

#include <algorithm>
#include <array>
#include <span>

namespace pingshen::model {
namespace {

struct FixedField {
  std::string_view code;
  ValueKind kind;
  std::string_view zh;
  std::string_view en;
};
constexpr auto kRatioFields =
    std::to_array<FixedField>({{kNumeratorField, ValueKind::kDecimal, "分子", "Numerator"},
                               {kDenominatorField, ValueKind::kDecimal, "分母", "Denominator"},
                               {kReportedField, ValueKind::kFigure, "填报值", "Reported figure"}});
constexpr auto kInstitutionFields = std::to_array<FixedField>(
    {{kCreditCodeField, ValueKind::kText, "统一社会信用代码", "Unified social credit code"},
     {kRegionField, ValueKind::kText, "行政区划代码", "Region code"}});
constexpr auto kPersonFields =
    std::to_array<FixedField>({{kIdNumberField, ValueKind::kText, "身份证号", "Identity number"},
                               {kPhoneField, ValueKind::kText, "电话", "Telephone"},
                               {kTitleField, ValueKind::kText, "职务职称", "Title"}});
constexpr auto kGradeFields = std::to_array<FixedField>(
    {{kBasisField, ValueKind::kText, "不适用的批准依据", "Approval of not applicable"}});

std::span<const FixedField> FixedFieldsOf(const Item& item) {
  switch (item.type) {
    case ItemType::kRatio:
      return kRatioFields;
    case ItemType::kInstitution:
      return kInstitutionFields;
    case ItemType::kPerson:
      return kPersonFields;
    case ItemType::kGrade:
      if (item.allows_not_applicable) return kGradeFields;
      return {};
    default:
      return {};
  }
}

ValueKind KindOf(DeductionKind kind) {
  return kind == DeductionKind::kEach ? ValueKind::kInteger : ValueKind::kDecimal;
}

bool HasDueField(const Deduction& deduction) {
  return !deduction.standard && deduction.kind != DeductionKind::kEach &&
         deduction.kind != DeductionKind::kDiscretionary;
}

// Calls `visit(code, kind, label)` for the fields that the form names.
template <typename Visit>
void VisitFormFields(const Item& item, Visit visit) {
  for (const Deduction& each : item.deductions) {
    visit(each.code, KindOf(each.kind), each.label);
    if (HasDueField(each))
      visit(DueField(each.code), ValueKind::kDecimal,
            Text{each.label.zh + "（应有数）", each.label.en + " (demanded)"});
  }
  for (const SubPoint& each : item.sub_points) visit(each.code, ValueKind::kChoice, each.label);
  for (const CodedLabel& each : item.stages) visit(each.code, ValueKind::kDate, each.label);
}

}  // namespace

std::optional<ValueKind> AnswerKind(ItemType type) {
  switch (type) {
    case ItemType::kNote:
    case ItemType::kGroup:
    case ItemType::kTable:
    case ItemType::kRatio:
    case ItemType::kStages:
      return std::nullopt;
    case ItemType::kYesNoNa:
    case ItemType::kSingleChoice:
    case ItemType::kDeductions:
    case ItemType::kRepeat:
    case ItemType::kGrade:
    case ItemType::kAcknowledge:
      return ValueKind::kChoice;
    case ItemType::kMultipleChoice:
      return ValueKind::kChoices;
    case ItemType::kRank:
      return ValueKind::kRanking;
    case ItemType::kInteger:
      return ValueKind::kInteger;
    case ItemType::kDecimal:
      return ValueKind::kDecimal;
    case ItemType::kDate:
      return ValueKind::kDate;
    case ItemType::kTime:
      return ValueKind::kTime;
    case ItemType::kDateTime:
      return ValueKind::kDateTime;
    case ItemType::kText:
    case ItemType::kLongText:
    case ItemType::kIdentityNumber:
    case ItemType::kCreditCode:
    case ItemType::kRegionCode:
    case ItemType::kPhone:
    case ItemType::kBarcode:
    case ItemType::kInstitution:
    case ItemType::kPerson:
    case ItemType::kCalculated:
      return ValueKind::kText;
    case ItemType::kPhoto:
    case ItemType::kFile:
    case ItemType::kAudio:
    case ItemType::kVideo:
    case ItemType::kSignature:
      return ValueKind::kAttachments;
    case ItemType::kPosition:
    case ItemType::kTrace:
    case ItemType::kShape:
      return ValueKind::kPosition;
  }
  return std::nullopt;
}

std::vector<std::string> OwnFields(const Item& item) {
  std::vector<std::string> out;
  VisitFormFields(item,
                  [&](const std::string& code, ValueKind, const Text&) { out.push_back(code); });
  for (const FixedField& field : FixedFieldsOf(item)) out.emplace_back(field.code);
  return out;
}

bool HasOwnField(const Item& item, std::string_view field) {
  return !field.empty() && field != kNoteField && field != kEvidenceField &&
         FieldKind(item, field).has_value();
}

std::optional<ValueKind> FieldKind(const Item& item, std::string_view field) {
  const bool choice_only = item.allows_not_applicable && IsAsked(item.type);
  if (field.empty()) {
    const std::optional<ValueKind> kind = AnswerKind(item.type);
    return !kind && choice_only ? ValueKind::kChoice : kind;
  }
  if (field == kNoteField || field == kEvidenceField) {
    if (!IsAsked(item.type)) return std::nullopt;
    return field == kNoteField ? ValueKind::kText : ValueKind::kAttachments;
  }
  std::optional<ValueKind> found;
  VisitFormFields(item, [&](const std::string& code, ValueKind kind, const Text&) {
    if (code == field) found = kind;
  });
  const std::span<const FixedField> fixed = FixedFieldsOf(item);
  const auto at = std::ranges::find(fixed, field, &FixedField::code);
  return at == fixed.end() ? found : at->kind;
}

bool IsAnswerPart(const Item& item, std::string_view field) {
  return HasOwnField(item, field) && field != kBasisField;
}

Text FieldLabel(const Item& item, std::string_view field) {
  if (field == kNoteField) return {"备注", "Note"};
  if (field == kEvidenceField) return {"佐证材料", "Evidence"};
  Text label;
  VisitFormFields(item, [&](const std::string& code, ValueKind, const Text& words) {
    if (code == field) label = words;
  });
  for (const FixedField& each : FixedFieldsOf(item))
    if (each.code == field) label = {std::string(each.zh), std::string(each.en)};
  return label;
}

}  // namespace pingshen::model
