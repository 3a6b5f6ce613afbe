// What comes in with one frame: the size of the screen, the time, what the page has to tell.
#pragma once

#include <cstdint>

#include "web/ui/io/pictures.h"
#include "web/ui/io/screen_output.h"

namespace pingshen::ui {

struct FrameInput {
  float width_px = 0;  // CSS pixels
  float height_px = 0;
  float safe_top_px = 0, safe_bottom_px = 0;  // notches
  bool touch = false;  // the last pointer was a finger: kinetic scrolling, no hover
  double now_ms = 0;   // monotonic
  std::int64_t now_utc_ms = 0;
  int utc_offset_minutes = 0;
  DomInput dom;
  PageServices services;
  Pictures* pictures = nullptr;  // nullptr: none can be shown
};

}  // namespace pingshen::ui
