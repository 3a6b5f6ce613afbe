// Chosen options and how many conditions hold.
#include <array>
#include <cmath>

#include "core/expression/evaluator.h"
#include "core/expression/functions.h"
#include "core/expression/number.h"

namespace pingshen::expression {
namespace {

using program::Code;

// Calls `visit` with each of the words between blanks until it returns false.
template <typename Visit>
void ForEachWord(std::string_view text, const Visit& visit) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !IsBlank(text[end])) ++end;
    if (end > at && !visit(text.substr(at, end - at))) return;
    at = end + 1;
  }
}

Value Selected(Evaluator& evaluator, const Code& code) {
  const std::string_view text = evaluator.ArgumentText(code, 0);
  const std::string_view wanted = Trimmed(evaluator.ArgumentText(code, 1));
  bool found = false;
  ForEachWord(text, [&](std::string_view word) {
    found = word == wanted;
    return !found;
  });
  return Value::Of(found);
}

Value SelectedAt(Evaluator& evaluator, const Code& code) {
  const std::string_view text = evaluator.ArgumentText(code, 0);
  double left = evaluator.ArgumentNumber(code, 1);
  std::string_view found;
  if (left >= 0 && left == std::trunc(left)) {
    ForEachWord(text, [&](std::string_view word) {
      if (left-- > 0) return true;
      found = word;
      return false;
    });
  }
  return Value::Of(found);
}

Value CountSelected(Evaluator& evaluator, const Code& code) {
  double count = 0;
  ForEachWord(evaluator.ArgumentText(code, 0), [&](std::string_view) {
    ++count;
    return true;
  });
  return Value::Of(count);
}

bool IsBetween(double count, double least, double most) {
  return (least < 0 || count >= least) && (most < 0 || count <= most);
}

// Every member of a node-set counts by itself.
bool MemberHolds(Evaluator& evaluator, const NodeSet& set, std::size_t index) {
  return !evaluator.TextAt(set, index).empty();
}

Value Checklist(Evaluator& evaluator, const Code& code) {
  double count = 0;
  for (std::size_t i = 2; i < code.count; ++i) {
    const Value value = evaluator.ArgumentValue(code, i);
    if (value.kind != Value::Kind::kNodes) {
      count += evaluator.ToBoolean(value) ? 1 : 0;
      continue;
    }
    for (std::size_t k = 0; k < value.nodes.size() && evaluator.Spend(1); ++k)
      count += MemberHolds(evaluator, value.nodes, k) ? 1 : 0;
  }
  return Value::Of(
      IsBetween(count, evaluator.ArgumentNumber(code, 0), evaluator.ArgumentNumber(code, 1)));
}

// Pairs of condition and weight; of two node-sets the members pair up.
Value WeightedChecklist(Evaluator& evaluator, const Code& code) {
  double total = 0;
  for (std::size_t i = 2; i + 1 < code.count; i += 2) {
    const Value condition = evaluator.ArgumentValue(code, i);
    const Value weight = evaluator.ArgumentValue(code, i + 1);
    if (condition.kind != Value::Kind::kNodes) {
      if (evaluator.ToBoolean(condition)) total += evaluator.ToNumber(weight);
      continue;
    }
    for (std::size_t k = 0; k < condition.nodes.size() && evaluator.Spend(1); ++k) {
      if (!MemberHolds(evaluator, condition.nodes, k)) continue;
      if (weight.kind != Value::Kind::kNodes)
        total += evaluator.ToNumber(weight);
      else if (k < weight.nodes.size())
        total += evaluator.NumberAt(weight.nodes, k);
    }
  }
  return Value::Of(
      IsBetween(total, evaluator.ArgumentNumber(code, 0), evaluator.ArgumentNumber(code, 1)));
}

Value ChoiceName(Evaluator& evaluator, const Code& code) {
  const std::string_view value = evaluator.ArgumentText(code, 0);
  const auto label = evaluator.environment().ChoiceName(value, evaluator.ArgumentText(code, 1));
  if (!label) return evaluator.Fail(code, "jr:choice-name() finds no such question");
  return Value::Of(evaluator.Keep(*label));
}

constexpr std::array kFunctions = {
    FunctionInfo{"selected", 2, 2, Type::kBoolean, Selected},
    FunctionInfo{"selected-at", 2, 2, Type::kString, SelectedAt},
    FunctionInfo{"count-selected", 1, 1, Type::kNumber, CountSelected},
    FunctionInfo{"checklist", 3, kAnyNumber, Type::kBoolean, Checklist},
    FunctionInfo{"weighted-checklist", 4, kAnyNumber, Type::kBoolean, WeightedChecklist},
    FunctionInfo{"jr:choice-name", 2, 2, Type::kString, ChoiceName},
};

}  // namespace

std::span<const FunctionInfo> ChoiceFunctions() { return kFunctions; }

}  // namespace pingshen::expression
