// Words of an expression: XPath 1.0, section 3.7.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace pingshen::expression {

enum class TokenKind : std::uint8_t {
  kEnd,
  kNumber,
  kText,       // without its quotes
  kReference,  // what stands between ${ and }
  kName,       // "local"; "prefix:local"; "prefix:*"
  kStar,       // the name test *
  kOpenBracket,
  kCloseBracket,
  kOpenSquare,
  kCloseSquare,
  kComma,
  kSlash,
  kDoubleSlash,
  kDot,
  kDoubleDot,
  kAt,
  kAxisMark,  // ::
  // From here on as Operator of syntax.h.
  kOr,
  kAnd,
  kEqual,
  kNotEqual,
  kLess,
  kLessOrEqual,
  kGreater,
  kGreaterOrEqual,
  kPlus,
  kMinus,
  kTimes,
  kDiv,
  kMod,
  kBar,
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::uint32_t offset = 0;  // of its first byte
  std::uint32_t begin = 0;   // of what it says, in bytes of the text …
  std::uint32_t length = 0;  // … and how long that is
};

struct SyntaxError {
  std::size_t offset = 0;
  std::string what;
};

// The last token is kEnd. REQUIRES: `text` is valid UTF-8 of less than 4 GB.
std::expected<std::vector<Token>, SyntaxError> Tokens(std::string_view text);

}  // namespace pingshen::expression
