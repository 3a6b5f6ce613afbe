// The one Chinese and one English wording of each code that the model knows.
#pragma once

#include <string>
#include <string_view>

#include "core/base/language.h"
#include "core/model/assessment.h"
#include "core/model/item_type.h"
#include "core/model/scheme.h"
#include "core/words/phrase.h"

namespace pingshen::words {

// Of answers.
inline constexpr Phrase kYes{"是", "Yes"};
inline constexpr Phrase kNo{"否", "No"};
inline constexpr Phrase kNotApplicable{"不适用", "Not applicable"};
inline constexpr Phrase kNothingToDeduct{"无扣分", "Nothing to deduct"};
inline constexpr Phrase kNotOccurred{"未发生", "Did not occur"};
inline constexpr Phrase kNoEvidence{"无书面材料", "No written evidence"};
inline constexpr Phrase kNoInstance{"无", "None"};
inline constexpr Phrase kNoneOfThese{"以上都没有", "None of these"};
inline constexpr Phrase kAcknowledged{"已确认", "Acknowledged"};
// Of a sub-point, and of whatever an outcome demands.
inline constexpr Phrase kMet{"达到", "Met"};
inline constexpr Phrase kNotMet{"未达到", "Not met"};

// What a fixed code says as the answer to an item of this type; nullptr when it is none of the
// model's ("E" and the other marks are words of PhraseOf).
const Phrase* FixedPhrase(model::ItemType type, std::string_view code);
const Phrase& PhraseOf(model::Mark mark);            // 优秀, 良好 …
const Phrase& PhraseOf(model::AssessmentKind kind);  // 自评, 现场评审 …

std::string_view MarkWord(model::Mark mark, Language language);
std::string_view KindText(model::AssessmentKind kind, Language language);
// 评审员, 组长 …; the code itself when it is none of the format's roles.
std::string RoleText(std::string_view role, Language language);

}  // namespace pingshen::words
