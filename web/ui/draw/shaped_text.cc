#include "web/ui/draw/shaped_text.h"

#include <algorithm>
#include <array>

#include "core/base/utf8.h"

namespace pingshen::ui {
namespace {

struct Range {
  char32_t first, last;
};
// Blocks of Unicode 15 whose letters change with their neighbours or stand in another order than
// they are written. Thai and Lao are left out: their marks are placed by the font without shaping.
constexpr auto kShaped = std::to_array<Range>({
    {0x0590, 0x08FF},  // Hebrew, Arabic, Syriac, Thaana, NKo …
    {0x0900, 0x0DFF},  // Devanagari … Sinhala
    {0x0F00, 0x0FFF},  // Tibetan
    {0x1000, 0x109F},  // Myanmar
    {0x1780, 0x18AF},  // Khmer, Mongolian
    {0x1A20, 0x1AAF},  // Tai Tham
    {0xA9E0, 0xA9FF},  // Myanmar extended
    {0xAA60, 0xAA7F},
    {ShapedText::kFirstCode, ShapedText::kLastCode},
    {0xFB1D, 0xFDFF},  // presentation forms
    {0xFE70, 0xFEFC},
});
constexpr auto kRightToLeft = std::to_array<Range>(
    {{0x05D0, 0x065F}, {0x066E, 0x06EF}, {0x06FA, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFC}});
// Letters among what is not ASCII: everything but spaces, punctuation and symbols.
constexpr auto kNoLetters = std::to_array<Range>({{0x80, 0xA9},
                                                  {0xAB, 0xB4},
                                                  {0xB6, 0xB9},
                                                  {0xBB, 0xBF},
                                                  {0x0660, 0x066D},
                                                  {0x06F0, 0x06F9},
                                                  {0x2000, 0x2BFF},
                                                  {0x3000, 0x3004},
                                                  {0x3008, 0x3020},
                                                  {0xFF00, 0xFF20}});

template <std::size_t N>
bool In(const std::array<Range, N>& ranges, char32_t c) {
  return std::ranges::any_of(
      ranges, [c](const Range& range) { return c >= range.first && c <= range.last; });
}

// Whether a UTF-8 sequence that begins so can be one of kShaped; Chinese is not.
bool MayBeginShaped(unsigned char lead) {
  return (lead >= 0xD6 && lead <= 0xE1) || lead == 0xEA || lead >= 0xEE;
}

}  // namespace

ImWchar ShapedText::CodeOf(std::string_view line) {
  const auto [place, fresh] = codes_.try_emplace(std::string(line), ImWchar{0xFFFD});
  if (fresh && kFirstCode + lines_.size() <= kLastCode) {
    place->second = static_cast<ImWchar>(kFirstCode + lines_.size());
    lines_.push_back(&place->first);
  }
  return place->second;
}

std::string_view ShapedText::LineOf(ImWchar code) const {
  if (code < kFirstCode || code - kFirstCode >= lines_.size()) return {};
  return *lines_[code - kFirstCode];
}

void ShapedText::Clear() {
  lines_.clear();
  codes_.clear();
  ink_pixels_ = 0;
}

bool NeedsShaping(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!MayBeginShaped(static_cast<unsigned char>(text[at]))) {
      ++at;
      continue;
    }
    if (In(kShaped, NextCodePoint(text, at))) return true;
  }
  return false;
}

bool RunsRightToLeft(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, at);
    if (In(kRightToLeft, c)) return true;
    const bool letter =
        c < 0x80 ? (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') : !In(kNoLetters, c);
    if (letter) return false;
  }
  return false;
}

}  // namespace pingshen::ui
