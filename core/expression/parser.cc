// Recursive descent over the grammar of XPath 1.0, sections 2 and 3.
#include <array>
#include <optional>
#include <utility>

#include "core/base/utf8.h"
#include "core/expression/lexer.h"
#include "core/expression/number.h"
#include "core/expression/syntax.h"

namespace pingshen::expression {
namespace {

constexpr std::array<std::pair<std::string_view, Axis>, 13> kAxes = {{
    {"ancestor", Axis::kAncestor},
    {"ancestor-or-self", Axis::kAncestorOrSelf},
    {"attribute", Axis::kAttribute},
    {"child", Axis::kChild},
    {"descendant", Axis::kDescendant},
    {"descendant-or-self", Axis::kDescendantOrSelf},
    {"following", Axis::kFollowing},
    {"following-sibling", Axis::kFollowingSibling},
    {"namespace", Axis::kNamespace},
    {"parent", Axis::kParent},
    {"preceding", Axis::kPreceding},
    {"preceding-sibling", Axis::kPrecedingSibling},
    {"self", Axis::kSelf},
}};

struct OperatorRow {
  std::string_view text;
  Operator op;
  int level;
};
constexpr std::array<OperatorRow, 14> kOperators = {{
    {"or", Operator::kOr, 0},
    {"and", Operator::kAnd, 1},
    {"=", Operator::kEqual, 2},
    {"!=", Operator::kNotEqual, 2},
    {"<", Operator::kLess, 3},
    {"<=", Operator::kLessOrEqual, 3},
    {">", Operator::kGreater, 3},
    {">=", Operator::kGreaterOrEqual, 3},
    {"+", Operator::kAdd, 4},
    {"-", Operator::kSubtract, 4},
    {"*", Operator::kMultiply, 5},
    {"div", Operator::kDivide, 5},
    {"mod", Operator::kModulo, 5},
    {"|", Operator::kUnion, 7},  // unary minus is level 6
}};
constexpr int kUnaryLevel = 6;
constexpr int kUnionLevel = 7;

bool IsNodeType(std::string_view name) {
  return name == "node" || name == "text" || name == "comment" || name == "processing-instruction";
}

class Parser {
 public:
  explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  std::expected<Syntax, SyntaxError> Run() {
    Syntax root = Binary(0);
    if (!error_ && Now().kind != TokenKind::kEnd) Refuse("an operator is missing here");
    if (error_) return std::unexpected(std::move(*error_));
    return root;
  }

 private:
  const Token& Now() const { return tokens_[at_]; }
  const Token& Next() const { return tokens_[at_ + 1 < tokens_.size() ? at_ + 1 : at_]; }
  bool Sees(std::string_view symbol) const {
    return Now().kind == TokenKind::kSymbol && Now().text == symbol;
  }
  bool Take(std::string_view symbol) {
    if (!Sees(symbol)) return false;
    ++at_;
    return true;
  }
  void Expect(std::string_view symbol) {
    if (!Take(symbol)) Refuse(std::string(symbol) + " is missing here");
  }
  // The first error counts; the rest of the text is not read.
  Syntax Refuse(std::string what) {
    if (!error_) error_ = SyntaxError{Now().offset, std::move(what)};
    at_ = tokens_.size() - 1;
    return {};
  }
  Syntax Make(SyntaxKind kind) const {
    Syntax syntax;
    syntax.kind = kind;
    syntax.offset = static_cast<std::uint32_t>(Now().offset);
    return syntax;
  }
  const OperatorRow* OperatorHere() const {
    if (Now().kind != TokenKind::kOperator) return nullptr;
    for (const OperatorRow& row : kOperators)
      if (row.text == Now().text) return &row;
    return nullptr;
  }

  // A chain of operands of `level` and of what binds tighter; one function for all levels, so that
  // the stack grows with the brackets only.
  Syntax Binary(int level) {
    Syntax first = Unary();
    return error_ ? first : Continue(std::move(first), level);
  }

  Syntax Continue(Syntax left, int level) {
    for (const OperatorRow* row = OperatorHere(); row != nullptr && row->level >= level;
         row = OperatorHere()) {
      const int here = row->level;
      // `left` is complete for every tighter level: whatever follows binds it at `here`.
      Syntax chain = Make(SyntaxKind::kOperation);
      chain.offset = left.offset;
      chain.children.push_back(std::move(left));
      while (!error_ && row != nullptr && row->level == here) {
        chain.operators.push_back(row->op);
        ++at_;
        Syntax operand = here == kUnionLevel ? Path() : Unary();
        if (here != kUnionLevel) operand = Continue(std::move(operand), here + 1);
        chain.children.push_back(std::move(operand));
        row = OperatorHere();
      }
      left = std::move(chain);
      if (error_) break;
    }
    return left;
  }

  Syntax Unary() {
    if (Now().kind == TokenKind::kOperator && Now().text == "-") {
      if (!Deeper()) return {};
      Syntax negate = Make(SyntaxKind::kNegate);
      ++at_;
      Syntax operand = Unary();
      --depth_;
      if (!error_) negate.children.push_back(Continue(std::move(operand), kUnaryLevel + 1));
      return negate;
    }
    return Path();
  }

  bool Deeper() {
    if (++depth_ <= kMaxNesting) return true;
    Refuse("nested more than " + std::to_string(kMaxNesting) + " deep");
    return false;
  }

  bool StartsStep() const {
    if (Now().kind == TokenKind::kStar) return true;
    if (Now().kind == TokenKind::kSymbol)
      return Now().text == "." || Now().text == ".." || Now().text == "@";
    if (Now().kind != TokenKind::kName) return false;
    const bool call = Next().kind == TokenKind::kSymbol && Next().text == "(";
    return !call || IsNodeType(Now().text);
  }

  Syntax Path() {
    if (StartsStep()) {
      Syntax path = Make(SyntaxKind::kPath);
      Steps(path);
      return path;
    }
    if (Sees("/") || Sees("//")) {
      Syntax path = Make(SyntaxKind::kPath);
      path.absolute = true;
      if (Take("/")) {
        if (StartsStep()) Steps(path);
        return path;
      }
      DoubleSlash(path);
      Steps(path);
      return path;
    }
    Syntax primary = Filter();
    if (error_ || !(Sees("/") || Sees("//"))) return primary;
    Syntax path = Make(SyntaxKind::kPath);
    path.offset = primary.offset;
    path.has_start = true;
    path.children.push_back(std::move(primary));
    if (!Take("/")) DoubleSlash(path);
    Steps(path);
    return path;
  }

  void DoubleSlash(Syntax& path) {
    Syntax step = Make(SyntaxKind::kStep);
    step.axis = Axis::kDescendantOrSelf;
    path.children.push_back(std::move(step));
    ++at_;
  }

  void Steps(Syntax& path) {
    while (!error_) {
      path.children.push_back(Step());
      if (Sees("//"))
        DoubleSlash(path);
      else if (!Take("/"))
        return;
    }
  }

  Syntax Step() {
    Syntax step = Make(SyntaxKind::kStep);
    if (Take(".")) {
      step.axis = Axis::kSelf;
      return step;
    }
    if (Take("..")) {
      step.axis = Axis::kParent;
      return step;
    }
    if (Take("@")) {
      step.axis = Axis::kAttribute;
    } else if (Now().kind == TokenKind::kName && Next().kind == TokenKind::kSymbol &&
               Next().text == "::") {
      const auto* row = kAxes.begin();
      while (row != kAxes.end() && row->first != Now().text) ++row;
      if (row == kAxes.end()) return Refuse("there is no axis " + std::string(Now().text));
      step.axis = row->second;
      at_ += 2;
    }
    Test(step);
    Predicates(step);
    return step;
  }

  void Test(Syntax& step) {
    if (Now().kind == TokenKind::kStar) {
      step.test = NodeTest::kAny;
      ++at_;
      return;
    }
    if (Now().kind != TokenKind::kName) {
      Refuse("a name is missing here");
      return;
    }
    const std::string_view name = Now().text;
    if (IsNodeType(name) && Next().kind == TokenKind::kSymbol && Next().text == "(") {
      at_ += 2;
      step.test = name == "node"      ? NodeTest::kNode
                  : name == "text"    ? NodeTest::kText
                  : name == "comment" ? NodeTest::kComment
                                      : NodeTest::kProcessingInstruction;
      if (step.test == NodeTest::kProcessingInstruction && Now().kind == TokenKind::kText) {
        step.text = Now().text;
        ++at_;
      }
      Expect(")");
      return;
    }
    const std::size_t colon = name.find(':');
    step.prefix = colon == std::string_view::npos ? "" : name.substr(0, colon);
    step.text = colon == std::string_view::npos ? name : name.substr(colon + 1);
    step.test = step.text == "*" ? NodeTest::kAnyIn : NodeTest::kName;
    ++at_;
  }

  void Predicates(Syntax& owner) {
    while (!error_ && Sees("[")) {
      if (!Deeper()) return;
      ++at_;
      owner.children.push_back(Binary(0));
      Expect("]");
      --depth_;
    }
  }

  Syntax Filter() {
    Syntax primary = Primary();
    if (error_ || !Sees("[")) return primary;
    Syntax filter = Make(SyntaxKind::kFilter);
    filter.offset = primary.offset;
    filter.children.push_back(std::move(primary));
    Predicates(filter);
    return filter;
  }

  Syntax Primary() {
    const Token& token = Now();
    switch (token.kind) {
      case TokenKind::kNumber: {
        Syntax number = Make(SyntaxKind::kNumber);
        number.text = token.text;
        number.number = NumberWithExponentOf(token.text);
        ++at_;
        return number;
      }
      case TokenKind::kText: {
        Syntax text = Make(SyntaxKind::kText);
        text.text = token.text;
        ++at_;
        return text;
      }
      case TokenKind::kReference: {
        constexpr std::string_view kPrefix = "last-saved#";
        const bool saved = token.text.starts_with(kPrefix);
        Syntax reference = Make(saved ? SyntaxKind::kLastSaved : SyntaxKind::kReference);
        reference.text = saved ? token.text.substr(kPrefix.size()) : token.text;
        ++at_;
        return reference;
      }
      case TokenKind::kName:
        return Call();
      case TokenKind::kEnd:
        return Refuse("the expression ends too early");
      default:
        break;
    }
    if (!Sees("(")) return Refuse("a value is missing before " + std::string(token.text));
    if (!Deeper()) return {};
    ++at_;
    Syntax inner = Binary(0);
    Expect(")");
    --depth_;
    return inner;
  }

  Syntax Call() {
    Syntax call = Make(SyntaxKind::kCall);
    call.text = Now().text;
    if (!Deeper()) return {};
    ++at_;
    Expect("(");
    if (!error_ && !Take(")")) {
      do call.children.push_back(Binary(0));
      while (!error_ && Take(","));
      Expect(")");
    }
    --depth_;
    return call;
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::uint32_t depth_ = 0;
  std::optional<SyntaxError> error_;
};

std::string Located(std::string_view text, const SyntaxError& error, Place start) {
  const Place place = PlaceOf(text, error.offset, start);
  return "line " + std::to_string(place.line) + ", column " + std::to_string(place.column) + ": " +
         error.what;
}

}  // namespace

Place PlaceOf(std::string_view text, std::size_t offset, Place start) {
  Place place = start;
  for (std::size_t at = 0; at < text.size() && at < offset;) {
    const bool line_end = text[at] == '\n';
    NextCodePoint(text, at);
    place = line_end ? Place{place.line + 1, 1} : Place{place.line, place.column + 1};
  }
  return place;
}

Result<Syntax> Parse(std::string_view text, Place start) {
  if (text.size() > kMaxExpressionBytes)
    return Fail(
        ErrorCode::ERR_EXPRESSION,
        Located(text, {0, "longer than " + std::to_string(kMaxExpressionBytes) + " bytes"}, start));
  if (!CheckUtf8(text))
    return Fail(ErrorCode::ERR_EXPRESSION, Located(text, {0, "not valid UTF-8"}, start));
  auto tokens = Tokens(text);
  if (!tokens) return Fail(ErrorCode::ERR_EXPRESSION, Located(text, tokens.error(), start));
  auto syntax = Parser(*std::move(tokens)).Run();
  if (!syntax) return Fail(ErrorCode::ERR_EXPRESSION, Located(text, syntax.error(), start));
  return *std::move(syntax);
}

}  // namespace pingshen::expression
