#include "core/forms/parser.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/forms/xpath_number.h"

namespace pingshen::forms {
namespace {

using ast::Kind;

struct BinaryOperator {
  std::string_view text;
  Kind kind;
  int precedence;  // higher binds tighter; all are left-associative
};
constexpr BinaryOperator kBinaryOperators[] = {
    {"or", Kind::kOr, 1},      {"and", Kind::kAnd, 2},
    {"=", Kind::kEqual, 3},    {"!=", Kind::kNotEqual, 3},
    {"<", Kind::kLess, 4},     {"<=", Kind::kLessOrEqual, 4},
    {">", Kind::kGreater, 4},  {">=", Kind::kGreaterOrEqual, 4},
    {"+", Kind::kAdd, 5},      {"-", Kind::kSubtract, 5},
    {"*", Kind::kMultiply, 6}, {"div", Kind::kDivide, 6},
    {"mod", Kind::kModulo, 6},
};

std::string Quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string Described(const Token& token) {
  switch (token.kind) {
    case TokenKind::kEnd:
      return "the end";
    case TokenKind::kText:
      return "a text";
    case TokenKind::kReference:
      return "${" + std::string(token.text) + "}";
    default:
      return Quoted(token.text);
  }
}

// A node that is complete: where it stands and how deep it is.
struct Built {
  std::uint32_t node = 0;
  std::uint16_t depth = 1;
};

class Parser {
 public:
  Parser(std::vector<Token> tokens, const Resolver& resolve)
      : tokens_(std::move(tokens)), resolve_(resolve) {}

  std::expected<ast::Tree, ParseError> Run() {
    if (Expression(0) && Next().kind != TokenKind::kEnd)
      Refuse(Next(), "unexpected " + Described(Next()));
    if (error_) return std::unexpected(std::move(*error_));
    return std::move(tree_);
  }

 private:
  using Maybe = std::optional<Built>;

  const Token& Next() const { return tokens_[at_]; }

  Maybe Refuse(const Token& token, std::string what, bool unknown_code = false) {
    if (!error_) {
      error_.emplace();
      error_->offset = token.offset;
      error_->what = std::move(what);
      error_->unknown_code = unknown_code;
    }
    return std::nullopt;
  }

  Maybe Add(const ast::Node& node, int depth, const Token& token) {
    if (depth > kMaxExpressionDepth) return Refuse(token, "the expression is nested too deeply");
    tree_.nodes.push_back(node);
    return Built{tree_.root(), static_cast<std::uint16_t>(depth)};
  }

  static const BinaryOperator* OperatorOf(const Token& token) {
    if (token.kind != TokenKind::kOperator) return nullptr;
    const auto found = std::ranges::find(kBinaryOperators, token.text, &BinaryOperator::text);
    return found == std::end(kBinaryOperators) ? nullptr : found;
  }

  Maybe Expression(int least_precedence) {
    Maybe left = Unary();
    while (left) {
      const BinaryOperator* binary = OperatorOf(Next());
      if (binary == nullptr || binary->precedence <= least_precedence) break;
      if (binary->kind == Kind::kOr || binary->kind == Kind::kAnd) {
        left = Chain(*left, *binary);
        continue;
      }
      const Token token = tokens_[at_++];
      const Maybe right = Expression(binary->precedence);
      if (!right) return std::nullopt;
      left = Add({.kind = binary->kind, .first = left->node},
                 std::max(left->depth, right->depth) + 1, token);
    }
    return left;
  }

  // a or b or c …, as a or (b or …): the evaluator walks along the right operands without more
  // stack.
  Maybe Chain(Built first, const BinaryOperator& binary) {
    std::vector<Built> operands = {first};
    const Token token = Next();
    while (OperatorOf(Next()) == &binary) {
      ++at_;
      const Maybe operand = Expression(binary.precedence);
      if (!operand) return std::nullopt;
      operands.push_back(*operand);
    }
    Maybe right = operands.back();
    for (std::size_t i = operands.size() - 1; right && i-- > 0;)
      right = Add({.kind = binary.kind, .first = operands[i].node},
                  std::max(operands[i].depth + 1, +right->depth), token);
    return right;
  }

  // REQUIRES: a matching Leave on success.
  bool Enter() {
    if (nesting_ == kMaxExpressionDepth) {
      Refuse(Next(), "the expression is nested too deeply");
      return false;
    }
    ++nesting_;
    return true;
  }
  void Leave() { --nesting_; }

  Maybe Unary() {
    if (!Enter()) return std::nullopt;
    Maybe result;
    if (Next().kind == TokenKind::kOperator && Next().text == "-") {
      const Token token = tokens_[at_++];
      if (const Maybe operand = Unary())
        result = Add({.kind = Kind::kNegate}, operand->depth + 1, token);
    } else {
      result = Primary();
    }
    Leave();
    return result;
  }

  Maybe Primary() {
    const Token token = Next();
    switch (token.kind) {
      case TokenKind::kNumber:
        ++at_;
        return Add({.kind = Kind::kNumber, .number = NumberOf(token.text)}, 1, token);
      case TokenKind::kText:
        ++at_;
        tree_.texts.emplace_back(token.text);
        return Add(
            {.kind = Kind::kText, .first = static_cast<std::uint32_t>(tree_.texts.size() - 1)}, 1,
            token);
      case TokenKind::kDot:
        ++at_;
        return Add({.kind = Kind::kCurrent}, 1, token);
      case TokenKind::kReference:
        ++at_;
        return Reference(token, ArgumentKind::kValues);
      case TokenKind::kOpen: {
        ++at_;
        const Maybe inner = Expression(0);
        return inner && Expect(TokenKind::kClose, ")") ? inner : std::nullopt;
      }
      case TokenKind::kName:
        ++at_;
        return Call(token);
      case TokenKind::kPath:
        return Refuse(token, Quoted(token.text) + ": paths are not part of the language");
      default:
        return Refuse(token, "a value is missing before " + Described(token));
    }
  }

  bool Expect(TokenKind kind, std::string_view text) {
    if (Next().kind == kind) {
      ++at_;
      return true;
    }
    Refuse(Next(), Quoted(text) + " is missing before " + Described(Next()));
    return false;
  }

  Maybe Reference(const Token& token, ArgumentKind argument) {
    const bool spread = argument != ArgumentKind::kValues;
    const Reach reach = resolve_ ? resolve_(token.text) : spread ? Reach::kAll : Reach::kOne;
    if (reach == Reach::kUnknown)
      return Refuse(token, "unknown ${" + std::string(token.text) + "}", /*unknown_code=*/true);
    const bool all = reach == Reach::kAll || (reach == Reach::kRepeat && spread);
    auto found = std::ranges::find(tree_.codes, token.text);
    const auto code = static_cast<std::uint32_t>(found - tree_.codes.begin());
    if (found == tree_.codes.end()) tree_.codes.emplace_back(token.text);
    return Add({.kind = all ? Kind::kReferenceAll : Kind::kReference, .first = code}, 1, token);
  }

  // One argument; a bare ${code} may stand for all instances' answers.
  Maybe Argument(const FunctionInfo& info) {
    const Token token = Next();
    const TokenKind after = token.kind == TokenKind::kEnd ? TokenKind::kEnd : tokens_[at_ + 1].kind;
    const bool bare = token.kind == TokenKind::kReference &&
                      (after == TokenKind::kComma || after == TokenKind::kClose);
    if (bare) {
      ++at_;
      return Reference(token, info.arguments);
    }
    if (info.arguments == ArgumentKind::kReference)
      return Refuse(token, std::string(info.name) + "() takes a ${…}");
    return Expression(0);
  }

  Maybe Call(const Token& name) {
    if (Next().kind != TokenKind::kOpen)
      return Refuse(name, "unknown name " + Quoted(name.text) +
                              "; texts stand in quotation marks, items in ${…}");
    const FunctionInfo* info = FindFunction(name.text);
    if (info == nullptr) return Refuse(name, "unknown function " + Quoted(name.text));
    ++at_;
    std::vector<std::uint32_t> arguments;
    std::uint16_t depth = 0;
    if (Next().kind == TokenKind::kClose) {
      ++at_;
    } else {
      while (true) {
        if (arguments.size() == info->max_arguments && info->max_arguments != FunctionInfo::kAny)
          return WrongArity(name, *info);
        const Maybe argument = Argument(*info);
        if (!argument) return std::nullopt;
        arguments.push_back(argument->node);
        depth = std::max(depth, argument->depth);
        if (Next().kind == TokenKind::kComma) {
          ++at_;
          continue;
        }
        if (!Expect(TokenKind::kClose, ")")) return std::nullopt;
        break;
      }
    }
    if (arguments.size() < info->min_arguments) return WrongArity(name, *info);
    const auto first = static_cast<std::uint32_t>(tree_.arguments.size());
    tree_.arguments.insert(tree_.arguments.end(), arguments.begin(), arguments.end());
    return Add({.kind = Kind::kCall,
                .function = info->function,
                .argument_count = static_cast<std::uint16_t>(arguments.size()),
                .first = first},
               depth + 1, name);
  }

  Maybe WrongArity(const Token& name, const FunctionInfo& info) {
    std::string count = std::to_string(info.min_arguments);
    if (info.max_arguments == FunctionInfo::kAny)
      count = "at least " + count;
    else if (info.max_arguments != info.min_arguments)
      count += " or " + std::to_string(info.max_arguments);
    return Refuse(name, std::string(info.name) + "() takes " + count + " argument(s)");
  }

  std::vector<Token> tokens_;
  const Resolver& resolve_;
  std::size_t at_ = 0;
  std::uint16_t nesting_ = 0;
  ast::Tree tree_;
  std::optional<ParseError> error_;
};

}  // namespace

std::expected<ast::Tree, ParseError> Parse(std::string_view text, const Resolver& resolve) {
  if (text.size() > kMaxExpressionBytes)
    return std::unexpected(ParseError{
        {0, "the expression is longer than " + std::to_string(kMaxExpressionBytes) + " bytes"}});
  auto tokens = Tokens(text);
  if (!tokens) return std::unexpected(ParseError{std::move(tokens).error()});
  return Parser(*std::move(tokens), resolve).Run();
}

}  // namespace pingshen::forms
