// The settings and choices sheets.
#pragma once

#include "core/forms/xlsform/draft.h"

namespace pingshen::forms::xlsform {

// Fills Draft::settings from its table. Reports ERR_XLSFORM_NAME, ERR_XLSFORM_SETTING.
void ReadSettings(Draft& draft, Messages& messages);

// Fills Draft::lists. Reports missing and repeated names.
void ReadChoices(Draft& draft, Messages& messages);

// " (choice, choics)" when the workbook has sheets with names like this one, else "". Names that
// begin with "_" are meant to be passed over.
std::string SimilarSheets(const Draft& draft, std::string_view name);

}  // namespace pingshen::forms::xlsform
