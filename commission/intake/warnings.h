// Remarks of the desk on a bundle that it takes in all the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/language.h"

namespace pingshen::commission {

enum class WarningCode {
  kSameAssessment,   // context: intake numbers of earlier bundles of the assessment
  kClockAhead,       // context: the time that the device stated
  kPreviousUnknown,  // context: manifest digest
};

struct Warning {
  WarningCode code;
  std::string context;
};

std::string_view CodeName(WarningCode code);  // "WARN_SAME_ASSESSMENT" …
std::string Sentence(const Warning& warning, Language language);

// [{"code":…,"sentence_zh":…,"sentence_en":…,"context":…}, …]
std::string WarningsJson(const std::vector<Warning>& warnings);

}  // namespace pingshen::commission
