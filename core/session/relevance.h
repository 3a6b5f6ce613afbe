// Which items belong to the assessment as it is answered now.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/forms/loader.h"
#include "core/session/answer_sheet.h"

namespace pingshen::session {

using Steps = std::vector<model::FieldPath::Step>;

// Form, answers and `today` must remain live while this is.
class Relevance {
 public:
  Relevance(const forms::LoadedForm& form, const AnswerSheet& answers, const std::string& today);

  // Whether the item, in the repeat instances `around` it, and all these repeats are relevant.
  bool IsRelevant(const std::string& code, const Steps& around) const;

  const forms::LoadedForm& form() const { return form_; }
  const AnswerSheet& answers() const { return answers_; }
  const std::string& today() const { return today_; }

 private:
  // Codes that have an expression, each after all that it depends on. No recursion: forms may have
  // long chains.
  std::vector<std::string> InOrderOfDependence() const;
  std::vector<std::string> DependenciesOf(const std::string& code) const;

  const forms::LoadedForm& form_;
  const AnswerSheet& answers_;
  const std::string& today_;
  std::unordered_map<std::string, bool> own_;  // by path; only items with an expression
};

// The repeats around an item, outermost first.
std::vector<std::string> RepeatsAround(const forms::LoadedForm& form, const std::string& code);
// All existing places of something inside `repeats`, in order, whose outer steps begin with
// `fixed`.
std::vector<Steps> PlacesIn(const forms::LoadedForm& form, const AnswerSheet& answers,
                            const std::vector<std::string>& repeats, const Steps& fixed);

}  // namespace pingshen::session
