// What Chinese input methods put where ASCII is meant.
#pragma once

#include <string>
#include <string_view>

namespace pingshen::model {

// Full-width forms U+FF01…U+FF5E as their ASCII characters, '−' (U+2212) as '-', without blanks at
// both ends.
std::string NormalizeTyped(std::string_view text);
// Only without blanks at both ends: for names and other plain text.
std::string TrimBlanks(std::string_view text);
// As NormalizeTyped, without any blank inside.
std::string NormalizeIdentifier(std::string_view text);

}  // namespace pingshen::model
