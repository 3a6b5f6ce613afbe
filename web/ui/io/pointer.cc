#include "web/ui/io/pointer.h"

#include <imgui.h>

#include <cmath>

namespace pingshen::ui {

void Pointer::Begin(bool touch) {
  const ImGuiIO& io = ImGui::GetIO();
  // A release frame still belongs to the press before it.
  if (!down_ && !io.MouseClicked[0]) {
    target_.clear();
    captor_.clear();
  }
  touch_ = touch;
  pressed_ = io.MouseClicked[0];
  released_ = io.MouseReleased[0];
  down_ = io.MouseDown[0];
  wheel_x_ = io.MouseWheelH;
  wheel_y_ = io.MouseWheel;
  if (ImGui::IsMousePosValid()) {
    x_ = io.MousePos.x;
    y_ = io.MousePos.y;
  } else {
    x_ = y_ = -1.0e6f;
  }
  if (pressed_) {
    press_x_ = x_;
    press_y_ = y_;
    moved_ = cancelled_ = false;
    target_.clear();
    captor_.clear();
  }
  if ((down_ || released_) && std::hypot(x_ - press_x_, y_ - press_y_) > kTapSlopPx) moved_ = true;
}

PointerAnswer Pointer::Answer(std::string_view id, const Rect& target, const Rect& clip) {
  if (!Contains(target, x_, y_) || !Contains(clip, x_, y_)) return {};
  PointerAnswer answer;
  answer.hovered = !touch_ && (!down_ || target_ == id);
  if (pressed_ && !cancelled_) target_ = id;
  const bool ours = !moved_ && !cancelled_ && target_ == id;
  answer.held = ours && down_;
  answer.tapped = ours && released_;
  return answer;
}

Pointer::Drag Pointer::DragOf(std::string_view id, const Rect& target, const Rect& clip,
                              Axis axis) {
  if (pressed_ && !cancelled_ && Contains(target, x_, y_) && Contains(clip, x_, y_)) {
    target_ = id;
    if (axis == Axis::kBoth) captor_ = id;
  }
  if (captor_.empty() && target_ == id && moved_ && !cancelled_ &&
      std::fabs(x_ - press_x_) > std::fabs(y_ - press_y_)) {
    captor_ = id;
  }
  Drag drag;
  if (captor_ != id) return drag;
  drag.dragging = down_;
  drag.ended = released_;
  return drag;
}

}  // namespace pingshen::ui
