#include "web/ui/screen/error_banner.h"

#include <utility>

#include "web/ui/controls/bars.h"
#include "web/ui/controls/buttons.h"
#include "web/ui/controls/parts.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

void DrawErrorBanner(ScreenContext& context, Rect& screen) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const session::SessionView& view = context.view;
  const bool stopped = view.storage_stopped;
  const bool shown = view.last_error && context.state.dismissed_error_revision != view.revision;
  if (!shown && !stopped) return;

  std::string sentence =
      shown ? Sentence(*view.last_error, frame.language) : std::string(frame.Say(say::kRescueText));
  const std::string code =
      shown ? Fill(frame.Say(say::kErrorCode), CodeName(view.last_error->code)) : std::string();
  const float margin = PageMargin(frame.layout);
  constexpr float kSign = 22;
  const ButtonSpec rescue{.id = "error/rescue",
                          .label = frame.Say(say::kRescue),
                          .kind = ButtonKind::kDanger,
                          .icon = Icon::kDownload};
  const float left = screen.x + margin;
  const float text_x = left + kSign + space::k12;
  const float text_width = Right(screen) - margin - size::kTouch - space::k8 - text_x;
  float height = space::k12 + frame.text.Height(sentence, kBody, text_width) +
                 (code.empty() ? 0 : kSmall.line_px) + space::k12;
  if (stopped) height += size::kControl + space::k12;
  height = std::max(height, size::kTouch + 2 * space::k8);
  const Rect box{screen.x, screen.y, screen.width, height};
  screen.y += height;
  screen.height -= height;
  FillBox(frame, box, p.bad_soft);
  FillBox(frame, {box.x, Bottom(box) - space::kHair, box.width, space::kHair}, p.bad_line);
  DrawIcon(frame, Icon::kWarning, {left, box.y + space::k12, kSign, kBody.line_px}, p.bad, kSign);
  Column column{text_x, box.y + space::k12, text_width};
  DrawParagraph(frame, column, kBody, p.text, sentence);
  if (!code.empty()) {
    DrawParagraph(frame, column, kSmall, p.bad, code);
    sentence += ' ';
    sentence += code;
  }
  Tell(frame, Role::kAlert, "error", sentence, {text_x, box.y, text_width, column.y - box.y});
  if (stopped) {
    column.Gap(space::k8);
    const Rect row = column.Take(size::kControl);
    if (Button(frame, {row.x, row.y, std::min(row.width, ButtonWidth(frame, rescue)), row.height},
               rescue))
      context.Apply(session::RescueExport{});
  }
  if (shown && IconButton(frame,
                          {Right(screen) - margin - size::kTouch + space::k8, box.y + space::k8,
                           size::kTouch, size::kTouch},
                          "error/dismiss", Icon::kCross, frame.Say(say::kDismiss), p.bad)) {
    context.state.dismissed_error_revision = view.revision;
    frame.output.animating = true;
  }
}

void FollowAppBar(ScreenContext& context, const AppBarAnswer& answer, Screen back_to) {
  if (answer.back) context.Go(back_to);
  if (!answer.language) return;
  if (context.frame.more_languages) {
    context.state.languages.emplace();
  } else {
    const bool english = context.view.language == Language::kEnglish;
    context.Apply(session::SetLanguage{english ? Language::kChinese : Language::kEnglish});
  }
}

const Phrase& KindPhrase(model::AssessmentKind kind) {
  switch (kind) {
    case model::AssessmentKind::kSelf:
      return say::kSelf;
    case model::AssessmentKind::kOnsite:
      return say::kOnsite;
    case model::AssessmentKind::kRereview:
      return say::kRereview;
    case model::AssessmentKind::kSpotcheck:
      return say::kSpotcheck;
  }
  return say::kSelf;
}

}  // namespace pingshen::ui
