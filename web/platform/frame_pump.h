// When frames happen: after something happened, while something moves, at an appointed time; otherwise never.
#pragma once

#include <cstdint>
#include <functional>

namespace pingshen::platform {

class FramePump {
 public:
  // What a frame asks for.
  struct Wish {
    bool next_at_once = false;  // the state changed: what is on the screen is out of date
    bool animating = false;
    double wake_after_ms = -1;  // < 0: no appointment
  };
  struct Counts {
    std::uint32_t drawn = 0;
    std::uint32_t undrawn = 0;  // thought through to answer a tap at once, not painted
  };
  // How the browser is asked; frame_pump.js in the app.
  struct Scheduler {
    void (*request_frame)();             // calls OnFrame once, before the next repaint
    void (*set_timer)(double after_ms);  // calls OnTimer once; replaces an earlier one
    void (*clear_timer)();
  };
  static Scheduler Browser();

  // Input may settle over several frames (hover, press, layout).
  static constexpr int kFramesAfterEvent = 3;
  // Undrawn frames in a row, so that no screen can hold the worker.
  static constexpr int kMaxTurns = 8;

  // `frame(draw)` makes one frame. `pending()`: input waits that no frame has seen.
  FramePump(Scheduler scheduler, std::function<Wish(bool draw)> frame,
            std::function<bool()> pending);

  // Something happened: three frames.
  void Wake();
  // Something happened that wants its answer before the next repaint (a tap, a committed text): frames without
  // painting until all input is seen, then as Wake.
  void TurnNow();
  // Paints now, without waiting for the browser: the first frame.
  void DrawNow();

  void OnFrame();
  // At once: no frame comes from the browser while the page is hidden, and what waits must still be stored.
  void OnTimer() { TurnNow(); }
  // No frame is made any more.
  void Stop();

  const Counts& counts() const { return counts_; }
  // No frame is on its way.
  bool resting() const { return !requested_; }
  // Length of the appointment that runs, < 0: none.
  double appointment_ms() const { return timer_set_ ? appointment_ms_ : -1; }

 private:
  Wish Make(bool draw);
  void Schedule(const Wish& wish);

  Scheduler scheduler_;
  std::function<Wish(bool)> frame_;
  std::function<bool()> pending_;
  Counts counts_;
  int frames_left_ = 0;
  double appointment_ms_ = -1;
  bool requested_ = false, timer_set_ = false, stopped_ = false;
};

}  // namespace pingshen::platform
