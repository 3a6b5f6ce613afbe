// Conditions, conversions and choices between values.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/expression/evaluator.h"
#include "core/expression/functions.h"
#include "core/expression/number.h"

namespace pingshen::expression {
namespace {

using program::Code;

// Handled by the evaluator itself.
Value BuiltIn(Evaluator& evaluator, const Code& code) {
  return evaluator.Fail(code, "this function has no value here");
}

Value NumberOfSelf(Evaluator& evaluator, const Code&) {
  return Value::Of(evaluator.ToNumber(Value::Of(evaluator.Current())));
}

Value TextOfSelf(Evaluator& evaluator, const Code&) {
  return Value::Of(evaluator.ToText(Value::Of(evaluator.Current())));
}

bool IsBlankValue(Evaluator& evaluator, const Value& value) {
  return value.kind == Value::Kind::kNumber ? std::isnan(value.number)
                                            : evaluator.ToText(value).empty();
}

Value Coalesce(Evaluator& evaluator, const Code& code) {
  Value value;
  for (std::uint32_t i = 0; i < code.count; ++i) {
    value = evaluator.ArgumentValue(code, i);
    if (!IsBlankValue(evaluator, value)) break;
  }
  return value;
}

// The answer that is there already, else the argument.
Value Once(Evaluator& evaluator, const Code& code) {
  const Value self = Value::Of(evaluator.ToText(Value::Of(evaluator.Self())));
  return self.text.empty() ? evaluator.ArgumentValue(code, 0) : self;
}

Value BooleanFromString(Evaluator& evaluator, const Code& code) {
  const std::string_view text = evaluator.ArgumentText(code, 0);
  return Value::Of(text == "true" || text == "1");
}

constexpr std::array kCoreFunctions = {
    FunctionInfo{"if", 3, 3, Type::kAny, BuiltIn},
    FunctionInfo{"not", 1, 1, Type::kBoolean, BuiltIn},
    FunctionInfo{"true", 0, 0, Type::kBoolean, BuiltIn},
    FunctionInfo{"false", 0, 0, Type::kBoolean, BuiltIn},
    FunctionInfo{"boolean", 1, 1, Type::kBoolean, BuiltIn},
    FunctionInfo{"number", 0, 1, Type::kNumber, NumberOfSelf},
    FunctionInfo{"string", 0, 1, Type::kString, TextOfSelf},
    FunctionInfo{"current", 0, 0, Type::kNodes, BuiltIn},
    FunctionInfo{"coalesce", 2, kAnyNumber, Type::kAny, Coalesce},
    FunctionInfo{"once", 1, 1, Type::kAny, Once},
    FunctionInfo{"boolean-from-string", 1, 1, Type::kBoolean, BooleanFromString},
};

}  // namespace

std::span<const FunctionInfo> CoreFunctions() { return kCoreFunctions; }

}  // namespace pingshen::expression
