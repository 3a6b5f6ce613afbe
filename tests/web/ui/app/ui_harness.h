// Runs screens headless: ImGui without a backend, a font whose every advance is known, a person's
// hands.
#pragma once

#include <imgui.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tests/web/ui/app/fake_session.h"
#include "web/ui/app/app.h"

namespace pingshen::ui {

// An ImGui context whose "renderer" takes every texture; ends with the object. In its font an ASCII
// character is half as wide as high, every other one as wide as high.
class HeadlessImgui {
 public:
  explicit HeadlessImgui(float width_px = 390, float height_px = 844);
  ~HeadlessImgui();
  HeadlessImgui(const HeadlessImgui&) = delete;
  HeadlessImgui& operator=(const HeadlessImgui&) = delete;
  // Makes it the current context; so does Frame.
  void Use();
  // One frame with `draw` between NewFrame and Render.
  void Frame(const std::function<void()>& draw);

 private:
  ImGuiContext* previous_ = ImGui::GetCurrentContext();  // current again at the end
  ImGuiContext* context_ = nullptr;
};

// The app over a fake session, and what a person can do to it.
class AppHarness {
 public:
  AppHarness(float width_px, float height_px, bool touch);
  AppHarness() : AppHarness(390, 844, true) {}

  FakeSession session;
  FrameInput input;  // width, height, language of the device …
  // One frame; its commands are applied. `passes_ms` before it.
  void Frame(double passes_ms = 16);
  // Frames until nothing is animating any more; fails the test after kMostFrames.
  void Settle();

  const Control* Find(std::string_view id) const;  // of the last frame, nullptr: none
  const Control& At(std::string_view id) const;    // fails the test when there is none
  const ScreenOutput& output() const { return output_; }
  // Commands of all frames so far.
  const std::vector<session::Command>& commands() const { return commands_; }
  template <typename Kind>
  std::vector<Kind> Sent() const {
    std::vector<Kind> found;
    for (const session::Command& command : commands_) {
      if (const auto* kind = std::get_if<Kind>(&command)) found.push_back(*kind);
    }
    return found;
  }
  // Of all frames since the last call of Activate or Tap.
  const std::vector<PageRequest>& requested() const { return requested_; }
  // A command that comes from the page, not from a screen.
  void Deliver(const session::Command& command);
  void ForgetCommands() { commands_.clear(); }
  std::string announced() const { return announced_; }

  // By the pointer.
  void Press(float x, float y);
  void Move(float x, float y, double passes_ms = 16);
  void Release();
  void TapAt(float x, float y);
  void Tap(std::string_view id);   // in its middle; scrolls there first as a person would
  void PointAt(float x, float y);  // a mouse moves there
  void Wheel(float notches_down);
  // Through the DOM.
  void Activate(std::string id);
  void Focus(std::string id);
  void Blur() { Focus({}); }
  void Type(std::string id, std::string text, bool composing = false);  // the field's whole content
  void Commit(std::string id, std::string text);

  // A command that the page brings, not a screen.
  void Apply(const session::Command& command);

  // From the empty list into the sample form, first section.
  void OpenSample();

  static constexpr int kMostFrames = 600;

 private:
  HeadlessImgui imgui_;
  std::unique_ptr<App> app_;
  ScreenOutput output_;
  std::vector<session::Command> commands_;
  std::vector<PageRequest> requested_;
  std::string announced_;
};

}  // namespace pingshen::ui
