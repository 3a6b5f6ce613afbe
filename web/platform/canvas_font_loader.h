// Text in the system's own fonts: no font file is downloaded.
#pragma once

#include "web/ui/draw/shaped_text.h"

struct ImFont;

namespace pingshen::platform {

struct Fonts {
  ImFont* regular = nullptr;
  ImFont* bold = nullptr;
};

// Adds the two fonts to the current context's atlas, regular first. Glyphs are measured and drawn
// on demand by the worker's 2D canvas, at the size in which they are shown times the screen's
// density. A font's size is the em square, as in CSS: text in a DOM field of the same size covers
// the drawn one. `shaped` becomes the atlas's and must remain live while the context does.
// REQUIRES: an ImGui context whose renderer has textures.
Fonts AddCanvasFonts(float size_px, ui::ShapedText& shaped);

// Lines as the worker's 2D canvas shapes them.
class CanvasShapedText final : public ui::ShapedText {
 public:
  float Width(std::string_view text, const ui::TextStyle& style) override;
  // Empties the current context's atlas when full(). Between frames.
  void MakeRoom();
};

}  // namespace pingshen::platform
