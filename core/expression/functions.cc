#include "core/expression/functions.h"

#include <unordered_map>
#include <utility>

namespace pingshen::expression {
namespace {

using Table = std::unordered_map<std::string_view, KnownFunction>;

constexpr std::pair<std::string_view, Role> kRoles[] = {
    {"if", Role::kIf},
    {"not", Role::kNot},
    {"true", Role::kTrue},
    {"false", Role::kFalse},
    {"boolean", Role::kBoolean},
    {"number", Role::kNumber},
    {"string", Role::kString},
    {"current", Role::kCurrent},
    {"once", Role::kOnce},
    {"coalesce", Role::kCoalesce},
    {"position", Role::kPosition},
    {"points", Role::kPoints},
    {"string-length", Role::kOfSelf},
    {"normalize-space", Role::kOfSelf},
    {"sum", Role::kOfAll},
    {"min", Role::kOfAll},
    {"max", Role::kOfAll},
    {"join", Role::kOfAll},
    {"concat", Role::kOfAll},
    {"weighted-checklist", Role::kPairs},
    {"indexed-repeat", Role::kIndexedRepeat},
    {"randomize", Role::kRandomize},
    {"instance", Role::kInstance},
};

Table MakeTable() {
  Table table;
  for (const auto family :
       {CoreFunctions(), StringFunctions(), NumberFunctions(), DateFunctions(), NodeFunctions(),
        ChoiceFunctions(), GeoFunctions(), WorldFunctions(), OwnFunctions()})
    for (const FunctionInfo& info : family) table.emplace(info.name, KnownFunction{&info});
  for (const auto& [name, role] : kRoles) table.at(name).role = role;
  return table;
}

}  // namespace

KnownFunction FindFunction(std::string_view name) {
  static const Table table = MakeTable();
  const auto found = table.find(name);
  return found == table.end() ? KnownFunction{} : found->second;
}

}  // namespace pingshen::expression
