// How an item's points come from its answer, as data. What each rule means exactly stands in
// docs/grading.md; grading::ScoreItem computes it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/decimal.h"
#include "core/model/text.h"

namespace pingshen::model {

// The answer under the deduction's code is a count (kInteger), an amount of points (kDecimal), or
// what was reached (kInteger or kDecimal), by kind.
enum class DeductionKind : std::uint8_t {
  kEach,            // count of occurrences × points
  kPerMissingUnit,  // max(0, standard − reached) × points; a fraction of a unit missing is a unit
  kPerStartedStep,  // for each started `step` below the standard: 58.4 against 60, step 1: 2 steps
  kPerFullStep,     // for each full `step` below the standard ("每下降 2% 扣 0.5")
  kDiscretionary,   // the amount itself, 0 … cap ("酌情")
};

struct Deduction {
  std::string code;
  Text label;
  Decimal points;              // taken off (a bonus: given) for each unit, > 0
  std::int64_t max_count = 1;  // kEach: counts beyond weigh as this; 1 = happened or not
  std::optional<Decimal> cap;  // at most this much for this deduction
  DeductionKind kind = DeductionKind::kEach;
  // kPer…: what is demanded. nullopt: the assessor enters it, in the field DueField(code).
  std::optional<Decimal> standard = std::nullopt;
  Decimal step = Decimal::FromInteger(1);  // kPerStartedStep, kPerFullStep
  // Gives points instead of taking them, beyond the item's own: kEach; kPerMissingUnit counts the
  // units above the standard; kDiscretionary.
  bool bonus = false;
};

// "code.due": where the demanded number of a deduction without a fixed standard is answered.
inline std::string DueField(std::string_view code) { return std::string(code) + ".due"; }

// The points are never below 0 nor above Item::points; bonuses come on top.
struct ScoreByOptions {
};  // sum of the points of the chosen options; yes = all points, no = 0 where options give none
struct ScoreByDeductions {};  // points minus deductions
struct ScoreBySteps {         // first step (in order) whose condition holds; none: 0
  struct Step {
    Decimal at_least;        // holds when value >= at_least …
    bool exclusive = false;  // … or value > at_least when exclusive
    Decimal points;
  };
  // The value compared: this item's number, or numerator × per / denominator, compared exactly by
  // cross-multiplication (numerator = this item, denominator = another item's code; denominator 0
  // or missing: not scored yet).
  std::string denominator_item;  // "" = plain value
  Decimal per = Decimal::FromInteger(1);
  std::vector<Step> steps;
};
struct
    ScoreByInstances {  // repeat: points minus points_off for each instance whose child answers one of `codes`
  std::string child;
  std::vector<std::string> codes;
  Decimal points_off;
  std::int64_t min_instances = 0;  // fewer: 0 points
};
using ScoreRule =
    std::variant<std::monostate, ScoreByOptions, ScoreByDeductions, ScoreBySteps, ScoreByInstances>;

}  // namespace pingshen::model
