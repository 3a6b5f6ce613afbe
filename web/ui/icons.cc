#include "web/ui/icons.h"

#include <cmath>
#include <initializer_list>
#include <numbers>

namespace pingshen::ui {
namespace {

// Strokes on a grid of 20 × 20, scaled to the size asked for.
class Pen {
 public:
  Pen(ImDrawList& draw, const Rect& box, ImU32 colour, float px)
      : draw_(draw),
        colour_(colour),
        unit_(px / 20.0f),
        stroke_(std::max(1.5f, 1.8f * unit_)),
        x_(box.x + (box.width - px) * 0.5f),
        y_(box.y + (box.height - px) * 0.5f) {}

  void Line(std::initializer_list<ImVec2> points, bool closed = false) {
    for (const ImVec2& point : points) draw_.PathLineTo(At(point));
    draw_.PathStroke(colour_, closed ? ImDrawFlags_Closed : 0, stroke_);
  }
  void Fill(std::initializer_list<ImVec2> points) {
    for (const ImVec2& point : points) draw_.PathLineTo(At(point));
    draw_.PathFillConvex(colour_);
  }
  void Ring(float x, float y, float radius) {
    draw_.AddCircle(At({x, y}), radius * unit_, colour_, 0, stroke_);
  }
  void Disc(float x, float y, float radius) {
    draw_.AddCircleFilled(At({x, y}), radius * unit_, colour_);
  }
  void Box(float x, float y, float right, float bottom, float radius) {
    draw_.AddRect(At({x, y}), At({right, bottom}), colour_, radius * unit_, 0, stroke_);
  }
  void Star(float x, float y, float radius) {
    constexpr int kPoints = 5;
    constexpr float kInner = 0.42f;
    ImVec2 corners[2 * kPoints];
    for (int i = 0; i < 2 * kPoints; ++i) {
      const float angle = static_cast<float>(i) * std::numbers::pi_v<float> / kPoints -
                          std::numbers::pi_v<float> / 2;
      const float r = i % 2 == 0 ? radius : radius * kInner;
      corners[i] = At({x + r * std::cos(angle), y + r * std::sin(angle)});
    }
    draw_.AddConcavePolyFilled(corners, 2 * kPoints, colour_);
  }

 private:
  ImVec2 At(ImVec2 grid) const { return {x_ + grid.x * unit_, y_ + grid.y * unit_}; }

  ImDrawList& draw_;
  ImU32 colour_;
  float unit_, stroke_, x_, y_;
};

}  // namespace

void DrawIcon(Frame& frame, Icon icon, const Rect& box, ImU32 colour, float px) {
  if (!frame.Shows(box)) return;
  Pen pen(frame.draw, box, colour, px);
  switch (icon) {
    case Icon::kCheck:
      pen.Line({{4, 10.5f}, {8.2f, 14.6f}, {16, 5.8f}});
      break;
    case Icon::kCross:
      pen.Line({{5, 5}, {15, 15}});
      pen.Line({{15, 5}, {5, 15}});
      break;
    case Icon::kPlus:
      pen.Line({{10, 4}, {10, 16}});
      pen.Line({{4, 10}, {16, 10}});
      break;
    case Icon::kMinus:
      pen.Line({{4, 10}, {16, 10}});
      break;
    case Icon::kChevronLeft:
      pen.Line({{12.5f, 4.5f}, {7, 10}, {12.5f, 15.5f}});
      break;
    case Icon::kChevronRight:
      pen.Line({{7.5f, 4.5f}, {13, 10}, {7.5f, 15.5f}});
      break;
    case Icon::kChevronDown:
      pen.Line({{4.5f, 7.5f}, {10, 13}, {15.5f, 7.5f}});
      break;
    case Icon::kChevronUp:
      pen.Line({{4.5f, 12.5f}, {10, 7}, {15.5f, 12.5f}});
      break;
    case Icon::kWarning:
      pen.Line({{10, 2.8f}, {18, 16.8f}, {2, 16.8f}}, true);
      pen.Line({{10, 7.6f}, {10, 11.8f}});
      pen.Disc(10, 14.3f, 1.05f);
      break;
    case Icon::kInfo:
      pen.Ring(10, 10, 7.8f);
      pen.Line({{10, 9.2f}, {10, 14}});
      pen.Disc(10, 6.3f, 1.1f);
      break;
    case Icon::kStar:
      pen.Star(10, 10.4f, 8);
      break;
    case Icon::kTrash:
      pen.Line({{3.5f, 5.5f}, {16.5f, 5.5f}});
      pen.Line({{7.5f, 5.2f}, {7.5f, 3}, {12.5f, 3}, {12.5f, 5.2f}});
      pen.Line({{5, 5.5f}, {5.8f, 17}, {14.2f, 17}, {15, 5.5f}});
      pen.Line({{8.4f, 9}, {8.4f, 13.6f}});
      pen.Line({{11.6f, 9}, {11.6f, 13.6f}});
      break;
    case Icon::kDocument:
      pen.Line({{4.5f, 2.5f}, {12, 2.5f}, {15.5f, 6}, {15.5f, 17.5f}, {4.5f, 17.5f}}, true);
      pen.Line({{7.5f, 9}, {12.5f, 9}});
      pen.Line({{7.5f, 12.8f}, {12.5f, 12.8f}});
      break;
    case Icon::kNote:
      pen.Line({{12.8f, 3.6f}, {16.4f, 7.2f}, {7.6f, 16}, {3.4f, 16.6f}, {4, 12.4f}}, true);
      pen.Line({{10.8f, 5.6f}, {14.4f, 9.2f}});
      break;
    case Icon::kKey:
      pen.Ring(6.6f, 10, 3.8f);
      pen.Line({{10.4f, 10}, {18, 10}, {18, 13}});
      pen.Line({{14.6f, 10}, {14.6f, 12.6f}});
      break;
    case Icon::kShield:
      pen.Line({{10, 2.4f},
                {16.4f, 4.8f},
                {16.4f, 9.6f},
                {14.8f, 13.6f},
                {10, 17.6f},
                {5.2f, 13.6f},
                {3.6f, 9.6f},
                {3.6f, 4.8f}},
               true);
      pen.Line({{6.8f, 9.8f}, {9.2f, 12.2f}, {13.4f, 7.6f}});
      break;
    case Icon::kDownload:
      pen.Line({{10, 3}, {10, 12.4f}});
      pen.Line({{5.8f, 8.6f}, {10, 12.8f}, {14.2f, 8.6f}});
      pen.Line({{3.5f, 16.6f}, {16.5f, 16.6f}});
      break;
    case Icon::kEye:
      pen.Line({{1.8f, 10},
                {4.6f, 6.6f},
                {8, 5},
                {12, 5},
                {15.4f, 6.6f},
                {18.2f, 10},
                {15.4f, 13.4f},
                {12, 15},
                {8, 15},
                {4.6f, 13.4f}},
               true);
      pen.Ring(10, 10, 2.6f);
      break;
    case Icon::kClock:
      pen.Ring(10, 10, 7.6f);
      pen.Line({{10, 5.6f}, {10, 10.2f}, {13, 12}});
      break;
    case Icon::kCircle:
      pen.Ring(10, 10, 8);
      break;
    case Icon::kDot:
      pen.Disc(10, 10, 4);
      break;
    case Icon::kBan:
      pen.Ring(10, 10, 7.6f);
      pen.Line({{4.8f, 15.2f}, {15.2f, 4.8f}});
      break;
  }
}

void DrawMark(Frame& frame, const Rect& box) {
  FillBox(frame, box, frame.palette.accent, box.width * 0.26f);
  if (!frame.Shows(box)) return;
  Pen pen(frame.draw, box, frame.palette.on_accent, box.width * 0.72f);
  pen.Line({{4, 2.6f}, {16, 2.6f}, {16, 17.4f}, {4, 17.4f}}, true);
  pen.Line({{6.6f, 10.4f}, {9.2f, 13}, {13.6f, 7.4f}});
}

}  // namespace pingshen::ui
