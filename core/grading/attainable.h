// The exact set of scores that a form can give, as far as it is finite.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/decimal.h"
#include "core/grading/decision_table.h"
#include "core/model/form.h"

namespace pingshen::grading {

// What one scored item can earn.
struct ItemValues {
  std::string item;
  std::string section;  // top-level section's code
  Decimal points;
  bool may_be_absent = false;                  // may not apply, or not be relevant
  std::optional<std::vector<Decimal>> earned;  // nullopt: anything from 0 to points
  std::optional<std::vector<Decimal>> bonus =
      std::vector<Decimal>{Decimal()};  // nullopt: to most_bonus
  Decimal most_bonus;
};
ItemValues ValuesOf(const model::Item& item, std::string section);

class AttainableScores {
 public:
  // Which assessments: all, those with every must-pass item met, those with one that is not.
  enum class MustPassed : std::uint8_t { kEither, kAllMet, kOneMissed };

  // Every score from 0 to `most`.
  static AttainableScores UpTo(const Decimal& most);
  // Sums over the items; an item that may be absent counts with or without its points on both sides
  // of the share. Falls back to UpTo(total + bonuses) where an item can earn anything between, or
  // the set is too large to count out (about 10^8 steps).
  static AttainableScores Of(const model::PointsScheme& scheme, std::span<const ItemValues> items,
                             MustPassed must_passed);

  bool finite() const { return finite_; }
  bool empty() const { return finite_ && earned_.empty(); }

  enum class Prefer : std::uint8_t { kLowest, kMiddle };
  // A score in the range that can occur; nullopt when there is none.
  std::optional<model::Fraction> Find(const ScoreRange& range, Prefer prefer) const;

 private:
  using Bits = std::vector<std::uint64_t>;
  std::optional<model::Fraction> FindFinite(const ScoreRange& range) const;
  std::optional<model::Fraction> FindBetween(const ScoreRange& range, Prefer prefer) const;

  bool finite_ = false;
  Decimal most_;                         // not finite
  Decimal total_;                        // finite: score = earned × total / attainable + bonus
  std::int64_t scale_ = 1;               // earned and attainable are counted in 1/scale points
  std::map<std::int64_t, Bits> earned_;  // attainable (> 0) → earned
  std::vector<std::int64_t> bonuses_;    // in 1/scale, ascending
};

// "89.5", or "≈ 89.4737" where it has no end.
std::string ScoreText(const model::Fraction& score);

}  // namespace pingshen::grading
