// Regular expressions in time that grows with the text only. The only home of RE2.
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace pingshen::expression {

// Whether the pattern is found in the text (anchors make it the whole). The error says why the
// pattern cannot be used: malformed, too large, or with backward references or lookaround, which
// need unbounded time.
std::expected<bool, std::string> MatchesPattern(std::string_view text, std::string_view pattern);

}  // namespace pingshen::expression
