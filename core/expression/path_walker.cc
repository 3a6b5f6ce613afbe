// Location paths, predicates and unions over the tree: XPath 1.0, section 2.
#include <algorithm>

#include "core/expression/evaluator.h"

namespace pingshen::expression {

using program::Code;
using program::Op;

namespace {

bool IsReverse(Axis axis) {
  return axis == Axis::kAncestor || axis == Axis::kAncestorOrSelf || axis == Axis::kPreceding ||
         axis == Axis::kPrecedingSibling;
}

bool Passes(const program::Step& step, const Tree& tree, Node node) {
  const NodeKind kind = tree.Kind(node);
  switch (step.test) {
    case NodeTest::kNode:
      return true;
    case NodeTest::kText:
      return kind == NodeKind::kText;
    case NodeTest::kComment:
      return kind == NodeKind::kComment;
    case NodeTest::kProcessingInstruction:
      return kind == NodeKind::kProcessingInstruction &&
             (step.name.empty() || tree.LocalName(node) == step.name);
    default:
      break;
  }
  const NodeKind principal = step.axis == Axis::kAttribute   ? NodeKind::kAttribute
                             : step.axis == Axis::kNamespace ? NodeKind::kNamespace
                                                             : NodeKind::kElement;
  if (kind != principal) return false;
  if (step.test == NodeTest::kAny) return true;
  if (step.test == NodeTest::kName && tree.LocalName(node) != step.name) return false;
  // A name without a prefix means names written without one in whatever default namespace: form
  // definitions stand in the one of XForms and their paths never say so. XHTML's are never data.
  if (step.unprefixed)
    return tree.Prefix(node).empty() && tree.NamespaceUri(node) != "http://www.w3.org/1999/xhtml";
  return tree.NamespaceUri(node) == step.uri;
}

// The next node in document order below `top`, or 0.
Node NextBelow(const Tree& tree, Node top, Node node) {
  if (const Node child = tree.FirstChild(node)) return child;
  while (node && node != top) {
    if (const Node sibling = tree.NextSibling(node)) return sibling;
    node = tree.Parent(node);
  }
  return {};
}

Node LastBelow(const Tree& tree, Node node) {
  while (const Node child = tree.LastChild(node)) node = child;
  return node;
}

bool HasChildren(NodeKind kind) { return kind == NodeKind::kRoot || kind == NodeKind::kElement; }

}  // namespace

// Appends the nodes of the axis that pass the test, nearest first.
void Evaluator::Step(const program::Step& step, Node from, std::pmr::vector<Node>& out) {
  const Tree& tree = *context_.tree;
  const NodeKind kind = tree.Kind(from);
  const bool is_leaf = !HasChildren(kind);
  const bool is_beside = kind == NodeKind::kAttribute || kind == NodeKind::kNamespace;
  const auto take = [&](Node node) {
    if (Passes(step, tree, node)) out.push_back(node);
    return Spend(1);
  };
  switch (step.axis) {
    case Axis::kSelf:
      take(from);
      break;
    case Axis::kParent:
      if (const Node parent = tree.Parent(from)) take(parent);
      break;
    case Axis::kChild:
      if (is_leaf) break;
      for (Node node = tree.FirstChild(from); node && take(node);) node = tree.NextSibling(node);
      break;
    case Axis::kAttribute:
      if (kind != NodeKind::kElement) break;
      for (Node node = tree.FirstAttribute(from); node && take(node);)
        node = tree.NextAttribute(node);
      break;
    case Axis::kNamespace:
      if (kind != NodeKind::kElement) break;
      for (Node node = tree.FirstNamespace(from); node && take(node);)
        node = tree.NextNamespace(node);
      break;
    case Axis::kDescendantOrSelf:
      if (!take(from)) break;
      [[fallthrough]];
    case Axis::kDescendant:
      if (is_leaf) break;
      for (Node node = tree.FirstChild(from); node && take(node);)
        node = NextBelow(tree, from, node);
      break;
    case Axis::kAncestorOrSelf:
      if (!take(from)) break;
      [[fallthrough]];
    case Axis::kAncestor:
      for (Node node = tree.Parent(from); node && take(node);) node = tree.Parent(node);
      break;
    case Axis::kFollowingSibling:
      if (is_beside) break;
      for (Node node = tree.NextSibling(from); node && take(node);) node = tree.NextSibling(node);
      break;
    case Axis::kPrecedingSibling:
      if (is_beside) break;
      for (Node node = tree.PreviousSibling(from); node && take(node);)
        node = tree.PreviousSibling(node);
      break;
    case Axis::kFollowing: {
      Node node = is_beside ? tree.FirstChild(tree.Parent(from)) : Node();
      Node up = is_beside ? tree.Parent(from) : from;
      while (!node && up) {
        node = tree.Kind(up) == NodeKind::kRoot ? Node() : tree.NextSibling(up);
        up = tree.Parent(up);
      }
      while (node && take(node)) {
        Node next = tree.FirstChild(node);
        for (Node at = node; !next && at; at = tree.Parent(at))
          next = tree.Kind(at) == NodeKind::kRoot ? Node() : tree.NextSibling(at);
        node = next;
      }
      break;
    }
    case Axis::kPreceding:
      for (Node up = is_beside ? tree.Parent(from) : from; up; up = tree.Parent(up)) {
        if (tree.Kind(up) == NodeKind::kRoot) break;
        for (Node top = tree.PreviousSibling(up); top; top = tree.PreviousSibling(top)) {
          // Below `top` from the last to the first, then `top` itself.
          Node node = LastBelow(tree, top);
          while (take(node) && node != top) {
            const Node before = tree.PreviousSibling(node);
            node = before ? LastBelow(tree, before) : tree.Parent(node);
          }
          if (failed()) return;
        }
      }
      break;
  }
}

// Of nodes[first…] those for which all predicates hold.
void Evaluator::Keep(std::pmr::vector<Node>& nodes, std::size_t first,
                     std::span<const std::uint32_t> predicates) {
  const Focus outer = focus_;
  for (const std::uint32_t predicate : predicates) {
    const std::size_t size = nodes.size() - first;
    const Code& code = codes_[predicate];
    if (code.op == Op::kNumber) {
      const double wanted = code.number;
      const bool there = wanted >= 1 && wanted <= static_cast<double>(size) &&
                         wanted == static_cast<double>(static_cast<std::size_t>(wanted));
      if (there) nodes[first] = nodes[first + static_cast<std::size_t>(wanted) - 1];
      nodes.resize(first + (there ? 1 : 0));
      continue;
    }
    std::size_t kept = first;
    for (std::size_t i = 0; i < size && Spend(1); ++i) {
      const Node node = nodes[first + i];
      focus_ = {node, static_cast<double>(i + 1), static_cast<double>(size), true};
      bool holds = false;
      if (code.type == Type::kBoolean) {
        holds = Boolean(predicate);
      } else {
        const Value value = Evaluate(predicate);
        holds =
            value.kind == Value::Kind::kNumber ? value.number == focus_.position : ToBoolean(value);
      }
      if (holds) nodes[kept++] = node;
    }
    nodes.resize(kept);
  }
  focus_ = outer;
}

NodeSet Evaluator::Kept(std::pmr::vector<Node>&& nodes) {
  // The evaluator's memory is given back with the evaluator only: the nodes outlive the vector.
  return {.nodes = {nodes.data(), nodes.size()}};
}

void Evaluator::Arrange(std::pmr::vector<Node>& nodes) {
  if (nodes.size() < 2 || !Spend(nodes.size())) return;
  const Tree& tree = *context_.tree;
  const auto before = [&](Node a, Node b) { return a != b && tree.Precedes(a, b); };
  if (!std::ranges::is_sorted(nodes, before)) std::ranges::sort(nodes, before);
  const auto rest = std::ranges::unique(nodes);
  nodes.erase(rest.begin(), rest.end());
}

NodeSet Evaluator::AsNodes(const NodeSet& set) {
  if (!set.of_cells) return set;
  std::pmr::vector<Node> nodes(&memory_);
  nodes.reserve(set.size());
  for (std::size_t i = 0; i < set.size(); ++i)
    if (const Node node = NodeAt(set, i)) nodes.push_back(node);
  return Kept(std::move(nodes));
}

NodeSet Evaluator::Path(const Code& code) {
  const program::PathInfo& path = program_.paths[code.payload];
  if (context_.tree == nullptr) {
    Fail(code, "there is no tree for this path");
    return {};
  }
  const Tree& tree = *context_.tree;
  std::pmr::vector<Node> nodes(&memory_);
  if (code.count > 0) {
    const NodeSet start = AsNodes(Nodes(Argument(code, 0)));
    nodes.assign(start.nodes.begin(), start.nodes.end());
  } else if (path.absolute) {
    if (context_.place) nodes.push_back(tree.Root(context_.place));
  } else if (focus_.node) {
    nodes.push_back(focus_.node);
  }
  bool nested = nodes.size() > 1;  // whether one of the nodes may lie below another
  for (const program::Step& step : path.steps) {
    std::pmr::vector<Node> found(&memory_);
    for (const Node node : nodes) {
      const std::size_t first = found.size();
      Step(step, node, found);
      if (!step.predicates.empty()) Keep(found, first, step.predicates);
      if (IsReverse(step.axis))
        std::reverse(found.begin() + static_cast<std::ptrdiff_t>(first), found.end());
      if (failed()) return {};
    }
    const bool is_down =
        step.axis == Axis::kChild || step.axis == Axis::kAttribute || step.axis == Axis::kSelf;
    if (nodes.size() > 1 && (nested || !is_down)) Arrange(found);
    nested = nested || !is_down;
    nodes = std::move(found);
  }
  return Kept(std::move(nodes));
}

NodeSet Evaluator::Filter(const Code& code) {
  const NodeSet set = AsNodes(Nodes(Argument(code, 0)));
  if (set.size() > 0 && context_.tree == nullptr) {
    Fail(code, "there is no tree for this predicate");
    return {};
  }
  std::pmr::vector<Node> nodes(set.nodes.begin(), set.nodes.end(), &memory_);
  Keep(nodes, 0, std::span(program_.children).subspan(code.first + 1, code.count - 1));
  return Kept(std::move(nodes));
}

NodeSet Evaluator::Union(const Code& code) {
  std::pmr::vector<Node> nodes(&memory_);
  for (std::uint32_t i = 0; i < code.count; ++i) {
    const NodeSet set = AsNodes(Nodes(Argument(code, i)));
    nodes.insert(nodes.end(), set.nodes.begin(), set.nodes.end());
  }
  if (nodes.size() > 1) Arrange(nodes);
  return Kept(std::move(nodes));
}

}  // namespace pingshen::expression
