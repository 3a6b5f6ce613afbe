#include "web/ui/item/item_read_only.h"

#include <string>

#include "core/model/item_fields.h"
#include "web/ui/controls/parts.h"
#include "web/ui/draw/surface.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

void DrawValueBox(Frame& frame, Column& column, const std::string& id, std::string_view name,
                  std::string_view text, std::string_view nothing, bool computed) {
  const Palette& p = frame.palette;
  constexpr float kSign = 18;
  const bool empty = text.empty();
  const std::string_view shown = empty ? nothing : text;
  const TextStyle& style = empty ? kBody : kField;
  const float text_width = column.width - 2 * space::k12 - kSign - space::k8;
  const Rect box =
      column.Take(std::max(size::kControl, frame.text.Height(shown, style, text_width) + 22));
  DrawSurface(frame, box, {.fill = p.sunken, .edge = p.hairline, .radius = size::kControlRadius});
  DrawWrapped(frame, {box.x + space::k12, box.y, text_width, box.height}, style,
              empty ? p.text_soft : p.text, shown, Align::kLeft);
  DrawIcon(frame, computed ? Icon::kFunction : Icon::kLock,
           {Right(box) - space::k12 - kSign, box.y, kSign, box.height}, p.text_soft, 16);
  std::string told(name);
  told += frame.language == Language::kEnglish ? ": " : "：";
  told += shown;
  Tell(frame, computed ? Role::kStatus : Role::kText, id, told, box);
}

}  // namespace

void DrawReadOnlyAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                        const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const model::Item& item = *state.item;
  const bool computed = !item.calculation.empty();
  const std::string_view nothing = frame.Say(computed ? say::kComputedNothing : say::kNotAnswered);
  if (model::AnswerKind(item.type)) {
    const std::string text = ValueText(frame, item, {}, ShownValue(context, state));
    DrawValueBox(frame, column, path_text, name, text, nothing, computed);
  }
  for (const std::string& field : model::OwnFields(item)) {
    const model::Value& value = AnswerAt(context, WithField(state.path, field));
    if (value.empty()) continue;
    column.Gap(space::k8);
    const model::Text label = model::FieldLabel(item, field);
    DrawFact(frame, column, frame.Say(label), ValueText(frame, item, field, value));
  }
}

}  // namespace pingshen::ui
