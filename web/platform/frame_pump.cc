#include "web/platform/frame_pump.h"

#include <utility>

namespace pingshen::platform {

FramePump::FramePump(Scheduler scheduler, std::function<Wish(bool draw)> frame,
                     std::function<bool()> pending)
    : scheduler_(scheduler), frame_(std::move(frame)), pending_(std::move(pending)) {}

void FramePump::Wake() {
  frames_left_ = kFramesAfterEvent;
  if (stopped_ || requested_) return;
  requested_ = true;
  scheduler_.request_frame();
}

void FramePump::TurnNow() {
  if (stopped_) return;
  for (int turn = 0; turn < kMaxTurns; ++turn) {
    const Wish wish = Make(false);
    if (stopped_ || (!wish.next_at_once && !pending_())) break;
  }
  Wake();
}

void FramePump::DrawNow() {
  if (stopped_) return;
  frames_left_ = kFramesAfterEvent;
  Schedule(Make(true));
}

void FramePump::OnFrame() {
  requested_ = false;
  if (stopped_) return;
  Schedule(Make(true));
}

void FramePump::Stop() {
  stopped_ = true;
  if (timer_set_) scheduler_.clear_timer();
  timer_set_ = false;
}

FramePump::Wish FramePump::Make(bool draw) {
  ++(draw ? counts_.drawn : counts_.undrawn);
  if (timer_set_) {
    scheduler_.clear_timer();  // every frame says anew whether it has an appointment
    timer_set_ = false;
  }
  return frame_(draw);
}

void FramePump::Schedule(const Wish& wish) {
  if (stopped_) return;
  if (frames_left_ > 0) --frames_left_;
  if (wish.next_at_once || wish.animating || frames_left_ > 0 || pending_()) {
    if (requested_) return;
    requested_ = true;
    scheduler_.request_frame();
  } else if (wish.wake_after_ms >= 0) {
    timer_set_ = true;
    appointment_ms_ = wish.wake_after_ms;
    scheduler_.set_timer(wish.wake_after_ms);
  }
}

}  // namespace pingshen::platform
