// Points of one item from its answer, by its score rule. Exact.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/model/form.h"
#include "core/model/value.h"

namespace pingshen::grading {

struct ItemAnswer {
  model::Value value;                                        // field ""
  std::vector<std::pair<std::string, model::Value>> fields;  // of deductions, DueField too
  std::optional<Decimal> denominator;                        // ScoreBySteps with a denominator item
  // ScoreByInstances: the answers of the children that apply, for each existing instance
  std::vector<std::vector<std::pair<std::string, model::Value>>> instances;
};

struct ItemScore {
  bool answered = false;   // enough is known to score it
  bool applicable = true;  // false after "na"
  Decimal earned;          // 0 … item.points; 0 when not answered
  Decimal bonus = {};      // on top of it, 0 when not answered
};

// What one deduction (or bonus) takes off (or gives) for its answer; 0 without one, nullopt when it
// has a standard of its own to be entered that is not there. See model::DeductionKind.
std::optional<Decimal> AmountOf(const model::Deduction& deduction, const model::Value& reached,
                                const model::Value& due);

// kDeductions: "no_evidence" gives 0 whatever else is said; "not_occurred" gives all points.
// A count above 0 outweighs "full" and "na" of the same item; counts beyond max_count weigh as
// max_count, negative ones nothing. A code that is no option, a denominator that is not above 0, an
// instance whose child is there and unanswered: not answered. An instance without that child costs
// nothing. REQUIRES: item.points has a value.
ItemScore ScoreItem(const model::Item& item, const ItemAnswer& answer);

}  // namespace pingshen::grading
