// The entities sheet and the save_to column: checked as XLSForm demands, though the app keeps no
// entities.
#pragma once

#include "core/forms/xlsform/draft.h"

namespace pingshen::forms::xlsform {

// Reports ERR_XLSFORM_ENTITY, ERR_XLSFORM_SAVE_TO, ERR_XLSFORM_REFERENCE; and that the sheet is not
// supported when it has rows. REQUIRES: ReadSurvey was called.
void CheckEntities(const Draft& draft, Messages& messages);

}  // namespace pingshen::forms::xlsform
