// Named data beside the answers: choice lists, files, what was saved last.
#pragma once

#include <map>
#include <string>

#include "core/forms/xlsform/draft.h"

namespace pingshen::forms::xlsform {

struct DataSource {
  std::string uri;   // "jr://file-csv/towns.csv"; "" = a choice list of the workbook
  std::string file;  // "towns.csv": what must go with the form; "" = nothing
  Cell cell;         // where it is named first
};

// All sources by name. Reports ERR_XLSFORM_INSTANCE where a name stands for two of them, and
// ERR_XLSFORM_PARAMETER for a reference-geometry that names none.
std::map<std::string, DataSource> CollectDataSources(const Draft& draft, Messages& messages);

// Names in pulldata('name', …) calls of an expression.
std::vector<std::string> PulldataNames(std::string_view expression);

}  // namespace pingshen::forms::xlsform
