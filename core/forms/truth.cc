#include "core/forms/truth.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <variant>

namespace pingshen::forms {
namespace {

using expression::Operator;
using expression::Syntax;
using expression::SyntaxKind;
using Literal = std::variant<double, std::string>;

std::optional<Literal> LiteralOf(const Syntax& syntax) {
  switch (syntax.kind) {
    case SyntaxKind::kNumber:
      return syntax.number;
    case SyntaxKind::kText:
      return std::string(syntax.text);
    case SyntaxKind::kNegate:
      if (const auto inner = LiteralOf(syntax.children[0]))
        if (const double* number = std::get_if<double>(&*inner)) return -*number;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

// "" for ".", the code of ${code}; nullopt for anything else.
std::optional<std::string> SubjectOf(const Syntax& syntax) {
  if (syntax.kind == SyntaxKind::kReference) return std::string(syntax.text);
  const bool dot =
      syntax.kind == SyntaxKind::kPath && !syntax.absolute && !syntax.has_start &&
      syntax.children.size() == 1 && syntax.children[0].axis == expression::Axis::kSelf &&
      syntax.children[0].test == expression::NodeTest::kNode && syntax.children[0].children.empty();
  return dot ? std::optional<std::string>("") : std::nullopt;
}

Operator Mirrored(Operator op) {
  switch (op) {
    case Operator::kLess:
      return Operator::kGreater;
    case Operator::kLessOrEqual:
      return Operator::kGreaterOrEqual;
    case Operator::kGreater:
      return Operator::kLess;
    case Operator::kGreaterOrEqual:
      return Operator::kLessOrEqual;
    default:
      return op;
  }
}

bool IsComparison(Operator op) { return op >= Operator::kEqual && op <= Operator::kGreaterOrEqual; }

bool Compares(Operator op, double a, double b) {
  switch (op) {
    case Operator::kEqual:
      return a == b;
    case Operator::kNotEqual:
      return a != b;
    case Operator::kLess:
      return a < b;
    case Operator::kLessOrEqual:
      return a <= b;
    case Operator::kGreater:
      return a > b;
    default:
      return a >= b;
  }
}

// The values that a thing may still have.
struct Range {
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
  bool above_least = false;  // not `least` itself
  bool below_most = false;
  std::optional<std::string> text;  // exactly this
  std::vector<std::string> not_texts;
  bool empty = false;

  void Narrow(Operator op, double number) {
    const auto raise = [&](bool exclusive) {
      if (number > least || (number == least && exclusive)) least = number, above_least = exclusive;
    };
    const auto lower = [&](bool exclusive) {
      if (number < most || (number == most && exclusive)) most = number, below_most = exclusive;
    };
    if (op == Operator::kEqual || op == Operator::kGreaterOrEqual) raise(false);
    if (op == Operator::kEqual || op == Operator::kLessOrEqual) lower(false);
    if (op == Operator::kGreater) raise(true);
    if (op == Operator::kLess) lower(true);
    if (std::isnan(number)) empty = true;
  }
  void Narrow(Operator op, const std::string& literal) {
    if (op == Operator::kNotEqual) {
      not_texts.push_back(literal);
    } else if (op == Operator::kEqual) {
      if (text && *text != literal) empty = true;
      text = literal;
    }
    // Order compares numbers; a text that is none compares with nothing. Left to the author.
  }
  bool IsEmpty() const {
    if (empty || least > most || (least == most && (above_least || below_most))) return true;
    return text && std::ranges::find(not_texts, *text) != not_texts.end();
  }
};

class Analysis {
 public:
  explicit Analysis(const KnownOf& known) : known_(known) {}

  Truth Of(const std::vector<const Syntax*>& conditions) {
    std::map<std::string, Range> ranges;
    Truth truth = Truth::kAlways;
    for (const Syntax* condition : conditions)
      truth = std::min(truth, Conjunct(*condition, ranges));
    for (const auto& [subject, range] : ranges)
      if (range.IsEmpty()) return Truth::kNever;
    return truth;
  }

 private:
  // Takes comparisons that must hold into `ranges`.
  Truth Conjunct(const Syntax& syntax, std::map<std::string, Range>& ranges) {
    if (syntax.kind == SyntaxKind::kOperation) {
      const Operator op = syntax.operators.front();
      if (op == Operator::kAnd) {
        Truth truth = Truth::kAlways;
        for (const Syntax& child : syntax.children)
          truth = std::min(truth, Conjunct(child, ranges));
        return truth;
      }
      if (op == Operator::kOr) {
        Truth truth = Truth::kNever;
        for (const Syntax& child : syntax.children) truth = std::max(truth, Of({&child}));
        return truth;
      }
      if (IsComparison(op) && syntax.operators.size() == 1) return Comparison(syntax, op, ranges);
      return Truth::kPerhaps;
    }
    if (syntax.kind == SyntaxKind::kCall) return Call(syntax, ranges);
    if (const auto literal = LiteralOf(syntax)) {
      if (const double* number = std::get_if<double>(&*literal))
        return *number != 0 && !std::isnan(*number) ? Truth::kAlways : Truth::kNever;
      return std::get<std::string>(*literal).empty() ? Truth::kNever : Truth::kAlways;
    }
    if (const auto subject = SubjectOf(syntax)) {
      const auto known = known_(*subject);
      return known && known->always_empty ? Truth::kNever : Truth::kPerhaps;
    }
    return Truth::kPerhaps;
  }

  Truth Call(const Syntax& call, std::map<std::string, Range>& ranges) {
    if (call.text == "true" && call.children.empty()) return Truth::kAlways;
    if (call.text == "false" && call.children.empty()) return Truth::kNever;
    if (call.text == "not" && call.children.size() == 1) {
      // Only what holds always or never by itself: the rest of `ranges` must not see it.
      const Truth inner = Of({&call.children[0]});
      return inner == Truth::kNever    ? Truth::kPerhaps
             : inner == Truth::kAlways ? Truth::kNever
                                       : Truth::kPerhaps;
    }
    if (call.text == "selected" && call.children.size() == 2) {
      const auto subject = SubjectOf(call.children[0]);
      const auto known = subject ? known_(*subject) : std::nullopt;
      if (known && known->always_empty) return Truth::kNever;
    }
    (void)ranges;
    return Truth::kPerhaps;
  }

  Truth Comparison(const Syntax& syntax, Operator op, std::map<std::string, Range>& ranges) {
    const Syntax& left = syntax.children[0];
    const Syntax& right = syntax.children[1];
    const auto a = LiteralOf(left);
    const auto b = LiteralOf(right);
    if (a && b) return OfLiterals(*a, op, *b);
    if (b) return WithLiteral(left, op, *b, ranges);
    if (a) return WithLiteral(right, Mirrored(op), *a, ranges);
    return Truth::kPerhaps;
  }

  static Truth OfLiterals(const Literal& a, Operator op, const Literal& b) {
    const double* x = std::get_if<double>(&a);
    const double* y = std::get_if<double>(&b);
    if (x != nullptr && y != nullptr) return Compares(op, *x, *y) ? Truth::kAlways : Truth::kNever;
    const std::string* s = std::get_if<std::string>(&a);
    const std::string* t = std::get_if<std::string>(&b);
    if (s == nullptr || t == nullptr || op > Operator::kNotEqual) return Truth::kPerhaps;
    return (*s == *t) == (op == Operator::kEqual) ? Truth::kAlways : Truth::kNever;
  }

  Truth WithLiteral(const Syntax& thing, Operator op, const Literal& literal,
                    std::map<std::string, Range>& ranges) {
    const std::optional<std::string> subject = SubjectOf(thing);
    const std::optional<Known> known = subject ? known_(*subject) : std::nullopt;
    if (!known) return Truth::kPerhaps;
    const std::string* text = std::get_if<std::string>(&literal);
    if (known->always_empty) {
      if (text == nullptr) return op == Operator::kNotEqual ? Truth::kPerhaps : Truth::kNever;
      return op == Operator::kEqual && !text->empty() ? Truth::kNever : Truth::kPerhaps;
    }
    const auto [found, fresh] = ranges.try_emplace(*subject);
    Range& range = found->second;
    if (fresh && known->at_least) range.Narrow(Operator::kGreaterOrEqual, *known->at_least);
    if (fresh && known->at_most) range.Narrow(Operator::kLessOrEqual, *known->at_most);
    if (text != nullptr)
      range.Narrow(op, *text);
    else if (op != Operator::kNotEqual)
      range.Narrow(op, std::get<double>(literal));
    return Truth::kPerhaps;
  }

  const KnownOf& known_;
};

}  // namespace

Truth TruthOf(const std::vector<const Syntax*>& conditions, const KnownOf& known) {
  return Analysis(known).Of(conditions);
}

}  // namespace pingshen::forms
