// What one deduction or bonus weighs.
#include <algorithm>

#include "core/grading/item_score.h"

namespace pingshen::grading {
namespace {

// Beyond every form's points; stands for products that do not fit.
const Decimal kMost = Decimal::FromInteger(999'999'999'999'999);

// How often `step` fits into `amount` ≥ 0: started steps count when `started`, else full ones only.
Decimal StepsIn(const Decimal& amount, const Decimal& step, bool started) {
  if (step <= Decimal()) return Decimal();
  // A rounded quotient is at most one off.
  const auto rounded = amount.DividedBy(step, 0);
  if (!rounded) return kMost;
  Decimal count = *rounded;
  const Decimal one = Decimal::FromInteger(1);
  const auto fits = [&](const Decimal& n) {
    return Decimal::CompareProducts(n, step, amount, one) <= 0;
  };
  while (!fits(count)) count -= one;
  while (fits(count + one)) count += one;
  const bool exact = Decimal::CompareProducts(count, step, amount, one) == 0;
  return started && !exact ? count + one : count;
}

}  // namespace

std::optional<Decimal> AmountOf(const model::Deduction& deduction, const model::Value& reached,
                                const model::Value& due) {
  const std::optional<Decimal> given = reached.AsDecimal();
  if (!given) return Decimal();
  const Decimal zero;
  std::optional<Decimal> amount;
  switch (deduction.kind) {
    case model::DeductionKind::kEach:
      amount = std::clamp(*given, zero, Decimal::FromInteger(deduction.max_count))
                   .Times(deduction.points);
      break;
    case model::DeductionKind::kDiscretionary:
      amount = std::max(*given, zero);
      break;
    case model::DeductionKind::kPerMissingUnit:
    case model::DeductionKind::kPerStartedStep:
    case model::DeductionKind::kPerFullStep: {
      const std::optional<Decimal> standard =
          deduction.standard ? deduction.standard : due.AsDecimal();
      if (!standard) return std::nullopt;
      // A bonus counts what is above the standard, and only whole units of it.
      const Decimal off = std::max(zero, deduction.bonus ? *given - *standard : *standard - *given);
      const bool units = deduction.kind == model::DeductionKind::kPerMissingUnit;
      const Decimal step = units ? Decimal::FromInteger(1) : deduction.step;
      const bool started = !deduction.bonus && deduction.kind != model::DeductionKind::kPerFullStep;
      amount = StepsIn(off, step, started).Times(deduction.points);
      break;
    }
  }
  const Decimal weight = amount.value_or(kMost);
  return deduction.cap ? std::min(weight, *deduction.cap) : weight;
}

}  // namespace pingshen::grading
