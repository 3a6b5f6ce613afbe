#include "web/ui/controls/parts.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "web/ui/draw/surface.h"

namespace pingshen::ui {

Shade ShadeOf(const Frame& frame, Mood mood) {
  const Palette& p = frame.palette;
  switch (mood) {
    case Mood::kNeutral:
      return {p.text_soft, p.page};
    case Mood::kAccent:
      return {p.accent_pressed, p.accent_soft};
    case Mood::kGood:
      return {p.good, p.good_soft};
    case Mood::kWarn:
      return {p.warn, p.warn_soft};
    case Mood::kBad:
      return {p.bad, p.bad_soft};
  }
  return {p.text_soft, p.page};
}

Mood MoodOf(model::Tone tone) {
  switch (tone) {
    case model::Tone::kGood:
      return Mood::kGood;
    case model::Tone::kMiddle:
      return Mood::kWarn;
    case model::Tone::kBad:
      return Mood::kBad;
  }
  return Mood::kNeutral;
}

float BadgeWidth(Frame& frame, std::string_view text) {
  return std::ceil(frame.text.Width(text, kSmallStrong)) + 2 * space::k8;
}

float DrawBadge(Frame& frame, float x, float y, std::string_view text, Mood mood) {
  const Shade shade = ShadeOf(frame, mood);
  const Rect rect{x, y, BadgeWidth(frame, text), kBadgeHeight};
  FillBox(frame, rect, shade.soft, size::kBadgeRadius);
  DrawText(frame, rect, kSmallStrong, shade.ink, text, Align::kCentre);
  return rect.width;
}

void DrawRemark(Frame& frame, Column& column, Icon icon, std::string_view sentence, ImU32 ink) {
  constexpr float kSign = 18;
  column.Gap(6);
  Column text = column.Indented(kSign + 6);
  DrawIcon(frame, icon, {column.x, column.y, kSign, kSmall.line_px}, ink, kSign);
  DrawParagraph(frame, text, kSmall, ink, sentence);
  column.y = text.y;
}

void DrawProblem(Frame& frame, Column& column, std::string_view sentence) {
  DrawRemark(frame, column, Icon::kWarning, sentence, frame.palette.bad);
}

void DrawProgress(Frame& frame, const Rect& rect, double share, ImU32 colour) {
  const float radius = rect.height * 0.5f;
  FillBox(frame, rect, frame.palette.hairline, radius);
  const float width = rect.width * static_cast<float>(std::clamp(share, 0.0, 1.0));
  if (width >= 1)
    FillBox(frame, {rect.x, rect.y, std::max(width, rect.height), rect.height}, colour, radius);
}

void DrawProgressRing(Frame& frame, const Rect& box, double share) {
  if (!frame.Shows(box)) return;
  const ImVec2 middle(box.x + box.width * 0.5f, box.y + box.height * 0.5f);
  const float radius = box.width * 0.5f - 1.5f;
  if (share >= 1.0) {
    frame.draw.AddCircleFilled(middle, radius + 1, frame.palette.good);
    DrawIcon(frame, Icon::kCheck, box, frame.palette.on_accent, box.width * 0.66f);
    return;
  }
  constexpr float kStroke = 3;
  frame.draw.AddCircle(middle, radius, frame.palette.hairline, 0, kStroke);
  if (share <= 0) return;
  constexpr float kTop = -std::numbers::pi_v<float> / 2;
  frame.draw.PathArcTo(middle, radius, kTop,
                       kTop + 2 * std::numbers::pi_v<float> * static_cast<float>(share));
  frame.draw.PathStroke(frame.palette.accent, 0, kStroke);
}

void DrawSeparator(Frame& frame, Column& column) {
  FillBox(frame, column.Take(space::kHair), frame.palette.hairline);
}

void DrawFact(Frame& frame, Column& column, std::string_view label, std::string_view value,
              bool strong) {
  const TextStyle& style = strong ? kBodyStrong : kBody;
  if (frame.phone()) {
    DrawParagraph(frame, column, kSmall, frame.palette.text_soft, label);
    DrawParagraph(frame, column, style, frame.palette.text, value);
  } else {
    constexpr float kLabelWidth = 168;
    Column name{column.x, column.y, kLabelWidth - space::k12};
    Column text = column.Indented(kLabelWidth);
    DrawParagraph(frame, name, kBody, frame.palette.text_soft, label);
    DrawParagraph(frame, text, style, frame.palette.text, value);
    column.y = std::max(name.y, text.y);
  }
  column.Gap(space::k8);
}

void DrawNotice(Frame& frame, Column& column, Mood mood, Icon icon, std::string_view title,
                std::string_view text) {
  const Shade shade = ShadeOf(frame, mood);
  Surface ground(frame, column.x, column.y, column.width,
                 {.fill = shade.soft, .radius = size::kControlRadius});
  Column inner = column.Indented(space::k16 + size::kIcon + space::k8, space::k16);
  inner.Gap(space::k12);
  DrawIcon(frame, icon, {column.x + space::k16, inner.y, size::kIcon, kBody.line_px}, shade.ink);
  if (!title.empty()) DrawParagraph(frame, inner, kBodyStrong, shade.ink, title);
  if (!text.empty())
    DrawParagraph(frame, inner, title.empty() ? kBody : kSmall, frame.palette.text, text);
  inner.Gap(space::k12);
  column.y = inner.y;
  ground.End(column.y);
}

void DrawTitle(Frame& frame, Column& column, std::string id, std::string_view text) {
  const Rect rect = DrawParagraph(frame, column, kHeadline, frame.palette.text, text);
  Tell(frame, Role::kHeading, std::move(id), text, rect, 2);
  column.Gap(space::k8);
}

void DrawRule(Frame& frame, Column& column, bool met, std::string_view rule) {
  DrawRemark(frame, column, met ? Icon::kCheck : Icon::kCircle, rule,
             met ? frame.palette.good : frame.palette.text_soft);
}

}  // namespace pingshen::ui
