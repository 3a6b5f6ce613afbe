// .xlsx files as Excel, WPS, LibreOffice and code libraries write them.
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/forms/xlsform/workbook.h"

namespace pingshen::forms::xlsform {

struct XlsxLimits {
  std::uint64_t max_inflated_bytes = 192ull << 20;
  std::size_t max_sheets = 64;
  std::uint32_t max_rows = 150000;    // of one sheet
  std::uint32_t max_columns = 1000;   // further columns are ignored when they are empty
  std::size_t max_cells = 3'000'000;  // with text, of all sheets
};

// Values as they are shown: shared and inline strings with their runs joined (without phonetic
// parts), whole numbers without a fraction, dates by their number format, TRUE and FALSE, what a
// formula gave when it was last computed. The value of a merged cell stands at its first place.
// ERR_XLSX_OLD, ERR_ZIP_…, ERR_XLSX_PART, ERR_XLSX_XML, ERR_XLSX_LIMIT.
Result<Workbook> ReadXlsx(ByteView file, const XlsxLimits& limits = {});

}  // namespace pingshen::forms::xlsform
