#include "core/forms/expression_functions.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pingshen::forms {
namespace {

constexpr auto kAny = FunctionInfo::kAny;
using enum ArgumentKind;

// Sorted by name, which is the order of the enumerators.
constexpr std::array kFunctions = {
    FunctionInfo{"abs", Function::kAbs, 1, 1, ResultKind::kNumber, kValues},
    FunctionInfo{"boolean", Function::kBoolean, 1, 1, ResultKind::kBoolean, kValues},
    FunctionInfo{"ceiling", Function::kCeiling, 1, 1, ResultKind::kNumber, kValues},
    FunctionInfo{"coalesce", Function::kCoalesce, 2, 2, ResultKind::kOfArgument, kValues},
    FunctionInfo{"concat", Function::kConcat, 1, kAny, ResultKind::kText, kValues},
    FunctionInfo{"contains", Function::kContains, 2, 2, ResultKind::kBoolean, kValues},
    FunctionInfo{"count", Function::kCount, 1, 1, ResultKind::kNumber, kReference},
    FunctionInfo{"count-non-empty", Function::kCountNonEmpty, 1, 1, ResultKind::kNumber,
                 kReference},
    FunctionInfo{"count-selected", Function::kCountSelected, 1, 1, ResultKind::kNumber, kValues},
    FunctionInfo{"false", Function::kFalse, 0, 0, ResultKind::kBoolean, kValues},
    FunctionInfo{"floor", Function::kFloor, 1, 1, ResultKind::kNumber, kValues},
    FunctionInfo{"if", Function::kIf, 3, 3, ResultKind::kOfArgument, kValues},
    FunctionInfo{"int", Function::kInt, 1, 1, ResultKind::kNumber, kValues},
    FunctionInfo{"max", Function::kMax, 1, kAny, ResultKind::kNumber, kSpread},
    FunctionInfo{"min", Function::kMin, 1, kAny, ResultKind::kNumber, kSpread},
    FunctionInfo{"not", Function::kNot, 1, 1, ResultKind::kBoolean, kValues},
    FunctionInfo{"number", Function::kNumber, 0, 1, ResultKind::kNumber, kValues},
    FunctionInfo{"round", Function::kRound, 1, 2, ResultKind::kNumber, kValues},
    FunctionInfo{"selected", Function::kSelected, 2, 2, ResultKind::kBoolean, kValues},
    FunctionInfo{"starts-with", Function::kStartsWith, 2, 2, ResultKind::kBoolean, kValues},
    FunctionInfo{"string", Function::kString, 0, 1, ResultKind::kText, kValues},
    FunctionInfo{"string-length", Function::kStringLength, 0, 1, ResultKind::kNumber, kValues},
    FunctionInfo{"sum", Function::kSum, 1, 1, ResultKind::kNumber, kReference},
    FunctionInfo{"today", Function::kToday, 0, 0, ResultKind::kText, kValues},
    FunctionInfo{"true", Function::kTrue, 0, 0, ResultKind::kBoolean, kValues},
};

constexpr bool IsOrdered() {
  for (std::size_t i = 0; i < kFunctions.size(); ++i) {
    if (static_cast<std::size_t>(kFunctions[i].function) != i) return false;
    if (i > 0 && kFunctions[i - 1].name >= kFunctions[i].name) return false;
  }
  return true;
}
static_assert(IsOrdered());

}  // namespace

const FunctionInfo* FindFunction(std::string_view name) {
  const auto found = std::ranges::lower_bound(kFunctions, name, {}, &FunctionInfo::name);
  return found != kFunctions.end() && found->name == name ? &*found : nullptr;
}

const FunctionInfo& InfoOf(Function function) {
  return kFunctions[static_cast<std::size_t>(function)];
}

}  // namespace pingshen::forms
