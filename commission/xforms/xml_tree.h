// An XML document as the tree that expressions walk. The only home of pugixml.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/error.h"
#include "core/expression/tree.h"

namespace pingshen::commission {

// The data model of XPath 1.0, section 5, as a browser's DOM shows it: a CDATA section is a text of
// its own, there are no namespace nodes, xmlns attributes are no attributes, the document type and
// the declaration are no nodes. Attributes named id and xml:id are IDs.
class XmlTree final : public expression::Tree {
 public:
  // ERR_XML with the byte offset as context.
  static Result<std::unique_ptr<XmlTree>> Parse(std::string_view xml);

  expression::Node document() const { return {1}; }
  // From now on absolute paths start at `node`, which has no parent any more.
  void SetRoot(expression::Node node) { root_ = node; }

  // A DOM's way to say where a node is: the number of the child at each level, with all children
  // counted (texts and CDATA sections apart, the document type too). 0: there is no such node.
  expression::Node At(std::span<const std::uint32_t> index_path, std::string_view attribute) const;
  std::vector<std::uint32_t> IndexPathOf(expression::Node node) const;
  // "prefix:local" of an attribute, else "".
  std::string AttributeNameOf(expression::Node node) const;

  // The first element in document order with this local name and this attribute value.
  expression::Node FindElement(std::string_view local_name, std::string_view attribute,
                               std::string_view value) const;
  // The <translation> of a language; of "" the default one.
  expression::Node FindTranslation(std::string_view language) const;
  std::optional<std::string_view> Attribute(expression::Node element, std::string_view name) const;
  // What a prefix means at the document's element; std::nullopt: nothing.
  std::optional<std::string> NamespaceOfPrefix(std::string_view prefix) const;

  expression::NodeKind Kind(expression::Node node) const override { return At(node).kind; }
  expression::Node Root(expression::Node) const override { return root_; }
  expression::Node Parent(expression::Node node) const override;
  expression::Node FirstChild(expression::Node node) const override {
    return {At(node).first_child};
  }
  expression::Node LastChild(expression::Node node) const override { return {At(node).last_child}; }
  expression::Node NextSibling(expression::Node node) const override { return {At(node).next}; }
  expression::Node PreviousSibling(expression::Node node) const override {
    return {At(node).previous};
  }
  expression::Node FirstAttribute(expression::Node node) const override {
    return {At(node).first_attribute};
  }
  expression::Node NextAttribute(expression::Node node) const override { return {At(node).next}; }
  std::string_view LocalName(expression::Node node) const override;
  std::string_view Prefix(expression::Node node) const override;
  std::string_view NamespaceUri(expression::Node node) const override { return At(node).uri; }
  std::string_view StringValue(expression::Node node, std::string& scratch) const override;
  bool Precedes(expression::Node first, expression::Node second) const override {
    return first.id < second.id;
  }
  expression::Node ElementById(expression::Node, std::string_view id) const override;

 private:
  // In document order: the number of an entry plus one is the node's id.
  struct Entry {
    expression::NodeKind kind = expression::NodeKind::kElement;
    std::uint64_t parent = 0, first_child = 0, last_child = 0, next = 0, previous = 0;
    std::uint64_t first_attribute = 0;
    std::uint32_t index = 0;  // among the children of a DOM
    std::string name = {};    // prefix:local
    std::string uri = {};
    std::string text = {};
  };
  class Builder;

  const Entry& At(expression::Node node) const { return entries_[node.id - 1]; }

  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::uint64_t> ids_;
  std::unordered_map<std::string, std::string> namespaces_;  // at the document's element
  expression::Node root_{1};
};

}  // namespace pingshen::commission
