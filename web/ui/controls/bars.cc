#include "web/ui/controls/bars.h"

#include "web/ui/controls/buttons.h"
#include "web/ui/draw/icons.h"

namespace pingshen::ui {

AppBarAnswer DrawAppBar(Frame& frame, Rect& screen, const AppBarSpec& spec) {
  const Palette& p = frame.palette;
  AppBarAnswer answer;
  const float notch = frame.input.safe_top_px;
  const Rect bar{screen.x, screen.y, screen.width, notch + size::kAppBar};
  screen.y += bar.height;
  screen.height -= bar.height;
  FillBox(frame, bar, p.surface);
  FillBox(frame, {bar.x, Bottom(bar) - space::kHair, bar.width, space::kHair}, p.hairline);

  const Rect row{bar.x, bar.y + notch, bar.width, size::kAppBar};
  const float side = frame.phone() ? space::k8 : space::k16;
  const float touch_y = row.y + (row.height - size::kTouch) * 0.5f;
  float x = row.x + side;
  if (spec.back) {
    answer.back = IconButton(frame, {x, touch_y, size::kTouch, size::kTouch}, "nav/back",
                             Icon::kChevronLeft, frame.Say(say::kBack), p.text);
    x += size::kTouch + space::k8;
  } else {
    constexpr float kMark = 32;
    x += space::k8;
    DrawMark(frame, {x, row.y + (row.height - kMark) * 0.5f, kMark, kMark});
    x += kMark + space::k12;
  }

  const ButtonSpec language{
      .id = "nav/language",
      .label = frame.Say(frame.more_languages ? say::kLanguagesButton : say::kLanguageButton),
      .name = frame.Say(frame.more_languages ? say::kLanguagesName : say::kLanguageName),
      .kind = ButtonKind::kQuiet};
  const float language_width = ButtonWidth(frame, language);
  const float language_x = Right(row) - side - language_width;

  const Rect text{x, row.y, std::max(1.0f, language_x - x - space::k8), row.height};
  Tell(frame, Role::kHeading, "nav/title", spec.title, text, 1);
  if (spec.subtitle.empty()) {
    DrawText(frame, text, kLabel, p.text, spec.title);
  } else {
    constexpr float kTitleLine = 24, kSubtitleLine = 20;
    const float top = row.y + (row.height - kTitleLine - kSubtitleLine) * 0.5f;
    DrawText(frame, {text.x, top, text.width, kTitleLine}, kLabel, p.text, spec.title);
    DrawText(frame, {text.x, top + kTitleLine, text.width, kSubtitleLine}, kSmall, p.text_soft,
             spec.subtitle);
    Tell(frame, Role::kText, "nav/subtitle", spec.subtitle,
         {text.x, top + kTitleLine, text.width, kSubtitleLine});
  }
  answer.language = Button(frame, {language_x, touch_y, language_width, size::kTouch}, language);
  return answer;
}

Rect TakeBottomBar(Frame& frame, Rect& screen, float width_px) {
  const float height = size::kBottomBar + frame.input.safe_bottom_px;
  const Rect bar{screen.x, Bottom(screen) - height, screen.width, height};
  screen.height -= height;
  FillBox(frame, bar, frame.palette.surface);
  FillBox(frame, {bar.x, bar.y, bar.width, space::kHair}, frame.palette.hairline);
  const float margin = PageMargin(frame.layout);
  const float width = std::min(width_px, bar.width - 2 * margin);
  return {bar.x + (bar.width - width) * 0.5f, bar.y + (size::kBottomBar - size::kControl) * 0.5f,
          width, size::kControl};
}

}  // namespace pingshen::ui
