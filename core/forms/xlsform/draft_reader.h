// A workbook read and checked as an XLSForm.
#pragma once

#include <memory>

#include "core/forms/xlsform/data_sources.h"
#include "core/forms/xlsform/draft.h"
#include "core/forms/xlsform/workbook.h"

namespace pingshen::forms::xlsform {

struct ReadDraftResult {
  std::unique_ptr<Draft> draft;  // nullptr when there is no survey sheet to read
  std::map<std::string, DataSource> sources;
};

// Everything that pyxform refuses is refused here, all at once and with its place; columns and
// sheets that are not understood are reported. `file_stem` names the form when the settings sheet
// does not.
ReadDraftResult ReadDraft(const Workbook& workbook, std::string_view file_stem, Messages& messages);

}  // namespace pingshen::forms::xlsform
