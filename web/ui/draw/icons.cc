#include "web/ui/draw/icons.h"

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
    case Icon::kGrip:
      for (const float y : {5.0f, 10.0f, 15.0f}) {
        pen.Disc(7.2f, y, 1.35f);
        pen.Disc(12.8f, y, 1.35f);
      }
      break;
    case Icon::kArrowUp:
      pen.Line({{10, 16}, {10, 4.4f}});
      pen.Line({{5, 9.2f}, {10, 4.2f}, {15, 9.2f}});
      break;
    case Icon::kArrowDown:
      pen.Line({{10, 4}, {10, 15.6f}});
      pen.Line({{5, 10.8f}, {10, 15.8f}, {15, 10.8f}});
      break;
    case Icon::kSearch:
      pen.Ring(8.8f, 8.8f, 5.6f);
      pen.Line({{13, 13}, {17.2f, 17.2f}});
      break;
    case Icon::kCamera:
      pen.Line({{2.4f, 6.2f},
                {6, 6.2f},
                {7.4f, 3.8f},
                {12.6f, 3.8f},
                {14, 6.2f},
                {17.6f, 6.2f},
                {17.6f, 16.2f},
                {2.4f, 16.2f}},
               true);
      pen.Ring(10, 11, 3.1f);
      break;
    case Icon::kImage:
      pen.Box(2.6f, 3.6f, 17.4f, 16.4f, 2);
      pen.Disc(7, 7.8f, 1.5f);
      pen.Line({{3.2f, 14.6f}, {8, 10.4f}, {11, 13}, {13.6f, 10.6f}, {17, 13.8f}});
      break;
    case Icon::kPaperclip:
      pen.Line({{14.6f, 6.2f},
                {7.8f, 13},
                {7.4f, 14.4f},
                {8.4f, 15.4f},
                {9.8f, 15},
                {16.4f, 8.4f},
                {17, 6},
                {16, 4},
                {14, 3},
                {11.6f, 3.8f},
                {4.6f, 10.8f},
                {3.8f, 13.2f},
                {4.4f, 15.4f}});
      break;
    case Icon::kMicrophone:
      pen.Box(7.2f, 2.4f, 12.8f, 11.6f, 2.8f);
      pen.Line(
          {{4.4f, 9.4f}, {5.4f, 12.6f}, {8, 14.4f}, {12, 14.4f}, {14.6f, 12.6f}, {15.6f, 9.4f}});
      pen.Line({{10, 14.4f}, {10, 17.6f}});
      break;
    case Icon::kVideo:
      pen.Box(2.2f, 5, 12.6f, 15, 2);
      pen.Line({{12.6f, 9}, {17.8f, 6.2f}, {17.8f, 13.8f}, {12.6f, 11}});
      break;
    case Icon::kPen:
      pen.Line({{13.2f, 3.2f}, {16.8f, 6.8f}, {8, 15.6f}, {3.6f, 16.4f}, {4.4f, 12}}, true);
      break;
    case Icon::kPin:
      pen.Line({{10, 18},
                {5.4f, 11.4f},
                {4.4f, 8},
                {5.6f, 4.8f},
                {8.2f, 2.8f},
                {11.8f, 2.8f},
                {14.4f, 4.8f},
                {15.6f, 8},
                {14.6f, 11.4f}},
               true);
      pen.Ring(10, 8, 2.2f);
      break;
    case Icon::kScan:
      pen.Line({{2.8f, 6.6f}, {2.8f, 3.4f}, {6, 3.4f}});
      pen.Line({{14, 3.4f}, {17.2f, 3.4f}, {17.2f, 6.6f}});
      pen.Line({{17.2f, 13.4f}, {17.2f, 16.6f}, {14, 16.6f}});
      pen.Line({{6, 16.6f}, {2.8f, 16.6f}, {2.8f, 13.4f}});
      pen.Line({{6.4f, 7}, {6.4f, 13}});
      pen.Line({{9, 7}, {9, 13}});
      pen.Line({{11.4f, 7}, {11.4f, 13}});
      pen.Line({{13.8f, 7}, {13.8f, 13}});
      break;
    case Icon::kCalendar:
      pen.Box(3, 4.4f, 17, 17, 2);
      pen.Line({{3, 8.6f}, {17, 8.6f}});
      pen.Line({{6.8f, 2.6f}, {6.8f, 5.8f}});
      pen.Line({{13.2f, 2.6f}, {13.2f, 5.8f}});
      break;
    case Icon::kPhone:
      pen.Line({{4.4f, 3.2f},
                {7.4f, 2.8f},
                {8.8f, 6.6f},
                {7, 8.2f},
                {9, 11},
                {11.8f, 13},
                {13.4f, 11.2f},
                {17.2f, 12.6f},
                {16.8f, 15.6f},
                {14.6f, 17},
                {10.4f, 15.6f},
                {6, 11.6f},
                {3.2f, 6.4f}},
               true);
      break;
    case Icon::kLock:
      pen.Box(4, 9, 16, 17, 2);
      pen.Line({{6.6f, 8.8f}, {6.6f, 5.8f}, {8, 3.6f}, {12, 3.6f}, {13.4f, 5.8f}, {13.4f, 8.8f}});
      break;
    case Icon::kFunction:
      pen.Line({{15.4f, 4}, {5, 4}, {10.4f, 10}, {5, 16}, {15.4f, 16}});
      break;
    case Icon::kGlobe:
      pen.Ring(10, 10, 7.4f);
      pen.Line({{2.8f, 10}, {17.2f, 10}});
      pen.Line({{10, 2.6f}, {7, 6}, {6.4f, 10}, {7, 14}, {10, 17.4f}});
      pen.Line({{10, 2.6f}, {13, 6}, {13.6f, 10}, {13, 14}, {10, 17.4f}});
      break;
    case Icon::kPath:
      pen.Disc(4.6f, 15.4f, 2);
      pen.Line({{4.6f, 15.4f}, {8, 8}, {12.4f, 12}, {15.4f, 4.6f}});
      pen.Disc(15.4f, 4.6f, 2);
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
