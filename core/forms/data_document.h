// The lists and tables of a form as documents <instance><root><item><name>…: what instance('id')
// gives, and what choice filters are asked of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/expression/tree.h"
#include "core/forms/plan.h"

namespace pingshen::forms {

// Nodes of these documents have the highest bit of their number set; no other node has.
constexpr bool IsDataNode(expression::Node node) { return (node.id >> 63) != 0; }

class DataDocuments {
 public:
  // Both must remain live while this is.
  DataDocuments(const Plan& plan, const model::Form& form) : plan_(plan), form_(form) {}

  // The element <instance> of a list by its code, or of a table by its name. 0 when there is none.
  expression::Node Instance(std::string_view id) const;
  // The element <item> of one option of a choice. `node`: the item.
  expression::Node OptionOf(std::uint32_t node, std::uint32_t option) const;

  // As expression::Tree has them.
  expression::NodeKind Kind(expression::Node node) const;
  expression::Node Root(expression::Node node) const;
  expression::Node Parent(expression::Node node) const;
  expression::Node Child(expression::Node node, bool last) const;
  expression::Node Sibling(expression::Node node, bool next) const;
  std::string_view LocalName(expression::Node node) const;
  std::string_view StringValue(expression::Node node, std::string& scratch) const;

 private:
  struct Parts;
  std::uint32_t RowsOf(std::uint32_t document) const;
  std::uint32_t ColumnsOf(std::uint32_t document, std::uint32_t row) const;
  const model::Options* OptionsOf(std::uint32_t document) const;  // nullptr: a table
  const model::DataTable& TableOf(std::uint32_t document) const;
  std::string_view ValueOf(const Parts& parts) const;

  const Plan& plan_;
  const model::Form& form_;
};

}  // namespace pingshen::forms
