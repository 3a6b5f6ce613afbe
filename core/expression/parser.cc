// Recursive descent over the grammar of XPath 1.0, sections 2 and 3.
#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/utf8.h"
#include "core/expression/lexer.h"
#include "core/expression/number.h"
#include "core/expression/syntax.h"

namespace pingshen::expression {
namespace {

using enum TokenKind;

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

// By Operator: how tightly it binds. Unary minus is level 6.
constexpr std::array<std::uint8_t, 14> kLevels = {0, 1, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 5, 7};
constexpr int kUnaryLevel = 6;
constexpr int kUnionLevel = 7;
static_assert(static_cast<int>(TokenKind::kBar) - static_cast<int>(TokenKind::kOr) ==
              static_cast<int>(Operator::kUnion));

// REQUIRES: kind >= TokenKind::kOr.
Operator OperatorOf(TokenKind kind) {
  return static_cast<Operator>(static_cast<int>(kind) - static_cast<int>(TokenKind::kOr));
}

bool IsNodeType(std::string_view name) {
  return name == "node" || name == "text" || name == "comment" || name == "processing-instruction";
}

std::string Located(std::string_view text, const SyntaxError& error, Place start) {
  const Place place = PlaceOf(text, error.offset, start);
  return "line " + std::to_string(place.line) + ", column " + std::to_string(place.column) + ": " +
         error.what;
}

}  // namespace

class Parser {
 public:
  Parser(std::string_view text, std::vector<Token> tokens)
      : text_(text), tokens_(std::move(tokens)), now_(tokens_.data()), tree_(text) {
    tree_.memory_ =
        std::make_unique<std::pmr::monotonic_buffer_resource>(tokens_.size() * sizeof(Syntax));
    open_.reserve(kManyOpen);
  }

  std::expected<SyntaxTree, SyntaxError> Run() {
    if (Binary(0) && now_->kind != kEnd) Refuse("an operator is missing here");
    if (error_) return std::unexpected(std::move(*error_));
    tree_.root_ = open_.back();
    return std::move(tree_);
  }

 private:
  // Each of the functions that read a part puts one node on `open_`, or returns false after Refuse:
  // then nothing more is read.

  const Token& Next() const { return now_->kind == kEnd ? *now_ : now_[1]; }
  bool Sees(TokenKind kind) const { return now_->kind == kind; }
  bool Take(TokenKind kind) {
    if (!Sees(kind)) return false;
    ++now_;
    return true;
  }
  bool Expect(TokenKind kind, std::string_view symbol) {
    return Take(kind) || Refuse(std::string(symbol) + " is missing here");
  }
  std::string_view TextOf(const Token& token) const {
    return text_.substr(token.begin, token.length);
  }
  bool Refuse(std::string what) {
    error_ = SyntaxError{now_->offset, std::move(what)};
    return false;
  }
  // The node that begins here.
  Syntax Make(SyntaxKind kind) const {
    Syntax syntax;
    syntax.kind = kind;
    syntax.offset = now_->offset;
    return syntax;
  }
  bool Put(const Syntax& syntax) {
    open_.push_back(syntax);
    ++tree_.size_;
    return true;
  }
  template <typename T>
  Row<T> Kept(const std::vector<T>& from, std::size_t first) {
    const std::size_t count = from.size() - first;
    if (count == 0) return {};
    auto* kept = static_cast<T*>(tree_.memory_->allocate(count * sizeof(T), alignof(T)));
    std::uninitialized_copy(from.begin() + static_cast<std::ptrdiff_t>(first), from.end(), kept);
    return {kept, static_cast<std::uint32_t>(count)};
  }
  // What lies on `open_` from `first` on becomes the children of `parent`.
  bool Close(Syntax parent, std::size_t first) {
    parent.children = Kept(open_, first);
    open_.resize(first);
    return Put(parent);
  }

  // The level of the operator here; -1 when there is none.
  int LevelHere() const {
    return now_->kind < kOr ? -1 : kLevels[static_cast<std::size_t>(OperatorOf(now_->kind))];
  }

  // A chain of operands of `level` and of what binds tighter; one function for all levels, so that
  // the stack grows with the brackets only.
  bool Binary(int level) { return Unary() && Continue(level); }

  // The left operand is the last on `open_`.
  bool Continue(int level) {
    for (int here = LevelHere(); here >= level; here = LevelHere()) {
      // The left operand is complete for every tighter level: what follows binds it at `here`.
      const std::size_t first = open_.size() - 1;
      const std::size_t first_operator = operators_.size();
      do {
        operators_.push_back(OperatorOf(now_->kind));
        ++now_;
        if (here == kUnionLevel ? !Path() : !Unary() || !Continue(here + 1)) return false;
      } while (LevelHere() == here);
      Syntax chain = Make(SyntaxKind::kOperation);
      chain.offset = open_[first].offset;
      chain.operators = Kept(operators_, first_operator);
      operators_.resize(first_operator);
      Close(chain, first);
    }
    return true;
  }

  bool Unary() {
    if (!Sees(kMinus)) return Path();
    if (!Deeper()) return false;
    const Syntax negate = Make(SyntaxKind::kNegate);
    const std::size_t first = open_.size();
    ++now_;
    if (!Unary()) return false;
    --depth_;
    return Continue(kUnaryLevel + 1) && Close(negate, first);
  }

  bool Deeper() {
    if (++depth_ <= kMaxNesting) return true;
    return Refuse("nested more than " + std::to_string(kMaxNesting) + " deep");
  }

  bool StartsStep() const {
    switch (now_->kind) {
      case kStar:
      case kDot:
      case kDoubleDot:
      case kAt:
        return true;
      case kName:
        return Next().kind != kOpenBracket || IsNodeType(TextOf(*now_));
      default:
        return false;
    }
  }

  bool Path() {
    const std::size_t first = open_.size();
    Syntax path = Make(SyntaxKind::kPath);
    if (StartsStep()) return Steps() && Close(path, first);
    path.absolute = Sees(kSlash) || Sees(kDoubleSlash);
    if (path.absolute) {
      if (!Take(kSlash)) return DoubleSlash() && Steps() && Close(path, first);
      return (!StartsStep() || Steps()) && Close(path, first);
    }
    if (!Filter()) return false;
    if (!Sees(kSlash) && !Sees(kDoubleSlash)) return true;
    path.offset = open_.back().offset;
    path.has_start = true;
    if (!Take(kSlash)) DoubleSlash();
    return Steps() && Close(path, first);
  }

  bool DoubleSlash() {
    Syntax step = Make(SyntaxKind::kStep);
    step.axis = Axis::kDescendantOrSelf;
    ++now_;
    return Put(step);
  }

  // One or more.
  bool Steps() {
    while (Step()) {
      if (Sees(kDoubleSlash))
        DoubleSlash();
      else if (!Take(kSlash))
        return true;
    }
    return false;
  }

  bool Step() {
    Syntax step = Make(SyntaxKind::kStep);
    if (Sees(kDot) || Sees(kDoubleDot)) {
      step.axis = Sees(kDot) ? Axis::kSelf : Axis::kParent;
      ++now_;
      return Put(step);
    }
    if (Take(kAt)) {
      step.axis = Axis::kAttribute;
    } else if (Sees(kName) && Next().kind == kAxisMark) {
      const auto* row = kAxes.begin();
      while (row != kAxes.end() && row->first != TextOf(*now_)) ++row;
      if (row == kAxes.end()) return Refuse("there is no axis " + std::string(TextOf(*now_)));
      step.axis = row->second;
      now_ += 2;
    }
    const std::size_t first = open_.size();
    return Test(step) && Predicates() && Close(step, first);
  }

  bool Test(Syntax& step) {
    if (Take(kStar)) {
      step.test = NodeTest::kAny;
      return true;
    }
    if (!Sees(kName)) return Refuse("a name is missing here");
    const std::string_view name = TextOf(*now_);
    if (Next().kind == kOpenBracket && IsNodeType(name)) {
      now_ += 2;
      step.test = name == "node"      ? NodeTest::kNode
                  : name == "text"    ? NodeTest::kText
                  : name == "comment" ? NodeTest::kComment
                                      : NodeTest::kProcessingInstruction;
      if (step.test == NodeTest::kProcessingInstruction && Sees(kText)) {
        step.text = TextOf(*now_);
        ++now_;
      }
      return Expect(kCloseBracket, ")");
    }
    const std::size_t colon = name.find(':');
    const bool prefixed = colon != std::string_view::npos;
    if (prefixed) step.prefix = name.substr(0, colon);
    step.text = prefixed ? name.substr(colon + 1) : name;
    step.test = step.text == "*" ? NodeTest::kAnyIn : NodeTest::kName;
    ++now_;
    return true;
  }

  // None or more.
  bool Predicates() {
    while (Sees(kOpenSquare)) {
      if (!Deeper()) return false;
      ++now_;
      if (!Binary(0) || !Expect(kCloseSquare, "]")) return false;
      --depth_;
    }
    return true;
  }

  bool Filter() {
    const std::size_t first = open_.size();
    if (!Primary()) return false;
    if (!Sees(kOpenSquare)) return true;
    Syntax filter = Make(SyntaxKind::kFilter);
    filter.offset = open_.back().offset;
    return Predicates() && Close(filter, first);
  }

  bool Primary() {
    const Token& token = *now_;
    switch (token.kind) {
      case kNumber: {
        Syntax number = Make(SyntaxKind::kNumber);
        number.text = TextOf(token);
        number.number = NumberWithExponentOf(number.text);
        ++now_;
        return Put(number);
      }
      case kText: {
        Syntax text = Make(SyntaxKind::kText);
        text.text = TextOf(token);
        ++now_;
        return Put(text);
      }
      case kReference: {
        constexpr std::string_view kPrefix = "last-saved#";
        const std::string_view name = TextOf(token);
        const bool saved = name.starts_with(kPrefix);
        Syntax reference = Make(saved ? SyntaxKind::kLastSaved : SyntaxKind::kReference);
        reference.text = saved ? name.substr(kPrefix.size()) : name;
        ++now_;
        return Put(reference);
      }
      case kName:
        return Call();
      case kEnd:
        return Refuse("the expression ends too early");
      case kOpenBracket:
        break;
      default:
        return Refuse("a value is missing before " + std::string(TextOf(token)));
    }
    if (!Deeper()) return false;
    ++now_;
    if (!Binary(0) || !Expect(kCloseBracket, ")")) return false;
    --depth_;
    return true;
  }

  bool Call() {
    Syntax call = Make(SyntaxKind::kCall);
    call.text = TextOf(*now_);
    if (!Deeper()) return false;
    ++now_;
    if (!Expect(kOpenBracket, "(")) return false;
    const std::size_t first = open_.size();
    if (!Take(kCloseBracket)) {
      do {
        if (!Binary(0)) return false;
      } while (Take(kComma));
      if (!Expect(kCloseBracket, ")")) return false;
    }
    --depth_;
    return Close(call, first);
  }

  static constexpr std::size_t kManyOpen = 64;

  std::string_view text_;
  std::vector<Token> tokens_;
  const Token* now_;
  SyntaxTree tree_;
  std::vector<Syntax> open_;         // complete nodes whose parent is not
  std::vector<Operator> operators_;  // of the chains that are not complete
  std::uint32_t depth_ = 0;
  std::optional<SyntaxError> error_;
};

Place PlaceOf(std::string_view text, std::size_t offset, Place start) {
  Place place = start;
  for (std::size_t at = 0; at < text.size() && at < offset;) {
    const bool line_end = text[at] == '\n';
    NextCodePoint(text, at);
    place = line_end ? Place{place.line + 1, 1} : Place{place.line, place.column + 1};
  }
  return place;
}

Result<SyntaxTree> Parse(std::string_view text, Place start) {
  if (text.size() > kMaxExpressionBytes)
    return Fail(
        ErrorCode::ERR_EXPRESSION,
        Located(text, {0, "longer than " + std::to_string(kMaxExpressionBytes) + " bytes"}, start));
  if (!CheckUtf8(text))
    return Fail(ErrorCode::ERR_EXPRESSION, Located(text, {0, "not valid UTF-8"}, start));
  auto tokens = Tokens(text);
  if (!tokens) return Fail(ErrorCode::ERR_EXPRESSION, Located(text, tokens.error(), start));
  auto syntax = Parser(text, *std::move(tokens)).Run();
  if (!syntax) return Fail(ErrorCode::ERR_EXPRESSION, Located(text, syntax.error(), start));
  return *std::move(syntax);
}

}  // namespace pingshen::expression
