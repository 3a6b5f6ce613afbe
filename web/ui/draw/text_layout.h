// Text broken into lines, measured, drawn; remembered from frame to frame.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "web/ui/draw/line_break.h"
#include "web/ui/draw/shaped_text.h"
#include "web/ui/draw/theme.h"

namespace pingshen::ui {

struct TextLine {
  std::uint32_t begin = 0;  // byte offsets in the text; blanks at the end of the line are left out
  std::uint32_t end = 0;
  float width_px = 0;
};

class TextLayout {
 public:
  struct Paragraph {
    std::vector<TextLine> lines;  // at least one
    float width_px = 0;           // of the widest line
    bool right_to_left = false;   // its lines begin at the right edge
  };

  // Lines of `text` at most `width_px` wide, cut by UAX #14; a word wider than that is cut between
  // characters. The result is valid until the next EndFrame().
  const Paragraph& Wrap(std::string_view text, const TextStyle& style, float width_px);
  // In as many lines as Wrap, but of about the same length, so that no character is left alone on
  // the last one.
  const Paragraph& Balance(std::string_view text, const TextStyle& style, float width_px);
  float Height(std::string_view text, const TextStyle& style, float width_px) {
    return static_cast<float>(Wrap(text, style, width_px).lines.size()) * style.line_px;
  }
  // All of it on one line, but for line feeds.
  const Paragraph& OneLine(std::string_view text, const TextStyle& style);
  // Width of `text` on one line.
  float Width(std::string_view text, const TextStyle& style);
  // Bytes of `text` that fit into `width_px` before an ellipsis, or all of them when the whole
  // fits.
  std::size_t FittingBytes(std::string_view text, const TextStyle& style, float width_px);

  // One line whose ideographs stand in the middle of a box of style.line_px, whatever the font's
  // own ascent says.
  static void DrawLine(ImDrawList& draw, const TextStyle& style, float x, float y, ImU32 colour,
                       std::string_view text);

  // Forgets what was not used for a while, and everything when the fonts have changed.
  void EndFrame();
  std::size_t cached() const { return entries_.size(); }

 private:
  struct Key {
    std::uint64_t text_hash;
    std::uint32_t text_bytes;
    std::int32_t width_px;  // rounded down
    std::int16_t size_px;
    bool bold;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };
  struct Entry {
    Paragraph paragraph;
    std::uint32_t last_frame = 0;
  };

  void Break(std::string_view text, const TextStyle& style, float width_px, Paragraph& out);
  void MeasureShaped(std::string_view text, const TextStyle& style, ShapedText& shaped);

  std::unordered_map<Key, Entry, KeyHash> entries_;
  std::vector<BreakKind> breaks_;
  std::vector<float> shaped_px_;  // of the character that begins at that byte
  std::uint32_t frame_ = 0;
  const ImFont* first_font_ = nullptr;
  int font_count_ = 0;
  float density_ = 0;
};

}  // namespace pingshen::ui
