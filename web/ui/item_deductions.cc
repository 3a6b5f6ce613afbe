// Points with deductions: how often each fault was found, or that there is nothing to deduct.
#include <algorithm>
#include <utility>

#include "web/ui/choices.h"
#include "web/ui/item_card.h"
#include "web/ui/parts.h"
#include "web/ui/stepper.h"

namespace pingshen::ui {
namespace {

std::int64_t CountOf(const ScreenContext& context, const model::FieldPath& path) {
  return AnswerAt(context, path).AsInteger().value_or(0);
}

void SetCount(ScreenContext& context, const session::ItemState& state, const model::FieldPath& path,
              std::int64_t count) {
  // A fault takes back "nothing to deduct" and "does not apply".
  if (count > 0) Set(context, state.path, model::Value());
  Set(context, path, count > 0 ? model::Value::Integer(count) : model::Value());
}

// Points taken off, under the label.
std::string CostText(const Frame& frame, const model::Deduction& deduction) {
  std::string text = Fill(frame.Say(deduction.max_count == 1 ? say::kOnce : say::kPerTime),
                          deduction.points.ToString());
  if (deduction.cap) text += Fill(frame.Say(say::kCap), deduction.cap->ToString());
  return text;
}

void DrawCounted(ScreenContext& context, Column& column, const session::ItemState& state,
                 const model::Deduction& deduction, const std::string& id, std::string_view name) {
  Frame& frame = context.frame;
  const model::FieldPath path = WithField(state.path, deduction.code);
  const std::int64_t count = CountOf(context, path);
  const std::string cost = CostText(frame, deduction);
  const std::string& label = frame.Say(deduction.label);
  const Rect row{column.x, column.y, column.width, 0};
  const float text_width = row.width - space::k12 - space::k8 - kStepperWidth - space::k8;
  const float text_height =
      frame.text.Height(label, kBody, text_width) + frame.text.Height(cost, kSmall, text_width);
  const float height = std::max(size::kTouch + 2 * space::k8, text_height + 2 * 10);
  const Rect box = column.Take(height);
  const Palette& p = frame.palette;
  DrawSurface(frame, box,
              {.fill = count > 0 ? p.bad_soft : p.sunken,
               .edge = count > 0 ? p.bad_line : p.hairline,
               .radius = size::kControlRadius});
  Column text{box.x + space::k12, box.y + (height - text_height) * 0.5f, text_width};
  DrawParagraph(frame, text, kBody, p.text, label);
  DrawParagraph(frame, text, kSmall, count > 0 ? p.bad : p.text_soft, cost);
  const Rect stepper{Right(box) - kStepperWidth - space::k8, box.y + (height - size::kTouch) * 0.5f,
                     kStepperWidth, size::kTouch};
  std::string full_name(name);
  full_name += ' ';
  full_name += label;
  const int change =
      Stepper(frame, stepper,
              {.id = id, .name = full_name, .value = count, .maximum = deduction.max_count});
  if (change != 0) SetCount(context, state, path, count + change);
}

}  // namespace

void DrawDeductionsAnswer(ScreenContext& context, Column& column, const session::ItemState& state,
                          const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const model::Item& item = *state.item;
  const model::Value& value = AnswerAt(context, state.path);

  for (const model::Deduction& deduction : item.deductions) {
    const std::string id = path_text + ":" + deduction.code;
    if (deduction.max_count == 1) {
      const model::FieldPath path = WithField(state.path, deduction.code);
      const bool happened = CountOf(context, path) > 0;
      const std::string cost = CostText(frame, deduction);
      const Choice choice{.id = id + "=on",
                          .label = frame.Say(deduction.label),
                          .trailing = cost,
                          .selected = happened,
                          .tone = Choice::Tone::kBad};
      if (ChoiceRows(frame, column, name, ChoiceRole::kMany, std::span(&choice, 1)) == 0) {
        SetCount(context, state, path, happened ? 0 : 1);
      }
    } else {
      DrawCounted(context, column, state, deduction, id, name);
    }
    column.Gap(space::k8);
  }

  Choice whole[2];
  whole[0] = {.id = path_text + "=" + std::string(model::kFullMarks),
              .label = frame.Say(say::kNothingToDeduct),
              .selected = value.HasCode(model::kFullMarks),
              .tone = Choice::Tone::kGood};
  whole[1] = {.id = path_text + "=" + std::string(model::kNotApplicable),
              .label = frame.Say(say::kNotApplicable),
              .description = frame.Say(item.not_applicable_basis),
              .selected = value.HasCode(model::kNotApplicable)};
  const int tapped =
      Segments(frame, column, name, std::span(whole, item.allows_not_applicable ? 2u : 1u));
  if (tapped < 0) return;
  for (const model::Deduction& deduction : item.deductions) {
    Set(context, WithField(state.path, deduction.code), model::Value());
  }
  Set(context, state.path,
      model::Value::Choice(std::string(tapped == 0 ? model::kFullMarks : model::kNotApplicable)));
}

}  // namespace pingshen::ui
