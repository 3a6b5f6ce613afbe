// What an expression walks: any tree of nodes that follows the data model of XPath 1.0, section 5.
// One Tree may hold several documents (the answers, and each secondary instance).
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/expression/time_zone.h"

namespace pingshen::expression {

// A place in a tree; what the number means is the tree's own business. Valid until the tree
// changes.
struct Node {
  std::uint64_t id = 0;  // 0: no node

  explicit operator bool() const { return id != 0; }
  friend auto operator<=>(const Node&, const Node&) = default;
};

enum class NodeKind : std::uint8_t {
  kRoot,
  kElement,
  kAttribute,
  kText,  // adjacent texts and CDATA sections are one node
  kComment,
  kProcessingInstruction,
  kNamespace,
};

// Read-only. Every view stays valid until the tree changes. No member is called with the node 0.
class Tree {
 public:
  virtual ~Tree() = default;

  virtual NodeKind Kind(Node node) const = 0;

  // The node at which absolute paths start when they are written at `node`.
  virtual Node Root(Node node) const = 0;
  // Of an attribute or a namespace: its element. 0 at the root.
  virtual Node Parent(Node node) const = 0;

  // Children in the sense of XPath: neither attributes nor namespaces. 0 when there is none.
  virtual Node FirstChild(Node node) const = 0;
  virtual Node LastChild(Node node) const = 0;
  virtual Node NextSibling(Node node) const = 0;
  virtual Node PreviousSibling(Node node) const = 0;

  virtual Node FirstAttribute(Node element) const = 0;
  virtual Node NextAttribute(Node attribute) const = 0;
  // The namespaces in scope of an element. Trees without namespaces give 0.
  virtual Node FirstNamespace(Node) const { return {}; }
  virtual Node NextNamespace(Node) const { return {}; }

  // "" for kinds without a name. A processing instruction has its target, a namespace its prefix.
  virtual std::string_view LocalName(Node node) const = 0;
  virtual std::string_view Prefix(Node) const { return {}; }
  virtual std::string_view NamespaceUri(Node) const { return {}; }

  // The string value. `scratch` is the place for one that does not exist in one piece; the result
  // is valid as long as neither the tree nor `scratch` changes.
  virtual std::string_view StringValue(Node node, std::string& scratch) const = 0;
  // The string value as NumberOfAnswer of number.h has it. Trees that keep numbers override it.
  virtual double NumberValue(Node node, const TimeZone& zone) const;

  // Document order: whether `first` stands before `second`, which is another node. Documents of one
  // tree have an order too, any that does not change.
  virtual bool Precedes(Node first, Node second) const = 0;

  // The element with this ID in the document of `node`; 0 when there is none.
  virtual Node ElementById(Node, std::string_view) const { return {}; }
};

}  // namespace pingshen::expression
