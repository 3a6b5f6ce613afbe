// Answers written by hand as JSON, for the command line and for tables of worked cases.
#pragma once

#include <string_view>

#include "core/base/error.h"
#include "core/evaluation/answer_sheet.h"
#include "core/forms/loader.h"

namespace pingshen::evaluation {

// {"VC-03": 85.5, "VC-04": ["clinic", "pharmacy"], "VC-15:no_contract": 1, "people#1/name": "张三"}:
// field path → answer. Numbers, true and false (yes and no), lists of options, texts. Instances of
// repeats that paths name are there. ERR_JSON; ERR_PATH, ERR_SESSION_PATH, ERR_VALUE,
// ERR_SESSION_VALUE with the path.
Result<AnswerSheet> ReadAnswers(const forms::LoadedForm& form, std::string_view json_text);

}  // namespace pingshen::evaluation
