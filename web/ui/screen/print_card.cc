#include "web/ui/screen/print_card.h"

#include "web/ui/controls/buttons.h"
#include "web/ui/draw/surface.h"

namespace pingshen::ui {

void DrawPrintCard(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    const Rect text =
        DrawParagraph(frame, inner, kBody, frame.palette.text_soft, frame.Say(say::kPrintText));
    Tell(frame, Role::kText, "check/print_text", frame.Say(say::kPrintText), text);
    inner.Gap(space::k16);
    const bool busy = context.state.slow.has_value();
    const ButtonSpec button{.id = "check/print",
                            .label = frame.Say(busy ? say::kWorking : say::kPrint),
                            .kind = ButtonKind::kSecondary,
                            .icon = busy ? std::nullopt : std::optional(Icon::kDownload),
                            .disabled = busy};
    const Rect row = inner.Take(size::kControl);
    const float width = frame.phone() ? row.width : ButtonWidth(frame, button);
    if (Button(frame, {row.x, row.y, width, row.height}, button)) {
      // Hundreds of photos take seconds: first one frame that says so.
      context.state.slow = SlowCommand{session::PrintDraft{}};
      frame.output.announce = frame.Say(say::kWorking);
    }
  });
}

}  // namespace pingshen::ui
