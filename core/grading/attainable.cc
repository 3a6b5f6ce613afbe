#include "core/grading/attainable.h"

#include <algorithm>
#include <bit>

#include "core/grading/whole_numbers.h"

namespace pingshen::grading {
namespace {

constexpr std::size_t kWordBits = 64;
constexpr std::int64_t kMostUnits = 1'000'000;    // earned or attainable, in 1/scale points
constexpr std::int64_t kMostSteps = 100'000'000;  // words touched while counting out
constexpr std::size_t kMostScale = 6;             // decimal places

using Bits = std::vector<std::uint64_t>;

// target |= source << shift; the target grows as needed.
void OrShifted(Bits& target, const Bits& source, std::int64_t shift) {
  const std::size_t words = static_cast<std::size_t>(shift) / kWordBits;
  const std::size_t bits = static_cast<std::size_t>(shift) % kWordBits;
  if (target.size() < source.size() + words + 1) target.resize(source.size() + words + 1);
  for (std::size_t i = 0; i < source.size(); ++i) {
    target[i + words] |= source[i] << bits;
    if (bits != 0) target[i + words + 1] |= source[i] >> (kWordBits - bits);
  }
}

// First set bit at or after `from`, or -1.
std::int64_t NextSet(const Bits& bits, std::int64_t from) {
  auto word = static_cast<std::size_t>(from) / kWordBits;
  if (from < 0 || word >= bits.size()) return from < 0 ? NextSet(bits, 0) : -1;
  std::uint64_t rest =
      bits[word] & (~std::uint64_t{0} << (static_cast<std::size_t>(from) % kWordBits));
  while (rest == 0) {
    if (++word >= bits.size()) return -1;
    rest = bits[word];
  }
  return static_cast<std::int64_t>(word * kWordBits) + std::countr_zero(rest);
}

// The number of fewest digits strictly between the two, the one nearest to the middle; `low` when
// they are one billionth apart. REQUIRES: low < high.
Decimal Between(const Decimal& low, const Decimal& high) {
  const Decimal middle =
      *(low + high).DividedBy(Decimal::FromInteger(2), Decimal::kMaxFractionDigits);
  for (int places = 0; places <= Decimal::kMaxFractionDigits; ++places) {
    const Decimal rounded = *middle.DividedBy(kOne, places);
    if (low < rounded && rounded < high) return rounded;
  }
  return low;
}

// The items' numbers as whole units of 1/10^places points.
class Units {
 public:
  bool Add(const Decimal& number) {
    while (!Scaled(number).IsInteger()) {
      if (++places_ > kMostScale) return false;
      scale_ *= 10;
    }
    return Scaled(number) <= Decimal::FromInteger(kMostUnits);
  }
  std::int64_t Of(const Decimal& number) const { return Scaled(number).ToInteger().value_or(0); }
  std::int64_t scale() const { return scale_; }

 private:
  Decimal Scaled(const Decimal& number) const {
    return number.Times(Decimal::FromInteger(scale_))
        .value_or(Decimal::FromInteger(kMostUnits + 1));
  }
  std::size_t places_ = 0;
  std::int64_t scale_ = 1;
};

std::optional<Units> CommonUnits(std::span<const ItemValues> items) {
  Units units;
  Decimal points;
  Decimal bonus;
  for (const ItemValues& item : items) {
    if (!item.earned || !item.bonus || !units.Add(item.points)) return std::nullopt;
    for (const Decimal& value : *item.earned)
      if (!units.Add(value)) return std::nullopt;
    for (const Decimal& value : *item.bonus)
      if (!units.Add(value)) return std::nullopt;
    points += item.points;
    bonus += item.most_bonus;
  }
  if (!units.Add(points) || !units.Add(bonus)) return std::nullopt;
  return units;
}

using State = std::map<std::int64_t, Bits>;  // attainable → earned

// Adds one item; `states[1]`: a must-pass item has been missed.
bool AddItem(const ItemValues& item, const std::optional<Decimal>& must_percent, const Units& units,
             State (&states)[2], std::int64_t& steps) {
  State next[2];
  const std::int64_t points = units.Of(item.points);
  for (std::size_t missed = 0; missed < 2; ++missed) {
    for (const auto& [attainable, bits] : states[missed]) {
      if (item.may_be_absent) OrShifted(next[missed][attainable], bits, 0);
      for (const Decimal& value : *item.earned) {
        steps += static_cast<std::int64_t>(bits.size()) + 8;
        if (steps > kMostSteps) return false;
        const bool miss =
            must_percent && !model::Fraction{value, item.points}.AtLeastPercent(*must_percent);
        OrShifted(next[miss ? 1 : missed][attainable + points], bits, units.Of(value));
      }
    }
  }
  for (std::size_t i = 0; i < 2; ++i) states[i] = std::move(next[i]);
  return true;
}

}  // namespace

AttainableScores AttainableScores::UpTo(const Decimal& most) {
  AttainableScores scores;
  scores.most_ = most;
  return scores;
}

AttainableScores AttainableScores::Of(const model::PointsScheme& scheme,
                                      std::span<const ItemValues> items, MustPassed must_passed) {
  Decimal most = scheme.total;
  Decimal most_bonus;
  for (const ItemValues& item : items) most_bonus += item.most_bonus;
  if (scheme.bonus_cap) most_bonus = std::min(most_bonus, *scheme.bonus_cap);
  most += most_bonus;
  const std::optional<Units> units = CommonUnits(items);
  if (!units) return UpTo(most);

  State states[2];
  states[0][0] = Bits(1, 1);
  Bits bonuses(1, 1);
  std::int64_t steps = 0;
  for (const ItemValues& item : items) {
    const bool must = scheme.must_pass && std::ranges::find(scheme.must_pass->items, item.item) !=
                                              scheme.must_pass->items.end();
    const auto percent = must ? std::optional(scheme.must_pass->percent) : std::nullopt;
    if (!AddItem(item, percent, *units, states, steps)) return UpTo(most);
    if (item.bonus->size() == 1 && item.bonus->front().IsZero()) continue;
    Bits next;
    for (const Decimal& value : *item.bonus) OrShifted(next, bonuses, units->Of(value));
    bonuses = std::move(next);
  }

  AttainableScores scores;
  scores.finite_ = true;
  scores.total_ = scheme.total;
  scores.scale_ = units->scale();
  const std::int64_t cap = units->Of(most_bonus);
  for (std::int64_t at = NextSet(bonuses, 0); at >= 0; at = NextSet(bonuses, at + 1)) {
    scores.bonuses_.push_back(std::min(at, cap));
    if (at >= cap) break;
  }
  for (std::size_t missed = 0; missed < 2; ++missed) {
    if (must_passed == MustPassed::kAllMet && missed == 1) continue;
    if (must_passed == MustPassed::kOneMissed && missed == 0) continue;
    for (const auto& [attainable, bits] : states[missed])
      if (attainable > 0) OrShifted(scores.earned_[attainable], bits, 0);
  }
  return scores;
}

std::optional<model::Fraction> AttainableScores::Find(const ScoreRange& range,
                                                      Prefer prefer) const {
  if (!finite_) return FindBetween(range, prefer);
  if (prefer == Prefer::kMiddle && range.low && range.high && *range.low < *range.high) {
    ScoreRange upper = range;
    upper.low = (*range.low + *range.high).DividedBy(Decimal::FromInteger(2), 9);
    upper.low_open = false;
    if (auto found = FindFinite(upper)) return found;
  }
  return FindFinite(range);
}

std::optional<model::Fraction> AttainableScores::FindFinite(const ScoreRange& range) const {
  // earned × total / attainable + bonus, all in units: earned × total × scale + bonus × attainable
  // over attainable × scale.
  const Decimal scale = Decimal::FromInteger(scale_);
  const auto score = [&](std::int64_t attainable, std::int64_t earned, std::int64_t bonus) {
    const Decimal base = total_.Times(Decimal::FromInteger(earned)).value_or(Decimal());
    const Decimal a = Decimal::FromInteger(attainable);
    return model::Fraction{base.Times(scale).value_or(Decimal()) +
                               Decimal::FromInteger(bonus).Times(a).value_or(Decimal()),
                           a.Times(scale).value_or(kOne)};
  };
  ScoreRange from_low = range;
  from_low.high.reset();
  std::optional<model::Fraction> best;
  for (auto group = earned_.rbegin(); group != earned_.rend(); ++group) {
    const auto& [attainable, bits] = *group;
    for (const std::int64_t bonus : bonuses_) {
      // The first earned that is high enough, by halving.
      std::int64_t low = 0;
      std::int64_t high = static_cast<std::int64_t>(bits.size() * kWordBits);
      while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        if (from_low.Contains(score(attainable, middle, bonus)))
          high = middle;
        else
          low = middle + 1;
      }
      const std::int64_t earned = NextSet(bits, low);
      if (earned < 0) continue;
      const model::Fraction found = score(attainable, earned, bonus);
      if (!range.Contains(found)) continue;
      const bool lower = !best || Decimal::CompareProducts(found.numerator, best->denominator,
                                                           best->numerator, found.denominator) < 0;
      if (lower) best = found;
    }
  }
  return best;
}

std::optional<model::Fraction> AttainableScores::FindBetween(const ScoreRange& range,
                                                             Prefer prefer) const {
  Decimal low;
  bool low_open = false;
  if (range.low && *range.low >= low) {
    low = *range.low;
    low_open = range.low_open;
  }
  Decimal high = most_;
  bool high_open = false;
  if (range.high && *range.high <= high) {
    high = *range.high;
    high_open = range.high_open;
  }
  if (low > high || (low == high && (low_open || high_open))) return std::nullopt;
  const bool at_low = !low_open && (prefer == Prefer::kLowest || low.IsZero() || low == high);
  return model::Fraction{at_low ? low : Between(low, high), kOne};
}

std::string ScoreText(const model::Fraction& score) {
  for (int places = 0; places <= Decimal::kMaxFractionDigits; ++places) {
    const auto quotient = score.numerator.DividedBy(score.denominator, places);
    if (quotient &&
        Decimal::CompareProducts(*quotient, score.denominator, score.numerator, kOne) == 0)
      return quotient->ToString();
  }
  return "≈ " + score.Display(4, 1);
}

}  // namespace pingshen::grading
