#include "web/ui/item/item_not_applicable.h"

#include <utility>

#include "web/ui/controls/choices.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/screen/item_words.h"

namespace pingshen::ui {

void DrawNotApplicable(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                       const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const model::Value& value = AnswerAt(context, state.path);
  const bool chosen =
      value.kind() == model::ValueKind::kChoice && value.HasCode(model::kNotApplicable);
  if (!MayNotApply(state) && !chosen) return;
  column.Gap(space::k8);
  const std::string& basis = frame.Say(state.item->not_applicable_basis);
  const Choice choice{.id = path_text + "=" + std::string(model::kNotApplicable),
                      .label = frame.Say(say::kNotApplicable),
                      .description = basis,
                      .selected = chosen};
  Column box = column;
  if (!frame.phone()) box.width = std::min(box.width, 240.0f);
  const int tapped = ChoiceRows(frame, box, name, ChoiceRole::kMany, std::span(&choice, 1));
  column.y = box.y;
  if (chosen && !basis.empty()) {
    column.Gap(6);
    DrawParagraph(frame, column, kSmall, frame.palette.text_soft, basis);
  }
  if (tapped < 0) return;
  Set(context, state.path,
      chosen ? model::Value() : model::Value::Choice(std::string(model::kNotApplicable)));
}

}  // namespace pingshen::ui
