// Node-sets: how many, where, what they are called, and which instance of a repeat.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/expression/evaluator.h"
#include "core/expression/functions.h"
#include "core/expression/number.h"
#include "core/expression/shuffle.h"

namespace pingshen::expression {
namespace {

using program::Code;

Value Count(Evaluator& evaluator, const Code& code) {
  return Value::Of(static_cast<double>(evaluator.ArgumentNodes(code, 0).size()));
}

Value CountNonEmpty(Evaluator& evaluator, const Code& code) {
  const NodeSet set = evaluator.ArgumentNodes(code, 0);
  double count = 0;
  for (std::size_t i = 0; i < set.size() && evaluator.Spend(1); ++i)
    if (!evaluator.TextAt(set, i).empty()) ++count;
  return Value::Of(count);
}

Value Last(Evaluator& evaluator, const Code&) { return Value::Of(evaluator.focus().size); }

bool SameName(const Tree& tree, Node one, Node other) {
  return tree.Kind(one) == tree.Kind(other) && tree.LocalName(one) == tree.LocalName(other) &&
         tree.NamespaceUri(one) == tree.NamespaceUri(other);
}

// Without an argument the place in the predicate's list; with one the number of the node among the
// siblings of its name, which for a repeat is the number of the instance.
Value Position(Evaluator& evaluator, const Code& code) {
  if (code.count == 0) return Value::Of(evaluator.focus().position);
  const NodeSet set = evaluator.ArgumentNodes(code, 0);
  const Node node = set.size() == 0 ? Node() : evaluator.NodeAt(set, 0);
  if (!node || evaluator.tree() == nullptr)
    return Value::Of(std::numeric_limits<double>::quiet_NaN());
  const Tree& tree = *evaluator.tree();
  double position = 1;
  for (Node before = tree.PreviousSibling(node); before && evaluator.Spend(1);
       before = tree.PreviousSibling(before))
    if (SameName(tree, before, node)) ++position;
  return Value::Of(position);
}

// The node that a naming function is about; 0 when there is none.
Node Named(Evaluator& evaluator, const Code& code) {
  if (evaluator.tree() == nullptr) return {};
  if (code.count == 0) return evaluator.focus().node;
  const NodeSet set = evaluator.ArgumentNodes(code, 0);
  return set.size() == 0 ? Node() : evaluator.NodeAt(set, 0);
}

Value Name(Evaluator& evaluator, const Code& code) {
  const Node node = Named(evaluator, code);
  if (!node) return Value::Of(std::string_view());
  const std::string_view prefix = evaluator.tree()->Prefix(node);
  const std::string_view local = evaluator.tree()->LocalName(node);
  if (prefix.empty()) return Value::Of(local);
  return Value::Of(evaluator.Keep(std::string(prefix) + ":" + std::string(local)));
}

Value LocalName(Evaluator& evaluator, const Code& code) {
  const Node node = Named(evaluator, code);
  return Value::Of(node ? evaluator.tree()->LocalName(node) : std::string_view());
}

Value NamespaceUri(Evaluator& evaluator, const Code& code) {
  const Node node = Named(evaluator, code);
  return Value::Of(node ? evaluator.tree()->NamespaceUri(node) : std::string_view());
}

Value Id(Evaluator& evaluator, const Code& code) {
  const Value value = evaluator.ArgumentValue(code, 0);
  std::pmr::vector<Node> found(evaluator.memory());
  const Node place = evaluator.context().place;
  if (evaluator.tree() == nullptr || !place) return Value::Of(NodeSet());
  const auto look_up = [&](std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      std::size_t end = at;
      while (end < words.size() && !IsBlank(words[end])) ++end;
      if (end > at && evaluator.Spend(end - at))
        if (const Node node = evaluator.tree()->ElementById(place, words.substr(at, end - at)))
          found.push_back(node);
      at = end + 1;
    }
  };
  if (value.kind == Value::Kind::kNodes)
    for (std::size_t i = 0; i < value.nodes.size(); ++i) look_up(evaluator.TextAt(value.nodes, i));
  else
    look_up(evaluator.ToText(value));
  evaluator.Arrange(found);
  return Value::Of(evaluator.Kept(std::move(found)));
}

// XPath 1.0, 4.3: the nearest xml:lang is the wanted language or a sublanguage of it.
Value Lang(Evaluator& evaluator, const Code& code) {
  const std::string_view wanted = evaluator.ArgumentText(code, 0);
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  if (evaluator.tree() == nullptr) return Value::Of(false);
  const Tree& tree = *evaluator.tree();
  for (Node node = evaluator.focus().node; node && evaluator.Spend(1); node = tree.Parent(node)) {
    if (tree.Kind(node) != NodeKind::kElement) continue;
    for (Node at = tree.FirstAttribute(node); at; at = tree.NextAttribute(at)) {
      if (tree.LocalName(at) != "lang" || tree.Prefix(at) != "xml") continue;
      std::string scratch;
      const std::string_view own = tree.StringValue(at, scratch);
      const bool starts =
          own.size() >= wanted.size() &&
          std::ranges::equal(own.substr(0, wanted.size()), wanted, {}, lower, lower);
      return Value::Of(starts && (own.size() == wanted.size() || own[wanted.size()] == '-'));
    }
  }
  return Value::Of(false);
}

// indexed-repeat(node, repeat, number, …): the nodes that stand in the given instance of each
// repeat.
Value IndexedRepeat(Evaluator& evaluator, const Code& code) {
  if (evaluator.tree() == nullptr)
    return evaluator.Fail(code, "there is no tree for indexed-repeat()");
  const Tree& tree = *evaluator.tree();
  const NodeSet all = evaluator.AsNodes(evaluator.ArgumentNodes(code, 0));
  std::pmr::vector<Node> kept(all.nodes.begin(), all.nodes.end(), evaluator.memory());
  for (std::size_t i = 1; i + 1 < code.count; i += 2) {
    const NodeSet repeats = evaluator.AsNodes(evaluator.ArgumentNodes(code, i));
    const double wanted = evaluator.ArgumentNumber(code, i + 1);
    std::pmr::vector<Node> chosen(evaluator.memory());
    Node parent;
    double position = 0;
    for (const Node repeat : repeats.nodes) {  // in document order: siblings stand together
      const Node owner = tree.Parent(repeat);
      position = owner == parent ? position + 1 : 1;
      parent = owner;
      if (position == wanted) chosen.push_back(repeat);
      if (!evaluator.Spend(1)) return {};
    }
    std::ranges::sort(chosen);
    std::erase_if(kept, [&](Node node) {
      for (Node up = node; up && evaluator.Spend(1); up = tree.Parent(up))
        if (std::ranges::binary_search(chosen, up)) return false;
      return true;
    });
  }
  return Value::Of(evaluator.Kept(std::move(kept)));
}

Value Randomize(Evaluator& evaluator, const Code& code) {
  const NodeSet set = evaluator.AsNodes(evaluator.ArgumentNodes(code, 0));
  std::pmr::vector<Node> nodes(set.nodes.begin(), set.nodes.end(), evaluator.memory());
  if (!evaluator.Spend(nodes.size())) return {};
  if (code.count == 1) {
    Shuffle(nodes, [&] { return evaluator.environment().Random(); });
  } else {
    const Value seed = evaluator.ArgumentValue(code, 1);
    double number = evaluator.ToNumber(seed);
    const bool text = seed.kind == Value::Kind::kText || seed.kind == Value::Kind::kNodes;
    if (std::isnan(number) && text && !evaluator.ToText(seed).empty()) {
      const auto digest = evaluator.environment().Digest("SHA-256", evaluator.ToText(seed));
      if (!digest) return evaluator.Fail(code, "randomize() cannot make a seed of a text here");
      number = SeedOfDigest(*digest);
    }
    ParkMiller generator(number);
    Shuffle(nodes, [&] { return generator.Next(); });
  }
  return Value::Of(evaluator.Kept(std::move(nodes)));
}

constexpr bool kReadsTree = true;

constexpr std::array kNodeFunctions = {
    FunctionInfo{"count", 1, 1, Type::kNumber, Count, 1},
    FunctionInfo{"count-non-empty", 1, 1, Type::kNumber, CountNonEmpty, 1},
    FunctionInfo{"last", 0, 0, Type::kNumber, Last},
    FunctionInfo{"position", 0, 1, Type::kNumber, Position, 1, false, kReadsTree},
    FunctionInfo{"name", 0, 1, Type::kString, Name, 1, false, kReadsTree},
    FunctionInfo{"local-name", 0, 1, Type::kString, LocalName, 1, false, kReadsTree},
    FunctionInfo{"namespace-uri", 0, 1, Type::kString, NamespaceUri, 1, false, kReadsTree},
    FunctionInfo{"id", 1, 1, Type::kNodes, Id, 0, false, kReadsTree},
    FunctionInfo{"lang", 1, 1, Type::kBoolean, Lang, 0, false, kReadsTree},
    FunctionInfo{"indexed-repeat", 3, kAnyNumber, Type::kNodes, IndexedRepeat, 1, false,
                 kReadsTree},
    FunctionInfo{"randomize", 1, 2, Type::kNodes, Randomize, 1, true, kReadsTree},
};

}  // namespace

std::span<const FunctionInfo> NodeFunctions() { return kNodeFunctions; }

}  // namespace pingshen::expression
