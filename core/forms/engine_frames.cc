// Engine: instances of repeats and tables, defaults.
#include <algorithm>
#include <cmath>

#include "core/forms/engine.h"
#include "core/forms/engine_visit.h"
#include "core/model/item_fields.h"

namespace pingshen::forms {

using model::Item;
using model::ItemType;

namespace {

constexpr std::int64_t kMaxInstances = 999;

void StartAs(const PlanNode& node, CellState& state) {
  if (node.item == nullptr) return;
  const Item& item = *node.item;
  state.required = item.required;
  state.read_only = item.read_only.always || !item.calculation.empty();
  state.may_be_not_applicable = item.allows_not_applicable && item.not_applicable_when.empty();
}

}  // namespace

std::uint32_t Engine::MakeFrame(std::uint32_t kind_number, std::uint32_t parent,
                                std::uint32_t number) {
  const FrameKind& kind = plan_->frame_kinds[kind_number];
  const auto id = static_cast<std::uint32_t>(frames_.size());
  Frame& frame = *frames_.emplace_back(std::make_unique<Frame>());
  frame.kind = kind_number;
  frame.parent = parent;
  frame.number = number;
  frame.cells = std::make_unique<CellState[]>(kind.nodes.size());
  frame.instances.resize(kind.repeats.size());
  frame.absent.resize(kind.repeats.size());
  frame.dirty.assign((kind.tasks.size() + kWordBits - 1) / kWordBits, 0);
  const bool around = kind.repeat == kNone || CellAt({kind.repeat, parent}).relevant;
  for (std::size_t slot = 0; slot < kind.nodes.size(); ++slot) {
    StartAs(plan_->nodes[kind.nodes[slot]], frame.cells[slot]);
    frame.cells[slot].relevant = around;
  }
  Bind(frame, id);
  for (std::size_t i = 0; i < kind.repeats.size(); ++i) {
    const PlanNode& table = plan_->nodes[kind.repeats[i]];
    const std::size_t rows = table.item->type == ItemType::kTable ? table.item->rows.size() : 0;
    for (std::uint32_t row = 1; row <= rows; ++row) {
      const std::uint32_t inner = MakeFrame(table.inner, id, row);
      frames_[id]->instances[i].push_back(inner);
      frames_[inner]->position = row;
    }
  }
  return id;
}

// Where the answers stand that are one as seen from this frame.
void Engine::Bind(Frame& frame, std::uint32_t id) {
  const FrameKind& kind = plan_->frame_kinds[frame.kind];
  frame.one.assign(kind.reference_count, &expression::kEmptyCell);
  for (const std::uint32_t number : kind.tasks) {
    const Task& task = plan_->tasks[number];
    const expression::Cell** one = frame.one.data() + task.first_reference;
    for (const expression::Dependency& dependency : task.expression.dependencies()) {
      const std::uint32_t subject = plan_->nodes[dependency.id].frame_kind;
      if (dependency.use == expression::Use::kOne && plan_->IsInside(frame.kind, subject))
        *one = &At({dependency.id, FrameAround(id, subject)}).seen;
      ++one;
    }
  }
}

std::uint32_t Engine::FindInstance(CellId repeat, std::uint32_t number, bool also_absent) const {
  const FrameKind& inner = plan_->frame_kinds[plan_->nodes[repeat.node].inner];
  const Frame& frame = *frames_[repeat.frame];
  const auto is_it = [&](std::uint32_t each) { return frames_[each]->number == number; };
  const auto& existing = frame.instances[inner.repeat_number];
  if (const auto found = std::ranges::find_if(existing, is_it); found != existing.end())
    return *found;
  if (!also_absent) return kNone;
  const auto& absent = frame.absent[inner.repeat_number];
  const auto found = std::ranges::find_if(absent, is_it);
  return found == absent.end() ? kNone : *found;
}

void Engine::SetPresence(CellId repeat, std::uint32_t number, bool exists) {
  const PlanNode& node = plan_->nodes[repeat.node];
  const std::uint32_t which = plan_->frame_kinds[node.inner].repeat_number;
  std::uint32_t frame = FindInstance(repeat, number, true);
  if (frame == kNone) {
    if (!exists) return;
    frame = MakeFrame(node.inner, repeat.frame, number);
  } else if (frames_[frame]->alive == exists) {
    return;
  }
  auto& existing = frames_[repeat.frame]->instances[which];
  auto& absent = frames_[repeat.frame]->absent[which];
  if (exists) {
    std::erase(absent, frame);
    existing.insert(std::ranges::lower_bound(existing, number, {},
                                             [&](std::uint32_t f) { return frames_[f]->number; }),
                    frame);
    frames_[frame]->alive = true;
    Renumber(repeat);
    Wake(frame);
  } else {
    // Whoever read its answers has to know before it is gone.
    Sleep(frame);
    std::erase(existing, frame);
    absent.push_back(frame);
    frames_[frame]->alive = false;
    Renumber(repeat);
  }
  Note(repeat, CellAt(repeat), kChangedInstances);
  MarkReaders(repeat);
}

void Engine::Renumber(CellId repeat) {
  std::uint32_t position = 0;
  for (const std::uint32_t frame : InstancesOf(repeat)) frames_[frame]->position = ++position;
}

void Engine::Wake(std::uint32_t frame) {
  const FrameKind& kind = plan_->frame_kinds[frames_[frame]->kind];
  for (std::uint32_t child = kind.repeat + 1; child < plan_->nodes[kind.repeat].end;
       child = plan_->nodes[child].end)
    InheritRelevance(child, frame);
  MarkTasksOf(frame);
  Sleep(frame);
  if (live_ && frames_[frame]->fresh) fresh_.push_back(frame);
}

// All readers of anything in the frame and the frames inside.
void Engine::Sleep(std::uint32_t frame) {
  const FrameKind& kind = plan_->frame_kinds[frames_[frame]->kind];
  for (const std::uint32_t node : kind.nodes) MarkReaders({node, frame});
  for (const auto& list : frames_[frame]->instances)
    for (const std::uint32_t inner : list) Sleep(inner);
}

void Engine::SetCount(CellId repeat, double count) {
  const Item& item = *plan_->nodes[repeat.node].item;
  const std::int64_t limit = item.max_instances > 0 ? item.max_instances : kMaxInstances;
  const double most = static_cast<double>(limit);
  const auto wanted =
      static_cast<std::uint32_t>(count >= 1 ? std::min(std::floor(count), most) : 0);
  while (InstancesOf(repeat).size() > wanted)
    SetPresence(repeat, frames_[InstancesOf(repeat).back()]->number, false);
  for (std::uint32_t number = static_cast<std::uint32_t>(InstancesOf(repeat).size()) + 1;
       number <= wanted; ++number)
    SetPresence(repeat, number, true);
}

void Engine::FillDefaults() {
  SetLive();
  for (std::uint32_t frame = 0; frame < frames_.size(); ++frame)
    if (IsAlive(frame)) FillDefaultsOf(frame);
}

void Engine::FillDefaultsOf(std::uint32_t frame) {
  frames_[frame]->fresh = false;
  const FrameKind& kind = plan_->frame_kinds[frames_[frame]->kind];
  for (const std::uint32_t task : kind.tasks)
    if (plan_->tasks[task].kind == TaskKind::kDefault) Evaluate(task, frame);
  for (std::size_t i = 0; i < frames_[frame]->instances.size(); ++i)
    for (std::size_t j = 0; j < frames_[frame]->instances[i].size(); ++j)
      if (const std::uint32_t inner = frames_[frame]->instances[i][j]; frames_[inner]->fresh)
        FillDefaultsOf(inner);
}

std::vector<std::pair<model::FieldPath, model::Value>> Engine::TakeRecords() {
  std::vector<std::pair<model::FieldPath, model::Value>> records;
  std::ranges::sort(records_);
  const auto repeated = std::ranges::unique(records_);
  records_.erase(repeated.begin(), repeated.end());
  for (const CellId cell : records_) {
    const Item& item = *plan_->nodes[cell.node].item;
    const std::string& text = At(cell).answer;
    if (!IsAlive(cell.frame)) continue;
    model::Value value;
    if (!text.empty()) {
      auto made =
          model::Value::Make(model::AnswerKind(item.type).value_or(model::ValueKind::kText), text);
      if (!made) continue;
      value = *std::move(made);
    }
    records.emplace_back(PathOf(cell), std::move(value));
  }
  records_.clear();
  return records;
}

}  // namespace pingshen::forms
