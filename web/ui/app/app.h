// All screens of the app. Portable: runs under any ImGui backend, also without one (tests).
#pragma once

#include <memory>

#include "core/session/session.h"
#include "web/ui/io/frame_input.h"
#include "web/ui/io/screen_output.h"

namespace pingshen::ui {

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

}  // namespace pingshen::ui
