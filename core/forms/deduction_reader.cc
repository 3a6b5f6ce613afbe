// The deductions of an item with points.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/forms/form_reader.h"
#include "core/model/item_type.h"

namespace pingshen::forms {
namespace {

constexpr std::size_t kMaxDeductions = 100;
constexpr std::int64_t kMaxDeductionCount = 100'000;

}  // namespace

void ReadDeductions(const ObjectReader& members, model::Item& item, Draft& draft) {
  static constexpr std::array<std::string_view, 5> kDeductionMembers = {"code", "label", "points",
                                                                        "max_count", "cap"};
  for (const json::Value& value : members.RequireList("deductions", 1, kMaxDeductions)) {
    const ObjectReader deduction_members(value, kDeductionMembers, draft.problems);
    model::Deduction deduction;
    deduction.code = deduction_members.RequireCode("code");
    deduction.label = deduction_members.RequireText("label");
    deduction.points =
        deduction_members.RequireDecimal("points", 0, kMaxPoints).value_or(Decimal());
    deduction.max_count =
        deduction_members.FindInteger("max_count", 1, kMaxDeductionCount).value_or(1);
    deduction.cap = deduction_members.FindDecimal("cap", 0, kMaxPoints);
    const json::Place place = deduction_members.PlaceOf("code");
    if (std::ranges::find(item.deductions, deduction.code, &model::Deduction::code) !=
        item.deductions.end())
      draft.problems.Report(ErrorCode::ERR_FORM_CODE_DUPLICATE, place, Named(deduction.code));
    // The item's note is a field of the same item.
    if (deduction.code == model::kNoteField)
      draft.problems.Report(ErrorCode::ERR_FORM_CODE, place, Named(deduction.code));
    if (deduction.points.IsZero())
      draft.problems.Report(ErrorCode::ERR_FORM_DEDUCTION, deduction_members.PlaceOf("points"),
                            "0");
    if (deduction.cap && *deduction.cap < deduction.points)
      draft.problems.Report(ErrorCode::ERR_FORM_DEDUCTION, deduction_members.PlaceOf("cap"),
                            deduction.cap->ToString() + " < " + deduction.points.ToString());
    if (deduction.cap && deduction.max_count == 1)
      draft.problems.Report(ErrorCode::ERR_FORM_DEDUCTION, deduction_members.PlaceOf("cap"),
                            "\"max_count\": 1");
    item.deductions.push_back(std::move(deduction));
  }
}

}  // namespace pingshen::forms
