// The parameters of a range question.
#pragma once

#include "core/forms/xlsform/draft.h"

namespace pingshen::forms::xlsform {

// start, end, step, tick_interval, placeholder, tick_labelset. Reports
// ERR_XLSFORM_PARAMETER_UNKNOWN and ERR_XLSFORM_PARAMETER.
void CheckRange(const Draft& draft, const Node& node, const Cell& cell, Messages& messages);

// Parameters with their defaults: 1 to 10 by 1.
std::string RangeParameter(const Node& node, std::string_view key);

}  // namespace pingshen::forms::xlsform
