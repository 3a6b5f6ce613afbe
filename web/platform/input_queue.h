// What the person did, in order, until the next frame takes it.
#pragma once

#include <cstdint>
#include <string>

#include "web/platform/imgui_canvas.h"
#include "web/ui/io/frame_input.h"

namespace pingshen::platform {

// The numbers are those of page/input.js.
enum class PointerAction : int { kMove = 0, kDown = 1, kUp = 2, kCancel = 3, kLeave = 4 };
enum class PageKey : int { kEscape = 0, kPageUp, kPageDown, kHome, kEnd, kArrowUp, kArrowDown };

class InputQueue {
 public:
  // Pointer, wheel and keys go straight into ImGui's own queue. REQUIRES: an ImGui context.
  void Pointer(PointerAction action, float x_px, float y_px, bool touch);
  void Wheel(float dx_px, float dy_px);  // to the right and downwards are positive, as in the DOM
  void Key(PageKey key, bool down);

  void Resize(const Surface& surface, float safe_top_px, float safe_bottom_px);
  void Activate(std::string id);
  void Focus(std::string id);  // "" = nothing in the mirror has the focus
  // `number` grows with every edit of the page.
  void Edit(ui::TextEdit edit, std::uint32_t number);

  // True while something waits that no frame has seen.
  bool pending() const;
  // Moves it into the frame's input.
  void Take(ui::FrameInput& input);
  const Surface& surface() const { return surface_; }
  // Number of the last edit that a frame has seen; 0 = none.
  std::uint32_t edits_taken() const { return edits_taken_; }

 private:
  Surface surface_;
  float safe_top_px_ = 0, safe_bottom_px_ = 0;
  bool touch_ = false;
  ui::DomInput dom_;
  std::uint32_t edits_received_ = 0, edits_taken_ = 0;
};

}  // namespace pingshen::platform
