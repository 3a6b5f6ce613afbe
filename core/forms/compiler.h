// Expression text → compiled expression, with the names of the form known. Compile() of
// expression.h is the front door.
#pragma once

#include <expected>
#include <memory>
#include <string_view>

#include "core/forms/ast.h"
#include "core/forms/expression.h"
#include "core/forms/parser.h"

namespace pingshen::forms {

class Compiler {
 public:
  // The resolver is called for each ${code}, and not after the call.
  static std::expected<CompiledExpression, ParseError> Compile(std::string_view text,
                                                               const Resolver& resolve = {});
  // For checks that look at what the author wrote.
  static const ast::Tree& TreeOf(const CompiledExpression& expression) { return *expression.tree_; }
};

}  // namespace pingshen::forms
