// What is wrong with one answer, in words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/model/finding.h"
#include "core/model/form.h"
#include "core/model/value.h"

namespace pingshen::evaluation {

struct Problem {
  model::FindingKind kind;
  model::Text sentence;
};

// The first of: a value that the item cannot have, bounds, identifier. Constraints of the form are
// not looked at.
std::optional<Problem> ProblemOfValue(const model::Item& item, const model::Value& value);
// The same of one of the item's own fields (item_fields.h).
std::optional<Problem> ProblemOfField(const model::Item& item, std::string_view field,
                                      const model::Value& value);
// A stage that is dated before the one it follows. `fields`: as AnswerSheet::Fields.
std::optional<Problem> ProblemOfStages(
    const model::Item& item, const std::vector<std::pair<std::string, model::Value>>& fields);

// "Not answered yet", for a repeat how to answer it; the form's own words where it has some.
model::Text MissingSentence(const model::Item& item);
// The answer needs its evidence attached.
model::Text EvidenceSentence();
// "Not applicable" needs its approval written down.
model::Text BasisSentence();
// The answer is an option that the choice filter leaves out now.
model::Text NotOfferedSentence();
// The item cannot be scored before its denominator is above 0.
model::Text DenominatorSentence(const model::Item& denominator);

}  // namespace pingshen::evaluation
