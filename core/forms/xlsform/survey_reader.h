// The survey sheet: rows to a tree of questions, groups and repeats.
#pragma once

#include "core/forms/xlsform/draft.h"

namespace pingshen::forms::xlsform {

// Fills root, metadata and by_name of a draft whose tables, settings and lists are read. Reports
// ERR_XLSFORM_… and goes on with the next row.
void ReadSurvey(Draft& draft, Messages& messages);

}  // namespace pingshen::forms::xlsform
