#include "web/ui/item/item_grade.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/model/item_fields.h"
#include "web/ui/controls/choices.h"
#include "web/ui/controls/mark_choice.h"
#include "web/ui/controls/marks.h"
#include "web/ui/controls/parts.h"
#include "web/ui/draw/surface.h"
#include "web/ui/item/answer_field.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

constexpr std::array kMarks{model::Mark::kA, model::Mark::kB, model::Mark::kC, model::Mark::kD,
                            model::Mark::kE};

bool IsE(const model::Value& value) { return value.HasCode(model::kGradeNotApplicable); }

// What E rests on.
void DrawBasis(ScreenContext& context, Column& column, const evaluation::ItemState& state,
               const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  column.Gap(space::k12);
  const std::string& allowed = frame.Say(state.item->not_applicable_basis);
  std::string full_name(name);
  full_name += ' ';
  full_name += frame.Say(say::kBasis);
  DrawAnswerField(context, column,
                  {.path = WithField(state.path, model::kBasisField),
                   .field = {.id = path_text + ":" + std::string(model::kBasisField),
                             .name = full_name,
                             .label = frame.Say(say::kBasis),
                             .mark = frame.Say(say::kRequired),
                             .text = {},
                             .placeholder = frame.Say(say::kBasisPlaceholder),
                             .hint = allowed,
                             .required = true}});
}

void DrawDirectMarks(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                     const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const model::Value& value = AnswerAt(context, state.path);
  std::array<MarkChoice, kMarks.size()> choices;
  std::size_t count = 0;
  for (const model::Mark mark : kMarks) {
    const std::string_view letter = model::MarkName(mark);
    const bool selected = value.HasCode(letter);
    if (mark == model::Mark::kE && !MayNotApply(state) && !selected) continue;
    const MarkPaint paint = PaintOf(frame, StandingOf(mark));
    choices[count++] = {.id = path_text + "=" + std::string(letter),
                        .letter = letter,
                        .word = WordOf(frame, mark),
                        .fill = paint.fill,
                        .ink = paint.ink,
                        .selected = selected};
  }
  const int tapped = MarkChoices(frame, column, name, std::span(choices.data(), count));
  if (tapped < 0) return;
  const MarkChoice& chosen = choices[static_cast<std::size_t>(tapped)];
  Set(context, state.path,
      chosen.selected ? model::Value() : model::Value::Choice(std::string(chosen.letter)));
}

// The mark that follows from the points, or that it is open yet.
void DrawDerivedMark(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                     const std::string& path_text) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const Standing standing = StandingOf(state.mark);
  constexpr float kChip = 36, kHeight = 56;
  const Rect box = column.Take(kHeight);
  DrawSurface(frame, box, {.fill = p.sunken, .edge = p.hairline, .radius = size::kControlRadius});
  const float x = box.x + space::k12;
  const Rect chip{x, box.y + (kHeight - kChip) * 0.5f, kChip, kChip};
  const Rect text{Right(chip) + space::k12, box.y, Right(box) - Right(chip) - 2 * space::k12,
                  box.height};
  std::string told(frame.Say(say::kDerivedMark));
  if (state.mark) {
    DrawMarkChip(frame, chip, standing);
    const std::string_view word = WordOf(frame, *state.mark);
    DrawText(frame, text, kLabel, p.text, word);
    DrawText(frame, text, kSmall, p.text_soft, frame.Say(say::kDerivedMark), Align::kRight);
    told += ' ';
    told += WordOf(frame, standing);
  } else {
    StrokeBox(frame, chip, p.border_strong, kChip * 0.25f, 1.5f);
    DrawText(frame, chip, kLabel, p.text_soft, "?", Align::kCentre);
    DrawWrapped(frame, text, kSmall, p.text_soft, frame.Say(say::kDerivedOpen), Align::kLeft);
    told += ' ';
    told += frame.Say(say::kDerivedOpen);
  }
  Tell(frame, Role::kStatus, path_text + "/mark", told, box);
}

// All points of one level below its heading.
void DrawLevel(ScreenContext& context, Column& column, const evaluation::ItemState& state,
               const std::string& path_text, std::string_view name, char level) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const model::Item& item = *state.item;
  std::size_t total = 0, met = 0;
  for (const model::SubPoint& point : item.sub_points) {
    if (point.level != level) continue;
    ++total;
    if (AnswerAt(context, WithField(state.path, point.code)).HasCode(model::kYes)) ++met;
  }
  if (total == 0) return;
  const std::string letter(1, level);
  const std::string heading = Fill(frame.Say(say::kLevelPoints), letter);
  const std::string count =
      Fill(frame.Say(say::kLevelMet), std::to_string(met), std::to_string(total));
  const Rect row = column.Take(kSmallStrong.line_px);
  DrawText(frame, row, kSmallStrong, p.text, heading);
  DrawText(frame, row, kSmall, met == total ? p.good : p.text_soft, count, Align::kRight);
  Tell(frame, Role::kText, path_text + "/level/" + letter, heading + " " + count, row);
  column.Gap(space::k8);
  for (const model::SubPoint& point : item.sub_points) {
    if (point.level != level) continue;
    const model::FieldPath path = WithField(state.path, point.code);
    const model::Value& value = AnswerAt(context, path);
    const std::string id = path_text + ":" + point.code;
    RevealHere(frame, id, column.y);
    const Judgement judged = DrawJudgedPoint(
        frame, column, name,
        {.id = id,
         .code = point.code,
         .text = frame.Say(point.label),
         .met = value.empty() ? std::nullopt : std::optional(value.HasCode(model::kYes))});
    if (judged != Judgement::kNone) {
      Set(context, path,
          judged == Judgement::kTakenBack
              ? model::Value()
              : model::Value::Choice(
                    std::string(judged == Judgement::kMet ? model::kYes : model::kNo)));
    }
    column.Gap(space::k8);
    FillBox(frame, {column.x, column.y, column.width, space::kHair}, p.hairline);
    column.Gap(space::k8);
  }
}

void DrawLadder(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  DrawDerivedMark(context, column, state, path_text);
  const bool is_e = IsE(AnswerAt(context, state.path));
  if (!is_e) {
    column.Gap(space::k16);
    for (const char level : {'C', 'B', 'A'})
      DrawLevel(context, column, state, path_text, name, level);
  }
  if (!MayNotApply(state) && !is_e) return;
  if (is_e) column.Gap(space::k12);
  const Choice choice{.id = path_text + "=" + std::string(model::kGradeNotApplicable),
                      .label = frame.Say(say::kMarkNotApplicableHere),
                      .trailing = model::kGradeNotApplicable,
                      .selected = is_e};
  if (ChoiceRows(frame, column, name, ChoiceRole::kMany, std::span(&choice, 1)) < 0) return;
  Set(context, state.path,
      is_e ? model::Value() : model::Value::Choice(std::string(model::kGradeNotApplicable)));
}

}  // namespace

void DrawGradeAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                     const std::string& path_text, std::string_view name) {
  if (state.item->sub_points.empty()) {
    DrawDirectMarks(context, column, state, path_text, name);
  } else {
    DrawLadder(context, column, state, path_text, name);
  }
  if (IsE(AnswerAt(context, state.path))) DrawBasis(context, column, state, path_text, name);
}

}  // namespace pingshen::ui
