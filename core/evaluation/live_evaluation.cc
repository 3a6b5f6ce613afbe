#include "core/evaluation/live_evaluation.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <utility>

#include "core/evaluation/grading_join.h"
#include "core/evaluation/item_evaluation.h"

namespace pingshen::evaluation {

using forms::CellId;
using forms::kNone;
using forms::PlanNode;
using model::ItemType;

LiveEvaluation::LiveEvaluation(const FormInstance& instance) : instance_(instance) {
  const forms::Plan& plan = instance_.engine().plan();
  const model::Form& form = instance_.form().form;
  graded_ = !std::holds_alternative<std::monostate>(form.scheme) || !form.schemes.empty() ||
            !form.checks.empty();
  section_of_.resize(plan.nodes.size(), nullptr);
  missing_.resize(plan.nodes.size(), 0);
  scored_by_.resize(plan.nodes.size());
  for (std::uint32_t node = 0; node < plan.nodes.size(); ++node) {
    const model::Item* item = plan.nodes[node].item;
    const auto* steps = item ? std::get_if<model::ScoreBySteps>(&item->score) : nullptr;
    if (steps == nullptr || steps->denominator_item.empty()) continue;
    if (const std::uint32_t by = plan.Find(steps->denominator_item); by != kNone)
      scored_by_[by].push_back(node);
  }
  for (const model::Item& item : form.attributes)
    evaluation_.attributes.push_back(EvaluateItem(instance_, {plan.NodeOf(item), 0}));
  for (ItemState& state : evaluation_.attributes) Register(plan.NodeOf(*state.item), 0, state);
  evaluation_.sections.resize(form.sections.size());
  for (std::size_t i = 0; i < form.sections.size(); ++i)
    BuildSection(form.sections[i], evaluation_.sections[i]);
  Grade();
}

void LiveEvaluation::BuildSection(const model::Section& section, SectionState& state) {
  const forms::Plan& plan = instance_.engine().plan();
  state.section = &section;
  section_of_[plan.Find(section.code)] = &state;
  for (const model::Item& item : section.items)
    state.items.push_back(EvaluateItem(instance_, {plan.NodeOf(item), 0}));
  for (ItemState& item : state.items) Register(plan.NodeOf(*item.item), 0, item);
  state.sections.resize(section.sections.size());
  for (std::size_t i = 0; i < section.sections.size(); ++i)
    BuildSection(section.sections[i], state.sections[i]);
}

// ---- where each item's state stands, and what it adds

void LiveEvaluation::Register(std::uint32_t node, std::uint32_t frame, ItemState& state) {
  const forms::Engine& engine = instance_.engine();
  const forms::Plan& plan = engine.plan();
  if (items_.size() <= frame) items_.resize(frame + 1);
  std::vector<ItemState*>& slots = items_[frame];
  slots.resize(plan.frame_kinds[engine.KindOf(frame)].nodes.size(), nullptr);
  slots[plan.nodes[node].slot] = &state;
  Add(ShareOf(state, node), node);
  std::uint32_t child = node + 1;
  for (ItemState& each : state.children) {
    Register(child, frame, each);
    child = plan.nodes[child].end;
  }
  if (state.instances.empty()) return;
  const auto frames = engine.InstancesOf({node, frame});
  assert(frames.size() == state.instances.size());
  for (std::size_t i = 0; i < frames.size(); ++i) {
    child = node + 1;
    for (ItemState& each : state.instances[i].children) {
      Register(child, frames[i], each);
      child = plan.nodes[child].end;
    }
  }
}

// Takes away what the item and everything inside have added.
void LiveEvaluation::Forget(const ItemState& state, std::uint32_t node) {
  const forms::Plan& plan = instance_.engine().plan();
  Remove(ShareOf(state, node), node);
  std::uint32_t child = node + 1;
  for (const ItemState& each : state.children) {
    Forget(each, child);
    child = plan.nodes[child].end;
  }
  for (const ItemState::Instance& instance : state.instances) {
    child = node + 1;
    for (const ItemState& each : instance.children) {
      Forget(each, child);
      child = plan.nodes[child].end;
    }
  }
}

LiveEvaluation::Share LiveEvaluation::ShareOf(const ItemState& state, std::uint32_t node) const {
  Share share;
  if (!state.relevant) return share;
  const model::Item& item = *state.item;
  share.blocking = static_cast<std::uint32_t>(
      std::ranges::count_if(state.findings, &model::Finding::blocks_finish));
  share.missing = model::IsAsked(item.type) && state.required && !state.answered;
  // Inside an instance nothing counts by itself: a repeat counts as one.
  const bool counts = model::IsAsked(item.type) || item.type == ItemType::kTable;
  if (!counts || instance_.engine().plan().nodes[node].frame_kind != 0) return share;
  share.total = 1;
  share.answered = state.answered ? 1 : 0;
  if (item.points && state.applicable) {
    share.attainable = *item.points;
    share.earned = state.earned.value_or(Decimal());
  }
  return share;
}

void LiveEvaluation::Add(const Share& share, std::uint32_t node) {
  blocking_ += share.blocking;
  missing_[node] += share.missing ? 1 : 0;
  if (share.total == 0) return;
  evaluation_.total += share.total;
  evaluation_.answered += share.answered;
  const forms::Plan& plan = instance_.engine().plan();
  for (std::uint32_t around = plan.nodes[node].parent; around != kNone;
       around = plan.nodes[around].parent) {
    SectionState* section = section_of_[around];
    if (section == nullptr) continue;
    section->total += share.total;
    section->answered += share.answered;
    section->earned += share.earned;
    section->attainable += share.attainable;
  }
}

void LiveEvaluation::Remove(const Share& share, std::uint32_t node) {
  blocking_ -= share.blocking;
  missing_[node] -= share.missing ? 1 : 0;
  if (share.total == 0) return;
  evaluation_.total -= share.total;
  evaluation_.answered -= share.answered;
  const forms::Plan& plan = instance_.engine().plan();
  for (std::uint32_t around = plan.nodes[node].parent; around != kNone;
       around = plan.nodes[around].parent) {
    SectionState* section = section_of_[around];
    if (section == nullptr) continue;
    section->total -= share.total;
    section->answered -= share.answered;
    section->earned -= share.earned;
    section->attainable -= share.attainable;
  }
}

ItemState* LiveEvaluation::Find(CellId cell) {
  const PlanNode& node = instance_.engine().plan().nodes[cell.node];
  if (node.item == nullptr || cell.frame >= items_.size() || items_[cell.frame].empty())
    return nullptr;
  return items_[cell.frame][node.slot];
}

// ---- changes

void LiveEvaluation::AddAffected(CellId cell, std::set<CellId>& affected) const {
  const forms::Engine& engine = instance_.engine();
  const forms::Plan& plan = engine.plan();
  if (!engine.IsAlive(cell.frame)) return;
  if (plan.nodes[cell.node].item != nullptr)
    for (const std::uint32_t scored : scored_by_[cell.node]) AddAffected({scored, 0}, affected);
  while (plan.nodes[cell.node].item != nullptr && affected.insert(cell).second) {
    const std::uint32_t parent = plan.nodes[cell.node].parent;
    if (parent == kNone) break;
    if (plan.nodes[parent].inner == plan.nodes[cell.node].frame_kind)
      cell.frame = engine.ParentOf(cell.frame);
    cell.node = parent;
  }
}

void LiveEvaluation::Rebuild(CellId repeat) {
  ItemState* state = Find(repeat);
  if (state == nullptr) return;
  Forget(*state, repeat.node);
  *state = EvaluateItem(instance_, repeat);
  Register(repeat.node, repeat.frame, *state);
}

void LiveEvaluation::Refresh(CellId cell) {
  ItemState* state = Find(cell);
  if (state == nullptr) return;
  Remove(ShareOf(*state, cell.node), cell.node);
  RefreshItem(instance_, cell, *state);
  Add(ShareOf(*state, cell.node), cell.node);
}

void LiveEvaluation::Update(std::span<const forms::CellChange> changes) {
  if (changes.empty()) return;
  std::set<CellId> affected;
  std::set<CellId> rebuilt;
  for (const forms::CellChange& change : changes) {
    if ((change.what & forms::kChangedInstances) != 0 &&
        instance_.engine().IsAlive(change.cell.frame))
      rebuilt.insert(change.cell);
    AddAffected(change.cell, affected);
  }
  // Outer repeats first: they take those inside along, which then are built again in vain.
  for (const CellId cell : rebuilt) Rebuild(cell);
  // What stands inside has the larger number and is refreshed before what is around it.
  for (auto cell = affected.rbegin(); cell != affected.rend(); ++cell) Refresh(*cell);
  Grade();
}

void LiveEvaluation::Grade() {
  evaluation_.vetoes.clear();
  if (graded_) {
    const forms::Plan& plan = instance_.engine().plan();
    std::vector<std::string> missing;
    for (std::uint32_t node = 0; node < missing_.size(); ++node)
      if (missing_[node] > 0) missing.emplace_back(plan.nodes[node].code());
    evaluation_.grading = GradeForm(instance_, evaluation_.sections, missing, evaluation_.vetoes);
    if (std::holds_alternative<model::PointsScheme>(instance_.form().form.scheme))
      evaluation_.points = evaluation_.grading.schemes.front().points;
  }
  evaluation_.complete = blocking_ == 0;
}

}  // namespace pingshen::evaluation
