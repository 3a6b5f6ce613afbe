// Cards and other ground that content lies on.
#pragma once

#include <imgui.h>

#include <array>
#include <cstddef>

#include "web/ui/draw/frame.h"

namespace pingshen::ui {

// Surfaces lie on surfaces no deeper than this (card, instance of a repeat in it, its child). Lives from
// frame to frame, so that the lists keep their memory.
struct SurfaceStack {
  static constexpr std::size_t kMaxDepth = 4;
  std::array<ImDrawListSplitter, kMaxDepth> splitters;
  std::size_t depth = 0;
};

// A surface whose height is known only after what lies on it was drawn:
//   Surface card(frame, left, top, width); … content …; card.End(bottom)
class Surface {
 public:
  struct Look {
    ImU32 fill = 0;
    ImU32 edge = 0;  // 0: none
    float radius = size::kCardRadius;
    bool shadow = false;
    ImU32 left_bar = 0;  // 0: none
  };
  Surface(Frame& frame, float x, float y, float width, const Look& look);
  ~Surface();  // REQUIRES: End was called.
  Rect End(float bottom);
  Surface(const Surface&) = delete;
  Surface& operator=(const Surface&) = delete;

 private:
  Frame& frame_;
  Rect rect_;
  Look look_;
  std::size_t depth_;
  bool ended_ = false;
};
void DrawSurface(Frame& frame, const Rect& rect, const Surface::Look& look);
Surface::Look CardLook(const Frame& frame);

}  // namespace pingshen::ui
