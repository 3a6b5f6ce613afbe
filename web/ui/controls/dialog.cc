#include "web/ui/controls/dialog.h"

#include "web/ui/controls/buttons.h"
#include "web/ui/draw/surface.h"

namespace pingshen::ui {

DialogAnswer DrawDialog(Frame& frame, const DialogSpec& spec) {
  const Palette& p = frame.palette;
  constexpr float kWidth = 420;
  const Rect screen{0, 0, frame.input.width_px, frame.input.height_px};
  FillBox(frame, screen, p.scrim);

  const float width = std::min(kWidth, screen.width - 2 * space::k16);
  const float padding = space::k24;
  const float inner = width - 2 * padding;
  const float height = 2 * padding + frame.text.Height(spec.title, kHeadline, inner) + space::k8 +
                       frame.text.Height(spec.text, kBody, inner) + space::k24 + size::kControl;
  const float y = frame.phone() ? Bottom(screen) - height - space::k16 - frame.input.safe_bottom_px
                                : (screen.height - height) * 0.5f;
  const Rect box{(screen.width - width) * 0.5f, y, width, height};
  DrawSurface(frame, box, {.fill = p.surface, .edge = p.hairline, .radius = 16, .shadow = true});
  Tell(frame, Role::kDialog, "dialog", spec.title, box);

  Column column{box.x + padding, box.y + padding, inner};
  DrawParagraph(frame, column, kHeadline, p.text, spec.title);
  column.Gap(space::k8);
  const Rect text = DrawParagraph(frame, column, kBody, p.text_soft, spec.text);
  Tell(frame, Role::kText, "dialog/text", spec.text, text);
  column.Gap(space::k24);

  const float button_width = (inner - space::k12) * 0.5f;
  const Rect row = column.Take(size::kControl);
  DialogAnswer answer = DialogAnswer::kOpen;
  if (Button(frame, {row.x, row.y, button_width, row.height},
             {.id = "dialog/cancel",
              .label = frame.Say(say::kCancel),
              .kind = ButtonKind::kSecondary})) {
    answer = DialogAnswer::kCancelled;
  }
  if (Button(frame, {Right(row) - button_width, row.y, button_width, row.height},
             {.id = "dialog/confirm",
              .label = spec.confirm,
              .kind = spec.danger ? ButtonKind::kDanger : ButtonKind::kPrimary})) {
    answer = DialogAnswer::kConfirmed;
  }
  return answer;
}

}  // namespace pingshen::ui
