// The live instance as a tree: <data> with an element for each section, group, instance of a repeat
// and item that is relevant now, by their codes; beside it the documents of data_document.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/expression/tree.h"
#include "core/forms/data_document.h"
#include "core/forms/engine.h"

namespace pingshen::forms {

class EngineTree final : public expression::Tree {
 public:
  // Both must remain live while this is.
  EngineTree(const Engine& engine, const Plan& plan, const model::Form& form)
      : engine_(engine), plan_(plan), data_(plan, form) {}

  // The element of a cell. A repeat has none, its instances have: the repeat's node in the
  // instance's own frame.
  static expression::Node ElementOf(CellId cell);
  // Where paths of an expression start: the element of the cell, of a repeat that of its first
  // instance; <data> when there is none or for an expression of the form.
  expression::Node PlaceOf(CellId cell) const;
  const DataDocuments& data() const { return data_; }

  expression::NodeKind Kind(expression::Node node) const override;
  expression::Node Root(expression::Node node) const override;
  expression::Node Parent(expression::Node node) const override;
  expression::Node FirstChild(expression::Node node) const override;
  expression::Node LastChild(expression::Node node) const override;
  expression::Node NextSibling(expression::Node node) const override;
  expression::Node PreviousSibling(expression::Node node) const override;
  expression::Node FirstAttribute(expression::Node) const override { return {}; }
  expression::Node NextAttribute(expression::Node) const override { return {}; }
  std::string_view LocalName(expression::Node node) const override;
  std::string_view StringValue(expression::Node node, std::string& scratch) const override;
  double NumberValue(expression::Node node, const expression::TimeZone& zone) const override;
  bool Precedes(expression::Node first, expression::Node second) const override;

 private:
  bool IsInstance(CellId cell) const;
  std::uint32_t EndOf(std::uint32_t parent) const;
  // The first element at or behind `node` among the children of `parent` in that frame.
  expression::Node Forward(std::uint32_t node, std::uint32_t parent, std::uint32_t frame) const;
  expression::Node Backward(std::uint32_t before, std::uint32_t parent, std::uint32_t frame) const;
  expression::Node FirstOf(std::uint32_t node, std::uint32_t frame, bool last) const;

  const Engine& engine_;
  const Plan& plan_;
  DataDocuments data_;
};

}  // namespace pingshen::forms
