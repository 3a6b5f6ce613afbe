// The syntax tree of an expression: XPath 1.0 with ${name} and ${last-saved#name}, as XLSForm
// writes it. Names are taken as written; whether they exist is the compiler's question
// (expression.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>

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
  kPath,       // children: kStep…; the first child may be the expression that the path starts from
  kStep,       // axis, test, name; children: predicates
};

// Some that lie one behind the other.
template <typename T>
struct Row {
  const T* first = nullptr;
  std::uint32_t count = 0;

  const T* begin() const { return first; }
  const T* end() const { return first + count; }
  std::size_t size() const { return count; }
  bool empty() const { return count == 0; }
  const T& operator[](std::size_t index) const { return first[index]; }
  const T& front() const { return *first; }
};

// Texts are parts of the text that was parsed.
struct Syntax {
  SyntaxKind kind = SyntaxKind::kNumber;
  Axis axis = Axis::kChild;
  NodeTest test = NodeTest::kNode;
  bool absolute = false;     // kPath: starts at the root
  bool has_start = false;    // kPath: children[0] is an expression, not a step
  std::uint32_t offset = 0;  // of the first byte in the expression
  std::string_view text;
  std::string_view prefix;  // of a name test
  double number = 0;
  Row<Operator> operators;  // one less than children
  Row<Syntax> children;

  // A name test as written: "prefix:local" or "local".
  std::string_view qualified_name() const {
    return prefix.empty() ? text : std::string_view(prefix.data(), prefix.size() + 1 + text.size());
  }
};

// The memory of one tree. Moving it leaves its nodes where they are.
class SyntaxTree {
 public:
  const Syntax& root() const { return root_; }
  std::string_view text() const { return text_; }  // that was parsed
  std::size_t size() const { return size_; }       // nodes

 private:
  friend class Parser;
  explicit SyntaxTree(std::string_view text) : text_(text) {}

  std::string_view text_;
  std::size_t size_ = 1;
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_;
  Syntax root_;
};

// Where an expression stands in its file; 1-based, columns count code points.
struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// ERR_EXPRESSION with "line, column: what" as context; `start` is the place of the first character.
// `text` must remain live while the tree is.
Result<SyntaxTree> Parse(std::string_view text, Place start = {});

// The shortest text in the abbreviated spelling that parses to the same tree.
std::string Print(const Syntax& syntax);

// The place of a byte of `text`.
Place PlaceOf(std::string_view text, std::size_t offset, Place start);

}  // namespace pingshen::expression
