#include "core/forms/engine_references.h"

#include <algorithm>
#include <limits>

#include "core/forms/engine_tree.h"
#include "core/forms/engine_visit.h"

namespace pingshen::forms {

using expression::Cell;
using expression::Dependency;
using expression::Use;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
// What an instance of a repeat is as an answer: that it exists.
constexpr Cell kInstanceCell{"1", 1};

}  // namespace

void EngineReferences::Collect(std::uint32_t reference) const {
  const Plan& plan = *engine_.plan_;
  const Dependency& dependency = task_.expression.dependencies()[reference];
  const PlanNode& node = plan.nodes[dependency.id];
  const bool every = dependency.use == Use::kEvery;
  const std::uint32_t depth = every ? 0 : plan.CommonDepth(node.frame_kind, task_.frame_kind);
  std::uint32_t around = frame_;
  while (plan.frame_kinds[engine_.KindOf(around)].depth > depth) around = engine_.ParentOf(around);

  auto& cells = engine_.all_cells_[reference];
  auto& nodes = engine_.all_nodes_[reference];
  cells.clear();
  nodes.clear();
  engine_.VisitFrames(around, node.frame_kind, [&](std::uint32_t frame) {
    const CellState& state = engine_.At({dependency.id, frame});
    if (!state.relevant) return;
    if (node.inner == kNone) {
      cells.push_back(&state.seen);
      if (dependency.wants_node) nodes.push_back(EngineTree::ElementOf({dependency.id, frame}).id);
      return;
    }
    for (const std::uint32_t instance : engine_.InstancesOf({dependency.id, frame})) {
      cells.push_back(&kInstanceCell);
      if (dependency.wants_node)
        nodes.push_back(EngineTree::ElementOf({dependency.id, instance}).id);
    }
  });
}

std::span<const Cell* const> EngineReferences::All(std::uint32_t reference) const {
  auto& all = engine_.all_cells_;
  if (all.size() <= reference) {
    all.resize(task_.expression.dependencies().size());
    engine_.all_nodes_.resize(all.size());
  }
  const std::uint64_t bit = reference < 64 ? std::uint64_t{1} << reference : 0;
  if ((collected_ & bit) == 0) {
    Collect(reference);
    collected_ |= bit;
  }
  return all[reference];
}

expression::Node EngineReferences::NodeOf(std::uint32_t reference, std::size_t index) const {
  const Dependency& dependency = task_.expression.dependencies()[reference];
  if (dependency.use == Use::kAll || dependency.use == Use::kEvery) {
    All(reference);
    const auto& nodes = engine_.all_nodes_[reference];
    return index < nodes.size() ? expression::Node{nodes[index]} : expression::Node{};
  }
  const PlanNode& node = engine_.plan_->nodes[dependency.id];
  return EngineTree::ElementOf({dependency.id, engine_.FrameAround(frame_, node.frame_kind)});
}

double EngineReferences::Position(std::uint32_t reference) const {
  const Plan& plan = *engine_.plan_;
  const std::uint32_t inner = plan.nodes[task_.expression.dependencies()[reference].id].inner;
  if (inner == kNone) return 1;
  if (!plan.IsInside(task_.frame_kind, inner)) return kNaN;
  return engine_.frames_[engine_.FrameAround(frame_, inner)]->position;
}

double EngineReferences::Points(std::uint32_t reference) const {
  const Plan& plan = *engine_.plan_;
  const std::uint32_t node = task_.expression.dependencies()[reference].id;
  const std::uint32_t kind = plan.nodes[node].frame_kind;
  if (!plan.IsInside(task_.frame_kind, kind)) return kNaN;
  const CellId cell{node, engine_.FrameAround(frame_, kind)};
  return engine_.At(cell).relevant ? engine_.environment_.world().Points(cell) : kNaN;
}

}  // namespace pingshen::forms
