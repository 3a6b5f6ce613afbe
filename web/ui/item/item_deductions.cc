#include "web/ui/item/item_deductions.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "web/ui/controls/choices.h"
#include "web/ui/controls/parts.h"
#include "web/ui/controls/stepper.h"
#include "web/ui/draw/surface.h"
#include "web/ui/item/answer_field.h"
#include "web/ui/item/item_children.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

std::int64_t CountOf(const ScreenContext& context, const model::FieldPath& path) {
  return AnswerAt(context, path).AsInteger().value_or(0);
}

void SetCount(ScreenContext& context, const model::FieldPath& path, std::int64_t count) {
  Set(context, path, count > 0 ? model::Value::Integer(count) : model::Value());
}

// Points taken off, under the label.
std::string CostText(const Frame& frame, const model::Deduction& deduction) {
  using model::DeductionKind;
  const std::string points = deduction.points.ToString();
  std::string text;
  switch (deduction.kind) {
    case DeductionKind::kEach:
      text = Fill(frame.Say(deduction.bonus            ? say::kBonusEach
                            : deduction.max_count == 1 ? say::kOnce
                                                       : say::kPerTime),
                  points);
      break;
    case DeductionKind::kPerMissingUnit:
      text = Fill(frame.Say(deduction.bonus ? say::kPerMore : say::kPerMissing), points);
      break;
    case DeductionKind::kPerStartedStep:
    case DeductionKind::kPerFullStep:
      text = Fill(frame.Say(say::kPerStep), deduction.step.ToString(), points);
      break;
    case DeductionKind::kDiscretionary:
      return deduction.cap
                 ? Fill(frame.Say(say::kDiscretionary), deduction.cap->ToString())
                 : std::string(frame.Say(deduction.bonus ? say::kBonusAmount : say::kAmount));
  }
  if (deduction.cap)
    text +=
        Fill(frame.Say(deduction.bonus ? say::kBonusCap : say::kCap), deduction.cap->ToString());
  if (deduction.standard && deduction.kind != DeductionKind::kEach) {
    text += frame.language == Language::kEnglish ? " · " : "，";
    text += Fill(frame.Say(say::kStandard), deduction.standard->ToString());
  }
  return text;
}

void DrawCounted(ScreenContext& context, Column& column, const evaluation::ItemState& state,
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
  if (change != 0) SetCount(context, path, count + change);
}

// What was reached, and what was demanded where the form leaves that open; or an amount of points.
void DrawMeasured(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                  const model::Deduction& deduction, std::string_view name) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  Surface ground(frame, column.x, column.y, column.width,
                 {.fill = p.sunken, .edge = p.hairline, .radius = size::kControlRadius});
  const float padding = InnerPadding(column.width);
  Column inner = column.Indented(padding, padding);
  inner.Gap(10);
  const std::string& label = frame.Say(deduction.label);
  DrawParagraph(frame, inner, kBody, p.text, label);
  DrawParagraph(frame, inner, kSmall, p.text_soft, CostText(frame, deduction));
  inner.Gap(space::k8);
  const bool amount = deduction.kind == model::DeductionKind::kDiscretionary;
  const bool due = !amount && !deduction.standard;
  constexpr float kLeastField = 120;
  const float gap = space::k12;
  const bool two = due && inner.width >= 2 * kLeastField + gap;
  const float width = two ? (inner.width - gap) * 0.5f : std::min(inner.width, 320.0f);
  const auto draw_field = [&](Column& place, const std::string& field, const Phrase& word) {
    std::string full_name(name);
    full_name += ' ';
    full_name += label;
    full_name += ' ';
    full_name += frame.Say(word);
    const bool whole = deduction.kind == model::DeductionKind::kEach;
    DrawAnswerField(context, place,
                    {.path = WithField(state.path, field),
                     .kind = whole ? model::ValueKind::kInteger : model::ValueKind::kDecimal,
                     .field = {.id = state.path.ToString() + ":" + field,
                               .name = full_name,
                               .label = frame.Say(word),
                               .text = {}}});
  };
  const float top = inner.y;
  Column first{inner.x, top, width};
  draw_field(first, deduction.code,
             amount ? (deduction.bonus ? say::kBonusAmount : say::kAmount) : say::kReached);
  inner.y = first.y;
  if (due) {
    Column second{two ? inner.x + width + gap : inner.x, two ? top : first.y + gap, width};
    draw_field(second, model::DueField(deduction.code), say::kDue);
    inner.y = std::max(first.y, second.y);
  }
  inner.Gap(space::k12);
  column.y = inner.y;
  ground.End(column.y);
}

}  // namespace

void DrawDeductionsAnswer(ScreenContext& context, Column& column,
                          const evaluation::ItemState& state, const std::string& path_text,
                          std::string_view name) {
  Frame& frame = context.frame;
  const model::Item& item = *state.item;
  const model::Value& value = AnswerAt(context, state.path);

  for (const model::Deduction& deduction : item.deductions) {
    const std::string id = path_text + ":" + deduction.code;
    if (deduction.kind != model::DeductionKind::kEach) {
      DrawMeasured(context, column, state, deduction, name);
    } else if (deduction.max_count == 1) {
      const model::FieldPath path = WithField(state.path, deduction.code);
      const bool happened = CountOf(context, path) > 0;
      const std::string cost = CostText(frame, deduction);
      const Choice choice{.id = id + "=on",
                          .label = frame.Say(deduction.label),
                          .trailing = cost,
                          .selected = happened,
                          .tone = deduction.bonus ? Choice::Tone::kGood : Choice::Tone::kBad};
      if (ChoiceRows(frame, column, name, ChoiceRole::kMany, std::span(&choice, 1)) == 0)
        SetCount(context, path, happened ? 0 : 1);
    } else {
      DrawCounted(context, column, state, deduction, id, name);
    }
    column.Gap(space::k8);
  }

  // What may be said of the item as a whole.
  std::vector<Choice> whole;
  const auto offer = [&](std::string_view code, const Phrase& word, Choice::Tone tone) {
    whole.push_back({.id = path_text + "=" + std::string(code),
                     .label = frame.Say(word),
                     .selected = value.HasCode(code),
                     .tone = tone});
  };
  std::vector<std::string_view> codes{model::kFullMarks};
  offer(model::kFullMarks, say::kNothingToDeduct, Choice::Tone::kGood);
  if (item.allows_not_occurred) {
    codes.push_back(model::kNotOccurred);
    offer(model::kNotOccurred, say::kNotOccurred, Choice::Tone::kGood);
  }
  if (item.allows_no_evidence) {
    codes.push_back(model::kNoEvidence);
    offer(model::kNoEvidence, say::kNoEvidence, Choice::Tone::kBad);
  }
  if (MayNotApply(state) || value.HasCode(model::kNotApplicable)) {
    codes.push_back(model::kNotApplicable);
    offer(model::kNotApplicable, say::kNotApplicable, Choice::Tone::kPlain);
    whole.back().description = frame.Say(item.not_applicable_basis);
  }
  const int tapped = whole.size() <= 2 ? Segments(frame, column, name, whole)
                                       : ChoiceGrid(frame, column, name, ChoiceRole::kOne, whole);
  if (tapped < 0) return;
  Set(context, state.path,
      model::Value::Choice(std::string(codes[static_cast<std::size_t>(tapped)])));
}

}  // namespace pingshen::ui
