#include "web/ui/draw/text_layout.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <string>

#include "core/base/utf8.h"

namespace pingshen::ui {
namespace {

constexpr std::uint32_t kSweepEveryFrames = 240;
constexpr std::uint32_t kKeepFrames = 480;
constexpr float kUnlimitedPx = 1.0e6f;
// The middle of an ideograph stands this far above the base line, in parts of the font size.
constexpr float kIdeographMiddle = 0.38f;

ImFontBaked* BakedOf(const TextStyle& style) {
  ImFont* font = FontOf(style);
  return font == nullptr ? nullptr : font->GetFontBaked(style.size_px);
}

bool IsBlank(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::size_t TextLayout::KeyHash::operator()(const Key& key) const {
  std::uint64_t hash = key.text_hash;
  hash ^= (static_cast<std::uint64_t>(static_cast<std::uint32_t>(key.width_px)) << 20) ^
          (static_cast<std::uint64_t>(static_cast<std::uint16_t>(key.size_px)) << 4) ^
          (key.bold ? 1u : 0u);
  hash *= 0x9E3779B97F4A7C15ull;
  return static_cast<std::size_t>(hash ^ (hash >> 29));
}

const TextLayout::Paragraph& TextLayout::Wrap(std::string_view text, const TextStyle& style,
                                              float width_px) {
  const float usable_px = std::floor(std::clamp(width_px, 1.0f, kUnlimitedPx));
  const Key key{std::hash<std::string_view>{}(text), static_cast<std::uint32_t>(text.size()),
                static_cast<std::int32_t>(usable_px), static_cast<std::int16_t>(style.size_px),
                style.bold};
  Entry& entry = entries_[key];
  entry.last_frame = frame_;
  if (entry.paragraph.lines.empty()) Break(text, style, usable_px, entry.paragraph);
  return entry.paragraph;
}

// Words are measured as wholes, each letter is given an equal share of its word: that is enough to
// find where lines end.
void TextLayout::MeasureShaped(std::string_view text, const TextStyle& style, ShapedText& shaped) {
  shaped_px_.assign(text.size(), 0);
  const float blank_px = shaped.Width(" ", style);
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
    for (end = begin + 1; end < text.size() && breaks_[end - 1] != BreakKind::kAllowed &&
                          breaks_[end - 1] != BreakKind::kMandatory;)
      ++end;
    std::size_t ink_end = end;
    while (ink_end > begin && IsBlank(static_cast<unsigned char>(text[ink_end - 1]))) {
      --ink_end;
      if (text[ink_end] == ' ') shaped_px_[ink_end] = blank_px;
    }
    const std::string_view word = text.substr(begin, ink_end - begin);
    if (word.empty()) continue;
    const float letter_px = shaped.Width(word, style) / static_cast<float>(CodePointCount(word));
    for (std::size_t at = 0; at < word.size();) {
      shaped_px_[begin + at] = letter_px;
      NextCodePoint(word, at);
    }
  }
}

void TextLayout::Break(std::string_view text, const TextStyle& style, float width_px,
                       Paragraph& out) {
  out.lines.clear();
  out.width_px = 0;
  ImFontBaked* baked = BakedOf(style);
  FindBreaks(text, breaks_);
  ShapedText* const shaped = NeedsShaping(text) ? ShapedText::Current() : nullptr;
  if (shaped != nullptr) MeasureShaped(text, style, *shaped);
  out.right_to_left = shaped != nullptr && RunsRightToLeft(text);

  // A place where the line may be cut, and the width up to the last inked character before it.
  struct Cut {
    std::size_t offset = 0;
    std::size_t ink_end = 0;
    float ink_px = 0;
    float advance_px = 0;
    bool set = false;
  };
  std::size_t line_begin = 0;
  std::size_t ink_end = 0;
  float ink_px = 0;
  float advance_px = 0;
  Cut allowed, emergency;
  const auto finish = [&](const Cut& cut) {
    out.lines.push_back({static_cast<std::uint32_t>(line_begin),
                         static_cast<std::uint32_t>(cut.ink_end), cut.ink_px});
    out.width_px = std::max(out.width_px, cut.ink_px);
    const float used_px = cut.advance_px;
    line_begin = cut.offset;
    advance_px -= used_px;
    ink_px -= used_px;
    if (ink_end < line_begin) ink_end = line_begin;
    if (ink_px < 0) ink_px = 0;
    // Cuts found behind this one stay usable, seen from the new beginning.
    for (Cut* later : {&allowed, &emergency}) {
      if (later->set && later->offset > line_begin) {
        later->ink_px -= used_px;
        later->advance_px -= used_px;
      } else {
        *later = {};
      }
    }
  };

  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t char_begin = offset;
    const char32_t c = NextCodePoint(text, offset);
    const float char_px = shaped != nullptr ? shaped_px_[char_begin]
                          : c < ' ' || baked == nullptr
                              ? 0
                              : baked->GetCharAdvance(static_cast<ImWchar>(c));
    if (!IsBlank(c)) {
      while (advance_px + char_px > width_px + 0.01f && char_begin > line_begin) {
        const Cut& cut = allowed.set ? allowed : emergency;
        if (!cut.set || cut.offset <= line_begin) break;
        finish(Cut(cut));  // a copy: the original moves
      }
    }
    advance_px += char_px;
    if (!IsBlank(c)) {
      ink_end = offset;
      ink_px = advance_px;
    }
    const BreakKind kind = breaks_[offset - 1];
    const Cut here{offset, ink_end, ink_px, advance_px, true};
    if (kind == BreakKind::kMandatory) {
      finish(here);
      allowed = emergency = {};
      ink_px = advance_px = 0;
      ink_end = offset;
    } else if (kind == BreakKind::kAllowed) {
      allowed = here;
      emergency = here;
    } else if (kind == BreakKind::kEmergency) {
      emergency = here;
    }
  }
  // A text that ends in a line feed has one more, empty line; an empty text has one.
  if (text.empty() || text.back() == '\n') {
    out.lines.push_back(
        {static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(text.size()), 0});
  }
}

const TextLayout::Paragraph& TextLayout::Balance(std::string_view text, const TextStyle& style,
                                                 float width_px) {
  constexpr std::size_t kMostLines = 4;  // longer texts look even as they are
  const std::size_t lines = Wrap(text, style, width_px).lines.size();
  if (lines < 2 || lines > kMostLines) return Wrap(text, style, width_px);
  float too_narrow = 0, enough = width_px;
  while (enough - too_narrow > style.size_px * 0.5f) {
    const float middle = std::floor((too_narrow + enough) * 0.5f);
    (Wrap(text, style, middle).lines.size() > lines ? too_narrow : enough) = middle;
  }
  return Wrap(text, style, enough);
}

const TextLayout::Paragraph& TextLayout::OneLine(std::string_view text, const TextStyle& style) {
  return Wrap(text, style, kUnlimitedPx);
}

float TextLayout::Width(std::string_view text, const TextStyle& style) {
  return OneLine(text, style).width_px;
}

std::size_t TextLayout::FittingBytes(std::string_view text, const TextStyle& style,
                                     float width_px) {
  if (Width(text, style) <= width_px + 0.01f) return text.size();
  ImFontBaked* baked = BakedOf(style);
  if (baked == nullptr) return text.size();
  float left_px = width_px - baked->GetCharAdvance(U'…');
  std::size_t fits = 0;
  if (ShapedText* const shaped = NeedsShaping(text) ? ShapedText::Current() : nullptr) {
    std::vector<std::size_t> ends{0};
    for (std::size_t offset = 0; offset < text.size(); ends.push_back(offset))
      NextCodePoint(text, offset);
    const auto too_wide = std::ranges::partition_point(ends, [&](std::size_t end) {
      return end == 0 || shaped->Width(text.substr(0, end), style) <= left_px;
    });
    return *std::prev(too_wide);
  }
  for (std::size_t offset = 0; offset < text.size();) {
    left_px -= baked->GetCharAdvance(static_cast<ImWchar>(NextCodePoint(text, offset)));
    if (left_px < 0) break;
    fits = offset;
  }
  return fits;
}

void TextLayout::DrawLine(ImDrawList& draw, const TextStyle& style, float x, float y, ImU32 colour,
                          std::string_view text) {
  if (text.empty()) return;
  ImFontBaked* baked = BakedOf(style);
  if (baked == nullptr) return;
  const float base_line = y + style.line_px * 0.5f + style.size_px * kIdeographMiddle;
  const ImVec2 at(std::round(x), std::round(base_line - baked->Ascent));
  std::string glyph;  // of the whole line
  if (ShapedText* const shaped = NeedsShaping(text) ? ShapedText::Current() : nullptr) {
    AppendUtf8(glyph, shaped->CodeOf(text));
    text = glyph;
  }
  draw.AddText(FontOf(style), style.size_px, at, colour, text.data(), text.data() + text.size());
}

void TextLayout::EndFrame() {
  ++frame_;
  const ImGuiIO& io = ImGui::GetIO();
  const ImFont* first = io.Fonts->Fonts.empty() ? nullptr : io.Fonts->Fonts[0];
  const float density = io.DisplayFramebufferScale.x;
  if (first != first_font_ || io.Fonts->Fonts.Size != font_count_ || density != density_) {
    first_font_ = first;
    font_count_ = io.Fonts->Fonts.Size;
    density_ = density;
    entries_.clear();
  } else if (frame_ % kSweepEveryFrames == 0) {
    std::erase_if(entries_, [this](const auto& entry) {
      return frame_ - entry.second.last_frame > kKeepFrames;
    });
  }
}

}  // namespace pingshen::ui
