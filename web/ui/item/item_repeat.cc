#include "web/ui/item/item_repeat.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "web/ui/controls/buttons.h"
#include "web/ui/controls/choices.h"
#include "web/ui/controls/parts.h"
#include "web/ui/draw/surface.h"
#include "web/ui/item/item_children.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/screen/item_place.h"
#include "web/ui/screen/item_words.h"

namespace pingshen::ui {
namespace {

constexpr std::int64_t kMostInstances = 999;

model::FieldPath InstancePath(const model::FieldPath& repeat, std::uint32_t number) {
  model::FieldPath path;
  path.repeats = repeat.repeats;
  path.repeats.push_back({repeat.item, number});
  return path;
}

// Instances come and go by the person's hand, not by the form's count.
bool MayChange(const evaluation::ItemState& repeat) {
  return repeat.item->count.empty() && !IsReadOnly(repeat);
}

void DrawInstance(ScreenContext& context, Column& column, const evaluation::ItemState& repeat,
                  const evaluation::ItemState::Instance& instance, std::size_t place,
                  const std::string& path_text, std::string_view label) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const std::string title = Fill(frame.Say(say::kInstance), label, std::to_string(place + 1));
  const std::string id = path_text + "#" + std::to_string(instance.number);
  RevealHere(frame, id, column.y);
  Surface ground(frame, column.x, column.y, column.width,
                 {.fill = p.sunken, .edge = p.hairline, .radius = size::kControlRadius});
  const float padding = InnerPadding(column.width);
  Column inner = column.Indented(padding, padding);
  inner.Gap(space::k4);
  const Rect head = inner.Take(size::kTouch);
  const std::string called = CalledBy(context, instance);
  const float title_width = std::ceil(frame.text.Width(title, kBodyStrong)) + 1;
  DrawText(frame, {head.x, head.y, std::min(title_width, head.width - size::kTouch), head.height},
           kBodyStrong, p.text, title);
  if (!called.empty()) {
    const float x = head.x + title_width + space::k8;
    DrawText(frame, {x, head.y, std::max(1.0f, Right(head) - size::kTouch - x), head.height}, kBody,
             p.text_soft, called);
  }
  std::string item_title = repeat.item->code + " " + title;
  Tell(frame, Role::kHeading, id + "/title", item_title, head, 4);
  const std::string remove_name = repeat.item->code + " " + Fill(frame.Say(say::kRemove), title);
  if (MayChange(repeat) &&
      IconButton(frame, {Right(head) - size::kTouch, head.y, size::kTouch, size::kTouch},
                 id + "/remove", Icon::kTrash, remove_name, p.text_soft)) {
    context.state.question =
        Question{session::RemoveInstance{InstancePath(repeat.path, instance.number)},
                 Fill(frame.Say(say::kRemoveTitle), title), &say::kRemoveText};
  }
  DrawChildren(context, inner, instance.children, item_title, 5);
  inner.Gap(space::k4);
  column.y = inner.y;
  ground.End(column.y);
  column.Gap(space::k12);
}

}  // namespace

void DrawRepeatAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                      const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const model::Item& item = *state.item;
  const std::string_view label = item.instance_label.empty()
                                     ? frame.Say(say::kInstanceFallback)
                                     : std::string_view(frame.Say(item.instance_label));
  const model::Value& value = AnswerAt(context, state.path);

  if (context.state.added_to == path_text && !state.instances.empty()) {
    context.state.added_to.clear();
    context.state.reveal = path_text + "#" + std::to_string(state.instances.back().number);
  }
  for (std::size_t place = 0; place < state.instances.size(); ++place) {
    DrawInstance(context, column, state, state.instances[place], place, path_text, label);
  }

  if (!MayChange(state)) {
    if (state.instances.empty())
      DrawParagraph(frame, column, kBody, frame.palette.text_soft,
                    Fill(frame.Say(say::kNoneExist), label));
    return;
  }
  const std::int64_t most = item.max_instances > 0 ? item.max_instances : kMostInstances;
  const std::string add = Fill(frame.Say(say::kAdd), label);
  const std::string add_name = item.code + " " + add;
  const bool offer_none = state.instances.empty();
  const float gap = space::k8;
  const ButtonSpec add_button{
      .id = path_text + "/add",
      .label = add,
      .name = add_name,
      .kind = ButtonKind::kSecondary,
      .icon = Icon::kPlus,
      .disabled = static_cast<std::int64_t>(state.instances.size()) >= most};
  const float half = (column.width - gap) * 0.5f;
  const bool beside = offer_none && ButtonWidth(frame, add_button) <= half;
  const Rect row = column.Take(size::kControl);
  if (Button(frame, {row.x, row.y, beside ? half : row.width, row.height}, add_button)) {
    context.Apply(session::AddInstance{state.path});
  }
  if (!offer_none) return;
  const std::string none = Fill(frame.Say(say::kNoneExist), label);
  Choice choice{.id = path_text + "=" + std::string(model::kNoInstance),
                .label = none,
                .selected = value.HasCode(model::kNoInstance)};
  Column right = beside ? Column{row.x + half + gap, row.y, half}
                        : Column{column.x, column.y + gap, column.width};
  if (Segments(frame, right, name, std::span(&choice, 1)) == 0) {
    Set(context, state.path,
        choice.selected ? model::Value() : model::Value::Choice(std::string(model::kNoInstance)));
  }
  column.y = std::max(column.y, right.y);
}

}  // namespace pingshen::ui
