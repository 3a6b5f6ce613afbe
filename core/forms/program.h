// The compiled expressions of one form.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/forms/expression.h"

namespace pingshen::forms {

struct Program {
  // By the code of the item, of relevant also of the section; what lacks the clause is absent.
  std::map<std::string, CompiledExpression, std::less<>> relevant;
  std::map<std::string, CompiledExpression, std::less<>> constraint;
  // By veto code.
  std::map<std::string, CompiledExpression, std::less<>> vetoes;
};

}  // namespace pingshen::forms
