// The functions of the language by name. Private to the room.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/expression/program.h"

namespace pingshen::expression {

inline constexpr std::uint16_t kAnyNumber = 0xFFFF;

struct FunctionInfo {
  std::string_view name;
  std::uint16_t least = 0;  // arguments
  std::uint16_t most = 0;
  Type type = Type::kAny;  // of the result
  program::Implementation call = nullptr;
  std::uint32_t node_sets = 0;  // bit i: argument i must be a node-set; bit 31: all of them
  bool is_volatile = false;
  bool reads_tree = false;  // asks References::NodeOf or walks from an argument's nodes
};

inline constexpr std::uint32_t kAllNodeSets = 0x8000'0000;

std::span<const FunctionInfo> CoreFunctions();    // core_functions.cc
std::span<const FunctionInfo> StringFunctions();  // string_functions.cc
std::span<const FunctionInfo> NumberFunctions();  // number_functions.cc
std::span<const FunctionInfo> DateFunctions();    // date_functions.cc
std::span<const FunctionInfo> NodeFunctions();    // node_functions.cc
std::span<const FunctionInfo> ChoiceFunctions();  // choice_functions.cc
std::span<const FunctionInfo> GeoFunctions();     // geo_functions.cc
std::span<const FunctionInfo> WorldFunctions();   // world_functions.cc
std::span<const FunctionInfo> OwnFunctions();     // own_functions.cc

// What the compiler does besides calling the function.
enum class Role : std::uint8_t {
  kPlain,
  kIf,
  kNot,
  kTrue,
  kFalse,
  kBoolean,
  kNumber,
  kString,
  kCurrent,
  kOnce,
  kCoalesce,
  kPosition,
  kPoints,
  kOfSelf,  // without an argument it takes the value under test
  kOfAll,   // sum(), join() …: any argument may be a node-set
  kPairs,   // takes its arguments two by two
  kIndexedRepeat,
  kRandomize,
  kInstance,
};

struct KnownFunction {
  const FunctionInfo* info = nullptr;  // nullptr: there is no such function
  Role role = Role::kPlain;
};
KnownFunction FindFunction(std::string_view name);

}  // namespace pingshen::expression
