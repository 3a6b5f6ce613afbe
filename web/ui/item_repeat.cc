// A group that repeats: persons, visits, samples.
#include <utility>

#include "web/ui/buttons.h"
#include "web/ui/choices.h"
#include "web/ui/item_card.h"
#include "web/ui/parts.h"

namespace pingshen::ui {
namespace {

constexpr std::int64_t kMostInstances = 999;

model::FieldPath InstancePath(const model::FieldPath& repeat, std::uint32_t number) {
  model::FieldPath path;
  path.repeats = repeat.repeats;
  path.repeats.push_back({repeat.item, number});
  return path;
}

void DrawInstance(ScreenContext& context, Column& column, const session::ItemState& repeat,
                  const session::ItemState::Instance& instance, std::size_t place,
                  const std::string& path_text, std::string_view label) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const std::string title = Fill(frame.Say(say::kInstance), label, std::to_string(place + 1));
  const std::string id = path_text + "#" + std::to_string(instance.number);
  RevealHere(frame, id, column.y);
  Surface ground(frame, column.x, column.y, column.width,
                 {.fill = p.sunken, .edge = p.hairline, .radius = size::kControlRadius});
  Column inner = column.Indented(space::k12, space::k12);
  inner.Gap(space::k4);
  const Rect head = inner.Take(size::kTouch);
  DrawText(frame, {head.x, head.y, head.width - size::kTouch, head.height}, kBodyStrong, p.text,
           title);
  std::string item_title = repeat.item->code + " " + title;
  Tell(frame, Role::kHeading, id + "/title", item_title, head, 4);
  std::string remove_name = repeat.item->code + " " + Fill(frame.Say(say::kRemove), title);
  if (IconButton(frame, {Right(head) - size::kTouch, head.y, size::kTouch, size::kTouch},
                 id + "/remove", Icon::kTrash, remove_name, p.text_soft)) {
    context.state.question = Question{InstancePath(repeat.path, instance.number), title};
  }
  for (const session::ItemState& child : instance.children) {
    if (!child.relevant) continue;
    const model::Item& item = *child.item;
    const std::string child_path = child.path.ToString();
    RevealHere(frame, child_path, inner.y);
    std::string name = item_title + " " + frame.Say(item.label);
    inner.Gap(space::k4);
    DrawParagraph(frame, inner, kBodyStrong, p.text, frame.Say(item.label));
    if (!item.hint.empty()) DrawParagraph(frame, inner, kSmall, p.text_soft, frame.Say(item.hint));
    inner.Gap(6);
    DrawAnswer(context, inner, child, child_path, name);
    DrawFindings(context, inner, child, child_path);
    inner.Gap(space::k12);
  }
  inner.Gap(space::k4);
  column.y = inner.y;
  ground.End(column.y);
  column.Gap(space::k12);
}

}  // namespace

void DrawRepeatAnswer(ScreenContext& context, Column& column, const session::ItemState& state,
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

  const std::int64_t most = item.max_instances > 0 ? item.max_instances : kMostInstances;
  const std::string add = Fill(frame.Say(say::kAdd), label);
  const std::string add_name = item.code + " " + add;
  const bool offer_none = state.instances.empty();
  const float gap = space::k8;
  const Rect row = column.Take(size::kControl);
  const float half = (row.width - gap) * 0.5f;
  if (Button(frame, {row.x, row.y, offer_none ? half : row.width, row.height},
             {.id = path_text + "/add",
              .label = add,
              .name = add_name,
              .kind = ButtonKind::kSecondary,
              .icon = Icon::kPlus,
              .disabled = static_cast<std::int64_t>(state.instances.size()) >= most})) {
    if (!value.empty()) Set(context, state.path, model::Value());
    context.Apply(session::AddInstance{state.path});
  }
  if (!offer_none) return;
  const std::string none = Fill(frame.Say(say::kNoneExist), label);
  Choice choice{.id = path_text + "=" + std::string(model::kNoInstance),
                .label = none,
                .selected = value.HasCode(model::kNoInstance)};
  Column right{row.x + half + gap, row.y, half};
  if (Segments(frame, right, name, std::span(&choice, 1)) == 0) {
    Set(context, state.path,
        choice.selected ? model::Value() : model::Value::Choice(std::string(model::kNoInstance)));
  }
  column.y = std::max(column.y, right.y);
}

}  // namespace pingshen::ui
