// Words of an expression: XPath 1.0, section 3.7.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace pingshen::expression {

enum class TokenKind : unsigned char {
  kEnd,
  kNumber,
  kText,       // `text` without its quotes
  kReference,  // `text` = what stands between ${ and }
  kName,       // "local"; "prefix:local"; "prefix:*"
  kStar,       // the name test *
  kOperator,   // = != < <= > >= + - * | and or div mod
  kSymbol,     // ( ) [ ] , / // . .. @ ::
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string_view text;
  std::size_t offset = 0;
};

struct SyntaxError {
  std::size_t offset = 0;
  std::string what;
};

// The last token is kEnd. Views into `text`.
std::expected<std::vector<Token>, SyntaxError> Tokens(std::string_view text);

}  // namespace pingshen::expression
