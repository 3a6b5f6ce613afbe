// Base64 (RFC 4648, section 4) and hexadecimal texts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pingshen::expression {

std::string Base64Of(std::string_view bytes);
// Blanks are skipped, padding may be missing. std::nullopt: another character.
std::optional<std::string> BytesOfBase64(std::string_view text);
std::string HexOf(std::string_view bytes);  // lower case

}  // namespace pingshen::expression
