// What a screen draws with in one frame: where, in which language, what came in and what goes out.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "core/base/language.h"
#include "core/model/reader.h"
#include "web/ui/draw/text_layout.h"
#include "web/ui/draw/theme.h"
#include "web/ui/io/frame_input.h"
#include "web/ui/io/geometry.h"
#include "web/ui/io/mirror.h"
#include "web/ui/io/pointer.h"
#include "web/ui/words/strings.h"

namespace pingshen::ui {

class ScrollState;
struct SurfaceStack;

enum class Align { kLeft, kCentre, kRight };

// Everything borrowed must remain live for the frame.
struct Frame {
  const FrameInput& input;
  ScreenOutput& output;
  Language language;
  std::string_view form_language = {};  // of a form's texts where it has it; "" = `language`
  const Palette& palette;
  ImDrawList& draw;
  TextLayout& text;
  Pointer& pointer;
  Mirror& mirror;
  SurfaceStack& surfaces;
  Layout layout;
  Rect clip;                      // what is not covered, set by ClipScope
  ScrollState* scroll = nullptr;  // the innermost scroll area
  // Id that is to be scrolled to the top of its area; cleared by the one who does.
  std::string* reveal = nullptr;
  // The form on show has further languages than the product's own: they are offered.
  bool more_languages = false;
  // Where the keyboard's focus ring goes, drawn over everything at the end; width 0: nowhere.
  Rect focus_ring = {};

  std::string_view Say(const Phrase& phrase) const {
    return language == Language::kEnglish ? phrase.en : phrase.zh;
  }
  const std::string& Say(const model::Text& text_of_form) const {
    return model::Reader(language, form_language).Read(text_of_form);
  }
  bool Shows(const Rect& rect) const { return Intersects(rect, clip); }
  bool phone() const { return layout == Layout::kPhone; }
};

// Narrows drawing, touching and `visible` to a part of the screen.
class ClipScope {
 public:
  ClipScope(Frame& frame, const Rect& rect);
  ~ClipScope();
  ClipScope(const ClipScope&) = delete;
  ClipScope& operator=(const ClipScope&) = delete;

 private:
  Frame& frame_;
  Rect before_;
};

// Adds the control to the mirror and says what finger, mouse, keyboard or screen reader do with it
// in this frame. `tapped` is true for an activation through the DOM, too. A disabled control
// answers nothing.
PointerAnswer Touch(Frame& frame, Control control);

// Draws Frame::focus_ring.
void DrawFocusRing(Frame& frame);

// Adds a control that only informs.
void Tell(Frame& frame, Role role, std::string id, std::string_view name, const Rect& rect,
          std::uint8_t level = 0);

// Draw shapes and text; nothing happens outside the clip.
void FillBox(Frame& frame, const Rect& rect, ImU32 colour, float radius = 0);
void StrokeBox(Frame& frame, const Rect& rect, ImU32 colour, float radius = 0, float thickness = 1);
// One line at the top of `rect` if its height is 0, else in its middle; with an ellipsis when it
// does not fit.
void DrawText(Frame& frame, const Rect& rect, const TextStyle& style, ImU32 colour,
              std::string_view text, Align align = Align::kLeft);
// Wrapped; the column moves on by the height.
Rect DrawParagraph(Frame& frame, Column& column, const TextStyle& style, ImU32 colour,
                   std::string_view text, Align align = Align::kLeft);
// Wrapped, in the middle of `rect`.
void DrawWrapped(Frame& frame, const Rect& rect, const TextStyle& style, ImU32 colour,
                 std::string_view text, Align align);

// A colour between two, t = 0…1.
ImU32 Mix(ImU32 a, ImU32 b, float t);

}  // namespace pingshen::ui
