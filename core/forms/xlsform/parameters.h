// The parameters column: "start=1 end=5 step=1".
#pragma once

#include "core/forms/xlsform/draft.h"

namespace pingshen::forms::xlsform {

// Separated by ";" or "," or blanks; keys in lower case, values too, but for value and label.
// Reports ERR_XLSFORM_PARAMETERS at `cell` and gives what could be read.
Parameters ReadParameters(std::string_view text, const Cell& cell, Messages& messages);

// Whether the parameters belong to the node's type and have values that are allowed. Reports
// ERR_XLSFORM_PARAMETER_UNKNOWN, ERR_XLSFORM_PARAMETER, for an audit ERR_XLSFORM_AUDIT.
// `from_file`: the node is a select from a file.
void CheckParameters(const Draft& draft, const Node& node, bool from_file, const Cell& cell,
                     Messages& messages);

}  // namespace pingshen::forms::xlsform
