// Expression text → syntax tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <string_view>

#include "core/forms/ast.h"
#include "core/forms/lexer.h"

namespace pingshen::forms {

inline constexpr std::size_t kMaxExpressionBytes = 32'767;  // what a cell of a spreadsheet can hold
// Of the syntax tree; "a + b + c" has depth 3, "a or b or c" 2. The evaluator's use of stack is
// proportional to it.
inline constexpr std::uint16_t kMaxExpressionDepth = 200;

// What a code stands for, seen from the place of the expression.
enum class Reach : std::uint8_t {
  kUnknown,  // no such item, or one without an answer
  kOne,      // one answer
  kAll,      // child of a repeat that the expression is not in: all instances' answers
  kRepeat,   // a repeat: its own answer; its instances as argument of count, sum, min, max …
};
// Without one, every code is known, stands for one answer, and for all of them in count, sum, min,
// max …
using Resolver = std::function<Reach(std::string_view code)>;

struct ParseError : SyntaxError {
  bool unknown_code = false;
};

std::expected<ast::Tree, ParseError> Parse(std::string_view text, const Resolver& resolve = {});

}  // namespace pingshen::forms
