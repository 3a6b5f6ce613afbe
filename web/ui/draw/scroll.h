// Scroll areas: wheel, finger with inertia, and bringing a thing into view.
#pragma once

#include "web/ui/draw/frame.h"

namespace pingshen::ui {

// Lives from frame to frame with the screen that owns the area.
class ScrollState {
 public:
  enum class Axis { kVertical, kHorizontal };

  float offset_px() const { return offset_; }  // 0 … content - viewport
  bool moving() const { return velocity_ != 0; }
  void JumpTo(float offset_px) {
    offset_ = offset_px;
    velocity_ = 0;
  }
  // From the next frame on [begin, end), in content pixels, is inside the area; as little as
  // possible is moved.
  void BringIntoView(float begin_px, float end_px);
  // From the next frame on `begin` stands at the top of the area, or as near to it as the content
  // allows.
  void BringToTop(float begin_px) {
    JumpTo(begin_px);
    wants_frame_ = true;
  }

 private:
  friend class ScrollArea;
  void TakeInput(Frame& frame, const Rect& viewport, Axis axis);
  void Clamp();

  float offset_ = 0;
  float velocity_ = 0;  // CSS pixels per second
  float content_ = 0;   // of the last frame
  float viewport_ = 0;
  float last_position_ = 0;
  double last_ms_ = 0;
  float grab_velocity_ = 0;  // of the finger, smoothed
  bool dragging_ = false;
  bool armed_ = false;  // the press in progress began inside
  bool wants_frame_ = false;
};

// One area in one frame:
//   ScrollArea area(frame, state, viewport, ScrollState::Axis::kVertical);
//   Column column = area.Content(); … ; area.End(column.y)
class ScrollArea {
 public:
  ScrollArea(Frame& frame, ScrollState& state, const Rect& viewport, ScrollState::Axis axis);
  ~ScrollArea();  // REQUIRES: End was called.
  // Top left of the content on the screen; as wide as the viewport.
  Column Content() const;
  // `end`: where the content ends on the screen (bottom, or right edge when horizontal).
  void End(float end);
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;

 private:
  void DrawIndicator();

  Frame& frame_;
  ScrollState& state_;
  Rect viewport_;
  ScrollState::Axis axis_;
  ScrollState* outer_;
  ClipScope clip_;
  std::size_t first_control_;
  bool ended_ = false;
};

// Called where a thing that may be asked for by Frame::reveal is drawn.
void RevealHere(Frame& frame, std::string_view id, float y);

}  // namespace pingshen::ui
