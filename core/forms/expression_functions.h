// The functions of the expression language: names, numbers of arguments, kinds.
#pragma once

#include <cstdint>
#include <string_view>

namespace pingshen::forms {

enum class Function : std::uint8_t {
  kAbs,
  kBoolean,
  kCeiling,
  kCoalesce,
  kConcat,
  kContains,
  kCount,
  kCountNonEmpty,
  kCountSelected,
  kFalse,
  kFloor,
  kIf,
  kInt,
  kMax,
  kMin,
  kNot,
  kNumber,
  kRound,
  kSelected,
  kStartsWith,
  kString,
  kStringLength,
  kSum,
  kToday,
  kTrue,
};

enum class ResultKind : std::uint8_t {
  kBoolean,
  kNumber,
  kText,
  kOfArgument,  // if, coalesce: known only when evaluated
};

// What an argument ${code} stands for.
enum class ArgumentKind : std::uint8_t {
  kValues,     // values; of several instances the first
  kSpread,     // numbers; all instances' answers, one after the other
  kReference,  // nothing but a ${code}; all instances' answers
};

struct FunctionInfo {
  static constexpr std::uint8_t kAny = 255;

  std::string_view name;
  Function function;
  std::uint8_t min_arguments;
  std::uint8_t max_arguments;  // kAny: as many as the expression can hold
  ResultKind result;
  ArgumentKind arguments;
};

// nullptr when there is none.
const FunctionInfo* FindFunction(std::string_view name);
const FunctionInfo& InfoOf(Function function);

}  // namespace pingshen::forms
