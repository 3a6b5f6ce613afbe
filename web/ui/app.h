// All screens of the app. Portable: runs under any ImGui backend, also without one (tests).
#pragma once

#include <memory>
#include <string>

#include "core/session/session.h"
#include "web/ui/pictures.h"
#include "web/ui/screen_output.h"

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

class App {
 public:
  // Sets ImGui's style and fonts sizes for the current context. REQUIRES: an ImGui context.
  static std::unique_ptr<App> Make();
  virtual ~App() = default;
  // Between ImGui::NewFrame and ImGui::Render. The view is borrowed for the call.
  virtual void Draw(const session::SessionView& view, const FrameInput& input,
                    ScreenOutput& output) = 0;
  // Outcome of the commands of the last Draw, so that screens can go on or show the error. Called
  // after each Apply.
  virtual void Applied(const session::Command& command, const Status& status) = 0;
};

// Draws the page that replaces the app when it cannot start (storage damaged, form damaged …):
// sentence, code and what to do.
void DrawFatal(const Error& error, Language language, const FrameInput& input,
               ScreenOutput& output);

}  // namespace pingshen::ui
