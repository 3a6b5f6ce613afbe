#include "web/ui/draw/frame.h"

#include <cmath>
#include <utility>

namespace pingshen::ui {
namespace {

ImVec2 TopLeft(const Rect& rect) { return {rect.x, rect.y}; }
ImVec2 BottomRight(const Rect& rect) { return {Right(rect), Bottom(rect)}; }

float AlignedX(const Rect& rect, float width_px, Align align) {
  switch (align) {
    case Align::kLeft:
      return rect.x;
    case Align::kCentre:
      return rect.x + (rect.width - width_px) * 0.5f;
    case Align::kRight:
      return Right(rect) - width_px;
  }
  return rect.x;
}

// What runs from right to left begins at the right edge.
Align Towards(const TextLayout::Paragraph& paragraph, Align align) {
  return align == Align::kLeft && paragraph.right_to_left ? Align::kRight : align;
}

}  // namespace

ClipScope::ClipScope(Frame& frame, const Rect& rect) : frame_(frame), before_(frame.clip) {
  frame.clip = Intersection(frame.clip, rect);
  frame.draw.PushClipRect(TopLeft(frame.clip), BottomRight(frame.clip));
}

ClipScope::~ClipScope() {
  frame_.draw.PopClipRect();
  frame_.clip = before_;
}

PointerAnswer Touch(Frame& frame, Control control) {
  PointerAnswer answer;
  if (frame.mirror.muted()) return answer;
  if (!control.disabled) {
    answer = frame.pointer.Answer(control.id, control.rect, frame.clip);
    if (frame.mirror.Activated(control.id)) answer.tapped = true;
    if (answer.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (frame.mirror.Focused(control.id)) frame.focus_ring = Intersection(control.rect, frame.clip);
  }
  frame.mirror.Add(std::move(control), frame.clip);
  return answer;
}

void DrawFocusRing(Frame& frame) {
  if (frame.focus_ring.width <= 0 || frame.focus_ring.height <= 0) return;
  constexpr float kDistance = 2, kStroke = 3;
  const Rect ring =
      Inset(frame.focus_ring, -kDistance - kStroke * 0.5f, -kDistance - kStroke * 0.5f);
  StrokeBox(frame, ring, frame.palette.surface, size::kControlRadius + kDistance, kStroke + 2);
  StrokeBox(frame, ring, frame.palette.accent, size::kControlRadius + kDistance, kStroke);
}

void Tell(Frame& frame, Role role, std::string id, std::string_view name, const Rect& rect,
          std::uint8_t level) {
  Control control;
  control.id = std::move(id);
  control.role = role;
  control.name = name;
  control.rect = rect;
  control.level = level;
  frame.mirror.Add(std::move(control), frame.clip);
}

void FillBox(Frame& frame, const Rect& rect, ImU32 colour, float radius) {
  if (frame.Shows(rect)) frame.draw.AddRectFilled(TopLeft(rect), BottomRight(rect), colour, radius);
}

void StrokeBox(Frame& frame, const Rect& rect, ImU32 colour, float radius, float thickness) {
  if (!frame.Shows(rect)) return;
  const float inset = thickness * 0.5f - 0.5f;
  const Rect inner = Inset(rect, inset, inset);
  frame.draw.AddRect(TopLeft(inner), BottomRight(inner), colour, radius, 0, thickness);
}

void DrawText(Frame& frame, const Rect& rect, const TextStyle& style, ImU32 colour,
              std::string_view text, Align align) {
  const float y = rect.height > 0 ? rect.y + (rect.height - style.line_px) * 0.5f : rect.y;
  if (!frame.Shows({rect.x, y, rect.width, style.line_px})) return;
  const std::size_t fits = frame.text.FittingBytes(text, style, rect.width);
  if (fits == text.size()) {
    const TextLayout::Paragraph& line = frame.text.OneLine(text, style);
    TextLayout::DrawLine(frame.draw, style, AlignedX(rect, line.width_px, Towards(line, align)), y,
                         colour, text);
    return;
  }
  std::string cut(text.substr(0, fits));
  cut += "…";
  TextLayout::DrawLine(frame.draw, style, rect.x, y, colour, cut);
}

namespace {

void DrawLines(Frame& frame, const Rect& rect, const TextStyle& style, ImU32 colour,
               std::string_view text, const TextLayout::Paragraph& paragraph, Align align) {
  if (!frame.Shows(rect)) return;
  float y = rect.y;
  for (const TextLine& line : paragraph.lines) {
    if (frame.Shows({rect.x, y, rect.width, style.line_px})) {
      TextLayout::DrawLine(frame.draw, style,
                           AlignedX(rect, line.width_px, Towards(paragraph, align)), y, colour,
                           text.substr(line.begin, line.end - line.begin));
    }
    y += style.line_px;
  }
}

}  // namespace

Rect DrawParagraph(Frame& frame, Column& column, const TextStyle& style, ImU32 colour,
                   std::string_view text, Align align) {
  const TextLayout::Paragraph& paragraph = align == Align::kCentre
                                               ? frame.text.Balance(text, style, column.width)
                                               : frame.text.Wrap(text, style, column.width);
  const Rect rect = column.Take(static_cast<float>(paragraph.lines.size()) * style.line_px);
  DrawLines(frame, rect, style, colour, text, paragraph, align);
  return rect;
}

void DrawWrapped(Frame& frame, const Rect& rect, const TextStyle& style, ImU32 colour,
                 std::string_view text, Align align) {
  const TextLayout::Paragraph& paragraph = frame.text.Wrap(text, style, rect.width);
  const float height = static_cast<float>(paragraph.lines.size()) * style.line_px;
  DrawLines(frame, {rect.x, rect.y + (rect.height - height) * 0.5f, rect.width, height}, style,
            colour, text, paragraph, align);
}

ImU32 Mix(ImU32 a, ImU32 b, float t) {
  ImU32 mixed = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    const float from = static_cast<float>((a >> shift) & 0xff);
    const float to = static_cast<float>((b >> shift) & 0xff);
    mixed |= static_cast<ImU32>(std::lround(from + (to - from) * t)) << shift;
  }
  return mixed;
}

}  // namespace pingshen::ui
