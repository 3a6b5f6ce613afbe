// What expressions read of an item whose answer is spread over several fields.
#pragma once

#include <map>
#include <string>

#include "core/model/item.h"
#include "core/model/value.h"

namespace pingshen::forms {

// kGrade with sub-points, kRatio, kStages: the answer follows from the fields.
bool HasDerivedAnswer(const model::Item& item);

// `fields`: by field, the answer itself under "". Of graded items the mark by the ladder, as
// grading::DeriveMark has it, "" while it is not settled; of ratios numerator × per / denominator; of stages the code
// of the last stage reached, in their order. REQUIRES: HasDerivedAnswer(item).
std::string DerivedAnswer(const model::Item& item,
                          const std::map<std::string, model::Value>& fields);

}  // namespace pingshen::forms
