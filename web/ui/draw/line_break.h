// Where a line may end (UAX #14 with Chinese quotation marks as brackets). The only home of
// libunibreak.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pingshen::ui {

enum class BreakKind : std::uint8_t {
  kInside,     // within the bytes of a character, or within what is seen as one character
  kEmergency,  // only when a word alone is wider than the line
  kAllowed,
  kMandatory,  // behind a line feed
};

// One entry for each byte of `text`: what holds right behind that byte. Behind the last byte:
// kMandatory. `out` is overwritten; its memory is reused.
void FindBreaks(std::string_view text, std::vector<BreakKind>& out);

}  // namespace pingshen::ui
