// The syntax tree of one expression: flat arrays, no pointers, immutable once parsed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/forms/expression_functions.h"

namespace pingshen::forms::ast {

enum class Kind : std::uint8_t {
  kNumber,
  kText,
  kCurrent,       // .
  kReference,     // ${code}: one answer
  kReferenceAll,  // ${code}: the answers of all instances
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
  kNegate,
  kCall,
};

// Chains of kOr and of kAnd lean to the right, all other operators to the left.
// Nodes stand in post-order: the right operand of node i (the only one of kNegate) is node i - 1,
// the root is the last.
struct Node {
  Kind kind = Kind::kNumber;
  Function function = Function::kTrue;  // kCall
  std::uint16_t argument_count = 0;     // kCall
  // Binary operators: node of the left operand. kCall: first of its entries in Tree::arguments.
  // kText: index in Tree::texts. kReference…: index in Tree::codes.
  std::uint32_t first = 0;
  double number = 0;  // kNumber
};
static_assert(sizeof(Node) == 16);

struct Tree {
  std::vector<Node> nodes;
  std::vector<std::uint32_t> arguments;  // nodes
  std::vector<std::string> texts;
  std::vector<std::string> codes;  // unique, in the order of their first use

  std::uint32_t root() const { return static_cast<std::uint32_t>(nodes.size() - 1); }
};

}  // namespace pingshen::forms::ast
