#include "core/session/relevance.h"

#include <algorithm>
#include <set>

#include "core/session/answer_scope.h"
#include "core/session/instances.h"

namespace pingshen::session {

using model::FieldPath;

namespace {

std::string KeyOf(const std::string& code, const Steps& around) {
  FieldPath path;
  path.repeats = around;
  path.item = code;
  return path.ToString();
}

}  // namespace

std::vector<std::string> RepeatsAround(const forms::LoadedForm& form, const std::string& code) {
  std::vector<std::string> repeats;
  for (const model::Item* repeat = form.RepeatOf(code); repeat != nullptr;
       repeat = form.RepeatOf(repeat->code))
    repeats.push_back(repeat->code);
  std::reverse(repeats.begin(), repeats.end());
  return repeats;
}

std::vector<Steps> PlacesIn(const forms::LoadedForm& form, const AnswerSheet& answers,
                            const std::vector<std::string>& repeats, const Steps& fixed) {
  std::vector<Steps> places = {{}};
  for (std::size_t depth = 0; depth < repeats.size(); ++depth) {
    std::vector<Steps> deeper;
    for (const Steps& place : places) {
      FieldPath repeat;
      repeat.repeats = place;
      repeat.item = repeats[depth];
      for (const std::uint32_t number : InstancesOf(form, answers, repeat)) {
        if (depth < fixed.size() && fixed[depth].instance != number) continue;
        Steps steps = place;
        steps.push_back({repeats[depth], number});
        deeper.push_back(std::move(steps));
      }
    }
    places = std::move(deeper);
  }
  return places;
}

Relevance::Relevance(const forms::LoadedForm& form, const AnswerSheet& answers,
                     const std::string& today)
    : form_(form), answers_(answers), today_(today) {
  for (const std::string& code : InOrderOfDependence()) {
    const forms::CompiledExpression& expression = form_.program.relevant.find(code)->second;
    const std::vector<std::string> repeats = RepeatsAround(form_, code);
    for (const Steps& place : PlacesIn(form_, answers_, repeats, {})) {
      bool around =
          repeats.empty() || IsRelevant(repeats.back(), Steps(place.begin(), place.end() - 1));
      for (const std::string& frame : form_.FramesAround(code))
        around = around && IsRelevant(frame, place);
      own_[KeyOf(code, place)] =
          around && expression.EvaluateBoolean(AnswerScope(*this, place, {}));
    }
  }
}

bool Relevance::IsRelevant(const std::string& code, const Steps& around) const {
  if (own_.empty()) return true;
  const auto holds = [&](const std::string& each, const Steps& steps) {
    if (!form_.program.relevant.contains(each)) return true;
    const auto found = own_.find(KeyOf(each, steps));
    return found != own_.end() && found->second;
  };
  const auto holds_in_frames = [&](const std::string& each, const Steps& steps) {
    for (const std::string& frame : form_.FramesAround(each))
      if (!holds(frame, steps)) return false;
    return holds(each, steps);
  };
  Steps outer;
  for (const FieldPath::Step& step : around) {
    if (!holds_in_frames(step.repeat, outer)) return false;
    outer.push_back(step);
  }
  return holds_in_frames(code, around);
}

std::vector<std::string> Relevance::DependenciesOf(const std::string& code) const {
  std::set<std::string> codes;
  const auto add_with_repeats = [&](const std::string& each) {
    codes.insert(each);
    std::vector<std::string> around = RepeatsAround(form_, each);
    around.push_back(each);
    for (const std::string& place : around) {
      codes.insert(place);
      for (std::string& frame : form_.FramesAround(place)) codes.insert(std::move(frame));
    }
  };
  add_with_repeats(code);
  codes.erase(code);
  for (const std::string& each : form_.program.relevant.find(code)->second.dependencies())
    add_with_repeats(each);
  std::vector<std::string> out;
  for (const std::string& each : codes)
    if (form_.program.relevant.contains(each)) out.push_back(each);
  return out;
}

std::vector<std::string> Relevance::InOrderOfDependence() const {
  struct Visit {
    std::string code;
    std::vector<std::string> dependencies;
    std::size_t next = 0;
  };
  std::vector<std::string> order;
  std::set<std::string> seen;
  for (const auto& [start, expression] : form_.program.relevant) {
    if (!seen.insert(start).second) continue;
    std::vector<Visit> stack;
    stack.push_back({start, DependenciesOf(start)});
    while (!stack.empty()) {
      Visit& top = stack.back();
      if (top.next == top.dependencies.size()) {
        order.push_back(std::move(top.code));
        stack.pop_back();
        continue;
      }
      std::string dependency = top.dependencies[top.next++];
      if (!seen.insert(dependency).second) continue;  // the loader refuses cycles
      std::vector<std::string> further = DependenciesOf(dependency);
      stack.push_back({std::move(dependency), std::move(further)});
    }
  }
  return order;
}

}  // namespace pingshen::session
