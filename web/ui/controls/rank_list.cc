#include "web/ui/controls/rank_list.h"

#include <algorithm>
#include <utility>

#include "web/ui/draw/icons.h"
#include "web/ui/draw/surface.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

constexpr float kNumberPx = 28;
constexpr float kHandlePx = size::kTouch;
constexpr float kRowGap = space::k8;

// The parts of a row from left to right: handle, number, label, up, down.
struct Parts {
  Rect handle, number, label, up, down;
};
Parts PartsOf(const Rect& row) {
  const float touch_y = row.y + (row.height - size::kTouch) * 0.5f;
  Parts parts;
  parts.handle = {row.x, touch_y, kHandlePx, size::kTouch};
  parts.number = {Right(parts.handle), row.y, kNumberPx, row.height};
  parts.down = {Right(row) - size::kTouch - 2, touch_y, size::kTouch, size::kTouch};
  parts.up = {parts.down.x - size::kTouch, touch_y, size::kTouch, size::kTouch};
  const float x = Right(parts.number) + space::k8;
  parts.label = {x, row.y, std::max(1.0f, parts.up.x - space::k4 - x), row.height};
  return parts;
}

float RowHeight(Frame& frame, const RankRow& row, float width) {
  const Parts parts = PartsOf({0, 0, width, size::kControl});
  return std::max(size::kControl, frame.text.Height(row.label, kBody, parts.label.width) + 2 * 11);
}

void DrawRow(Frame& frame, const Rect& rect, const RankRow& row, std::size_t place, bool ranked,
             bool lifted) {
  const Palette& p = frame.palette;
  DrawSurface(frame, rect,
              {.fill = lifted ? p.accent_soft : p.surface,
               .edge = lifted ? p.accent : p.border_strong,
               .radius = size::kControlRadius,
               .shadow = lifted});
  const Parts parts = PartsOf(rect);
  DrawIcon(frame, Icon::kGrip, parts.handle, p.text_soft);
  const Rect disc{parts.number.x, rect.y + (rect.height - kNumberPx) * 0.5f, kNumberPx, kNumberPx};
  FillBox(frame, disc, ranked ? p.accent : p.page, kNumberPx * 0.5f);
  DrawText(frame, disc, kSmallStrong, ranked ? p.on_accent : p.text_soft, std::to_string(place + 1),
           Align::kCentre);
  DrawWrapped(frame, parts.label, kBody, p.text, row.label, Align::kLeft);
}

// Answers only; the picture is drawn with the row, wherever that is while another one is dragged.
PointerAnswer TouchArrow(Frame& frame, const Rect& rect, std::string id, const Phrase& what,
                         std::string_view label, std::string_view group, bool disabled) {
  Control control;
  control.id = std::move(id);
  control.name = frame.Say(what);
  control.name += ' ';
  control.name += label;
  control.group = group;
  control.disabled = disabled;
  control.rect = rect;
  return Touch(frame, std::move(control));
}

void DrawArrows(Frame& frame, const Rect& row, bool first, bool last) {
  const Parts parts = PartsOf(row);
  const Palette& p = frame.palette;
  DrawIcon(frame, Icon::kArrowUp, parts.up, first ? p.hairline : p.accent);
  DrawIcon(frame, Icon::kArrowDown, parts.down, last ? p.hairline : p.accent);
}

}  // namespace

std::optional<RankMove> RankList(Frame& frame, Column& column, const RankSpec& spec,
                                 RankDrag& drag) {
  const std::size_t count = spec.rows.size();
  if (count == 0) return std::nullopt;
  float height = 0;  // all rows alike, so that a place is a place
  for (const RankRow& row : spec.rows)
    height = std::max(height, RowHeight(frame, row, column.width));
  const float step = height + kRowGap;
  const Rect all = column.Take(step * static_cast<float>(count) - kRowGap);
  const auto place_rect = [&](std::size_t place) {
    return Rect{all.x, all.y + step * static_cast<float>(place), all.width, height};
  };

  std::optional<RankMove> move;
  std::optional<std::size_t> lifted;
  for (std::size_t i = 0; i < count; ++i) {
    const RankRow& row = spec.rows[i];
    const Rect home = place_rect(i);
    const Parts parts = PartsOf(home);
    std::string told = Fill(frame.Say(say::kRankPlace), std::to_string(i + 1), row.label);
    Tell(frame, Role::kText, row.id, told, parts.label);
    if (spec.disabled) continue;
    if (!frame.mirror.muted()) {
      const Pointer::Drag pull =
          frame.pointer.DragOf(row.id, parts.handle, frame.clip, Pointer::Axis::kBoth);
      if (pull.dragging) {
        if (drag.id != row.id) drag = {row.id, frame.pointer.y() - home.y, i};
        const float middle = frame.pointer.y() - drag.grab_px + height * 0.5f - all.y;
        drag.place = static_cast<std::size_t>(
            std::clamp(middle / step, 0.0f, static_cast<float>(count) - 1));
        lifted = i;
        frame.output.animating = true;
      } else if (drag.id == row.id) {
        if (pull.ended && drag.place != i) move = RankMove{i, drag.place};
        drag = {};
      }
    }
    if (TouchArrow(frame, parts.up, row.id + "/up", say::kMoveUp, row.label, spec.name, i == 0)
            .tapped)
      move = RankMove{i, i - 1};
    if (TouchArrow(frame, parts.down, row.id + "/down", say::kMoveDown, row.label, spec.name,
                   i + 1 == count)
            .tapped)
      move = RankMove{i, i + 1};
  }

  // What is drawn: the other rows close the gap and open one where the lifted row would land.
  for (std::size_t i = 0; i < count; ++i) {
    if (lifted == i) continue;
    std::size_t place = i;
    if (lifted && i > *lifted && i <= drag.place) --place;
    if (lifted && i < *lifted && i >= drag.place) ++place;
    const Rect rect = place_rect(place);
    DrawRow(frame, rect, spec.rows[i], place, spec.ranked, false);
    if (!spec.disabled) DrawArrows(frame, rect, place == 0, place + 1 == count);
  }
  if (lifted) {
    Rect rect = place_rect(*lifted);
    rect.y = std::clamp(frame.pointer.y() - drag.grab_px, all.y - kRowGap,
                        Bottom(all) - height + kRowGap);
    DrawRow(frame, rect, spec.rows[*lifted], drag.place, spec.ranked, true);
  }
  return move;
}

}  // namespace pingshen::ui
