// A form of ours as an XLSForm workbook.
#pragma once

#include <string_view>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/forms/xlsform/workbook.h"

namespace pingshen::forms::xlsform {

// `form_json` is a form file (pingshen-form/1). What XLSForm has columns for stands in them, so
// that other programs read as much of the form as they can; everything else stands in columns
// pingshen::… and on a sheet `pingshen`. Importing the workbook gives the same form again, member
// for member (order apart). ERR_JSON, ERR_XLSFORM_FORM.
Result<Bytes> ExportXlsx(std::string_view form_json);
Result<Workbook> ExportWorkbook(std::string_view form_json);

}  // namespace pingshen::forms::xlsform
