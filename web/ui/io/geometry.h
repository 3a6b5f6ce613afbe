// Arithmetic on rectangles; CSS pixels, y downwards.
#pragma once

#include <algorithm>

#include "web/ui/io/screen_output.h"

namespace pingshen::ui {

constexpr float Right(const Rect& rect) { return rect.x + rect.width; }
constexpr float Bottom(const Rect& rect) { return rect.y + rect.height; }

constexpr bool Contains(const Rect& rect, float x, float y) {
  return x >= rect.x && x < Right(rect) && y >= rect.y && y < Bottom(rect);
}

// True when they share an area; touching edges do not.
constexpr bool Intersects(const Rect& a, const Rect& b) {
  return a.x < Right(b) && b.x < Right(a) && a.y < Bottom(b) && b.y < Bottom(a);
}

// Empty (width or height 0) when they share nothing.
constexpr Rect Intersection(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x);
  const float y = std::max(a.y, b.y);
  return {x, y, std::max(0.0f, std::min(Right(a), Right(b)) - x),
          std::max(0.0f, std::min(Bottom(a), Bottom(b)) - y)};
}

constexpr Rect Inset(const Rect& rect, float horizontal, float vertical) {
  return {rect.x + horizontal, rect.y + vertical, std::max(0.0f, rect.width - 2 * horizontal),
          std::max(0.0f, rect.height - 2 * vertical)};
}

// A place that things are put into from the top down.
struct Column {
  float x = 0;
  float y = 0;  // where the next thing goes
  float width = 0;

  void Gap(float px) { y += px; }
  Rect Take(float height) {
    const Rect rect{x, y, width, height};
    y += height;
    return rect;
  }
  Column Indented(float left, float right = 0) const {
    return {x + left, y, std::max(0.0f, width - left - right)};
  }
};

}  // namespace pingshen::ui
