// What one item can earn, from its score rule.
#include <algorithm>
#include <set>

#include "core/grading/attainable.h"

namespace pingshen::grading {
namespace {

constexpr std::size_t kMostValues = 4096;
using Values = std::optional<std::set<Decimal>>;

// All sums of one value of each.
Values Sums(const Values& a, const Values& b, const Decimal& most) {
  if (!a || !b || a->size() * b->size() > 64 * kMostValues) return std::nullopt;
  std::set<Decimal> sums;
  for (const Decimal& x : *a)
    for (const Decimal& y : *b) sums.insert(std::min(x + y, most));
  if (sums.size() > kMostValues) return std::nullopt;
  return sums;
}

// What a deduction or bonus can come to, up to `most`.
Values AmountsOf(const model::Deduction& deduction, const Decimal& most) {
  const Decimal cap = deduction.cap ? std::min(*deduction.cap, most) : most;
  if (deduction.kind == model::DeductionKind::kDiscretionary || deduction.points <= Decimal())
    return std::nullopt;
  std::set<Decimal> amounts;
  Decimal amount;
  for (std::int64_t count = 0;; ++count) {
    amounts.insert(std::min(amount, cap));
    const bool last = deduction.kind == model::DeductionKind::kEach && count >= deduction.max_count;
    if (amount >= cap || last) return amounts;
    if (amounts.size() > kMostValues) return std::nullopt;
    amount += deduction.points;
  }
}

struct EarnableValues {
  const model::Item& item;
  const Decimal& points = *item.points;

  Values operator()(const std::monostate&) const { return std::set<Decimal>{Decimal()}; }
  Values operator()(const model::ScoreByOptions&) const {
    Values values = std::set<Decimal>{Decimal()};
    if (item.type == model::ItemType::kMultipleChoice) {
      for (const model::Option& option : item.options)
        values =
            Sums(values, std::set<Decimal>{Decimal(), option.points.value_or(Decimal())}, points);
      return values;
    }
    values->clear();
    for (const model::Option& option : item.options)
      values->insert(std::min(option.points.value_or(Decimal()), points));
    if (item.type == model::ItemType::kYesNoNa) {
      const auto has = [&](std::string_view code) {
        return std::any_of(item.options.begin(), item.options.end(), [&](const model::Option& o) {
          return o.code == code && o.points.has_value();
        });
      };
      if (!has(model::kYes)) values->insert(points);
      if (!has(model::kNo)) values->insert(Decimal());
    }
    return values;
  }
  Values operator()(const model::ScoreByDeductions&) const {
    Values off = std::set<Decimal>{Decimal()};
    for (const model::Deduction& deduction : item.deductions)
      if (!deduction.bonus) off = Sums(off, AmountsOf(deduction, points), points);
    if (!off) return std::nullopt;
    std::set<Decimal> values;
    for (const Decimal& amount : *off) values.insert(points - amount);
    if (item.allows_no_evidence) values.insert(Decimal());
    return values;
  }
  Values operator()(const model::ScoreBySteps& rule) const {
    std::set<Decimal> values = {Decimal()};
    for (const auto& step : rule.steps) values.insert(std::clamp(step.points, Decimal(), points));
    return values;
  }
  Values operator()(const model::ScoreByInstances& rule) const {
    std::set<Decimal> values = {Decimal()};
    if (rule.points_off <= Decimal()) return std::nullopt;
    for (Decimal left = points; left > Decimal(); left -= rule.points_off) {
      values.insert(left);
      if (values.size() > kMostValues) return std::nullopt;
    }
    return values;
  }
};

std::optional<std::vector<Decimal>> Listed(const Values& values) {
  if (!values) return std::nullopt;
  return std::vector<Decimal>(values->begin(), values->end());
}

}  // namespace

ItemValues ValuesOf(const model::Item& item, std::string section) {
  ItemValues out;
  out.item = item.code;
  out.section = std::move(section);
  out.points = item.points.value_or(Decimal());
  out.may_be_absent = item.allows_not_applicable || !item.relevant.empty();
  if (!item.points) {
    out.earned = std::vector<Decimal>{Decimal()};
    return out;
  }
  out.earned = Listed(std::visit(EarnableValues{item}, item.score));
  Values bonus = std::set<Decimal>{Decimal()};
  for (const model::Deduction& deduction : item.deductions) {
    if (!deduction.bonus) continue;
    const Decimal most =
        deduction.cap
            ? *deduction.cap
            : deduction.points.Times(Decimal::FromInteger(deduction.max_count)).value_or(Decimal());
    out.most_bonus += most;
    bonus = Sums(bonus, AmountsOf(deduction, most), out.most_bonus);
  }
  out.bonus = Listed(bonus);
  return out;
}

}  // namespace pingshen::grading
