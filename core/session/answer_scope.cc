#include "core/session/answer_scope.h"

namespace pingshen::session {
namespace {

// The steps of `place` that are also around something inside `repeats`.
Steps Shared(const Steps& place, const std::vector<std::string>& repeats) {
  Steps shared;
  while (shared.size() < place.size() && shared.size() < repeats.size() &&
         place[shared.size()].repeat == repeats[shared.size()])
    shared.push_back(place[shared.size()]);
  return shared;
}

model::Value ValueAt(const Relevance& relevance, const std::string& code, const Steps& around) {
  if (!relevance.IsRelevant(code, around)) return {};
  model::FieldPath path;
  path.repeats = around;
  path.item = code;
  return relevance.answers().At(path);
}

}  // namespace

model::Value AnswerScope::Answer(std::string_view code) const {
  const model::Item* item = relevance_.form().FindItem(code);
  if (item == nullptr) return {};
  const std::vector<std::string> repeats = RepeatsAround(relevance_.form(), item->code);
  const Steps around = Shared(place_, repeats);
  if (around.size() < repeats.size()) return {};  // many answers: Answers
  return ValueAt(relevance_, item->code, around);
}

std::vector<model::Value> AnswerScope::Answers(std::string_view code) const {
  const model::Item* item = relevance_.form().FindItem(code);
  if (item == nullptr) return {};
  const bool instances = model::HasInstances(item->type);
  std::vector<std::string> repeats = RepeatsAround(relevance_.form(), item->code);
  if (instances) repeats.push_back(item->code);
  std::vector<model::Value> values;
  for (const Steps& around :
       PlacesIn(relevance_.form(), relevance_.answers(), repeats, Shared(place_, repeats))) {
    if (!repeats.empty() &&
        !relevance_.IsRelevant(repeats.back(), Steps(around.begin(), around.end() - 1)))
      continue;
    values.push_back(instances ? model::Value::Presence(true)
                               : ValueAt(relevance_, item->code, around));
  }
  return values;
}

}  // namespace pingshen::session
