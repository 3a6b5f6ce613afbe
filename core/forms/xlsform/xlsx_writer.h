// Writes a workbook of texts as .xlsx: every cell a string, the first row bold and in view.
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/forms/xlsform/workbook.h"

namespace pingshen::forms::xlsform {

// A cell of a spreadsheet holds no more UTF-16 code units than this.
inline constexpr std::size_t kMostCellUnits = 32767;

// The same bytes for the same workbook. ReadXlsx gives the texts back. REQUIRES: sheet names are
// distinct, at most 31 characters, without []:*?/\; texts are valid UTF-8 within kMostCellUnits.
Result<Bytes> WriteXlsx(const Workbook& workbook);

}  // namespace pingshen::forms::xlsform
