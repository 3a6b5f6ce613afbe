#include "core/model/typed_text.h"

#include "core/base/utf8.h"

namespace pingshen::model {
namespace {

bool IsBlank(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x202F || c == 0x3000 || c == 0xFEFF;
}

char32_t Narrow(char32_t c) {
  constexpr char32_t kFullWidthOffset = 0xFF01 - 0x21;
  if (c >= 0xFF01 && c <= 0xFF5E) return c - kFullWidthOffset;
  return c == 0x2212 ? U'-' : c;
}

enum class Blanks { kTrimmed, kRemoved };

std::string Normalize(std::string_view text, Blanks blanks,
                      char32_t (*character)(char32_t) = Narrow) {
  std::string out;
  std::string pending;  // blanks that stay only when something follows
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = character(NextCodePoint(text, offset));
    if (IsBlank(c)) {
      if (blanks == Blanks::kTrimmed && !out.empty()) AppendUtf8(pending, c);
      continue;
    }
    out += pending;
    pending.clear();
    AppendUtf8(out, c);
  }
  return out;
}

}  // namespace

std::string NormalizeTyped(std::string_view text) { return Normalize(text, Blanks::kTrimmed); }
std::string TrimBlanks(std::string_view text) {
  return Normalize(text, Blanks::kTrimmed, [](char32_t c) { return c; });
}
std::string NormalizeIdentifier(std::string_view text) { return Normalize(text, Blanks::kRemoved); }

}  // namespace pingshen::model
