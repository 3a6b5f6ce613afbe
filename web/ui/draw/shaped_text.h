// Text that only the browser can lay out: letters that join, stack or run from right to left
// (Uyghur, Tibetan, Mongolian, Arabic, Hindi …). A font of single letters shows them apart and in
// the wrong order, so a whole line of such text is one glyph of the font, drawn by the browser.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "web/ui/draw/theme.h"

namespace pingshen::ui {

class ShapedText {
 public:
  virtual ~ShapedText() = default;

  // Width in CSS pixels of `text` on one line, as the browser shapes it.
  virtual float Width(std::string_view text, const TextStyle& style) = 0;

  // The code point, of the private use area U+E000 … U+F8FF, that stands for this line until the
  // next Clear(). U+FFFD when all are taken.
  ImWchar CodeOf(std::string_view line);
  // The line that the code point stands for; "" when it stands for none.
  std::string_view LineOf(ImWchar code) const;

  // A line was drawn into the atlas with that many pixels.
  void CountInk(std::size_t pixels) { ink_pixels_ += pixels; }
  // Code points or memory of the atlas run out: empty the atlas and Clear() before the next frame.
  bool full() const { return lines_.size() > kEnoughLines || ink_pixels_ > kEnoughPixels; }
  void Clear();

  // Of the current ImGui context's atlas (ImFontAtlas::UserData); nullptr: there is none, and
  // letters are shown one by one.
  static ShapedText* Current() { return static_cast<ShapedText*>(ImGui::GetIO().Fonts->UserData); }

  static constexpr ImWchar kFirstCode = 0xE000, kLastCode = 0xF8FF;

 private:
  static constexpr std::size_t kEnoughLines = 5000;
  static constexpr std::size_t kEnoughPixels = 8u << 20;  // 32 MiB of texture

  std::unordered_map<std::string, ImWchar> codes_;
  std::vector<const std::string*> lines_;  // keys of codes_, by code
  std::size_t ink_pixels_ = 0;
};

// Whether there is a letter in it that cannot stand alone, or one of the private use area.
bool NeedsShaping(std::string_view text);
// Whether its first letter is of a script that runs from right to left.
bool RunsRightToLeft(std::string_view text);

}  // namespace pingshen::ui
