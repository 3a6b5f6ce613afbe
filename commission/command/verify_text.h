// The report on a file in words and as JSON.
#pragma once

#include <string>

#include "commission/command/verify_report.h"
#include "core/base/language.h"

namespace pingshen::commission {

// For people, in one language; ends with a line feed.
std::string ReportText(const FileReport& report, Language language);
// One JSON object.
std::string ReportJson(const FileReport& report);

}  // namespace pingshen::commission
