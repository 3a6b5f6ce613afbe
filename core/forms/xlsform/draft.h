// A form as the workbook says it, before it becomes one of ours.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/forms/xlsform/table.h"

namespace pingshen::forms::xlsform {

enum class NodeKind : std::uint8_t { kQuestion, kGroup, kRepeat };

// What XForms would show a question with; counted in the summary.
enum class Control : std::uint8_t {
  kNone,
  kInput,
  kSelect1,
  kSelect,
  kRank,
  kUpload,
  kRange,
  kTrigger
};

using Parameters = std::map<std::string, std::string, std::less<>>;

struct Node {
  NodeKind kind = NodeKind::kQuestion;
  std::string type;  // the standard name: "text", "select_one", "begin_group" …
  std::string name;
  Control control = Control::kNone;
  const TableRow* row =
      nullptr;  // of the survey sheet; also of generated nodes: what they come from
  // Made by the import, not by the author: its texts are these, the row's are not asked.
  bool generated = false;
  bool presentation_only = false;  // helps XForms to draw a table-list; no part of our form
  std::string generated_label;
  std::string generated_relevant;
  std::string generated_calculation;

  std::string implied_constraint;  // of older types: percentage, phone number
  std::string list;                // selects: the choice list, or the file's name, or "${repeat}"
  std::string file_extension;      // selects from files: ".csv", ".xml", ".geojson"
  bool or_other = false;
  bool external = false;  // select_one_external
  std::string appearance;
  Parameters parameters;
  std::vector<std::string> triggers;

  Node* parent = nullptr;  // nullptr only at the root
  std::vector<std::unique_ptr<Node>> children;

  bool in_repeat() const {
    for (const Node* node = parent; node != nullptr; node = node->parent)
      if (node->kind == NodeKind::kRepeat) return true;
    return false;
  }
};

struct Choice {
  std::string name;
  const TableRow* row = nullptr;  // nullptr: "other" of or_other
};

struct ChoiceList {
  std::string name;
  std::vector<Choice> choices;
};

struct Settings {
  std::string form_id;
  std::string title;
  std::string version;
  std::string default_language;
  std::string instance_name;
  std::string root_name;
  bool omit_instance_id = false;
  bool allow_choice_duplicates = false;
};

struct Draft {
  std::vector<std::string> sheet_names;
  Table survey;
  Table choices;
  Table settings_table;
  Table external_choices;
  Table entities;
  Settings settings;
  std::vector<ChoiceList> lists;  // in order of first appearance
  Node root;
  std::vector<std::unique_ptr<Node>> metadata;  // audit
  // Where each name stands in the survey (questions, groups, repeats).
  std::multimap<std::string, const Node*, std::less<>> by_name;

  ChoiceList* FindList(std::string_view name);
  const ChoiceList* FindList(std::string_view name) const;
};

// Calls visit(node) for the node's descendants, each before its children.
template <typename Visit>
void ForEachNode(const Node& node, Visit visit) {
  for (const auto& child : node.children) {
    visit(*child);
    ForEachNode(*child, visit);
  }
}

}  // namespace pingshen::forms::xlsform
