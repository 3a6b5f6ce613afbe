#include "core/forms/engine_tree.h"

#include <algorithm>
#include <vector>

namespace pingshen::forms {

using expression::Node;
using expression::NodeKind;

namespace {

// Number of a node: its frame + 1 in the upper half; in the lower half:
constexpr std::uint32_t kRoot = 0;
constexpr std::uint32_t kData = 1;
constexpr std::uint32_t kFirstNode = 2;
constexpr int kFrameShift = 32;

Node Make(std::uint32_t frame, std::uint32_t low) {
  return {(std::uint64_t{frame} + 1) << kFrameShift | low};
}
std::uint32_t LowOf(Node node) { return static_cast<std::uint32_t>(node.id); }
CellId CellOf(Node node) {
  return {LowOf(node) - kFirstNode, static_cast<std::uint32_t>(node.id >> kFrameShift) - 1};
}

}  // namespace

Node EngineTree::ElementOf(CellId cell) { return Make(cell.frame, cell.node + kFirstNode); }

Node EngineTree::PlaceOf(CellId cell) const {
  if (cell.node == kNone) return Make(0, kData);
  if (plan_.nodes[cell.node].inner == kNone) return ElementOf(cell);
  const auto instances = engine_.InstancesOf(cell);
  return instances.empty() ? Make(0, kData) : ElementOf({cell.node, instances.front()});
}

bool EngineTree::IsInstance(CellId cell) const {
  return plan_.frame_kinds[engine_.KindOf(cell.frame)].repeat == cell.node;
}

std::uint32_t EngineTree::EndOf(std::uint32_t parent) const {
  return parent == kNone ? static_cast<std::uint32_t>(plan_.nodes.size()) : plan_.nodes[parent].end;
}

NodeKind EngineTree::Kind(Node node) const {
  if (IsDataNode(node)) return data_.Kind(node);
  return LowOf(node) == kRoot ? NodeKind::kRoot : NodeKind::kElement;
}

Node EngineTree::Root(Node node) const {
  return IsDataNode(node) ? data_.Root(node) : Make(0, kRoot);
}

Node EngineTree::Parent(Node node) const {
  if (IsDataNode(node)) return data_.Parent(node);
  if (LowOf(node) == kRoot) return {};
  if (LowOf(node) == kData) return Make(0, kRoot);
  const CellId cell = CellOf(node);
  const std::uint32_t parent = plan_.nodes[cell.node].parent;
  if (parent == kNone) return Make(0, kData);
  return ElementOf({parent, IsInstance(cell) ? engine_.ParentOf(cell.frame) : cell.frame});
}

// The element of a node that stands in `frame`; of a repeat that of its first or last instance.
Node EngineTree::FirstOf(std::uint32_t node, std::uint32_t frame, bool last) const {
  const CellId cell{node, frame};
  if (!engine_.At(cell).relevant) return {};
  const PlanNode& plan_node = plan_.nodes[node];
  if (plan_node.inner == kNone)
    return plan_node.item != nullptr && plan_node.item->type == model::ItemType::kNote
               ? Node{}
               : ElementOf(cell);
  const auto instances = engine_.InstancesOf(cell);
  if (instances.empty()) return {};
  return ElementOf({node, last ? instances.back() : instances.front()});
}

Node EngineTree::Forward(std::uint32_t node, std::uint32_t parent, std::uint32_t frame) const {
  for (const std::uint32_t end = EndOf(parent); node < end; node = plan_.nodes[node].end)
    if (const Node found = FirstOf(node, frame, false)) return found;
  return {};
}

Node EngineTree::Backward(std::uint32_t before, std::uint32_t parent, std::uint32_t frame) const {
  while (before-- > (parent == kNone ? 0 : parent + 1)) {
    while (plan_.nodes[before].parent != parent) before = plan_.nodes[before].parent;
    if (const Node found = FirstOf(before, frame, true)) return found;
  }
  return {};
}

Node EngineTree::FirstChild(Node node) const {
  if (IsDataNode(node)) return data_.Child(node, false);
  if (LowOf(node) == kRoot) return Make(0, kData);
  if (LowOf(node) == kData) return Forward(0, kNone, 0);
  const CellId cell = CellOf(node);
  return Forward(cell.node + 1, cell.node, cell.frame);
}

Node EngineTree::LastChild(Node node) const {
  if (IsDataNode(node)) return data_.Child(node, true);
  if (LowOf(node) == kRoot) return Make(0, kData);
  if (LowOf(node) == kData) return Backward(EndOf(kNone), kNone, 0);
  const CellId cell = CellOf(node);
  return Backward(plan_.nodes[cell.node].end, cell.node, cell.frame);
}

Node EngineTree::NextSibling(Node node) const {
  if (IsDataNode(node)) return data_.Sibling(node, true);
  if (LowOf(node) < kFirstNode) return {};
  const CellId cell = CellOf(node);
  const PlanNode& plan_node = plan_.nodes[cell.node];
  std::uint32_t frame = cell.frame;
  if (IsInstance(cell)) {
    frame = engine_.ParentOf(frame);
    const auto instances = engine_.InstancesOf({cell.node, frame});
    const auto next = std::ranges::find(instances, cell.frame) + 1;
    if (next < instances.end()) return ElementOf({cell.node, *next});
  }
  return Forward(plan_node.end, plan_node.parent, frame);
}

Node EngineTree::PreviousSibling(Node node) const {
  if (IsDataNode(node)) return data_.Sibling(node, false);
  if (LowOf(node) < kFirstNode) return {};
  const CellId cell = CellOf(node);
  std::uint32_t frame = cell.frame;
  if (IsInstance(cell)) {
    frame = engine_.ParentOf(frame);
    const auto instances = engine_.InstancesOf({cell.node, frame});
    const auto here = std::ranges::find(instances, cell.frame);
    if (here != instances.begin() && here != instances.end())
      return ElementOf({cell.node, *(here - 1)});
  }
  return Backward(cell.node, plan_.nodes[cell.node].parent, frame);
}

std::string_view EngineTree::LocalName(Node node) const {
  if (IsDataNode(node)) return data_.LocalName(node);
  if (LowOf(node) == kRoot) return {};
  if (LowOf(node) == kData) return kRootElementName;
  return plan_.nodes[CellOf(node).node].code();
}

std::string_view EngineTree::StringValue(Node node, std::string& scratch) const {
  if (IsDataNode(node)) return data_.StringValue(node, scratch);
  if (LowOf(node) >= kFirstNode) {
    const CellId cell = CellOf(node);
    const PlanNode& plan_node = plan_.nodes[cell.node];
    if (plan_node.item != nullptr && plan_node.item->children.empty())
      return engine_.At(cell).seen.text;
  }
  scratch.clear();
  std::string inner;
  for (Node child = FirstChild(node); child; child = NextSibling(child))
    scratch += StringValue(child, inner);
  return scratch;
}

double EngineTree::NumberValue(Node node, const expression::TimeZone& zone) const {
  if (!IsDataNode(node) && LowOf(node) >= kFirstNode) {
    const CellId cell = CellOf(node);
    const PlanNode& plan_node = plan_.nodes[cell.node];
    if (plan_node.item != nullptr && plan_node.item->children.empty())
      return engine_.At(cell).seen.number;
  }
  return Tree::NumberValue(node, zone);
}

bool EngineTree::Precedes(Node first, Node second) const {
  if (IsDataNode(first) || IsDataNode(second)) return first < second;
  // The way from the root: node and instance by turns.
  const auto way_to = [&](Node node) {
    std::vector<std::uint32_t> way;
    if (LowOf(node) < kFirstNode) return std::vector<std::uint32_t>(LowOf(node), 0);
    CellId cell = CellOf(node);
    if (!IsInstance(cell)) way.push_back(cell.node + kFirstNode);
    for (std::uint32_t frame = cell.frame; frame != 0; frame = engine_.ParentOf(frame)) {
      way.push_back(engine_.NumberOf(frame));
      way.push_back(plan_.frame_kinds[engine_.KindOf(frame)].repeat + kFirstNode);
    }
    std::ranges::reverse(way);
    return way;
  };
  return way_to(first) < way_to(second);
}

}  // namespace pingshen::forms
