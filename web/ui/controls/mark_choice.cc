#include "web/ui/controls/mark_choice.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "web/ui/draw/icons.h"
#include "web/ui/draw/surface.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

constexpr float kMarkGap = 6;
constexpr float kMarkHeight = 72;
constexpr TextStyle kLetter{22, 28, true};
constexpr TextStyle kWord{13, 18};
constexpr TextStyle kWordStrong{13, 18, true};

PointerAnswer TouchMark(Frame& frame, const Rect& rect, std::string_view group,
                        const MarkChoice& mark) {
  Control control;
  control.id = mark.id;
  control.role = Role::kRadio;
  control.name = Fill(frame.Say(say::kMarkName), mark.letter, mark.word);
  control.group = group;
  control.checked = mark.selected;
  control.disabled = mark.disabled;
  control.rect = rect;
  return Touch(frame, std::move(control));
}

struct MarkChoicePaint {
  ImU32 fill, edge, letter, word;
};
MarkChoicePaint PaintOf(const Frame& frame, const MarkChoice& mark, const PointerAnswer& answer) {
  const Palette& p = frame.palette;
  if (mark.selected) return {mark.fill, mark.fill, mark.ink, mark.ink};
  if (mark.disabled) return {p.page, p.hairline, p.text_soft, p.text_soft};
  return {answer.held      ? p.accent_soft
          : answer.hovered ? p.sunken
                           : p.surface,
          answer.held || answer.hovered ? p.accent : p.border_strong, p.text, p.text_soft};
}

void DrawGround(Frame& frame, const Rect& rect, const MarkChoicePaint& paint) {
  DrawSurface(frame, rect,
              {.fill = paint.fill, .edge = paint.edge, .radius = size::kControlRadius});
}

int MarksBelowEachOther(Frame& frame, Column& column, std::string_view group,
                        std::span<const MarkChoice> marks) {
  int tapped = -1;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (i > 0) column.Gap(kMarkGap);
    const Rect rect = column.Take(size::kControl);
    const PointerAnswer answer = TouchMark(frame, rect, group, marks[i]);
    if (answer.tapped) tapped = static_cast<int>(i);
    const MarkChoicePaint paint = PaintOf(frame, marks[i], answer);
    DrawGround(frame, rect, paint);
    constexpr float kLetterPx = 44;
    DrawText(frame, {rect.x, rect.y, kLetterPx, rect.height}, kLetter, paint.letter,
             marks[i].letter, Align::kCentre);
    DrawText(frame, {rect.x + kLetterPx, rect.y, rect.width - kLetterPx - space::k8, rect.height},
             marks[i].selected ? kBodyStrong : kBody, paint.word, marks[i].word);
  }
  return tapped;
}

bool JudgeButton(Frame& frame, const Rect& rect, std::string id, std::string name,
                 std::string_view group, bool selected, bool good, bool disabled) {
  Control control;
  control.id = std::move(id);
  control.role = Role::kRadio;
  control.name = std::move(name);
  control.group = group;
  control.checked = selected;
  control.disabled = disabled;
  control.rect = rect;
  const PointerAnswer answer = Touch(frame, std::move(control));
  const Palette& p = frame.palette;
  const ImU32 tone = good ? p.good : p.bad;
  DrawSurface(frame, rect,
              {.fill = selected                        ? tone
                       : answer.held || answer.hovered ? (good ? p.good_soft : p.bad_soft)
                       : disabled                      ? p.page
                                                       : p.surface,
               .edge = selected   ? tone
                       : disabled ? p.hairline
                                  : p.border_strong,
               .radius = size::kControlRadius});
  DrawIcon(frame, good ? Icon::kCheck : Icon::kCross, rect,
           selected   ? p.on_accent
           : disabled ? p.border_strong
                      : tone);
  return answer.tapped;
}

}  // namespace

int MarkChoices(Frame& frame, Column& column, std::string_view group,
                std::span<const MarkChoice> marks) {
  if (marks.empty()) return -1;
  const float count = static_cast<float>(marks.size());
  const float width = std::floor((column.width - kMarkGap * (count - 1)) / count);
  float widest = 0;
  for (const MarkChoice& mark : marks)
    widest = std::max(widest, frame.text.Width(mark.word, kWordStrong));
  if (width < size::kTouch || widest + space::k8 > width)
    return MarksBelowEachOther(frame, column, group, marks);

  int tapped = -1;
  const Rect row = column.Take(kMarkHeight);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const MarkChoice& mark = marks[i];
    const Rect rect{row.x + static_cast<float>(i) * (width + kMarkGap), row.y, width, row.height};
    const PointerAnswer answer = TouchMark(frame, rect, group, mark);
    if (answer.tapped) tapped = static_cast<int>(i);
    if (!frame.Shows(rect)) continue;
    const MarkChoicePaint paint = PaintOf(frame, mark, answer);
    DrawGround(frame, rect, paint);
    if (!mark.selected && !mark.disabled) {
      // The mark's colour as a bar at the foot: not every one is dark enough for a letter.
      constexpr float kBar = 4, kBarWidth = 24;
      FillBox(frame,
              {rect.x + (rect.width - kBarWidth) * 0.5f, Bottom(rect) - kBar - 5, kBarWidth, kBar},
              mark.fill, kBar * 0.5f);
    }
    const float top = rect.y + (rect.height - kLetter.line_px - kWord.line_px - 2) * 0.5f - 3;
    DrawText(frame, {rect.x, top, rect.width, kLetter.line_px}, kLetter, paint.letter, mark.letter,
             Align::kCentre);
    DrawText(frame, {rect.x, top + kLetter.line_px + 2, rect.width, kWord.line_px},
             mark.selected ? kWordStrong : kWord, paint.word, mark.word, Align::kCentre);
  }
  return tapped;
}

Judgement DrawJudgedPoint(Frame& frame, Column& column, std::string_view group,
                          const JudgedPoint& point) {
  const Palette& p = frame.palette;
  const float buttons = 2 * size::kTouch + space::k4;
  const float code_width = std::ceil(frame.text.Width(point.code, kSmallStrong));
  const bool narrow = column.width < 2.4f * buttons;
  const float text_width = narrow ? column.width : column.width - buttons - space::k12;
  const bool code_above = code_width > 64 || narrow;
  const float indent = code_above ? 0 : code_width + space::k12;
  const float text_height = frame.text.Height(point.text, kBody, text_width - indent) +
                            (code_above ? kSmallStrong.line_px : 0);

  const float top = column.y;
  const float button_y = narrow ? top + text_height + space::k4
                                : top + std::max(0.0f, (text_height - size::kTouch) * 0.5f);
  const float text_y = narrow ? top : top + std::max(0.0f, (size::kTouch - text_height) * 0.5f);
  Column text{column.x + indent, text_y + (code_above ? kSmallStrong.line_px : 0),
              text_width - indent};
  const ImU32 code_ink = !point.met ? p.text_soft : *point.met ? p.good : p.bad;
  DrawText(frame, {column.x, text_y, std::max(code_width + 1, 1.0f), kBody.line_px}, kSmallStrong,
           code_ink, point.code);
  DrawParagraph(frame, text, kBody, p.text, point.text);

  const float right = column.x + column.width;
  const Rect no{right - size::kTouch, button_y, size::kTouch, size::kTouch};
  const Rect yes{no.x - space::k4 - size::kTouch, button_y, size::kTouch, size::kTouch};
  std::string whole(point.code);
  whole += ' ';
  std::string point_group(group);
  point_group += ' ';
  point_group += point.code;
  Judgement judged = Judgement::kNone;
  if (JudgeButton(frame, yes, point.id + "=yes", whole + std::string(frame.Say(say::kMet)),
                  point_group, point.met == true, true, point.disabled))
    judged = point.met == true ? Judgement::kTakenBack : Judgement::kMet;
  if (JudgeButton(frame, no, point.id + "=no", whole + std::string(frame.Say(say::kNotMet)),
                  point_group, point.met == false, false, point.disabled))
    judged = point.met == false ? Judgement::kTakenBack : Judgement::kNotMet;
  column.y = std::max(Bottom(no), text.y);
  return judged;
}

}  // namespace pingshen::ui
