// Codes of sections, items, options, deductions, vetoes and bands.
#pragma once

#include <cstddef>
#include <string_view>

namespace pingshen::forms {

inline constexpr std::size_t kMaxCodeBytes = 64;

// ASCII letters, digits, '-', '_', '.'; the first a letter or digit; 1 … kMaxCodeBytes.
// So a code never has a blank, nor the / # : of a field path.
constexpr bool IsCode(std::string_view text) {
  const auto alphanumeric = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9');
  };
  if (text.empty() || text.size() > kMaxCodeBytes || !alphanumeric(text.front())) return false;
  for (const char byte : text)
    if (!alphanumeric(byte) && byte != '-' && byte != '_' && byte != '.') return false;
  return true;
}

}  // namespace pingshen::forms
