// A name as messages show it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pingshen {

// For messages: in quotation marks, cut to a readable length.
inline std::string Named(std::string_view text) {
  constexpr std::size_t kLongest = 80;
  if (text.size() <= kLongest) return "\"" + std::string(text) + "\"";
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
  return "\"" + std::string(text.substr(0, end)) + "…\"";
}

}  // namespace pingshen
