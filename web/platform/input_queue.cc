#include "web/platform/input_queue.h"

#include <array>
#include <cfloat>
#include <utility>

#include "imgui.h"
#include "imgui_internal.h"

namespace pingshen::platform {
namespace {

// A notch of a mouse wheel is 100 CSS pixels in Chromium and Firefox on all systems that have notches.
constexpr float kPixelsPerNotch = 100;

constexpr std::array kKeys = {ImGuiKey_Escape, ImGuiKey_PageUp,  ImGuiKey_PageDown, ImGuiKey_Home,
                              ImGuiKey_End,    ImGuiKey_UpArrow, ImGuiKey_DownArrow};

}  // namespace

void InputQueue::Pointer(PointerAction action, float x_px, float y_px, bool touch) {
  ImGuiIO& io = ImGui::GetIO();
  touch_ = touch;
  io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  const bool gone = action == PointerAction::kCancel || action == PointerAction::kLeave;
  if (gone) {
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);  // first, so that the release hits nothing
  } else {
    io.AddMousePosEvent(x_px, y_px);
  }
  if (action == PointerAction::kDown) io.AddMouseButtonEvent(0, true);
  if (action == PointerAction::kUp || action == PointerAction::kCancel) {
    io.AddMouseButtonEvent(0, false);
  }
  if (action == PointerAction::kUp && touch) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

void InputQueue::Wheel(float dx_px, float dy_px) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_Mouse);
  io.AddMouseWheelEvent(-dx_px / kPixelsPerNotch, -dy_px / kPixelsPerNotch);
}

void InputQueue::Key(PageKey key, bool down) {
  const auto index = static_cast<std::size_t>(key);
  if (index < kKeys.size()) ImGui::GetIO().AddKeyEvent(kKeys[index], down);
}

void InputQueue::Resize(const Surface& surface, float safe_top_px, float safe_bottom_px) {
  surface_ = surface;
  safe_top_px_ = safe_top_px;
  safe_bottom_px_ = safe_bottom_px;
  // A soft keyboard may just have covered the field that is being typed in.
  if (!dom_.focused.empty()) dom_.focus_changed = true;
}

void InputQueue::Activate(std::string id) { dom_.activated.push_back(std::move(id)); }

void InputQueue::Focus(std::string id) {
  if (id == dom_.focused) return;
  dom_.focused = std::move(id);
  dom_.focus_changed = true;
}

void InputQueue::Edit(ui::TextEdit edit, std::uint32_t number) {
  edits_received_ = number;
  // Typing faster than frames: only the newest text of a field matters.
  if (!dom_.edits.empty() && dom_.edits.back().id == edit.id && !dom_.edits.back().committed) {
    dom_.edits.back() = std::move(edit);
  } else {
    dom_.edits.push_back(std::move(edit));
  }
}

bool InputQueue::pending() const {
  return !dom_.activated.empty() || !dom_.edits.empty() || dom_.focus_changed ||
         ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
}

void InputQueue::Take(ui::FrameInput& input) {
  input.width_px = surface_.width_px;
  input.height_px = surface_.height_px;
  input.safe_top_px = safe_top_px_;
  input.safe_bottom_px = safe_bottom_px_;
  input.touch = touch_;
  input.dom.activated = std::exchange(dom_.activated, {});
  input.dom.edits = std::exchange(dom_.edits, {});
  input.dom.focused = dom_.focused;
  input.dom.focus_changed = std::exchange(dom_.focus_changed, false);
  edits_taken_ = edits_received_;
}

}  // namespace pingshen::platform
