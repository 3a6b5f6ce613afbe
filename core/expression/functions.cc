#include "core/expression/functions.h"

#include <unordered_map>

namespace pingshen::expression {
namespace {

using Table = std::unordered_map<std::string_view, const FunctionInfo*>;

Table MakeTable() {
  Table table;
  for (const auto family :
       {CoreFunctions(), StringFunctions(), NumberFunctions(), DateFunctions(), NodeFunctions(),
        ChoiceFunctions(), GeoFunctions(), WorldFunctions(), OwnFunctions()})
    for (const FunctionInfo& info : family) table.emplace(info.name, &info);
  return table;
}

}  // namespace

const FunctionInfo* FindFunction(std::string_view name) {
  static const Table table = MakeTable();
  const auto found = table.find(name);
  return found == table.end() ? nullptr : found->second;
}

}  // namespace pingshen::expression
