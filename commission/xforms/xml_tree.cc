#include "commission/xforms/xml_tree.h"

#include <pugixml.hpp>
#include <utility>

namespace pingshen::commission {

using expression::Node;
using expression::NodeKind;

namespace {

constexpr unsigned kParseFlags = pugi::parse_cdata | pugi::parse_comments | pugi::parse_pi |
                                 pugi::parse_doctype | pugi::parse_ws_pcdata | pugi::parse_escapes |
                                 pugi::parse_eol | pugi::parse_wconv_attribute;

using Scope = std::unordered_map<std::string, std::string>;  // prefix -> URI

std::pair<std::string_view, std::string_view> Split(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return {{}, name};
  return {name.substr(0, colon), name.substr(colon + 1)};
}

bool IsText(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

}  // namespace

class XmlTree::Builder {
 public:
  explicit Builder(XmlTree& tree) : tree_(tree) {}

  void Run(const pugi::xml_document& document) {
    const std::uint64_t root = Add({.kind = NodeKind::kRoot}, 0);
    Scope scope = {{"xml", "http://www.w3.org/XML/1998/namespace"}};
    Children(document, root, scope);
  }

 private:
  std::uint64_t Add(Entry entry, std::uint64_t parent) {
    entry.parent = parent;
    tree_.entries_.push_back(std::move(entry));
    return tree_.entries_.size();
  }
  Entry& Of(std::uint64_t id) { return tree_.entries_[id - 1]; }

  void AddChild(std::uint64_t parent, std::uint64_t child) {
    const std::uint64_t last = Of(parent).last_child;
    Of(child).previous = last;
    (last != 0 ? Of(last).next : Of(parent).first_child) = child;
    Of(parent).last_child = child;
  }

  // Bounded by pugixml's own bound on depth: it builds no deeper tree than its parser's memory, and
  // this walks with a stack of its own.
  void Children(const pugi::xml_node& top, std::uint64_t top_id, const Scope& top_scope) {
    struct Level {
      pugi::xml_node next;
      std::uint64_t id;
      std::uint32_t index;
      Scope scope;
    };
    std::vector<Level> levels;
    levels.push_back({top.first_child(), top_id, 0, top_scope});
    while (!levels.empty()) {
      Level& level = levels.back();
      const pugi::xml_node node = level.next;
      if (!node) {
        levels.pop_back();
        continue;
      }
      level.next = node.next_sibling();
      const std::uint32_t index = level.index++;
      const std::uint64_t parent = level.id;
      if (IsText(node)) {
        AddChild(parent,
                 Add({.kind = NodeKind::kText, .index = index, .text = node.value()}, parent));
      } else if (node.type() == pugi::node_comment) {
        AddChild(parent,
                 Add({.kind = NodeKind::kComment, .index = index, .text = node.value()}, parent));
      } else if (node.type() == pugi::node_pi) {
        AddChild(parent, Add({.kind = NodeKind::kProcessingInstruction,
                              .index = index,
                              .name = node.name(),
                              .text = node.value()},
                             parent));
      } else if (node.type() == pugi::node_element) {
        Scope scope = level.scope;
        const std::uint64_t id = Element(node, parent, index, scope);
        levels.push_back({node.first_child(), id, 0, std::move(scope)});
      }
    }
  }

  static std::string UriOf(const Scope& scope, std::string_view prefix) {
    const auto found = scope.find(std::string(prefix));
    return found == scope.end() ? std::string() : found->second;
  }

  std::uint64_t Element(const pugi::xml_node& node, std::uint64_t parent, std::uint32_t index,
                        Scope& scope) {
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      const auto [prefix, local] = Split(attribute.name());
      if (prefix == "xmlns")
        scope[std::string(local)] = attribute.value();
      else if (prefix.empty() && local == "xmlns")
        scope[""] = attribute.value();
    }
    if (Of(parent).kind == NodeKind::kRoot) tree_.namespaces_ = scope;
    const std::uint64_t id = Add({.kind = NodeKind::kElement,
                                  .index = index,
                                  .name = node.name(),
                                  .uri = UriOf(scope, Split(node.name()).first)},
                                 parent);
    AddChild(parent, id);
    std::uint64_t last = 0;
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      const std::string_view name = attribute.name();
      const std::string_view prefix = Split(name).first;
      if (prefix == "xmlns" || name == "xmlns") continue;
      const std::uint64_t added = Add({.kind = NodeKind::kAttribute,
                                       .name = attribute.name(),
                                       .uri = prefix.empty() ? std::string() : UriOf(scope, prefix),
                                       .text = attribute.value()},
                                      id);
      (last != 0 ? Of(last).next : Of(id).first_attribute) = added;
      last = added;
      if (name == "id" || name == "xml:id") tree_.ids_.try_emplace(attribute.value(), id);
    }
    return id;
  }

  XmlTree& tree_;
};

Result<std::unique_ptr<XmlTree>> XmlTree::Parse(std::string_view xml) {
  pugi::xml_document document;
  const pugi::xml_parse_result parsed =
      document.load_buffer(xml.data(), xml.size(), kParseFlags, pugi::encoding_utf8);
  if (!parsed && parsed.status != pugi::status_no_document_element)
    return Fail(ErrorCode::ERR_XML,
                "byte " + std::to_string(parsed.offset) + ": " + parsed.description());
  auto tree = std::make_unique<XmlTree>();
  Builder(*tree).Run(document);
  return tree;
}

Node XmlTree::At(std::span<const std::uint32_t> index_path, std::string_view attribute) const {
  Node node = document();
  for (const std::uint32_t index : index_path) {
    node = FirstChild(node);
    while (node && At(node).index != index) node = NextSibling(node);
    if (!node) return {};
  }
  if (attribute.empty()) return node;
  for (Node at = FirstAttribute(node); at; at = NextAttribute(at))
    if (At(at).name == attribute) return at;
  return {};
}

std::vector<std::uint32_t> XmlTree::IndexPathOf(Node node) const {
  if (At(node).kind == NodeKind::kAttribute) node = {At(node).parent};
  std::vector<std::uint32_t> path;
  for (; At(node).parent != 0; node = {At(node).parent}) path.insert(path.begin(), At(node).index);
  return path;
}

std::string XmlTree::AttributeNameOf(Node node) const {
  return At(node).kind == NodeKind::kAttribute ? At(node).name : std::string();
}

Node XmlTree::FindElement(std::string_view local_name, std::string_view attribute,
                          std::string_view value) const {
  for (std::uint64_t id = 1; id <= entries_.size(); ++id) {
    if (entries_[id - 1].kind != NodeKind::kElement || LocalName({id}) != local_name) continue;
    if (Attribute({id}, attribute) == value) return {id};
  }
  return {};
}

Node XmlTree::FindTranslation(std::string_view language) const {
  Node first;
  for (std::uint64_t id = 1; id <= entries_.size(); ++id) {
    if (entries_[id - 1].kind != NodeKind::kElement || LocalName({id}) != "translation") continue;
    if (language.empty() ? Attribute({id}, "default").has_value()
                         : Attribute({id}, "lang") == language)
      return {id};
    if (!first) first = {id};
  }
  return language.empty() ? first : Node();
}

std::optional<std::string_view> XmlTree::Attribute(Node element, std::string_view name) const {
  for (Node at = FirstAttribute(element); at; at = NextAttribute(at))
    if (At(at).name == name) return At(at).text;
  return std::nullopt;
}

std::optional<std::string> XmlTree::NamespaceOfPrefix(std::string_view prefix) const {
  const auto found = namespaces_.find(std::string(prefix));
  return found == namespaces_.end() ? std::nullopt : std::optional(found->second);
}

Node XmlTree::Parent(Node node) const { return node == root_ ? Node() : Node{At(node).parent}; }

std::string_view XmlTree::LocalName(Node node) const {
  const Entry& entry = At(node);
  return entry.kind == NodeKind::kProcessingInstruction ? std::string_view(entry.name)
                                                        : Split(entry.name).second;
}

std::string_view XmlTree::Prefix(Node node) const {
  const Entry& entry = At(node);
  return entry.kind == NodeKind::kProcessingInstruction ? std::string_view()
                                                        : Split(entry.name).first;
}

std::string_view XmlTree::StringValue(Node node, std::string& scratch) const {
  const Entry& entry = At(node);
  if (entry.kind != NodeKind::kElement && entry.kind != NodeKind::kRoot) return entry.text;
  if (entry.first_child == 0) return {};
  if (entry.first_child == entry.last_child && At({entry.first_child}).kind == NodeKind::kText)
    return At({entry.first_child}).text;
  scratch.clear();
  // What lies below stands behind it in document order, up to the next node that does not.
  std::uint64_t end = node.id;
  for (std::uint64_t last = node.id; last != 0; last = entries_[last - 1].last_child) end = last;
  for (std::uint64_t id = node.id + 1; id <= end; ++id)
    if (entries_[id - 1].kind == NodeKind::kText) scratch += entries_[id - 1].text;
  return scratch;
}

Node XmlTree::ElementById(Node, std::string_view id) const {
  const auto found = ids_.find(std::string(id));
  return found == ids_.end() ? Node() : Node{found->second};
}

}  // namespace pingshen::commission
