// Arithmetic and the aggregates over node-sets.
#include <array>
#include <cmath>
#include <numbers>

#include "core/expression/evaluator.h"
#include "core/expression/functions.h"
#include "core/expression/number.h"

namespace pingshen::expression {
namespace {

using program::Code;

using Unary = double (*)(double);

template <Unary kOperation>
Value OfOne(Evaluator& evaluator, const Code& code) {
  return Value::Of(kOperation(evaluator.ArgumentNumber(code, 0)));
}

using Binary = double (*)(double, double);

template <Binary kOperation>
Value OfTwo(Evaluator& evaluator, const Code& code) {
  const double first = evaluator.ArgumentNumber(code, 0);
  return Value::Of(kOperation(first, evaluator.ArgumentNumber(code, 1)));
}

Value Round(Evaluator& evaluator, const Code& code) {
  const double number = evaluator.ArgumentNumber(code, 0);
  return Value::Of(RoundedTo(number, code.count == 1 ? 0 : evaluator.ArgumentNumber(code, 1)));
}

// Takes texts with an exponent too, as spreadsheets and devices write small numbers.
Value Int(Evaluator& evaluator, const Code& code) {
  const Value value = evaluator.ArgumentValue(code, 0);
  const bool text = value.kind == Value::Kind::kText || value.kind == Value::Kind::kNodes;
  double number = evaluator.ToNumber(value);
  if (text && std::isnan(number)) number = NumberWithExponentOf(evaluator.ToText(value));
  return Value::Of(std::trunc(number));
}

// IEEE 754's pow gives 1 for 1 to NaN and for NaN to 0; a missing answer must not become a number.
double Power(double base, double exponent) {
  return std::isnan(exponent) ? kNaN : std::pow(base, exponent);
}

// Visits the numbers of node-sets and of everything else among the arguments from `first`.
template <typename Visit>
void ForEachNumber(Evaluator& evaluator, const Code& code, const Visit& visit) {
  for (std::size_t i = 0; i < code.count; ++i) {
    const Value value = evaluator.ArgumentValue(code, i);
    if (value.kind != Value::Kind::kNodes) {
      visit(evaluator.ToNumber(value));
      continue;
    }
    if (!evaluator.Spend(value.nodes.size())) return;
    for (std::size_t k = 0; k < value.nodes.size(); ++k) visit(evaluator.NumberAt(value.nodes, k));
  }
}

Value Sum(Evaluator& evaluator, const Code& code) {
  double sum = 0;
  ForEachNumber(evaluator, code, [&](double number) { sum += number; });
  return Value::Of(sum);
}

// NaN when there is nothing to compare or one of the values is no number.
template <bool kIsMin>
Value Extreme(Evaluator& evaluator, const Code& code) {
  double extreme = kNaN;
  bool any = false;
  bool all_numbers = true;
  ForEachNumber(evaluator, code, [&](double number) {
    if (std::isnan(number)) all_numbers = false;
    if (!any || (kIsMin ? number < extreme : number > extreme)) extreme = number;
    any = true;
  });
  return Value::Of(all_numbers ? extreme : kNaN);
}

Value Pi(Evaluator&, const Code&) { return Value::Of(std::numbers::pi); }

constexpr std::array kNumberFunctions = {
    FunctionInfo{"sum", 1, 1, Type::kNumber, Sum, 1},
    FunctionInfo{"min", 1, kAnyNumber, Type::kNumber, Extreme<true>},
    FunctionInfo{"max", 1, kAnyNumber, Type::kNumber, Extreme<false>},
    FunctionInfo{"round", 1, 2, Type::kNumber, Round},
    FunctionInfo{"int", 1, 1, Type::kNumber, Int},
    FunctionInfo{"floor", 1, 1, Type::kNumber, OfOne<[](double x) { return std::floor(x); }>},
    FunctionInfo{"ceiling", 1, 1, Type::kNumber, OfOne<[](double x) { return std::ceil(x); }>},
    FunctionInfo{"abs", 1, 1, Type::kNumber, OfOne<[](double x) { return std::fabs(x); }>},
    FunctionInfo{"sqrt", 1, 1, Type::kNumber, OfOne<[](double x) { return std::sqrt(x); }>},
    FunctionInfo{"exp", 1, 1, Type::kNumber, OfOne<[](double x) { return std::exp(x); }>},
    FunctionInfo{"exp10", 1, 1, Type::kNumber, OfOne<[](double x) { return std::pow(10.0, x); }>},
    FunctionInfo{"log", 1, 1, Type::kNumber, OfOne<[](double x) { return std::log(x); }>},
    FunctionInfo{"log10", 1, 1, Type::kNumber, OfOne<[](double x) { return std::log10(x); }>},
    FunctionInfo{"sin", 1, 1, Type::kNumber, OfOne<[](double x) { return std::sin(x); }>},
    FunctionInfo{"cos", 1, 1, Type::kNumber, OfOne<[](double x) { return std::cos(x); }>},
    FunctionInfo{"tan", 1, 1, Type::kNumber, OfOne<[](double x) { return std::tan(x); }>},
    FunctionInfo{"asin", 1, 1, Type::kNumber, OfOne<[](double x) { return std::asin(x); }>},
    FunctionInfo{"acos", 1, 1, Type::kNumber, OfOne<[](double x) { return std::acos(x); }>},
    FunctionInfo{"atan", 1, 1, Type::kNumber, OfOne<[](double x) { return std::atan(x); }>},
    FunctionInfo{"atan2", 2, 2, Type::kNumber,
                 OfTwo<[](double y, double x) { return std::atan2(y, x); }>},
    FunctionInfo{"pow", 2, 2, Type::kNumber, OfTwo<Power>},
    FunctionInfo{"pi", 0, 0, Type::kNumber, Pi},
};

}  // namespace

std::span<const FunctionInfo> NumberFunctions() { return kNumberFunctions; }

}  // namespace pingshen::expression
