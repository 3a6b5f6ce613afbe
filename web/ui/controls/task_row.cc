#include "web/ui/controls/task_row.h"

#include <cmath>
#include <utility>

#include "web/ui/draw/surface.h"

namespace pingshen::ui {

bool DrawTaskRow(Frame& frame, Column& column, const TaskRow& row) {
  const Palette& p = frame.palette;
  constexpr float kSign = 20, kMarkWidth = 28, kMinimumRow = size::kControl + space::k8;
  constexpr float kOpenWidth = 44;  // "未评" in place of a letter
  const float mark = row.mark == Standing::kUnanswered ? kOpenWidth : kMarkWidth;
  const float sign = row.mark ? mark : row.icon ? kSign : 0;
  const float trailing =
      row.trailing.empty()
          ? 0
          : std::ceil(frame.text.Width(row.trailing, kSmallStrong)) + 1 + space::k8;
  const float text_x = space::k12 + (sign > 0 ? sign + space::k12 : 0);
  const float chevron = size::kIcon + space::k8;
  const float text_width = column.width - text_x - trailing - chevron - space::k12;
  const float title_height = frame.text.Height(row.title, kBody, text_width);
  const float text_height = row.text.empty() ? 0 : frame.text.Height(row.text, kSmall, text_width);
  const float height = std::max(kMinimumRow, title_height + text_height + 2 * 10);
  const Rect rect = column.Take(height);
  Control control;
  control.id = row.id;
  control.role = Role::kButton;
  control.name = row.title;
  if (row.mark) {
    control.name += ' ';
    control.name += ShortWord(frame, *row.mark);
  }
  if (!row.trailing.empty()) {
    control.name += ' ';
    control.name += row.trailing;
  }
  control.description = row.text;
  control.rect = rect;
  const PointerAnswer answer = Touch(frame, std::move(control));
  column.Gap(space::k8);
  if (!frame.Shows(rect)) return answer.tapped;
  DrawSurface(frame, rect,
              {.fill = answer.held ? p.accent_soft : p.surface,
               .edge = answer.hovered || answer.held ? p.accent : p.hairline,
               .radius = size::kControlRadius});
  const ImU32 ink = row.ink == 0 ? p.text_soft : row.ink;
  if (row.mark) {
    DrawMarkChip(frame,
                 {rect.x + space::k12, rect.y + (height - kMarkWidth) * 0.5f, sign, kMarkWidth},
                 *row.mark);
  } else if (row.icon) {
    DrawIcon(frame, *row.icon, {rect.x + space::k12, rect.y, kSign, height}, ink, kSign);
  }
  Column text{rect.x + text_x, rect.y + (height - title_height - text_height) * 0.5f, text_width};
  DrawParagraph(frame, text, kBody, p.text, row.title);
  if (!row.text.empty()) DrawParagraph(frame, text, kSmall, ink, row.text);
  if (trailing > 0) {
    DrawText(frame, {rect.x + text_x + text_width, rect.y, trailing, height}, kSmallStrong,
             row.trailing_ink == 0 ? p.text_soft : row.trailing_ink, row.trailing, Align::kRight);
  }
  DrawIcon(frame, Icon::kChevronRight, {Right(rect) - space::k12 - 18, rect.y, 18, height},
           p.text_soft, 18);
  return answer.tapped;
}

}  // namespace pingshen::ui
