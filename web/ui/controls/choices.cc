#include "web/ui/controls/choices.h"

#include <cmath>
#include <utility>

#include "web/ui/draw/icons.h"
#include "web/ui/draw/surface.h"

namespace pingshen::ui {
namespace {

constexpr float kGap = space::k8;
constexpr float kRing = 22;  // the ring or box in front of a label
constexpr float kCellPadding = space::k12;

struct ChoicePaint {
  ImU32 fill, edge, ink;
  float edge_px;
};

ChoicePaint PaintOf(const Frame& frame, const Choice& choice, const PointerAnswer& answer) {
  const Palette& p = frame.palette;
  if (choice.selected) {
    switch (choice.tone) {
      case Choice::Tone::kPlain:
        return {p.accent_soft, p.accent, p.accent_pressed, 2};
      case Choice::Tone::kGood:
        return {p.good_soft, p.good, p.good, 2};
      case Choice::Tone::kBad:
        return {p.bad_soft, p.bad, p.bad, 2};
    }
  }
  if (choice.disabled) return {p.page, p.hairline, p.text_soft, 1};
  if (answer.held) return {p.accent_soft, p.accent, p.text, 1};
  return {answer.hovered ? p.sunken : p.surface, answer.hovered ? p.accent : p.border_strong,
          p.text, 1};
}

PointerAnswer TouchChoice(Frame& frame, const Rect& rect, std::string_view group, ChoiceRole role,
                          const Choice& choice) {
  Control control;
  control.id = choice.id;
  control.role = role == ChoiceRole::kOne ? Role::kRadio : Role::kCheckbox;
  control.name = choice.label;
  control.group = group;
  control.description = choice.description.empty() ? choice.trailing : choice.description;
  control.checked = choice.selected;
  control.disabled = choice.disabled;
  control.rect = rect;
  return Touch(frame, std::move(control));
}

void DrawBox(Frame& frame, const Rect& rect, const ChoicePaint& paint) {
  if (!frame.Shows(rect)) return;
  FillBox(frame, rect, paint.edge, size::kControlRadius);
  FillBox(frame, Inset(rect, paint.edge_px, paint.edge_px), paint.fill,
          size::kControlRadius - paint.edge_px);
}

// A row or grid cell: mark, label (wrapped), trailing text.
bool DrawCell(Frame& frame, const Rect& rect, std::string_view group, ChoiceRole role,
              const Choice& choice, float trailing_width) {
  const PointerAnswer answer = TouchChoice(frame, rect, group, role, choice);
  if (frame.Shows(rect)) {
    const ChoicePaint paint = PaintOf(frame, choice, answer);
    DrawBox(frame, rect, paint);
    DrawChoiceMark(frame, {rect.x + kCellPadding, rect.y, kRing, rect.height}, role,
                   choice.selected, paint.edge);
    const float text_x = rect.x + kCellPadding + kRing + kGap;
    const Rect text{text_x, rect.y, Right(rect) - kCellPadding - trailing_width - text_x,
                    rect.height};
    DrawWrapped(frame, text, choice.selected ? kBodyStrong : kBody, paint.ink, choice.label,
                Align::kLeft);
    if (!choice.trailing.empty()) {
      DrawText(frame, {rect.x, rect.y, rect.width - kCellPadding, rect.height}, kSmall,
               choice.selected ? paint.ink : frame.palette.text_soft, choice.trailing,
               Align::kRight);
    }
  }
  return answer.tapped;
}

float TrailingWidth(Frame& frame, std::span<const Choice> choices) {
  float widest = 0;
  for (const Choice& choice : choices) {
    if (!choice.trailing.empty())
      widest = std::max(widest, frame.text.Width(choice.trailing, kSmall) + kGap);
  }
  return widest;
}

// Bold is wider: the height must not change when a choice is selected.
float CellHeight(Frame& frame, const Choice& choice, float text_width) {
  const float text_height = frame.text.Height(choice.label, kBodyStrong, text_width);
  return std::max(size::kControl, text_height + 2 * 11);
}

}  // namespace

void DrawChoiceMark(Frame& frame, const Rect& box, ChoiceRole role, bool selected, ImU32 ink) {
  if (!frame.Shows(box)) return;
  const ImVec2 middle(box.x + box.width * 0.5f, box.y + box.height * 0.5f);
  constexpr float kRadius = kRing * 0.5f - 1;
  if (role == ChoiceRole::kOne) {
    if (selected) {
      frame.draw.AddCircleFilled(middle, kRadius, ink);
      frame.draw.AddCircleFilled(middle, 4, frame.palette.surface);
    } else {
      frame.draw.AddCircleFilled(middle, kRadius, frame.palette.surface);
      frame.draw.AddCircle(middle, kRadius, frame.palette.border_strong, 0, 1.5f);
    }
    return;
  }
  const Rect square{middle.x - kRadius, middle.y - kRadius, 2 * kRadius, 2 * kRadius};
  if (selected) {
    FillBox(frame, square, ink, 5);
    DrawIcon(frame, Icon::kCheck, square, frame.palette.on_accent, 16);
  } else {
    DrawSurface(frame, square,
                {.fill = frame.palette.surface, .edge = frame.palette.border_strong, .radius = 5});
  }
}

int Segments(Frame& frame, Column& column, std::string_view group,
             std::span<const Choice> choices) {
  if (choices.empty()) return -1;
  const float count = static_cast<float>(choices.size());
  const float width = std::floor((column.width - kGap * (count - 1)) / count);
  constexpr float kIcon = 18;
  float widest = 0;
  for (const Choice& choice : choices)
    widest = std::max(widest, frame.text.Width(choice.label, kBodyStrong));
  if (widest + kIcon + 6 + 2 * space::k8 > width)
    return ChoiceRows(frame, column, group, ChoiceRole::kOne, choices);

  int tapped = -1;
  const Rect row = column.Take(size::kControl);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Choice& choice = choices[i];
    const Rect rect{row.x + static_cast<float>(i) * (width + kGap), row.y, width, row.height};
    const PointerAnswer answer = TouchChoice(frame, rect, group, ChoiceRole::kOne, choice);
    if (answer.tapped) tapped = static_cast<int>(i);
    if (!frame.Shows(rect)) continue;
    const ChoicePaint paint = PaintOf(frame, choice, answer);
    DrawBox(frame, rect, paint);
    const TextStyle& style = choice.selected ? kBodyStrong : kBody;
    const float text_width = frame.text.Width(choice.label, style);
    const float mark = choice.selected ? kIcon + 6 : 0;
    const float x = rect.x + (rect.width - text_width - mark) * 0.5f;
    if (choice.selected) {
      const Icon icon = choice.tone == Choice::Tone::kBad ? Icon::kCross : Icon::kCheck;
      DrawIcon(frame, icon, {x, rect.y, kIcon, rect.height}, paint.ink, kIcon);
    }
    DrawText(frame, {x + mark, rect.y, text_width + 1, rect.height}, style, paint.ink,
             choice.label);
  }
  return tapped;
}

int ChoiceRows(Frame& frame, Column& column, std::string_view group, ChoiceRole role,
               std::span<const Choice> choices) {
  const float trailing = TrailingWidth(frame, choices);
  const float text_width = column.width - 2 * kCellPadding - kRing - kGap - trailing;
  int tapped = -1;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0) column.Gap(kGap);
    const Rect rect = column.Take(CellHeight(frame, choices[i], text_width));
    if (DrawCell(frame, rect, group, role, choices[i], trailing)) tapped = static_cast<int>(i);
  }
  return tapped;
}

int ChoiceGrid(Frame& frame, Column& column, std::string_view group, ChoiceRole role,
               std::span<const Choice> choices, int most_columns) {
  const float trailing = TrailingWidth(frame, choices);
  float widest = 0;
  for (const Choice& choice : choices)
    widest = std::max(widest, frame.text.Width(choice.label, kBodyStrong));
  const float wanted = widest + 2 * kCellPadding + kRing + kGap + trailing + 1;
  int columns = static_cast<int>((column.width + kGap) / (wanted + kGap));
  columns =
      std::clamp(columns, 1, std::min(most_columns, std::max(1, static_cast<int>(choices.size()))));
  // No choice alone in the last row where a column less avoids it.
  if (columns > 2 && static_cast<int>(choices.size()) % columns == 1) --columns;
  if (columns <= 1) return ChoiceRows(frame, column, group, role, choices);

  const float width = std::floor((column.width - kGap * static_cast<float>(columns - 1)) /
                                 static_cast<float>(columns));
  int tapped = -1;
  Rect row;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const int place = static_cast<int>(i) % columns;
    if (place == 0) {
      if (i > 0) column.Gap(kGap);
      row = column.Take(size::kControl);
    }
    const Rect rect{row.x + static_cast<float>(place) * (width + kGap), row.y, width, row.height};
    if (DrawCell(frame, rect, group, role, choices[i], trailing)) tapped = static_cast<int>(i);
  }
  return tapped;
}

int ChoiceScale(Frame& frame, Column& column, std::string_view group,
                std::span<const Choice> choices) {
  if (choices.empty()) return -1;
  const float count = static_cast<float>(choices.size());
  const float width = std::floor((column.width - kGap * (count - 1)) / count);
  constexpr float kLeastWidth = 72, kMostLines = 3;
  float lines = 0;
  for (const Choice& choice : choices)
    lines = std::max(lines, frame.text.Height(choice.label, kSmallStrong, width - 2 * space::k4));
  if (width < kLeastWidth || lines > kMostLines * kSmall.line_px)
    return ChoiceRows(frame, column, group, ChoiceRole::kOne, choices);

  int tapped = -1;
  const Rect row = column.Take(space::k8 + kRing + space::k4 + lines + space::k8);
  // The line that the marks stand on.
  const float middle = row.y + space::k8 + kRing * 0.5f;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Choice& choice = choices[i];
    const Rect rect{row.x + static_cast<float>(i) * (width + kGap), row.y, width, row.height};
    const PointerAnswer answer = TouchChoice(frame, rect, group, ChoiceRole::kOne, choice);
    if (answer.tapped) tapped = static_cast<int>(i);
    if (!frame.Shows(rect)) continue;
    const ChoicePaint paint = PaintOf(frame, choice, answer);
    if (choice.selected || answer.held || answer.hovered)
      FillBox(frame, rect, paint.fill, size::kControlRadius);
    if (i + 1 < choices.size()) {
      const float from = rect.x + rect.width * 0.5f + kRing * 0.5f + 2;
      FillBox(frame, {from, middle - 1, width + kGap - kRing - 4, 2}, frame.palette.hairline);
    }
    DrawChoiceMark(frame, {rect.x, row.y + space::k8, rect.width, kRing}, ChoiceRole::kOne,
                   choice.selected, paint.edge);
    const float y = row.y + space::k8 + kRing + space::k4;
    Column text{rect.x + space::k4, y, rect.width - 2 * space::k4};
    DrawParagraph(frame, text, choice.selected ? kSmallStrong : kSmall, paint.ink, choice.label,
                  Align::kCentre);
  }
  return tapped;
}

}  // namespace pingshen::ui
