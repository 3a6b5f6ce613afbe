// What is wrong with one answer, in words.
#pragma once

#include <optional>

#include "core/model/finding.h"
#include "core/model/form.h"
#include "core/model/value.h"

namespace pingshen::session {

struct Problem {
  model::FindingKind kind;
  model::Text sentence;
};

// The first of: a value that the item cannot have, bounds, identifier. Constraints of the form are
// not looked at.
std::optional<Problem> ProblemOfValue(const model::Item& item, const model::Value& value);
// A count beyond 0 … max_count.
std::optional<Problem> ProblemOfCount(const model::Item& item, const model::Deduction& deduction,
                                      const model::Value& value);

// "Not answered yet", for a repeat how to answer it.
model::Text MissingSentence(const model::Item& item);
// The item cannot be scored before its denominator is above 0.
model::Text DenominatorSentence(const model::Item& denominator);

}  // namespace pingshen::session
