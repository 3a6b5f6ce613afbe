// Text in the system's own fonts: no font file is downloaded.
#pragma once

struct ImFont;

namespace pingshen::platform {

struct Fonts {
  ImFont* regular = nullptr;
  ImFont* bold = nullptr;
};

// Adds the two fonts to the current context's atlas, regular first. Glyphs are measured and drawn on demand by the
// worker's 2D canvas, at the size in which they are shown times the screen's density. A font's size is the
// em square, as in CSS: text in a DOM field of the same size covers the drawn one.
// REQUIRES: an ImGui context whose renderer has textures.
Fonts AddCanvasFonts(float size_px);

}  // namespace pingshen::platform
