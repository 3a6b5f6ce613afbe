#include "core/forms/engine.h"

#include <algorithm>
#include <utility>

#include "core/expression/number.h"
#include "core/forms/derived_answer.h"
#include "core/forms/engine_tree.h"

namespace pingshen::forms {

using model::FieldPath;
using model::ItemType;
using model::Value;

namespace {

std::uint64_t KeyOf(CellId cell) { return std::uint64_t{cell.frame} << 32 | cell.node; }

}  // namespace

Engine::Engine(std::shared_ptr<const Plan> plan, const model::Form& form, World& world)
    : plan_(std::move(plan)),
      form_(form),
      tree_(std::make_unique<EngineTree>(*this, *plan_, form)),
      environment_(*plan_, form, world),
      dirty_tasks_((plan_->tasks.size() + kWordBits - 1) / kWordBits, 0),
      dirty_frames_(plan_->tasks.size()),
      vetoes_(plan_->vetoes.size(), false) {
  MakeFrame(0, 0, 0);
  MarkTasksOf(0);
}

Engine::~Engine() = default;

void Engine::Apply(const FieldPath& path, const Value& value) {
  std::uint32_t frame = 0;
  for (std::size_t i = 0; i < path.repeats.size(); ++i) {
    const FieldPath::Step& step = path.repeats[i];
    const std::uint32_t repeat = plan_->Find(step.repeat);
    if (repeat == kNone || plan_->nodes[repeat].inner == kNone) return;
    if (plan_->nodes[repeat].frame_kind != frames_[frame]->kind) return;
    const bool is_presence = path.item.empty() && i + 1 == path.repeats.size();
    if (is_presence) {
      SetPresence({repeat, frame}, step.instance, value == Value::Presence(true));
      return;
    }
    std::uint32_t inner = FindInstance({repeat, frame}, step.instance, true);
    // Which instances there are by the count is not known before everything is computed.
    if (inner == kNone && !plan_->nodes[repeat].item->count.empty()) {
      inner = MakeFrame(plan_->nodes[repeat].inner, frame, step.instance);
      frames_[inner]->alive = false;
      frames_[frame]
          ->absent[plan_->frame_kinds[plan_->nodes[repeat].inner].repeat_number]
          .push_back(inner);
    }
    if (inner == kNone) return;
    frame = inner;
  }
  const std::uint32_t node = plan_->Find(path.item);
  if (node == kNone || plan_->nodes[node].item == nullptr) return;
  if (plan_->nodes[node].frame_kind != frames_[frame]->kind) return;
  const CellId cell{node, frame};
  if (HasDerivedAnswer(*plan_->nodes[node].item)) {
    ApplyField(cell, path.field, value);
  } else if (path.field.empty()) {
    Set(cell, value.text());
  } else {
    Note(cell, CellAt(cell), kChangedValue);
    MarkReaders(cell, true);
  }
}

void Engine::ApplyField(CellId cell, const std::string& field, const Value& value) {
  auto& fields = fields_[KeyOf(cell)];
  if (value.empty()) {
    fields.erase(field);
  } else {
    fields[field] = value;
  }
  Note(cell, CellAt(cell), kChangedValue);
  MarkReaders(cell, true);
  Set(cell, DerivedAnswer(*plan_->nodes[cell.node].item, fields));
}

void Engine::Set(CellId cell, std::string_view text) {
  CellState& state = CellAt(cell);
  if (state.answer == text) return;
  if (!plan_->nodes[cell.node].item->calculation.empty()) {
    const auto own = plan_->TasksOf(cell.node);
    const bool recorded =
        std::ranges::any_of(own, [&](std::uint32_t task) { return plan_->tasks[task].recorded; });
    if (!recorded) return;
  }
  Assign(cell, state, text, expression::NumberOfAnswer(text, environment_.Zone()));
}

std::optional<CellId> Engine::Find(const FieldPath& path) const {
  std::uint32_t frame = 0;
  for (const FieldPath::Step& step : path.repeats) {
    const std::uint32_t repeat = plan_->Find(step.repeat);
    if (repeat == kNone || plan_->nodes[repeat].inner == kNone) return std::nullopt;
    if (plan_->nodes[repeat].frame_kind != frames_[frame]->kind) return std::nullopt;
    frame = FindInstance({repeat, frame}, step.instance, false);
    if (frame == kNone) return std::nullopt;
  }
  const std::uint32_t node = plan_->Find(path.item);
  if (node == kNone || plan_->nodes[node].item == nullptr) return std::nullopt;
  if (plan_->nodes[node].frame_kind != frames_[frame]->kind) return std::nullopt;
  return CellId{node, frame};
}

FieldPath Engine::PathOf(CellId cell) const {
  FieldPath path;
  path.item = plan_->nodes[cell.node].code();
  for (std::uint32_t frame = cell.frame; frame != 0; frame = frames_[frame]->parent) {
    const std::uint32_t repeat = plan_->frame_kinds[frames_[frame]->kind].repeat;
    path.repeats.push_back({std::string(plan_->nodes[repeat].code()), frames_[frame]->number});
  }
  std::ranges::reverse(path.repeats);
  return path;
}

std::span<const std::uint32_t> Engine::InstancesOf(CellId repeat) const {
  const std::uint32_t inner = plan_->nodes[repeat.node].inner;
  return frames_[repeat.frame]->instances[plan_->frame_kinds[inner].repeat_number];
}

bool Engine::IsAlive(std::uint32_t frame) const {
  while (frame != 0) {
    if (!frames_[frame]->alive) return false;
    frame = frames_[frame]->parent;
  }
  return true;
}

std::uint32_t Engine::FrameAround(std::uint32_t frame, std::uint32_t kind) const {
  while (frames_[frame]->kind != kind) frame = frames_[frame]->parent;
  return frame;
}

const Error* Engine::ErrorAt(CellId cell) const {
  if (errors_.empty()) return nullptr;
  for (const std::uint32_t task : plan_->TasksOf(cell.node))
    if (const auto found = errors_.find({task, cell.frame}); found != errors_.end())
      return &found->second;
  return nullptr;
}

std::vector<std::pair<CellId, Error>> Engine::Errors() const {
  std::vector<std::pair<CellId, Error>> errors;
  for (const auto& [place, error] : errors_)
    if (IsAlive(place.second))
      errors.emplace_back(CellId{plan_->tasks[place.first].node, place.second}, error);
  return errors;
}

}  // namespace pingshen::forms
