// The product's look: colours, type, spacing, sizes. Everything that is drawn takes its figures
// from here.
#pragma once

#include <imgui.h>

namespace pingshen::ui {

// Text colours reach 4.5:1 on `surface`, `page` and their own soft ground; `border_strong` 3:1
// (WCAG 2.2 AA).
struct Palette {
  ImU32 page;           // behind everything
  ImU32 surface;        // cards, bars
  ImU32 sunken;         // quiet fields inside a card
  ImU32 hairline;       // edges of cards, separators
  ImU32 border_strong;  // edges of things that can be operated
  ImU32 text;
  ImU32 text_soft;
  ImU32 accent;
  ImU32 accent_pressed;
  ImU32 accent_soft;
  ImU32 accent_line;  // edge of something soft
  ImU32 on_accent;
  ImU32 good;
  ImU32 good_soft;
  ImU32 warn;
  ImU32 warn_soft;
  ImU32 bad;
  ImU32 bad_pressed;
  ImU32 bad_soft;
  ImU32 bad_line;
  ImU32 scrim;   // over the page behind a dialog
  ImU32 shadow;  // at its darkest
};
const Palette& LightPalette();

struct TextStyle {
  float size_px;
  float line_px;  // distance of base lines
  bool bold = false;
};
inline constexpr TextStyle kDisplay{34, 44, true};
inline constexpr TextStyle kTitle{24, 34, true};
inline constexpr TextStyle kHeadline{20, 30, true};
inline constexpr TextStyle kLabel{17, 26, true};
inline constexpr TextStyle kBody{16, 26};
inline constexpr TextStyle kBodyStrong{16, 26, true};
inline constexpr TextStyle kSmall{14, 22};
inline constexpr TextStyle kSmallStrong{14, 22, true};
inline constexpr TextStyle kField{
    17, 26};  // value of a text field, drawn here and in the page's own field

// The 4 px grid.
namespace space {
inline constexpr float kHair = 1;
inline constexpr float k4 = 4;
inline constexpr float k8 = 8;
inline constexpr float k12 = 12;
inline constexpr float k16 = 16;
inline constexpr float k20 = 20;
inline constexpr float k24 = 24;
inline constexpr float k32 = 32;
inline constexpr float k40 = 40;
inline constexpr float k48 = 48;
}  // namespace space

namespace size {
inline constexpr float kTouch = 44;    // smallest side of anything that can be tapped
inline constexpr float kControl = 48;  // buttons, fields, choices
inline constexpr float kCardRadius = 12;
inline constexpr float kControlRadius = 10;
inline constexpr float kBadgeRadius = 6;
inline constexpr float kAppBar = 56;
inline constexpr float kBottomBar = 72;
inline constexpr float kRail = 288;
inline constexpr float kSidePanel = 320;
inline constexpr float kReadingWidth = 760;  // widest column of text and fields
inline constexpr float kListWidth = 1120;    // widest list of cards
inline constexpr float kIcon = 20;
}  // namespace size

enum class Layout { kPhone, kTablet, kDesktop };
inline constexpr float kTabletFrom = 720;  // CSS pixels of width
inline constexpr float kDesktopFrom = 1240;
constexpr Layout LayoutOf(float width_px) {
  return width_px < kTabletFrom    ? Layout::kPhone
         : width_px < kDesktopFrom ? Layout::kTablet
                                   : Layout::kDesktop;
}
// Distance of the content from the left and right edge.
constexpr float PageMargin(Layout layout) {
  return layout == Layout::kPhone ? space::k16 : space::k24;
}

// nullptr until the platform has added a font. Bold falls back to regular.
ImFont* FontOf(const TextStyle& style);

// Lets all fonts draw in the density of this frame; ImGui itself sees to pushed fonts only. Once in
// each frame.
void PrepareFonts();

// Colours and sizes of the current ImGui context. REQUIRES: an ImGui context.
void ApplyTheme();

}  // namespace pingshen::ui
