#include "web/ui/draw/surface.h"

#include <algorithm>
#include <cassert>

namespace pingshen::ui {

Surface::Surface(Frame& frame, float x, float y, float width, const Look& look)
    : frame_(frame), rect_{x, y, width, 0}, look_(look), depth_(frame.surfaces.depth++) {
  assert(depth_ < SurfaceStack::kMaxDepth);
  ImDrawListSplitter& splitter = frame.surfaces.splitters[depth_];
  splitter.Split(&frame.draw, 2);
  splitter.SetCurrentChannel(&frame.draw, 1);
}

Surface::~Surface() {
  assert(ended_);
  --frame_.surfaces.depth;
}

Rect Surface::End(float bottom) {
  rect_.height = std::max(0.0f, bottom - rect_.y);
  ImDrawListSplitter& splitter = frame_.surfaces.splitters[depth_];
  splitter.SetCurrentChannel(&frame_.draw, 0);
  DrawSurface(frame_, rect_, look_);
  splitter.Merge(&frame_.draw);
  ended_ = true;
  return rect_;
}

void DrawSurface(Frame& frame, const Rect& rect, const Surface::Look& look) {
  if (look.shadow) {
    constexpr int kLayers = 4;
    for (int layer = kLayers; layer >= 1; --layer) {
      const float spread = static_cast<float>(layer);
      FillBox(frame,
              {rect.x - spread, rect.y - spread + 1.5f, rect.width + 2 * spread,
               rect.height + 2 * spread},
              frame.palette.shadow, look.radius + spread);
    }
  }
  if (look.edge != 0) {
    FillBox(frame, rect, look.edge, look.radius);
    FillBox(frame, Inset(rect, space::kHair, space::kHair), look.fill, look.radius - space::kHair);
  } else if (look.fill != 0) {
    FillBox(frame, rect, look.fill, look.radius);
  }
  if (look.left_bar != 0 && frame.Shows(rect)) {
    constexpr float kBar = 4;
    frame.draw.AddRectFilled({rect.x, rect.y}, {rect.x + kBar, Bottom(rect)}, look.left_bar,
                             look.radius, ImDrawFlags_RoundCornersLeft);
  }
}

Surface::Look CardLook(const Frame& frame) {
  return {.fill = frame.palette.surface,
          .edge = frame.palette.hairline,
          .radius = size::kCardRadius,
          .shadow = true};
}

}  // namespace pingshen::ui
