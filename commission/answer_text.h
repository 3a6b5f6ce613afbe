// An answer in words, as the desk shows it.
#pragma once

#include <string>
#include <string_view>

#include "core/base/language.h"
#include "core/model/assessment.h"
#include "core/model/form.h"
#include "core/model/value.h"

namespace pingshen::commission {

// Labels instead of codes, numbers with their unit, identity numbers masked. "" for an empty value.
std::string AnswerText(const model::Item& item, const model::Value& value, Language language);

// 自评, 现场评审 …
std::string_view KindText(model::AssessmentKind kind, Language language);

// 评审员, 组长 …; the code itself when it is none of the format's roles.
std::string RoleText(std::string_view role, Language language);

}  // namespace pingshen::commission
