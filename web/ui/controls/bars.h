// The bar at the top and the bar at the bottom of the screen.
#pragma once

#include <string>
#include <string_view>

#include "web/ui/draw/frame.h"

namespace pingshen::ui {

struct AppBarSpec {
  std::string_view title;
  std::string_view subtitle = {};
  bool back = true;  // else the product's mark
};
struct AppBarAnswer {
  bool back = false;
  bool language = false;  // another language was asked for
};
// Takes the top of `screen` (with the notch) from it.
AppBarAnswer DrawAppBar(Frame& frame, Rect& screen, const AppBarSpec& spec);

// Takes the bottom of `screen` (with the home indicator) from it and gives the place for buttons,
// size::kControl high and at most `width_px` wide, in the middle.
Rect TakeBottomBar(Frame& frame, Rect& screen, float width_px);

}  // namespace pingshen::ui
