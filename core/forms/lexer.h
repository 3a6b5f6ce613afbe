// Cuts an expression into tokens by the lexical rules of XPath 1.0, section 3.7, with ${code} in
// addition.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace pingshen::forms {

enum class TokenKind : std::uint8_t {
  kEnd,
  kNumber,     // text: digits and point
  kText,       // text: without its quotes
  kReference,  // text: the code of ${code}
  kName,       // function name
  kOperator,   // or and = != < <= > >= + - * div mod
  kDot,
  kOpen,
  kClose,
  kComma,
  kPath,  // / // .. [ ] @ :: | and * as a name: XPath's node-sets
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string_view text;   // part of the expression
  std::size_t offset = 0;  // bytes from the start of the expression
};

// Where in the expression and what, in English with the author's own words in it.
struct SyntaxError {
  std::size_t offset = 0;
  std::string what;
};

// `text` must remain live while the tokens are used. The last token is kEnd.
std::expected<std::vector<Token>, SyntaxError> Tokens(std::string_view text);

}  // namespace pingshen::forms
