// Comparisons of a choice with an option that it does not have: they would silently never hold.
#pragma once

#include <cstdint>
#include <string>

#include "core/expression/syntax.h"
#include "core/forms/plan.h"

namespace pingshen::forms {

// "\"VC-01\": \"valdi\"" of the first such comparison, or "". `place`: the node that has the
// expression, or kNone. REQUIRES: plan has its nodes and codes.
std::string WrongLiteral(const expression::Syntax& syntax, const Plan& plan, std::uint32_t place);

}  // namespace pingshen::forms
