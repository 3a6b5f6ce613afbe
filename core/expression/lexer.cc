#include "core/expression/lexer.h"

#include <array>
#include <utility>

#include "core/base/utf8.h"
#include "core/expression/number.h"

namespace pingshen::expression {
namespace {

using enum TokenKind;

// Of ASCII: 1 may start a name, 2 may continue one.
constexpr std::array<std::uint8_t, 128> kNameBytes = [] {
  std::array<std::uint8_t, 128> bytes{};
  for (char c = 'a'; c <= 'z'; ++c) bytes[static_cast<std::size_t>(c)] = 3;
  for (char c = 'A'; c <= 'Z'; ++c) bytes[static_cast<std::size_t>(c)] = 3;
  for (char c = '0'; c <= '9'; ++c) bytes[static_cast<std::size_t>(c)] = 2;
  bytes['_'] = 3;
  bytes['-'] = bytes['.'] = 2;
  return bytes;
}();

// XML 1.0 (5th edition), production 4 without the colon.
bool StartsName(char32_t c) {
  if (c < 0x80) return (kNameBytes[c] & 1u) != 0;
  return (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7) ||
         (c >= 0x370 && c <= 0x1FFF && c != 0x37E) || (c >= 0x200C && c <= 0x200D) ||
         (c >= 0x2070 && c <= 0x218F) || (c >= 0x2C00 && c <= 0x2FEF) ||
         (c >= 0x3001 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) ||
         (c >= 0xFDF0 && c <= 0xFEFF) || (c >= 0xFF21 && c <= 0xFF3A) ||
         (c >= 0xFF41 && c <= 0xFF5A) || (c >= 0xFF66 && c <= 0xFFDC) ||
         (c >= 0x10000 && c <= 0xEFFFF);
}
bool ContinuesName(char32_t c) {
  if (c < 0x80) return (kNameBytes[c] & 2u) != 0;
  return StartsName(c) || c == 0xB7 || (c >= 0x300 && c <= 0x36F) || (c >= 0x203F && c <= 0x2040);
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
    Add(kEnd, 0);
    return std::move(tokens_);
  }

 private:
  char Peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool Add(TokenKind kind, std::size_t length) { return Add(kind, at_, length, at_ + length); }
  bool Add(TokenKind kind, std::size_t begin, std::size_t length, std::size_t next) {
    tokens_.push_back({kind, static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(begin),
                       static_cast<std::uint32_t>(length)});
    at_ = next;
    return true;
  }
  // One of two that begin alike.
  bool AddLongest(char second, TokenKind with_it, TokenKind without) {
    return Peek(1) == second ? Add(with_it, 2) : Add(without, 1);
  }
  bool Refuse(std::string what) {
    error_ = {at_, std::move(what)};
    return false;
  }

  // After an operand * and a name are operators.
  bool AfterOperand() const {
    if (tokens_.empty()) return false;
    switch (tokens_.back().kind) {
      case kNumber:
      case kText:
      case kReference:
      case kName:
      case kStar:
      case kCloseBracket:
      case kCloseSquare:
      case kDot:
      case kDoubleDot:
        return true;
      default:
        return false;
    }
  }

  bool Step() {
    const char byte = Peek();
    if (byte == '\'' || byte == '"') return Literal(byte);
    if (IsDigit(byte) || (byte == '.' && IsDigit(Peek(1)))) return Number();
    switch (byte) {
      case '(':
        return Add(kOpenBracket, 1);
      case ')':
        return Add(kCloseBracket, 1);
      case '[':
        return Add(kOpenSquare, 1);
      case ']':
        return Add(kCloseSquare, 1);
      case ',':
        return Add(kComma, 1);
      case '@':
        return Add(kAt, 1);
      case '.':
        return AddLongest('.', kDoubleDot, kDot);
      case '/':
        return AddLongest('/', kDoubleSlash, kSlash);
      case ':':
        if (Peek(1) == ':') return Add(kAxisMark, 2);
        return Refuse("a colon that belongs to no name");
      case '=':
        return Add(kEqual, 1);
      case '+':
        return Add(kPlus, 1);
      case '-':
        return Add(kMinus, 1);
      case '|':
        return Add(kBar, 1);
      case '<':
        return AddLongest('=', kLessOrEqual, kLess);
      case '>':
        return AddLongest('=', kGreaterOrEqual, kGreater);
      case '!':
        if (Peek(1) == '=') return Add(kNotEqual, 2);
        return Refuse("! alone; \"not equal\" is !=");
      case '*':
        return Add(AfterOperand() ? kTimes : kStar, 1);
      case '$':
        return Reference();
      default:
        return Name();
    }
  }

  bool Literal(char quote) {
    const std::size_t end = text_.find(quote, at_ + 1);
    if (end == std::string_view::npos) return Refuse("a text whose closing quote is missing");
    return Add(kText, at_ + 1, end - at_ - 1, end + 1);
  }

  bool Number() {
    std::size_t length = 0;
    while (IsDigit(Peek(length))) ++length;
    if (Peek(length) == '.') {
      ++length;
      while (IsDigit(Peek(length))) ++length;
    }
    // ODK's own evaluators read an exponent.
    if (Peek(length) == 'e' || Peek(length) == 'E') {
      const std::size_t sign = Peek(length + 1) == '-' || Peek(length + 1) == '+' ? 1 : 0;
      if (IsDigit(Peek(length + 1 + sign))) {
        length += 1 + sign;
        while (IsDigit(Peek(length))) ++length;
      }
    }
    return Add(kNumber, length);
  }

  bool Reference() {
    if (Peek(1) != '{')
      return Refuse("$ without {: a question is written ${name}, and there are no variables");
    const std::size_t end = text_.find('}', at_);
    if (end == std::string_view::npos) return Refuse("${ without its }");
    const std::string_view name = Trimmed(text_.substr(at_ + 2, end - at_ - 2));
    std::string_view local = name;
    if (local.starts_with(kLastSavedPrefix)) local.remove_prefix(kLastSavedPrefix.size());
    if (local.empty() || NameLength(local) != local.size())
      return Refuse("${" + std::string(name) + "} does not hold a name");
    return Add(kReference, static_cast<std::size_t>(name.data() - text_.data()), name.size(),
               end + 1);
  }

  // Length of the NCName at the start of `text`; 0 when there is none.
  static std::size_t NameLength(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size()) {
      if (const auto byte = static_cast<unsigned char>(text[length]); byte < 0x80) {
        if ((kNameBytes[byte] & (length == 0 ? 1u : 2u)) == 0) break;
        ++length;
        continue;
      }
      std::size_t next = length;
      const char32_t c = NextCodePoint(text, next);
      if (length == 0 ? !StartsName(c) : !ContinuesName(c)) break;
      length = next;
    }
    return length;
  }

  bool Name() {
    std::size_t length = NameLength(text_.substr(at_));
    if (length == 0) {
      std::size_t next = at_;
      const char32_t c = NextCodePoint(text_, next);
      const std::string shown(text_.substr(at_, next - at_));
      if (c < 0x20 || c == 0xFFFD) return Refuse("a character that has no place in an expression");
      return Refuse("the character " + shown + " has no place here");
    }
    const std::string_view local = text_.substr(at_, length);
    if (AfterOperand()) {
      // "1 mod2" is what people write; a name could not stand here.
      for (const auto& [word, kind] : kWordOperators)
        if (local.starts_with(word) && (local.size() == word.size() || IsDigit(local[word.size()])))
          return Add(kind, word.size());
    }
    if (Peek(length) == ':' && Peek(length + 1) != ':') {
      if (Peek(length + 1) == '*') return Add(kName, length + 2);
      const std::size_t rest = NameLength(text_.substr(at_ + length + 1));
      if (rest == 0) {
        at_ += length;
        return Refuse("a colon that belongs to no name");
      }
      length += 1 + rest;
    }
    return Add(kName, length);
  }

  static constexpr std::array<std::pair<std::string_view, TokenKind>, 4> kWordOperators = {
      {{"and", kAnd}, {"or", kOr}, {"div", kDiv}, {"mod", kMod}}};
  static constexpr std::string_view kLastSavedPrefix = "last-saved#";

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
  SyntaxError error_;
};

}  // namespace

std::expected<std::vector<Token>, SyntaxError> Tokens(std::string_view text) {
  return Lexer(text).Run();
}

}  // namespace pingshen::expression
