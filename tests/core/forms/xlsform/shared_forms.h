// XLSForms that stand beside the project, and how pyxform judged them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/forms/xlsform/workbook.h"
#include "core/json/json.h"

namespace pingshen::forms::xlsform {

// nullopt when the file is not there.
std::optional<std::string> ReadSharedFile(const std::string& name);
// nullopt when it is not there; a test failure when it is no JSON.
std::optional<json::Value> ReadSharedJson(const std::string& name);

// The workbook of a case of xlsform_md_dev.json.
Workbook WorkbookOf(const json::Value& form);
std::string TextOf(const json::Value& object, std::string_view member);

}  // namespace pingshen::forms::xlsform
