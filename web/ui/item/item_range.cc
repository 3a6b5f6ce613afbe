#include "web/ui/item/item_range.h"

#include <string>
#include <utility>

#include "web/ui/controls/choices.h"
#include "web/ui/controls/slider.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

constexpr double kMostSliderSteps = 1000;

}  // namespace

bool IsSlider(const model::Item& item) {
  const bool number =
      item.type == model::ItemType::kInteger || item.type == model::ItemType::kDecimal;
  if (!number || !item.minimum || !item.maximum || !item.step || Appears(item, "picker"))
    return false;
  const double step = item.step->ToDouble();
  return step > 0 && *item.minimum < *item.maximum &&
         (*item.maximum - *item.minimum).ToDouble() / step <= kMostSliderSteps;
}

void DrawRangeAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                     const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const model::Item& item = *state.item;
  const std::optional<Decimal> chosen = Slider(frame, column,
                                               {.id = path_text,
                                                .name = name,
                                                .value = AnswerAt(context, state.path).AsDecimal(),
                                                .minimum = *item.minimum,
                                                .maximum = *item.maximum,
                                                .step = *item.step,
                                                .unit = frame.Say(item.unit)},
                                               context.state.slider_drag);
  if (!chosen) return;
  const bool whole = item.type == model::ItemType::kInteger;
  const std::optional<std::int64_t> number = chosen->ToInteger();
  if (whole && !number) return;
  Set(context, state.path, whole ? model::Value::Integer(*number) : model::Value::Of(*chosen));
}

void DrawAcknowledgeAnswer(ScreenContext& context, Column& column,
                           const evaluation::ItemState& state, const std::string& path_text,
                           std::string_view name) {
  Frame& frame = context.frame;
  const bool done = AnswerAt(context, state.path).HasCode(model::kAcknowledged);
  const Choice choice{.id = path_text + "=" + std::string(model::kAcknowledged),
                      .label = frame.Say(say::kAcknowledge),
                      .selected = done,
                      .tone = Choice::Tone::kGood};
  if (ChoiceRows(frame, column, name, ChoiceRole::kMany, std::span(&choice, 1)) < 0) return;
  Set(context, state.path,
      done ? model::Value() : model::Value::Choice(std::string(model::kAcknowledged)));
}

}  // namespace pingshen::ui
