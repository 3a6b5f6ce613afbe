#include "core/expression/evaluator.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/expression/date.h"
#include "core/expression/number.h"

namespace pingshen::expression {

using program::Code;
using program::Op;

namespace {

bool IsTrue(double number) { return number != 0 && !std::isnan(number); }

}  // namespace

Evaluator::Evaluator(const program::Program& program, const Context& context)
    : program_(program),
      codes_(program.codes.data()),
      context_(context),
      memory_(buffer_.data(), buffer_.size()) {
  focus_.node = context.place;
}

Value Evaluator::Fail(const Code& code, std::string what) {
  if (!error_) {
    const Place place = PlaceOf(program_.source, code.offset, program_.start);
    error_ =
        Error{ErrorCode::ERR_EXPRESSION, "line " + std::to_string(place.line) + ", column " +
                                             std::to_string(place.column) + ": " + std::move(what)};
  }
  return {};
}

bool Evaluator::Spend(std::uint64_t steps) {
  steps_ += steps;
  if (steps_ <= kMaxSteps) return !failed();
  Fail(codes_[program_.root()], "this takes too much work");
  return false;
}

std::string_view Evaluator::Keep(std::string_view text) {
  if (text.empty() || !Spend(text.size())) return {};
  auto* bytes = static_cast<char*>(memory_.allocate(text.size(), 1));
  std::memcpy(bytes, text.data(), text.size());
  return {bytes, text.size()};
}

// Conversions

bool Evaluator::ToBoolean(const Value& value) {
  switch (value.kind) {
    case Value::Kind::kBoolean:
      return value.boolean;
    case Value::Kind::kNumber:
      return IsTrue(value.number);
    case Value::Kind::kText:
      return !value.text.empty();
    case Value::Kind::kDate:
      return !std::isnan(value.number);
    case Value::Kind::kNodes:
      break;
  }
  // An unanswered item is no answer: ${x} alone is true when it is answered.
  if (!value.nodes.of_cells) return value.nodes.size() > 0;
  return std::ranges::any_of(value.nodes.cells,
                             [](const Cell* cell) { return !cell->text.empty(); });
}

double Evaluator::ToNumber(const Value& value) {
  switch (value.kind) {
    case Value::Kind::kBoolean:
      return value.boolean ? 1 : 0;
    case Value::Kind::kNumber:
      return value.number;
    case Value::Kind::kText:
      return NumberOfAnswer(value.text, zone());
    case Value::Kind::kDate:
      return value.number / kDayMs;
    case Value::Kind::kNodes:
      break;
  }
  return value.nodes.size() == 0 ? kNaN : NumberAt(value.nodes, 0);
}

std::string_view Evaluator::ToText(const Value& value) {
  switch (value.kind) {
    case Value::Kind::kBoolean:
      return value.boolean ? "true" : "false";
    case Value::Kind::kNumber:
      return Keep(TextOf(value.number));
    case Value::Kind::kText:
      return value.text;
    case Value::Kind::kDate:
      return Keep(value.boolean ? DateTimeText(value.number, zone())
                                : TextOfInstant(value.number, zone()));
    case Value::Kind::kNodes:
      break;
  }
  return value.nodes.size() == 0 ? std::string_view() : TextAt(value.nodes, 0);
}

// Node-sets

std::string_view Evaluator::TextAt(const NodeSet& set, std::size_t index) {
  if (set.of_cells) return set.cells[index]->text;
  std::string scratch;
  const std::string_view text = context_.tree->StringValue(set.nodes[index], scratch);
  if (!Spend(1)) return {};
  return text.data() >= scratch.data() && text.data() <= scratch.data() + scratch.size()
             ? Keep(text)
             : text;
}

double Evaluator::NumberAt(const NodeSet& set, std::size_t index) {
  if (set.of_cells) return set.cells[index]->number;
  Spend(1);
  return context_.tree->NumberValue(set.nodes[index], zone());
}

Node Evaluator::NodeAt(const NodeSet& set, std::size_t index) {
  if (!set.of_cells) return set.nodes[index];
  if (set.reference == kSelfReference) return context_.place;
  return context_.references.NodeOf(set.reference, index);
}

NodeSet Evaluator::Self() {
  if (context_.self != nullptr)
    return {.cells = {&context_.self, 1}, .reference = kSelfReference, .of_cells = true};
  if (!context_.place) return {};
  return {.nodes = {&context_.place, 1}};
}

NodeSet Evaluator::Current() {
  if (!focus_.in_predicate) return Self();
  auto* node = static_cast<Node*>(memory_.allocate(sizeof(Node), alignof(Node)));
  *node = focus_.node;
  return {.nodes = {node, 1}};
}

// Evaluation in a wanted type

bool Evaluator::Boolean(std::uint32_t at) {
  while (true) {
    const Code& code = codes_[at];
    switch (code.op) {
      case Op::kOneEqualsText:
        return context_.references.One(code.first).text == program_.texts[code.payload];
      case Op::kOneDiffersText:
        return context_.references.One(code.first).text != program_.texts[code.payload];
      case Op::kOne:
        return !context_.references.One(code.first).text.empty();
      case Op::kOr:
      case Op::kAnd: {
        const bool decides = code.op == Op::kOr;
        for (std::uint32_t i = 0; i < code.count; ++i)
          if (Boolean(program_.children[code.first + i]) == decides) return decides;
        return !decides;
      }
      case Op::kEqual:
      case Op::kNotEqual:
      case Op::kLess:
      case Op::kLessOrEqual:
      case Op::kGreater:
      case Op::kGreaterOrEqual:
        return Compare(code);
      case Op::kNot:
        return !Boolean(Argument(code, 0));
      case Op::kToBoolean:
        at = Argument(code, 0);
        break;
      case Op::kTrue:
        return true;
      case Op::kFalse:
        return false;
      case Op::kIf:
        at = Boolean(Argument(code, 0)) ? Argument(code, 1) : Argument(code, 2);
        break;
      default:
        return code.type == Type::kNumber ? IsTrue(Number(at)) : ToBoolean(Evaluate(at));
    }
  }
}

double Evaluator::Number(std::uint32_t at) {
  while (true) {
    const Code& code = codes_[at];
    switch (code.op) {
      case Op::kNumber:
        return code.number;
      case Op::kOne:
        return context_.references.One(code.first).number;
      case Op::kIf:
        at = Boolean(Argument(code, 0)) ? Argument(code, 1) : Argument(code, 2);
        break;
      case Op::kSum:
        return Sum(code);
      case Op::kProduct:
        return Product(code);
      case Op::kNegate:
        return -Number(Argument(code, 0));
      case Op::kToNumber:
        at = Argument(code, 0);
        break;
      case Op::kPosition:
        return context_.references.Position(code.first);
      case Op::kPoints:
        return context_.references.Points(code.first);
      default:
        return code.type == Type::kBoolean ? (Boolean(at) ? 1 : 0) : ToNumber(Evaluate(at));
    }
  }
}

std::string_view Evaluator::Text(std::uint32_t at) {
  while (true) {
    const Code& code = codes_[at];
    switch (code.op) {
      case Op::kText:
        return program_.texts[code.payload];
      case Op::kOne:
        return context_.references.One(code.first).text;
      case Op::kIf:
        at = Boolean(Argument(code, 0)) ? Argument(code, 1) : Argument(code, 2);
        break;
      case Op::kToText:
        at = Argument(code, 0);
        break;
      default:
        return ToText(Evaluate(at));
    }
  }
}

NodeSet Evaluator::Nodes(std::uint32_t at) {
  const Value value = Evaluate(at);
  if (value.kind == Value::Kind::kNodes) return value.nodes;
  Fail(codes_[at], "a node-set is wanted here");
  return {};
}

Value Evaluator::Evaluate(std::uint32_t at) {
  while (true) {
    const Code& code = codes_[at];
    switch (code.op) {
      case Op::kText:
      case Op::kToText:
        return Value::Of(Text(at));
      case Op::kOne:
        return Value::Of(NodeSet{.cells = context_.references.OneAsSet(code.first),
                                 .reference = code.first,
                                 .of_cells = true});
      case Op::kAll:
        return Value::Of(NodeSet{.cells = context_.references.All(code.first),
                                 .reference = code.first,
                                 .of_cells = true});
      case Op::kSelf:
        return Value::Of(Self());
      case Op::kFocus:
        return Value::Of(Current());
      case Op::kLastSaved: {
        const auto saved = environment().LastSaved(program_.texts[code.payload]);
        return Value::Of(saved ? Keep(*saved) : std::string_view());
      }
      case Op::kNumber:
      case Op::kSum:
      case Op::kProduct:
      case Op::kNegate:
      case Op::kToNumber:
      case Op::kPosition:
      case Op::kPoints:
        return Value::Of(Number(at));
      case Op::kUnion:
        return Value::Of(Union(code));
      case Op::kPath:
        return Value::Of(Path(code));
      case Op::kFilter:
        return Value::Of(Filter(code));
      case Op::kIf:
        at = Boolean(Argument(code, 0)) ? Argument(code, 1) : Argument(code, 2);
        break;
      case Op::kCall:
        return failed() ? Value() : code.call(*this, code);
      case Op::kUnknown:
        return Fail(code, program_.texts[code.payload]);
      default:
        return Value::Of(Boolean(at));
    }
  }
}

double Evaluator::Sum(const Code& code) {
  const std::uint32_t* child = &program_.children[code.first];
  const Operator* op = &program_.operators[code.payload];
  double sum = Number(*child);
  for (std::uint32_t i = 1; i < code.count; ++i) {
    const double number = Number(*++child);
    sum = *op++ == Operator::kAdd ? sum + number : sum - number;
  }
  return sum;
}

double Evaluator::Product(const Code& code) {
  double product = Number(Argument(code, 0));
  for (std::uint32_t i = 1; i < code.count; ++i) {
    const double number = Number(Argument(code, i));
    switch (program_.operators[code.payload + i - 1]) {
      case Operator::kMultiply:
        product *= number;
        break;
      case Operator::kDivide:
        product /= number;
        break;
      default:  // the sign of the left operand
        product = std::fmod(product, number);
    }
  }
  return product;
}

}  // namespace pingshen::expression
