// The shape of codes: of items, options, deductions, fields.
#pragma once

#include <cstddef>
#include <string_view>

namespace pingshen::model {

inline constexpr std::size_t kMaxCodeBytes = 128;

// 1 … kMaxCodeBytes bytes of valid UTF-8 without blanks, control characters and / # :
bool IsCode(std::string_view text);
// The same, but / # : too: of options, which are never part of a field path.
bool IsOptionCode(std::string_view text);

}  // namespace pingshen::model
