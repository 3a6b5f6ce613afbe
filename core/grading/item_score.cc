#include "core/grading/item_score.h"

#include <algorithm>
#include <cassert>

namespace pingshen::grading {
namespace {

ItemScore NotAnswered() { return {}; }

ItemScore Earned(const model::Item& item, const Decimal& earned) {
  return {
      .answered = true, .applicable = true, .earned = std::clamp(earned, Decimal(), *item.points)};
}

// Points that `code` earns; nullopt when it is no answer of this item.
std::optional<Decimal> PointsOfCode(const model::Item& item, const std::string& code) {
  const auto option = std::find_if(item.options.begin(), item.options.end(),
                                   [&](const model::Option& o) { return o.code == code; });
  if (option != item.options.end() && option->points) return option->points;
  if (item.type == model::ItemType::kYesNoNa) {
    if (code == model::kYes) return item.points;
    if (code == model::kNo) return Decimal();
  }
  if (item.type == model::ItemType::kMultipleChoice && code == model::kNoneOfThese)
    return Decimal();
  return option != item.options.end() ? std::optional(Decimal()) : std::nullopt;
}

ItemScore Score(const model::ScoreByOptions&, const model::Item& item, const ItemAnswer& answer) {
  const std::vector<std::string> codes = answer.value.Codes();
  if (codes.empty()) return NotAnswered();
  Decimal sum;
  for (const std::string& code : codes) {
    const std::optional<Decimal> points = PointsOfCode(item, code);
    if (!points) return NotAnswered();
    sum += *points;
  }
  return Earned(item, sum);
}

const model::Value& FieldOf(const ItemAnswer& answer, std::string_view code) {
  static const model::Value kEmpty;
  const auto field = std::find_if(answer.fields.begin(), answer.fields.end(),
                                  [&](const auto& f) { return f.first == code; });
  return field == answer.fields.end() ? kEmpty : field->second;
}

// Whether the answer itself says that something was found: a count of 0 does not, a figure that was
// reached does.
bool Speaks(const model::Deduction& deduction, const model::Value& value) {
  if (deduction.kind == model::DeductionKind::kEach) return value.AsInteger().value_or(0) > 0;
  return value.AsDecimal().has_value() && !value.AsDecimal()->IsNegative();
}

ItemScore Score(const model::ScoreByDeductions&, const model::Item& item,
                const ItemAnswer& answer) {
  if (item.allows_no_evidence && answer.value.HasCode(model::kNoEvidence))
    return Earned(item, Decimal());
  Decimal left = *item.points;
  Decimal bonus;
  bool deducted = false;
  for (const model::Deduction& deduction : item.deductions) {
    const model::Value& value = FieldOf(answer, deduction.code);
    if (!Speaks(deduction, value)) continue;
    const auto amount =
        AmountOf(deduction, value, FieldOf(answer, model::DueField(deduction.code)));
    if (!amount) return NotAnswered();
    if (deduction.bonus) {
      bonus += *amount;
    } else {
      deducted = true;
      left -= std::min(*amount, *item.points);
    }
  }
  const bool full = answer.value.HasCode(model::kFullMarks) ||
                    (item.allows_not_occurred && answer.value.HasCode(model::kNotOccurred));
  if (!deducted && !full) return NotAnswered();
  ItemScore score = Earned(item, left);
  score.bonus = bonus;
  return score;
}

ItemScore Score(const model::ScoreBySteps& rule, const model::Item& item,
                const ItemAnswer& answer) {
  const std::optional<Decimal> number = answer.value.AsDecimal();
  if (!number) return NotAnswered();
  Decimal denominator = Decimal::FromInteger(1);
  Decimal per = Decimal::FromInteger(1);
  if (!rule.denominator_item.empty()) {
    if (!answer.denominator || *answer.denominator <= Decimal()) return NotAnswered();
    denominator = *answer.denominator;
    per = rule.per;
  }
  for (const model::ScoreBySteps::Step& step : rule.steps) {
    // number / denominator × per against the bound, without dividing
    const auto order = Decimal::CompareProducts(*number, per, step.at_least, denominator);
    if (order > 0 || (order == 0 && !step.exclusive)) return Earned(item, step.points);
  }
  return Earned(item, Decimal());
}

ItemScore Score(const model::ScoreByInstances& rule, const model::Item& item,
                const ItemAnswer& answer) {
  if (answer.instances.empty() && !answer.value.HasCode(model::kNoInstance)) return NotAnswered();
  Decimal left = *item.points;
  for (const auto& instance : answer.instances) {
    const auto child = std::find_if(instance.begin(), instance.end(),
                                    [&](const auto& c) { return c.first == rule.child; });
    if (child == instance.end()) continue;
    if (child->second.empty()) return NotAnswered();
    const bool hit =
        std::any_of(rule.codes.begin(), rule.codes.end(),
                    [&](const std::string& code) { return child->second.HasCode(code); });
    if (hit) left -= std::min(rule.points_off, *item.points);
  }
  const auto count = static_cast<std::int64_t>(answer.instances.size());
  return Earned(item, count < rule.min_instances ? Decimal() : left);
}

ItemScore Score(const std::monostate&, const model::Item&, const ItemAnswer&) {
  return NotAnswered();
}

bool HasDeduction(const model::Item& item, const ItemAnswer& answer) {
  return std::any_of(
      item.deductions.begin(), item.deductions.end(), [&](const model::Deduction& deduction) {
        return !deduction.bonus && Speaks(deduction, FieldOf(answer, deduction.code));
      });
}

}  // namespace

ItemScore ScoreItem(const model::Item& item, const ItemAnswer& answer) {
  assert(item.points.has_value());
  if (item.allows_not_applicable && answer.value.HasCode(model::kNotApplicable) &&
      !HasDeduction(item, answer))
    return {.answered = true, .applicable = false, .earned = Decimal()};
  return std::visit([&](const auto& rule) { return Score(rule, item, answer); }, item.score);
}

}  // namespace pingshen::grading
