#include "core/forms/lexer.h"

#include <array>

#include "core/base/utf8.h"
#include "core/forms/codes.h"
#include "core/forms/xpath_number.h"

namespace pingshen::forms {
namespace {

bool IsDigit(char byte) { return byte >= '0' && byte <= '9'; }
// Names with other letters, which XML allows, name no function: what looks like one is a full-width
// （ or ，.
bool StartsName(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}
bool ContinuesName(char byte) {
  return StartsName(byte) || IsDigit(byte) || byte == '-' || byte == '.';
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::expected<std::vector<Token>, SyntaxError> Run() {
    tokens_.reserve(text_.size() / 3 + 2);
    while (true) {
      while (at_ < text_.size() && IsBlank(text_[at_])) ++at_;
      if (at_ == text_.size()) break;
      if (!Step()) return std::unexpected(std::move(error_));
    }
    tokens_.push_back({TokenKind::kEnd, {}, at_});
    return std::move(tokens_);
  }

 private:
  char Peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  bool Add(TokenKind kind, std::size_t length) {
    tokens_.push_back({kind, text_.substr(at_, length), at_});
    at_ += length;
    return true;
  }

  bool Refuse(std::string what) {
    error_ = {at_, std::move(what)};
    return false;
  }

  // XPath 1.0, 3.7: after an operand, * and a name are operators.
  bool AfterOperand() const {
    if (tokens_.empty()) return false;
    switch (tokens_.back().kind) {
      case TokenKind::kOperator:
      case TokenKind::kOpen:
      case TokenKind::kComma:
        return false;
      case TokenKind::kPath:
        return tokens_.back().text == "]" || tokens_.back().text == "..";
      default:
        return true;
    }
  }

  bool Step() {
    const char byte = text_[at_];
    switch (byte) {
      case '(':
        return Add(TokenKind::kOpen, 1);
      case ')':
        return Add(TokenKind::kClose, 1);
      case ',':
        return Add(TokenKind::kComma, 1);
      case '=':
      case '+':
      case '-':
        return Add(TokenKind::kOperator, 1);
      case '<':
      case '>':
        return Add(TokenKind::kOperator, Peek(1) == '=' ? 2 : 1);
      case '!':
        return Peek(1) == '=' ? Add(TokenKind::kOperator, 2) : Refuse("\"!\" without \"=\"");
      case '*':
        return Add(AfterOperand() ? TokenKind::kOperator : TokenKind::kPath, 1);
      case '/':
        return Add(TokenKind::kPath, Peek(1) == '/' ? 2 : 1);
      case ':':
        return Peek(1) == ':' ? Add(TokenKind::kPath, 2) : Refuse("unexpected character \":\"");
      case '[':
      case ']':
      case '@':
      case '|':
        return Add(TokenKind::kPath, 1);
      case '\'':
      case '"':
        return Quoted(byte);
      case '$':
        return Reference();
      case '.':
        if (IsDigit(Peek(1))) return Number();
        return Peek(1) == '.' ? Add(TokenKind::kPath, 2) : Add(TokenKind::kDot, 1);
      default:
        break;
    }
    if (IsDigit(byte)) return Number();
    if (StartsName(byte)) return Name();
    if (Word("“") || Word("”") || Word("‘") || Word("’"))
      return Refuse("curly quotation mark; write ' or \"");
    return Refuse("unexpected character \"" + Character() + "\"");
  }

  std::string Character() const {
    std::size_t end = at_;
    std::string out;
    AppendUtf8(out, NextCodePoint(text_, end));
    return out;
  }

  bool Quoted(char quote) {
    const std::size_t end = text_.find(quote, at_ + 1);
    if (end == std::string_view::npos) return Refuse("the text has no closing quotation mark");
    tokens_.push_back({TokenKind::kText, text_.substr(at_ + 1, end - at_ - 1), at_});
    at_ = end + 1;
    return true;
  }

  bool Reference() {
    if (Peek(1) != '{') return Refuse("\"$\" without \"{\"");
    const std::size_t end = text_.find('}', at_);
    if (end == std::string_view::npos) return Refuse("\"${\" without \"}\"");
    const std::string_view code = text_.substr(at_ + 2, end - at_ - 2);
    if (!IsCode(code)) return Refuse("\"" + std::string(code) + "\" is not a code");
    tokens_.push_back({TokenKind::kReference, code, at_});
    at_ = end + 1;
    return true;
  }

  bool Number() {
    std::size_t length = 0;
    while (IsDigit(Peek(length))) ++length;
    if (Peek(length) == '.') {
      ++length;
      while (IsDigit(Peek(length))) ++length;
    }
    return Add(TokenKind::kNumber, length);
  }

  bool Name() {
    std::size_t length = 1;
    while (ContinuesName(Peek(length))) ++length;
    const std::string_view name = text_.substr(at_, length);
    if (AfterOperand()) {
      constexpr std::array<std::string_view, 4> kOperators = {"or", "and", "div", "mod"};
      for (const std::string_view word : kOperators)
        if (name == word) return Add(TokenKind::kOperator, length);
      return Refuse("an operator is missing before \"" + std::string(name) + "\"");
    }
    // A prefix (jr:itext), but not an axis (child::x).
    if (Peek(length) == ':' && StartsName(Peek(length + 1))) {
      ++length;
      while (ContinuesName(Peek(length))) ++length;
    }
    return Add(TokenKind::kName, length);
  }

  bool Word(std::string_view word) const { return text_.substr(at_).starts_with(word); }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
  SyntaxError error_;
};

}  // namespace

std::expected<std::vector<Token>, SyntaxError> Tokens(std::string_view text) {
  return Lexer(text).Run();
}

}  // namespace pingshen::forms
