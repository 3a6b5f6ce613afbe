// The syntax tree of an expression: XPath 1.0 with ${name} and ${last-saved#name}, as XLSForm
// writes it. Names are taken as written; whether they exist is the compiler's question
// (expression.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"

namespace pingshen::expression {

// Bounds against hostile input: none of them is met by a form that people write.
inline constexpr std::size_t kMaxExpressionBytes = std::size_t{1} << 20;
inline constexpr std::uint32_t kMaxNesting = 200;  // brackets, calls, predicates, unary minus

enum class Operator : std::uint8_t {
  kOr,
  kAnd,
  kEqual,
  kNotEqual,
  kLess,
  kLessOrEqual,
  kGreater,
  kGreaterOrEqual,
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kModulo,
  kUnion,
};

enum class Axis : std::uint8_t {
  kAncestor,
  kAncestorOrSelf,
  kAttribute,
  kChild,
  kDescendant,
  kDescendantOrSelf,
  kFollowing,
  kFollowingSibling,
  kNamespace,
  kParent,
  kPreceding,
  kPrecedingSibling,
  kSelf,
};

enum class NodeTest : std::uint8_t {
  kName,                   // prefix:local or local
  kAny,                    // *
  kAnyIn,                  // prefix:*
  kNode,                   // node()
  kText,                   // text()
  kComment,                // comment()
  kProcessingInstruction,  // processing-instruction(), with its target in `text` if one is given
};

enum class SyntaxKind : std::uint8_t {
  kNumber,     // `number`; `text` as written
  kText,       // `text` without its quotes
  kReference,  // ${text}
  kLastSaved,  // ${last-saved#text}
  kOperation,  // children: operands of one chain of operators of the same level, `operators`
               // between
  kNegate,     // one child
  kCall,       // function `text`, children: arguments
  kFilter,     // children: primary, predicates…
  kPath,  // children: kStep…; the first child may be the expression that the path starts from
  kStep,  // axis, test, name; children: predicates
};

struct Syntax {
  SyntaxKind kind = SyntaxKind::kNumber;
  std::uint32_t offset = 0;  // of the first byte in the expression
  std::string text;
  double number = 0;
  std::vector<Operator> operators;  // one less than children
  Axis axis = Axis::kChild;
  NodeTest test = NodeTest::kNode;
  std::string prefix;      // of a name test
  bool absolute = false;   // kPath: starts at the root
  bool has_start = false;  // kPath: children[0] is an expression, not a step
  std::vector<Syntax> children;
};

// Where an expression stands in its file; 1-based, columns count code points.
struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// ERR_EXPRESSION with "line, column: what" as context; `start` is the place of the first character.
Result<Syntax> Parse(std::string_view text, Place start = {});

// The shortest text in the abbreviated spelling that parses to the same tree.
std::string Print(const Syntax& syntax);

// The place of a byte of `text`.
Place PlaceOf(std::string_view text, std::size_t offset, Place start);

}  // namespace pingshen::expression
