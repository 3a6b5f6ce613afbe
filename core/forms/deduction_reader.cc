#include "core/forms/deduction_reader.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/model/item_type.h"

namespace pingshen::forms {
namespace {

using model::DeductionKind;
using Names = std::string_view;

constexpr std::size_t kMaxDeductions = 100;
constexpr std::int64_t kMaxDeductionCount = 100'000;
constexpr std::int64_t kMaxStandard = 999'999'999;

DeductionKind ReadKind(const ObjectReader& members) {
  static constexpr std::array<Names, 5> kKinds = {
      "each", "missing_unit", "started_step", "full_step", "discretionary"};  // as DeductionKind
  const json::Value* value = members.Find("kind", json::Value::Kind::kString);
  if (value == nullptr) return DeductionKind::kEach;
  const auto found = std::ranges::find(kKinds, Names(value->text));
  if (found != kKinds.end()) return static_cast<DeductionKind>(found - kKinds.begin());
  members.problems().Report(ErrorCode::ERR_FORM_VALUE, value->place, Named(value->text));
  return DeductionKind::kEach;
}

}  // namespace

void ReadDeductions(const ObjectReader& item_members, model::Item& item, Draft& draft) {
  static constexpr std::array<Names, 9> kMembers = {
      "code", "label", "points", "max_count", "cap", "kind", "standard", "step", "bonus"};
  Problems& problems = draft.problems;
  item.allows_not_occurred = item_members.FindBoolean("not_occurred");
  item.allows_no_evidence = item_members.FindBoolean("no_evidence");
  for (const json::Value& value : item_members.RequireList("deductions", 1, kMaxDeductions)) {
    const ObjectReader members(value, kMembers, problems);
    const auto refuse = [&](Names name, const std::string& what) {
      problems.Report(ErrorCode::ERR_FORM_DEDUCTION, members.PlaceOf(name), what);
    };
    model::Deduction deduction;
    deduction.code = members.RequireCode("code");
    deduction.label = members.RequireText("label");
    deduction.kind = ReadKind(members);
    const bool each = deduction.kind == DeductionKind::kEach;
    const bool discretionary = deduction.kind == DeductionKind::kDiscretionary;
    const bool steps = deduction.kind == DeductionKind::kPerStartedStep ||
                       deduction.kind == DeductionKind::kPerFullStep;
    deduction.cap = members.FindDecimal("cap", 0, kMaxPoints);
    deduction.points = discretionary && !members.Has("points")
                           ? deduction.cap.value_or(Decimal())
                           : members.RequireDecimal("points", 0, kMaxPoints).value_or(Decimal());
    deduction.max_count = members.FindInteger("max_count", 1, kMaxDeductionCount).value_or(1);
    deduction.standard = members.FindDecimal("standard", 0, kMaxStandard);
    deduction.step = members.FindDecimal("step", 0, kMaxStandard).value_or(Decimal::FromInteger(1));
    deduction.bonus = members.FindBoolean("bonus");

    const json::Place place = members.PlaceOf("code");
    if (std::ranges::find(item.deductions, deduction.code, &model::Deduction::code) !=
        item.deductions.end())
      problems.Report(ErrorCode::ERR_FORM_CODE_DUPLICATE, place, Named(deduction.code));
    // The item's note is a field of the same item; "x.due" belongs to the deduction "x".
    if (deduction.code == model::kNoteField || deduction.code.ends_with(".due"))
      problems.Report(ErrorCode::ERR_FORM_CODE, place, Named(deduction.code));
    if (deduction.points.IsZero())
      refuse(discretionary ? "cap" : "points", Named(deduction.code) + ": 0");
    if (deduction.cap && *deduction.cap < deduction.points)
      refuse("cap", deduction.cap->ToString() + " < " + deduction.points.ToString());
    if (each && deduction.cap && deduction.max_count == 1)
      refuse("cap", Named(deduction.code) + ": max_count 1");
    if (!each && members.Has("max_count")) refuse("max_count", Named("max_count"));
    if (members.Has("standard") && (each || discretionary)) refuse("standard", Named("standard"));
    if (members.Has("step") && (!steps || deduction.step.IsZero())) refuse("step", Named("step"));
    if (discretionary && !deduction.cap) refuse("cap", Named(deduction.code));
    // Without a cap a bonus has no end, and the full score none either.
    if (deduction.bonus && !each && !deduction.cap) refuse("bonus", Named(deduction.code));
    item.deductions.push_back(std::move(deduction));
  }
}

}  // namespace pingshen::forms
