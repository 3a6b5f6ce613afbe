// What ODK does not have: marks of graded items and Chinese identifiers.
#include <array>
#include <limits>

#include "core/expression/evaluator.h"
#include "core/expression/functions.h"
#include "core/expression/number.h"
#include "core/model/identifiers.h"

namespace pingshen::expression {
namespace {

using program::Code;

// grade-count(marks, 'A'): how many of the marks are exactly this one.
Value GradeCount(Evaluator& evaluator, const Code& code) {
  const NodeSet marks = evaluator.ArgumentNodes(code, 0);
  const std::string_view wanted = evaluator.ArgumentText(code, 1);
  double count = 0;
  for (std::size_t i = 0; i < marks.size() && evaluator.Spend(1); ++i)
    if (evaluator.TextAt(marks, i) == wanted) ++count;
  return Value::Of(count);
}

// share-at-least(marks, 'B'): percent of the applicable marks that are B or better. E (not
// applicable) leaves the denominator, a missing mark stays in it. NaN when nothing applies. The
// quotient is the nearest double to the exact one, so a comparison with a whole percentage is
// exact.
Value ShareAtLeast(Evaluator& evaluator, const Code& code) {
  const NodeSet marks = evaluator.ArgumentNodes(code, 0);
  const std::string_view least = evaluator.ArgumentText(code, 1);
  if (least.size() != 1 || least[0] < 'A' || least[0] > 'D')
    return evaluator.Fail(code, "share-at-least() wants A, B, C or D");
  double reached = 0;
  double applicable = 0;
  for (std::size_t i = 0; i < marks.size() && evaluator.Spend(1); ++i) {
    const std::string_view mark = evaluator.TextAt(marks, i);
    if (mark == "E") continue;
    ++applicable;
    if (mark.size() == 1 && mark[0] >= 'A' && mark[0] <= least[0]) ++reached;
  }
  return Value::Of(applicable == 0 ? std::numeric_limits<double>::quiet_NaN()
                                   : reached * 100 / applicable);
}

// answered(item): one of its answers is not empty.
Value Answered(Evaluator& evaluator, const Code& code) {
  const Value value = evaluator.ArgumentValue(code, 0);
  if (value.kind != Value::Kind::kNodes) return Value::Of(!evaluator.ToText(value).empty());
  for (std::size_t i = 0; i < value.nodes.size() && evaluator.Spend(1); ++i)
    if (!evaluator.TextAt(value.nodes, i).empty()) return Value::Of(true);
  return Value::Of(false);
}

// Compiled into a reference; see References::Points.
Value Points(Evaluator& evaluator, const Code& code) {
  return evaluator.Fail(code, "points() wants an item of the form");
}

Value IdentityNumberValid(Evaluator& evaluator, const Code& code) {
  return Value::Of(model::CheckIdentityNumber(evaluator.ArgumentText(code, 0)) ==
                   model::IdentityProblem::kNone);
}

Value CreditCodeValid(Evaluator& evaluator, const Code& code) {
  return Value::Of(model::CheckCreditCode(evaluator.ArgumentText(code, 0)) ==
                   model::IdentityProblem::kNone);
}

Value RegionCodeValid(Evaluator& evaluator, const Code& code) {
  return Value::Of(model::IsRegionCode(evaluator.ArgumentText(code, 0)));
}

constexpr std::array kOwnFunctions = {
    FunctionInfo{"grade-count", 2, 2, Type::kNumber, GradeCount, 1},
    FunctionInfo{"share-at-least", 2, 2, Type::kNumber, ShareAtLeast, 1},
    FunctionInfo{"answered", 1, 1, Type::kBoolean, Answered},
    FunctionInfo{"points", 1, 1, Type::kNumber, Points},
    FunctionInfo{"identity-number-valid", 1, 1, Type::kBoolean, IdentityNumberValid},
    FunctionInfo{"credit-code-valid", 1, 1, Type::kBoolean, CreditCodeValid},
    FunctionInfo{"region-code-valid", 1, 1, Type::kBoolean, RegionCodeValid},
};

}  // namespace

std::span<const FunctionInfo> OwnFunctions() { return kOwnFunctions; }

}  // namespace pingshen::expression
