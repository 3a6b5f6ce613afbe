// From the author's survey to a form of ours, as JSON (pingshen-form/1).
#pragma once

#include <map>
#include <string>

#include "core/base/bytes.h"
#include "core/forms/xlsform/draft_reader.h"
#include "core/forms/xlsform/load_check.h"
#include "core/json/json.h"

namespace pingshen::forms::xlsform {

using Attachments = std::map<std::string, Bytes, std::less<>>;  // by file name: "towns.csv"

struct BuiltForm {
  json::Value json;
  FormOrigins origins;
};

// The form's JSON tree. Reports what has no counterpart, what is missing beside the workbook, what
// was supplied, and ERR_XLSFORM_EXTENSION. REQUIRES: the draft has no errors.
BuiltForm BuildForm(const Draft& draft, const std::map<std::string, DataSource>& sources,
                    const Attachments& attachments, const Workbook& workbook, Messages& messages);

}  // namespace pingshen::forms::xlsform
