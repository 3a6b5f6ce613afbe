// Mouse and finger, told apart into taps and drags.
#pragma once

#include <string>
#include <string_view>

#include "web/ui/io/geometry.h"

namespace pingshen::ui {

// What the pointer does with one target in this frame.
struct PointerAnswer {
  bool hovered = false;  // a mouse is over it
  bool held = false;     // pressed and not yet released
  bool tapped = false;   // pressed and released on it, not moved further than kTapSlopPx
};

class Pointer {
 public:
  static constexpr float kTapSlopPx = 10;

  // Reads ImGui's input of this frame. `touch`: the pointer is a finger.
  void Begin(bool touch);
  // REQUIRES: Begin in this frame. `clip`: the part of the screen where the target can be reached.
  PointerAnswer Answer(std::string_view id, const Rect& target, const Rect& clip);

  // Of a press that began on the target: whether it is being moved, whether it ends in this frame.
  // `axis`: only movements along it count, others are left to scrolling; kBoth takes every movement
  // from the first pixel on and lets nothing scroll.
  enum class Axis { kHorizontal, kBoth };
  struct Drag {
    bool dragging = false;
    bool ended = false;
  };
  Drag DragOf(std::string_view id, const Rect& target, const Rect& clip, Axis axis);
  // A drag has the press: nothing scrolls with it.
  bool captured() const { return !captor_.empty(); }

  // The press in progress scrolls (or stopped a moving list) and will not become a tap.
  void Cancel() { cancelled_ = true; }
  bool cancelled() const { return cancelled_; }

  bool pressed() const { return pressed_; }  // went down in this frame
  bool down() const { return down_; }
  bool released() const { return released_; }  // went up in this frame
  bool moved() const { return moved_; }        // further than kTapSlopPx since the press
  bool touch() const { return touch_; }
  float x() const { return x_; }
  float y() const { return y_; }
  float press_x() const { return press_x_; }
  float press_y() const { return press_y_; }
  float wheel_x() const { return wheel_x_; }  // notches
  float wheel_y() const { return wheel_y_; }
  // Cleared by the first scroll area that takes it.
  void TakeWheel() { wheel_x_ = wheel_y_ = 0; }

 private:
  std::string target_;  // id of what was pressed
  std::string captor_;  // id of what is dragged
  float x_ = 0, y_ = 0, press_x_ = 0, press_y_ = 0, wheel_x_ = 0, wheel_y_ = 0;
  bool pressed_ = false, down_ = false, released_ = false, moved_ = false, cancelled_ = false,
       touch_ = false;
};

}  // namespace pingshen::ui
