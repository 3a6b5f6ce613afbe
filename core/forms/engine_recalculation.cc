// Engine: what a change makes of the rest.
#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <utility>

#include "core/expression/number.h"
#include "core/forms/engine.h"
#include "core/forms/engine_references.h"
#include "core/forms/engine_tree.h"
#include "core/forms/engine_visit.h"
#include "core/model/item_fields.h"

namespace pingshen::forms {

using expression::Context;

namespace {

bool Same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

// As expression::TextOf; whole numbers without a detour.
void PrintNumber(double number, std::string& out) {
  constexpr double kExact = 1e15;
  if (std::abs(number) < kExact && number == std::trunc(number)) {
    char digits[24];
    const auto end =
        std::to_chars(digits, digits + sizeof digits, static_cast<std::int64_t>(number)).ptr;
    out.assign(digits, end);
  } else if (std::isnan(number)) {
    out.clear();
  } else {
    out = expression::TextOf(number);
  }
}

}  // namespace

// ---- who has to be asked again

void Engine::Note(CellId cell, CellState& state, std::uint8_t change) {
  if (state.changed == 0) changed_.push_back({cell, 0});
  state.changed |= change;
}

void Engine::MarkTask(std::uint32_t number, std::uint32_t frame) {
  const std::uint64_t bit = std::uint64_t{1} << (number % kWordBits);
  if (frame != 0) {
    const Task& task = plan_->tasks[number];
    std::uint64_t& dirty = frames_[frame]->dirty[task.local / kWordBits];
    const std::uint64_t local = std::uint64_t{1} << (task.local % kWordBits);
    if ((dirty & local) != 0) return;
    dirty |= local;
    dirty_frames_[number].push_back(frame);
  }
  dirty_tasks_[number / kWordBits] |= bit;
}

void Engine::MarkReaders(CellId cell, bool results_only) {
  for (const Reader& reader : plan_->ReadersOf(cell.node)) {
    if (results_only && !reader.wants_results) continue;
    const std::uint32_t kind = plan_->tasks[reader.task].frame_kind;
    if (kind == 0) {
      MarkTask(reader.task, 0);
      continue;
    }
    std::uint32_t around = cell.frame;
    while (plan_->frame_kinds[frames_[around]->kind].depth > reader.depth)
      around = frames_[around]->parent;
    VisitFrames(around, kind, [&](std::uint32_t frame) { MarkTask(reader.task, frame); });
  }
  if (!plan_->whole_form.empty()) MarkWholeForm();
}

void Engine::MarkWholeForm() {
  for (const std::uint32_t task : plan_->whole_form)
    if (running_ == kNone || task > running_)
      VisitFrames(0, plan_->tasks[task].frame_kind,
                  [&](std::uint32_t frame) { MarkTask(task, frame); });
}

void Engine::MarkTasksOf(std::uint32_t frame) {
  for (const std::uint32_t number : plan_->frame_kinds[frames_[frame]->kind].tasks) {
    const Task& task = plan_->tasks[number];
    const bool waits =
        task.kind == TaskKind::kDefault ||
        (task.kind == TaskKind::kCalculation && !plan_->nodes[task.node].item->triggers.empty());
    if (!waits) MarkTask(number, frame);
  }
  for (const auto& list : frames_[frame]->instances)
    for (const std::uint32_t inner : list) MarkTasksOf(inner);
}

// ---- what changes

void Engine::Publish(CellId cell, CellState& state) {
  state.seen =
      state.relevant ? expression::Cell{state.answer, state.number} : expression::kEmptyCell;
  MarkReaders(cell);
}

void Engine::Assign(CellId cell, CellState& state, std::string_view text, double number) {
  state.answer.assign(text);
  state.number = number;
  Note(cell, state, kChangedValue);
  if (state.relevant) Publish(cell, state);
}

void Engine::InheritRelevance(std::uint32_t node, std::uint32_t frame) {
  const PlanNode& plan_node = plan_->nodes[node];
  CellState& state = CellAt({node, frame});
  bool around = true;
  if (plan_node.parent != kNone) {
    const bool is_child = plan_->nodes[plan_node.parent].frame_kind == plan_node.frame_kind;
    around = At({plan_node.parent, is_child ? frame : frames_[frame]->parent}).relevant;
  }
  const bool relevant = state.own_relevant && around;
  if (relevant == state.relevant) return;
  state.relevant = relevant;
  Note({node, frame}, state, kChangedRelevance);
  Publish({node, frame}, state);
  if (relevant && state.answer.empty())
    for (const std::uint32_t task : plan_->TasksOf(node))
      if (plan_->tasks[task].recorded && plan_node.item->triggers.empty()) MarkTask(task, frame);
  for (std::uint32_t child = node + 1; child < plan_node.end; child = plan_->nodes[child].end) {
    if (plan_node.inner == kNone) {
      InheritRelevance(child, frame);
      continue;
    }
    for (const std::uint32_t inner : InstancesOf({node, frame})) InheritRelevance(child, inner);
  }
}

// ---- evaluation

std::span<const CellChange> Engine::Recalculate() {
  Run();
  while (!fresh_.empty()) {
    const std::vector<std::uint32_t> fresh = std::move(fresh_);
    fresh_.clear();
    for (const std::uint32_t frame : fresh)
      if (frames_[frame]->fresh) FillDefaultsOf(frame);
    Run();
  }
  for (CellChange& change : changed_) change.what = std::exchange(CellAt(change.cell).changed, 0);
  reported_.swap(changed_);
  changed_.clear();
  return reported_;
}

std::span<const CellChange> Engine::RecalculateAll() {
  MarkTasksOf(0);
  reading_log_ = true;
  Run();
  reading_log_ = false;
  return Recalculate();
}

void Engine::Run() {
  for (std::size_t word = 0; word < dirty_tasks_.size();) {
    if (dirty_tasks_[word] == 0) {
      ++word;
      continue;
    }
    const auto bit = static_cast<std::size_t>(std::countr_zero(dirty_tasks_[word]));
    dirty_tasks_[word] &= dirty_tasks_[word] - 1;
    const auto number = static_cast<std::uint32_t>(word * kWordBits + bit);
    running_ = number;
    const Task& task = plan_->tasks[number];
    if (task.frame_kind == 0) {
      Evaluate(number, 0);
      continue;
    }
    std::vector<std::uint32_t>& frames = dirty_frames_[number];
    for (std::size_t i = 0; i < frames.size(); ++i) {
      const std::uint32_t frame = frames[i];
      frames_[frame]->dirty[task.local / kWordBits] &=
          ~(std::uint64_t{1} << (task.local % kWordBits));
      if (IsAlive(frame)) Evaluate(number, frame);
    }
    frames.clear();
  }
  running_ = kNone;
}

void Engine::Evaluate(std::uint32_t number, std::uint32_t frame) {
  const Task& task = plan_->tasks[number];
  const CellId cell{task.node, frame};
  const EngineReferences references(*this, task, frame);
  Context context{.references = references,
                  .environment = environment_,
                  .self = nullptr,
                  .tree = nullptr,
                  .place = {}};
  expression::Cell self;
  if (task.node != kNone) {
    const CellState& state = At(cell);
    self = {state.answer, state.number};
    context.self = &self;
  }
  if (task.expression.uses_tree()) {
    context.tree = tree_.get();
    context.place = tree_->PlaceOf(cell);
  }
  ++evaluations_;

  Status status;
  if (task.kind == TaskKind::kCalculation || task.kind == TaskKind::kDefault) {
    status = EvaluateCalculation(task, cell, context);
  } else if (task.kind == TaskKind::kCount) {
    const auto count = task.expression.EvaluateNumber(context);
    if (count) SetCount(cell, *count);
    if (!count) status = std::unexpected(count.error());
  } else {
    const bool asked = task.kind != TaskKind::kConstraint || !At(cell).seen.text.empty();
    auto holds = task.kind == TaskKind::kChoices ? IsOffered(task, cell, context)
                 : asked                         ? task.expression.EvaluateBoolean(context)
                                                 : Result<bool>(true);
    // What cannot be said hides nothing; that it cannot be said is an error of its own.
    const bool otherwise = task.kind == TaskKind::kRelevant || task.kind == TaskKind::kConstraint ||
                           task.kind == TaskKind::kChoices;
    if (!holds) status = std::unexpected(holds.error());
    if (task.kind == TaskKind::kVeto) {
      const auto veto = std::ranges::find(plan_->vetoes, number);
      vetoes_[static_cast<std::size_t>(veto - plan_->vetoes.begin())] = holds.value_or(false);
    } else {
      StoreBoolean(task, cell, holds.value_or(otherwise));
    }
  }
  if (!status) {
    errors_.insert_or_assign({number, frame}, status.error());
  } else if (!errors_.empty()) {
    errors_.erase({number, frame});
  }
}

void Engine::StoreBoolean(const Task& task, CellId cell, bool value) {
  CellState& state = CellAt(cell);
  bool* result = nullptr;
  switch (task.kind) {
    case TaskKind::kRelevant:
      state.own_relevant = value;
      InheritRelevance(cell.node, cell.frame);
      return;
    case TaskKind::kConstraint:
      result = &state.constraint_holds;
      break;
    case TaskKind::kChoices:
      result = &state.choice_offered;
      break;
    case TaskKind::kRequired:
      result = &state.required;
      break;
    case TaskKind::kOptional:
      result = &state.optional;
      break;
    case TaskKind::kReadOnly:
      result = &state.read_only;
      break;
    default:
      result = &state.may_be_not_applicable;
      break;
  }
  // Of choices other options may be left although the answer is still among them.
  if (*result == value && task.kind != TaskKind::kChoices) return;
  *result = value;
  Note(cell, state, kChangedRules);
  MarkReaders(cell, true);
}

Status Engine::EvaluateCalculation(const Task& task, CellId cell, const Context& context) {
  CellState& state = CellAt(cell);
  if (task.kind == TaskKind::kDefault && !state.answer.empty()) return {};
  if (task.recorded) {
    if (!state.relevant) return {};
    if (!state.answer.empty() && (reading_log_ || task.expression.is_once())) return {};
  }
  double number = 0;
  if (task.expression.type() == expression::Type::kNumber) {
    const auto result = task.expression.EvaluateNumber(context);
    number = result.value_or(std::numeric_limits<double>::quiet_NaN());
    if (Same(number, state.number) && (!std::isnan(number) || state.answer.empty())) {
      if (!result) return std::unexpected(result.error());
      return {};
    }
    PrintNumber(number, scratch_);
    Assign(cell, state, scratch_, number);
    if (!result) return std::unexpected(result.error());
  } else {
    auto result = task.expression.EvaluateString(context);
    const std::string_view text = result ? std::string_view(*result) : std::string_view();
    if (state.answer != text)
      Assign(cell, state, text, expression::NumberOfAnswer(text, environment_.Zone()));
    else if (result)
      return {};
    if (!result) return std::unexpected(result.error());
  }
  if (task.recorded || task.kind == TaskKind::kDefault) records_.push_back(cell);
  return {};
}

Result<bool> Engine::IsOffered(const Task& task, CellId cell, Context& context) {
  const model::Item& item = *plan_->nodes[cell.node].item;
  std::string_view rest = At(cell).seen.text;
  context.self = nullptr;
  context.tree = tree_.get();
  while (!rest.empty()) {
    const std::size_t blank = std::min(rest.find(' '), rest.size());
    const std::string_view code = rest.substr(0, blank);
    rest.remove_prefix(std::min(blank + 1, rest.size()));
    const model::Option* option = item.options.Find(code);
    if (option == nullptr) continue;
    context.place = tree_->data().OptionOf(
        cell.node, static_cast<std::uint32_t>(option - item.options.begin()));
    PINGSHEN_TRY(const bool offered, task.expression.EvaluateBoolean(context));
    if (!offered) return false;
  }
  return true;
}

std::vector<std::uint32_t> Engine::ChoicesOf(CellId cell) {
  const model::Item& item = *plan_->nodes[cell.node].item;
  std::vector<std::uint32_t> choices;
  const auto own = plan_->TasksOf(cell.node);
  const auto filter = std::ranges::find_if(
      own, [&](std::uint32_t task) { return plan_->tasks[task].kind == TaskKind::kChoices; });
  for (std::uint32_t option = 0; option < item.options.size(); ++option) {
    if (filter != own.end()) {
      const Task& task = plan_->tasks[*filter];
      const EngineReferences references(*this, task, cell.frame);
      const Context context{.references = references,
                            .environment = environment_,
                            .self = nullptr,
                            .tree = tree_.get(),
                            .place = tree_->data().OptionOf(cell.node, option)};
      if (!task.expression.EvaluateBoolean(context).value_or(true)) continue;
    }
    choices.push_back(option);
  }
  return choices;
}

}  // namespace pingshen::forms
