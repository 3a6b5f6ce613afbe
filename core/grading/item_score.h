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
  std::vector<std::pair<std::string, model::Value>> fields;  // deduction counts
  std::optional<Decimal> denominator;                        // ScoreBySteps with a denominator item
  // ScoreByInstances: the answers of the children that apply, for each existing instance
  std::vector<std::vector<std::pair<std::string, model::Value>>> instances;
};

struct ItemScore {
  bool answered = false;   // enough is known to score it
  bool applicable = true;  // false after "na"
  Decimal earned;          // 0 … item.points; 0 when not answered
};

// A count above 0 outweighs "full" and "na" of the same item; counts beyond max_count weigh as
// max_count, negative ones nothing. A code that is no option, a denominator that is not above 0, an
// instance whose child is there and unanswered: not answered. An instance without that child costs
// nothing. REQUIRES: item.points has a value.
ItemScore ScoreItem(const model::Item& item, const ItemAnswer& answer);

}  // namespace pingshen::grading
