#include "web/ui/app/fatal.h"

#include "web/ui/app/app.h"
#include "web/ui/controls/parts.h"
#include "web/ui/draw/icons.h"
#include "web/ui/draw/surface.h"

namespace pingshen::ui {

void DrawFatal(const Error& error, Language language, const FrameInput& input,
               ScreenOutput& output) {
  PrepareFonts();
  TextLayout text;
  Pointer pointer;
  Mirror mirror;
  SurfaceStack surfaces;
  mirror.Begin(input.dom, output);
  const Palette& p = LightPalette();
  Frame frame{.input = input,
              .output = output,
              .language = language,
              .palette = p,
              .draw = *ImGui::GetBackgroundDrawList(),
              .text = text,
              .pointer = pointer,
              .mirror = mirror,
              .surfaces = surfaces,
              .layout = LayoutOf(input.width_px),
              .clip = {0, 0, input.width_px, input.height_px}};
  FillBox(frame, frame.clip, p.page);

  constexpr float kWidth = 560;
  const float width = std::min(kWidth, input.width_px - 2 * space::k16);
  const float padding = frame.phone() ? space::k20 : space::k32;
  const std::string sentence = Sentence(error, language);
  const std::string code = Fill(frame.Say(say::kErrorCode), CodeName(error.code));
  const float inner_width = width - 2 * padding;
  const float height = 2 * padding + 56 + space::k16 +
                       frame.text.Height(frame.Say(say::kFatalTitle), kTitle, inner_width) +
                       space::k8 + frame.text.Height(sentence, kBody, inner_width) + space::k16 +
                       frame.text.Height(frame.Say(say::kFatalAdvice), kSmall, inner_width) +
                       space::k16 + kBadgeHeight;
  const Rect card{(input.width_px - width) * 0.5f,
                  std::max(space::k16 + input.safe_top_px, (input.height_px - height) * 0.4f),
                  width, height};
  DrawSurface(frame, card, CardLook(frame));
  Column column{card.x + padding, card.y + padding, inner_width};
  const Rect disc{column.x, column.y, 56, 56};
  FillBox(frame, disc, p.bad_soft, 28);
  DrawIcon(frame, Icon::kWarning, disc, p.bad, 30);
  column.Gap(56 + space::k16);
  const Rect title = DrawParagraph(frame, column, kTitle, p.text, frame.Say(say::kFatalTitle));
  Tell(frame, Role::kHeading, "fatal/title", frame.Say(say::kFatalTitle), title, 1);
  column.Gap(space::k8);
  const Rect what = DrawParagraph(frame, column, kBody, p.text, sentence);
  Tell(frame, Role::kAlert, "fatal/error", sentence + " " + code, what);
  column.Gap(space::k16);
  const Rect advice =
      DrawParagraph(frame, column, kSmall, p.text_soft, frame.Say(say::kFatalAdvice));
  Tell(frame, Role::kText, "fatal/advice", frame.Say(say::kFatalAdvice), advice);
  column.Gap(space::k16);
  DrawBadge(frame, column.x, column.y, code, Mood::kBad);
}

}  // namespace pingshen::ui
