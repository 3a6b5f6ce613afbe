#include "web/ui/draw/scroll.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace pingshen::ui {
namespace {

constexpr float kWheelNotchPx = 100;
constexpr double kSmoothingMs = 16;  // the finger's speed counts for 70 % after that time
constexpr double kInertiaMs = 325;   // velocity falls to 1/e
constexpr float kStopPxPerSecond = 25;
constexpr float kMaxPxPerSecond = 6000;
constexpr double kLongestStepMs = 64;  // after a pause the list must not jump
constexpr double kFingerRestMs = 90;   // a finger that rests before it leaves gives no push
constexpr float kCatchPxPerSecond =
    60;  // a press on a list that moves faster than this only stops it
constexpr float kFocusMarginPx = 24;
constexpr float kIndicatorPx = 4;

}  // namespace

void ScrollState::BringIntoView(float begin_px, float end_px) {
  float target = offset_;
  if (end_px > target + viewport_) target = end_px - viewport_;
  if (begin_px < target) target = begin_px;
  target = std::clamp(target, 0.0f, std::max(0.0f, content_ - viewport_));
  if (target == offset_) return;
  JumpTo(target);
  wants_frame_ = true;
}

void ScrollState::Clamp() {
  const float limit = std::max(0.0f, content_ - viewport_);
  const float clamped = std::clamp(offset_, 0.0f, limit);
  if (clamped != offset_) velocity_ = 0;
  offset_ = clamped;
}

void ScrollState::TakeInput(Frame& frame, const Rect& viewport, Axis axis) {
  const bool vertical = axis == Axis::kVertical;
  viewport_ = vertical ? viewport.height : viewport.width;
  const double now_ms = frame.input.now_ms;
  const double step_ms = std::clamp(now_ms - last_ms_, 0.0, kLongestStepMs);
  Pointer& pointer = frame.pointer;
  const float position = vertical ? pointer.y() : pointer.x();
  const bool enabled = !frame.mirror.muted();
  const bool over = enabled && Contains(frame.clip, pointer.x(), pointer.y());

  if (over && (pointer.wheel_y() != 0 || pointer.wheel_x() != 0)) {
    const float notches = vertical
                              ? pointer.wheel_y()
                              : (pointer.wheel_x() != 0 ? pointer.wheel_x() : pointer.wheel_y());
    if (notches != 0) {
      offset_ -= notches * kWheelNotchPx;
      velocity_ = 0;
      pointer.TakeWheel();
    }
  }

  if (pointer.pressed()) {
    armed_ = over && pointer.touch();
    dragging_ = false;
    grab_velocity_ = 0;
    last_position_ = position;
    if (over && std::fabs(velocity_) > kCatchPxPerSecond) pointer.Cancel();
    if (over) velocity_ = 0;
  } else if (armed_ && pointer.captured()) {
    armed_ = dragging_ = false;
  } else if (armed_ && pointer.down()) {
    if (!dragging_ && pointer.moved() && !pointer.cancelled()) {
      const float along =
          std::fabs(vertical ? pointer.y() - pointer.press_y() : pointer.x() - pointer.press_x());
      const float across =
          std::fabs(vertical ? pointer.x() - pointer.press_x() : pointer.y() - pointer.press_y());
      if (along >= across) {
        dragging_ = true;
        pointer.Cancel();
      } else {
        armed_ = false;
      }
    }
    if (dragging_) {
      const float delta = position - last_position_;
      offset_ -= delta;
      if (step_ms > 0) {
        const float speed = static_cast<float>(-delta / step_ms * 1000.0);
        const float kept = static_cast<float>(std::pow(0.3, step_ms / kSmoothingMs));
        grab_velocity_ = grab_velocity_ * kept + speed * (1 - kept);
      }
    }
    last_position_ = position;
  } else if (armed_ && pointer.released()) {
    if (dragging_) {
      offset_ -= position - last_position_;
      if (step_ms < kFingerRestMs && now_ms - last_ms_ < kFingerRestMs) {
        velocity_ = std::clamp(grab_velocity_, -kMaxPxPerSecond, kMaxPxPerSecond);
      }
    }
    armed_ = dragging_ = false;
  } else if (velocity_ != 0) {
    offset_ += static_cast<float>(velocity_ * step_ms / 1000.0);
    velocity_ *= static_cast<float>(std::exp(-step_ms / kInertiaMs));
    if (std::fabs(velocity_) < kStopPxPerSecond) velocity_ = 0;
  }
  last_ms_ = now_ms;
  Clamp();
  if (velocity_ != 0 || wants_frame_) frame.output.animating = true;
  wants_frame_ = false;
}

ScrollArea::ScrollArea(Frame& frame, ScrollState& state, const Rect& viewport,
                       ScrollState::Axis axis)
    : frame_(frame),
      state_(state),
      viewport_(viewport),
      axis_(axis),
      outer_(frame.scroll),
      clip_(frame, viewport),
      first_control_(frame.output.controls.size()) {
  state.TakeInput(frame, viewport, axis);
  frame.scroll = &state;
}

Column ScrollArea::Content() const {
  const float shift = std::round(state_.offset_);
  if (axis_ == ScrollState::Axis::kVertical)
    return {viewport_.x, viewport_.y - shift, viewport_.width};
  return {viewport_.x - shift, viewport_.y, viewport_.width};
}

void ScrollArea::End(float end) {
  const bool vertical = axis_ == ScrollState::Axis::kVertical;
  const Column content = Content();
  const float begin = vertical ? content.y : content.x;
  state_.content_ = std::max(0.0f, end - begin);
  const float before = state_.offset_;
  state_.Clamp();
  if (state_.offset_ != before) state_.wants_frame_ = true;

  if (const Rect* focus = frame_.mirror.FocusToFollow(first_control_)) {
    const float low = (vertical ? focus->y : focus->x) - begin;
    const float high = (vertical ? Bottom(*focus) : Right(*focus)) - begin;
    state_.BringIntoView(low - kFocusMarginPx, high + kFocusMarginPx);
  }
  if (state_.wants_frame_) frame_.output.animating = true;
  DrawIndicator();
  ended_ = true;
}

ScrollArea::~ScrollArea() {
  assert(ended_);
  frame_.scroll = outer_;
}

void ScrollArea::DrawIndicator() {
  if (axis_ != ScrollState::Axis::kVertical || state_.content_ <= state_.viewport_ + 1) return;
  const float length = std::max(32.0f, viewport_.height * state_.viewport_ / state_.content_);
  const float share = state_.offset_ / (state_.content_ - state_.viewport_);
  const Rect bar{Right(viewport_) - kIndicatorPx - 2,
                 viewport_.y + 2 + share * (viewport_.height - length - 4), kIndicatorPx, length};
  FillBox(frame_, bar, IM_COL32(20, 60, 70, 60), kIndicatorPx * 0.5f);
}

void RevealHere(Frame& frame, std::string_view id, float y) {
  if (frame.reveal == nullptr || frame.scroll == nullptr || *frame.reveal != id) return;
  frame.reveal->clear();
  // y is on the screen with the present offset; the content's own place is what counts.
  frame.scroll->BringToTop(y - frame.clip.y + std::round(frame.scroll->offset_px()) - space::k12);
  frame.output.animating = true;
}

}  // namespace pingshen::ui
