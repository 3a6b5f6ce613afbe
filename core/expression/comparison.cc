// = != < <= > >= by XPath 1.0, section 3.4; dates compare as numbers of days.
#include "core/expression/date.h"
#include "core/expression/evaluator.h"

namespace pingshen::expression {

using program::Code;
using program::Op;

namespace {

bool IsEquality(Op op) { return op == Op::kEqual || op == Op::kNotEqual; }

bool CompareNumbers(Op op, double left, double right) {
  switch (op) {
    case Op::kEqual:
      return left == right;
    case Op::kNotEqual:
      return left != right;
    case Op::kLess:
      return left < right;
    case Op::kLessOrEqual:
      return left <= right;
    case Op::kGreater:
      return left > right;
    default:
      return left >= right;
  }
}

// "a < nodes" is asked as "nodes > a".
Op Mirrored(Op op) {
  switch (op) {
    case Op::kLess:
      return Op::kGreater;
    case Op::kLessOrEqual:
      return Op::kGreaterOrEqual;
    case Op::kGreater:
      return Op::kLess;
    case Op::kGreaterOrEqual:
      return Op::kLessOrEqual;
    default:
      return op;
  }
}

// One value whose number decides every comparison but that of two texts.
bool IsSingle(const Code& code) {
  return code.op == Op::kOne || code.type == Type::kNumber || code.type == Type::kString;
}

}  // namespace

bool Evaluator::Compare(const Code& code) {
  const std::uint32_t left_at = Argument(code, 0);
  const std::uint32_t right_at = Argument(code, 1);
  const Code& left = codes_[left_at];
  const Code& right = codes_[right_at];
  if (IsSingle(left) && IsSingle(right)) {
    if (!IsEquality(code.op) || left.type == Type::kNumber || right.type == Type::kNumber)
      return CompareNumbers(code.op, Number(left_at), Number(right_at));
    return (Text(left_at) == Text(right_at)) == (code.op == Op::kEqual);
  }
  const Value first = Evaluate(left_at);
  return CompareValues(code.op, first, Evaluate(right_at));
}

bool Evaluator::CompareValues(Op op, const Value& left, const Value& right) {
  using Kind = Value::Kind;
  if (left.kind != Kind::kNodes && right.kind == Kind::kNodes)
    return CompareValues(Mirrored(op), right, left);
  // ODK: order beside a boolean asks each node for its number; XPath 1.0 would ask for one boolean.
  if (left.kind == Kind::kNodes && (right.kind != Kind::kBoolean || !IsEquality(op))) {
    const NodeSet& set = left.nodes;
    if (!Spend(set.size())) return false;
    if (right.kind == Kind::kNodes) {
      for (std::size_t i = 0; i < set.size(); ++i) {
        const Value one = IsEquality(op) ? Value::Of(TextAt(set, i)) : Value::Of(NumberAt(set, i));
        if (CompareValues(Mirrored(op), right, one)) return true;
        if (failed()) return false;
      }
      return false;
    }
    if (IsEquality(op) && right.kind == Kind::kText) {
      for (std::size_t i = 0; i < set.size(); ++i)
        if ((TextAt(set, i) == right.text) == (op == Op::kEqual)) return true;
      return false;
    }
    const double number = ToNumber(right);
    for (std::size_t i = 0; i < set.size(); ++i)
      if (CompareNumbers(op, NumberAt(set, i), number)) return true;
    return false;
  }
  if (!IsEquality(op)) return CompareNumbers(op, ToNumber(left), ToNumber(right));
  if (left.kind == Kind::kBoolean || right.kind == Kind::kBoolean)
    return (ToBoolean(left) == ToBoolean(right)) == (op == Op::kEqual);
  if (left.kind != Kind::kText || right.kind != Kind::kText)
    return CompareNumbers(op, ToNumber(left), ToNumber(right));
  return (left.text == right.text) == (op == Op::kEqual);
}

}  // namespace pingshen::expression
