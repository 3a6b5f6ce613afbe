// One frame of the app: input in, screens drawn, commands applied, page told.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/ports/clock.h"
#include "core/session/session.h"
#include "web/platform/delivery.h"
#include "web/platform/frame_pump.h"
#include "web/platform/imgui_canvas.h"
#include "web/platform/input_queue.h"
#include "web/platform/page_port.h"
#include "web/platform/picture_shelf.h"
#include "web/ui/app/app.h"

namespace pingshen::platform {

class Runner {
 public:
  // All must remain live while the runner is.
  struct Parts {
    ImguiCanvas* canvas = nullptr;
    ports::Clock* clock = nullptr;
    session::Session* session = nullptr;
    ui::App* app = nullptr;
  };
  explicit Runner(const Parts& parts);

  InputQueue& input() { return input_; }
  FramePump& pump() { return pump_; }

  // Applies what the page brings, between frames. Its failure is told to the app as that of any
  // command.
  Status Deliver(const session::Command& command);
  Delivery& delivery() { return delivery_; }
  PictureShelf& pictures() { return pictures_; }
  // The browser took the graphics context away and has given a new one.
  void ContextRestored();
  void set_services(const ui::PageServices& services) { services_ = services; }
  // The page could not get the forms that it was asked for.
  void FormsFailed();

  // `at_ms`, monotonic: when the person did what the next frames answer. Only for the diagnostics.
  void Happened(double at_ms) { happened_at_ms_ = at_ms; }

  // What window.__pingshen.read() shows: {"framesDrawn":n, "framesUndrawn":n, "resting":no frame is on its
  // way, "appointmentMs":length of the timer that runs or -1, "commandsApplied":n,
  // "durableAfterUs":[microseconds from the event to the flushed answer, the last kMaxSamples]}.
  std::string DiagnosticsJson() const;
  static constexpr std::size_t kMaxSamples = 1000;

 private:
  FramePump::Wish Frame(bool draw);
  Status Apply(const session::Command& command);
  void ApplyAll(const std::vector<session::Command>& commands);

  Parts parts_;
  InputQueue input_;
  PagePort page_;
  ui::PageServices services_;
  FramePump pump_;
  PictureShelf pictures_;
  Delivery delivery_;
  ui::ScreenOutput output_;  // kept for its capacity
  double happened_at_ms_ = -1;
  std::uint32_t commands_applied_ = 0;
  std::vector<std::int64_t> durable_after_us_;
};

}  // namespace pingshen::platform
