// Evaluation by the conversion and comparison rules of XPath 1.0, sections 3.4 and 4.
#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/utf8.h"
#include "core/forms/ast.h"
#include "core/forms/expression.h"
#include "core/forms/xpath_number.h"

namespace pingshen::forms {
namespace {

using ast::Kind;
using ast::Node;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// The answers of all instances; one ${code} outside a repeat is a plain text.
using Answers = std::vector<std::string>;
using Any = std::variant<bool, double, std::string, Answers>;

bool IsTrue(double number) { return number != 0 && !std::isnan(number); }

bool AsBoolean(const Any& any) {
  if (const auto* boolean = std::get_if<bool>(&any)) return *boolean;
  if (const auto* number = std::get_if<double>(&any)) return IsTrue(*number);
  if (const auto* text = std::get_if<std::string>(&any)) return !text->empty();
  return std::ranges::any_of(std::get<Answers>(any),
                             [](const std::string& text) { return !text.empty(); });
}

double AsNumber(const Any& any) {
  if (const auto* boolean = std::get_if<bool>(&any)) return *boolean ? 1 : 0;
  if (const auto* number = std::get_if<double>(&any)) return *number;
  if (const auto* text = std::get_if<std::string>(&any)) return NumberOf(*text);
  const auto& answers = std::get<Answers>(any);
  return answers.empty() ? kNaN : NumberOf(answers.front());
}

std::string AsText(Any any) {
  if (const auto* boolean = std::get_if<bool>(&any)) return *boolean ? "true" : "false";
  if (const auto* number = std::get_if<double>(&any)) return TextOf(*number);
  if (auto* text = std::get_if<std::string>(&any)) return std::move(*text);
  auto& answers = std::get<Answers>(any);
  return answers.empty() ? std::string() : std::move(answers.front());
}

bool IsEquality(Kind kind) { return kind == Kind::kEqual || kind == Kind::kNotEqual; }

bool CompareNumbers(Kind kind, double left, double right) {
  switch (kind) {
    case Kind::kEqual:
      return left == right;
    case Kind::kNotEqual:
      return left != right;
    case Kind::kLess:
      return left < right;
    case Kind::kLessOrEqual:
      return left <= right;
    case Kind::kGreater:
      return left > right;
    default:
      return left >= right;
  }
}

// Neither side is Answers. Equality: as booleans if one is, else as numbers if one is, else as
// texts; order: as numbers.
bool CompareScalars(Kind kind, const Any& left, const Any& right) {
  if (!IsEquality(kind)) return CompareNumbers(kind, AsNumber(left), AsNumber(right));
  bool equal = false;
  if (std::holds_alternative<bool>(left) || std::holds_alternative<bool>(right)) {
    equal = AsBoolean(left) == AsBoolean(right);
  } else if (std::holds_alternative<double>(left) || std::holds_alternative<double>(right)) {
    return CompareNumbers(kind, AsNumber(left), AsNumber(right));
  } else {
    equal = std::get<std::string>(left) == std::get<std::string>(right);
  }
  return equal == (kind == Kind::kEqual);
}

// Answers compare as XPath's node-sets: true when it is true of one of them; with a boolean as one
// boolean.
bool Compare(Kind kind, const Any& left, const Any& right) {
  const auto* left_answers = std::get_if<Answers>(&left);
  const auto* right_answers = std::get_if<Answers>(&right);
  if (left_answers != nullptr) {
    if (std::holds_alternative<bool>(right))
      return CompareScalars(kind, Any(AsBoolean(left)), right);
    return std::ranges::any_of(
        *left_answers, [&](const std::string& text) { return Compare(kind, Any(text), right); });
  }
  if (right_answers != nullptr) {
    if (std::holds_alternative<bool>(left))
      return CompareScalars(kind, left, Any(AsBoolean(right)));
    return std::ranges::any_of(*right_answers, [&](const std::string& text) {
      return CompareScalars(kind, left, Any(text));
    });
  }
  return CompareScalars(kind, left, right);
}

// Calls `visit` with each of the words between blanks until it returns false.
template <typename Visit>
void ForEachWord(std::string_view text, const Visit& visit) {
  for (std::size_t at = 0; at < text.size();) {
    if (IsBlank(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !IsBlank(text[end])) ++end;
    if (!visit(text.substr(at, end - at))) return;
    at = end;
  }
}

bool HasWord(std::string_view text, std::string_view word) {
  bool found = false;
  ForEachWord(text, [&](std::string_view each) {
    found = each == word;
    return !found;
  });
  return found;
}

class Evaluator {
 public:
  Evaluator(const ast::Tree& tree, const Scope& scope) : tree_(tree), scope_(scope) {}

  bool Boolean(std::uint32_t at) const {
    // Chains lean to the right: one loop for each.
    for (Kind kind = tree_.nodes[at].kind; kind == Kind::kOr || kind == Kind::kAnd;
         kind = tree_.nodes[at].kind) {
      if (Boolean(tree_.nodes[at].first) == (kind == Kind::kOr)) return kind == Kind::kOr;
      --at;
    }
    const Node& node = tree_.nodes[at];
    switch (node.kind) {
      case Kind::kEqual:
      case Kind::kNotEqual:
      case Kind::kLess:
      case Kind::kLessOrEqual:
      case Kind::kGreater:
      case Kind::kGreaterOrEqual:
        return Compare(node.kind, Evaluate(node.first), Evaluate(at - 1));
      case Kind::kCall:
        if (InfoOf(node.function).result == ResultKind::kBoolean) return BooleanCall(node);
        break;
      default:
        break;
    }
    return AsBoolean(Evaluate(at));
  }

  double Number(std::uint32_t at) const {
    const Node& node = tree_.nodes[at];
    switch (node.kind) {
      case Kind::kNumber:
        return node.number;
      case Kind::kNegate:
        return -Number(at - 1);
      case Kind::kAdd:
        return Number(node.first) + Number(at - 1);
      case Kind::kSubtract:
        return Number(node.first) - Number(at - 1);
      case Kind::kMultiply:
        return Number(node.first) * Number(at - 1);
      case Kind::kDivide:
        return Number(node.first) / Number(at - 1);
      case Kind::kModulo:  // the sign of the left operand, as fmod
        return std::fmod(Number(node.first), Number(at - 1));
      case Kind::kCall:
        if (InfoOf(node.function).result == ResultKind::kNumber) return NumberCall(node);
        break;
      default:
        break;
    }
    return AsNumber(Evaluate(at));
  }

  std::string Text(std::uint32_t at) const {
    const Node& node = tree_.nodes[at];
    if (node.kind == Kind::kText) return tree_.texts[node.first];
    if (node.kind == Kind::kCurrent) return scope_.Current().text();
    if (node.kind == Kind::kReference) return scope_.Answer(tree_.codes[node.first]).text();
    if (node.kind == Kind::kCall && InfoOf(node.function).result == ResultKind::kText)
      return TextCall(node);
    return AsText(Evaluate(at));
  }

 private:
  // In the expression's own kind.
  Any Evaluate(std::uint32_t at) const {
    const Node& node = tree_.nodes[at];
    switch (node.kind) {
      case Kind::kText:
      case Kind::kCurrent:
      case Kind::kReference:
        return Text(at);
      case Kind::kReferenceAll:
        return AllAnswers(node);
      case Kind::kNumber:
      case Kind::kNegate:
      case Kind::kAdd:
      case Kind::kSubtract:
      case Kind::kMultiply:
      case Kind::kDivide:
      case Kind::kModulo:
        return Number(at);
      case Kind::kCall:
        break;
      default:
        return Boolean(at);
    }
    switch (InfoOf(node.function).result) {
      case ResultKind::kBoolean:
        return BooleanCall(node);
      case ResultKind::kNumber:
        return NumberCall(node);
      case ResultKind::kText:
        return TextCall(node);
      case ResultKind::kOfArgument:
        break;
    }
    if (node.function == Function::kIf)
      return Evaluate(Boolean(Argument(node, 0)) ? Argument(node, 1) : Argument(node, 2));
    assert(node.function == Function::kCoalesce);
    Any first = Evaluate(Argument(node, 0));
    const auto* number = std::get_if<double>(&first);
    const bool none = number != nullptr ? std::isnan(*number) : AsText(first).empty();
    return none ? Evaluate(Argument(node, 1)) : first;
  }

  bool BooleanCall(const Node& node) const {
    switch (node.function) {
      case Function::kTrue:
        return true;
      case Function::kFalse:
        return false;
      case Function::kNot:
        return !Boolean(Argument(node, 0));
      case Function::kBoolean:
        return Boolean(Argument(node, 0));
      case Function::kContains:
        return Text(Argument(node, 0)).find(Text(Argument(node, 1))) != std::string::npos;
      case Function::kStartsWith:
        return Text(Argument(node, 0)).starts_with(Text(Argument(node, 1)));
      default:
        assert(node.function == Function::kSelected);
        return HasWord(Text(Argument(node, 0)), Trimmed(Text(Argument(node, 1))));
    }
  }

  double NumberCall(const Node& node) const {
    switch (node.function) {
      case Function::kNumber:
        return node.argument_count == 0 ? NumberOf(scope_.Current().text())
                                        : Number(Argument(node, 0));
      case Function::kAbs:
        return std::fabs(Number(Argument(node, 0)));
      case Function::kFloor:
        return std::floor(Number(Argument(node, 0)));
      case Function::kCeiling:
        return std::ceil(Number(Argument(node, 0)));
      case Function::kInt: {
        const Any any = Evaluate(Argument(node, 0));
        const auto* text = std::get_if<std::string>(&any);
        return std::trunc(text != nullptr ? NumberWithExponentOf(*text) : AsNumber(any));
      }
      case Function::kRound:
        return RoundedTo(Number(Argument(node, 0)),
                         node.argument_count == 1 ? 0 : Number(Argument(node, 1)));
      case Function::kStringLength:
        return static_cast<double>(CodePointCount(
            node.argument_count == 0 ? scope_.Current().text() : Text(Argument(node, 0))));
      case Function::kCountSelected: {
        double count = 0;
        ForEachWord(Text(Argument(node, 0)), [&](std::string_view) {
          ++count;
          return true;
        });
        return count;
      }
      case Function::kCount:
      case Function::kCountNonEmpty:
      case Function::kSum:
        return Aggregate(node);
      default:
        assert(node.function == Function::kMin || node.function == Function::kMax);
        return Extreme(node);
    }
  }

  std::string TextCall(const Node& node) const {
    switch (node.function) {
      case Function::kToday:
        return scope_.Today();
      case Function::kString:
        return node.argument_count == 0 ? scope_.Current().text() : Text(Argument(node, 0));
      default: {
        assert(node.function == Function::kConcat);
        std::string out;
        for (std::uint16_t i = 0; i < node.argument_count; ++i) out += Text(Argument(node, i));
        return out;
      }
    }
  }

  double Aggregate(const Node& node) const {
    const Node& argument = tree_.nodes[Argument(node, 0)];
    Answers answers;
    if (argument.kind == Kind::kReferenceAll)
      answers = AllAnswers(argument);
    else
      answers.push_back(Text(Argument(node, 0)));
    if (node.function == Function::kCount) return static_cast<double>(answers.size());
    if (node.function == Function::kCountNonEmpty)
      return static_cast<double>(
          std::ranges::count_if(answers, [](const std::string& text) { return !text.empty(); }));
    double sum = 0;
    for (const std::string& text : answers) sum += NumberOf(text);
    return sum;
  }

  // NaN when there is nothing to compare or one of the values is no number.
  double Extreme(const Node& node) const {
    double extreme = kNaN;
    bool first = true;
    const auto take = [&](double number) {
      const bool better = node.function == Function::kMin ? number < extreme : number > extreme;
      if (first || better || std::isnan(number))
        extreme = std::isnan(extreme) && !first ? kNaN : number;
      first = false;
    };
    for (std::uint16_t i = 0; i < node.argument_count; ++i) {
      const std::uint32_t argument = Argument(node, i);
      if (tree_.nodes[argument].kind == Kind::kReferenceAll) {
        for (const std::string& text : AllAnswers(tree_.nodes[argument])) take(NumberOf(text));
      } else {
        take(Number(argument));
      }
    }
    return extreme;
  }

  Answers AllAnswers(const Node& node) const {
    Answers answers;
    for (const model::Value& value : scope_.Answers(tree_.codes[node.first]))
      answers.push_back(value.text());
    return answers;
  }

  std::uint32_t Argument(const Node& node, std::uint16_t index) const {
    return tree_.arguments[node.first + index];
  }

  const ast::Tree& tree_;
  const Scope& scope_;
};

}  // namespace

bool CompiledExpression::EvaluateBoolean(const Scope& scope) const {
  assert(tree_ != nullptr);
  return Evaluator(*tree_, scope).Boolean(tree_->root());
}

double CompiledExpression::EvaluateNumber(const Scope& scope) const {
  assert(tree_ != nullptr);
  return Evaluator(*tree_, scope).Number(tree_->root());
}

std::string CompiledExpression::EvaluateString(const Scope& scope) const {
  assert(tree_ != nullptr);
  return Evaluator(*tree_, scope).Text(tree_->root());
}

}  // namespace pingshen::forms
