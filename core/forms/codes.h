// Codes of sections, items, options, deductions, vetoes and bands.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/utf8.h"

namespace pingshen::forms {

inline constexpr std::size_t kMaxCodeBytes = 128;

// Letters of any script, digits, '-', '_', '.'; the first a letter, digit or '_'; 1 …
// kMaxCodeBytes. So a code never has a blank, nor the / # : of a field path, nor punctuation of an
// expression, also not in full width.
inline bool IsCode(std::string_view text) {
  if (text.empty() || text.size() > kMaxCodeBytes) return false;
  if (text.front() == '-' || text.front() == '.') return false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = NextCodePoint(text, offset);
    const bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.';
    // Above ASCII: the name characters of XML 1.0 without CJK punctuation and full-width forms.
    const bool other = (c >= 0xC0 && c <= 0x1FFF && c != 0xD7 && c != 0xF7 && c != 0x37E) ||
                       (c >= 0x3040 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) ||
                       (c >= 0x10000 && c <= 0xEFFFF);
    if (!ascii && !other) return false;
  }
  return true;
}

}  // namespace pingshen::forms
