#include "core/forms/xlsform/summary.h"

#include <array>

#include "core/forms/xlsform/text.h"

namespace pingshen::forms::xlsform {
namespace {

std::string ControlName(Control control) {
  switch (control) {
    case Control::kInput:
      return "input";
    case Control::kSelect1:
      return "select1";
    case Control::kSelect:
      return "select";
    case Control::kRank:
      return "rank";
    case Control::kUpload:
      return "upload";
    case Control::kRange:
      return "range";
    case Control::kTrigger:
      return "trigger";
    case Control::kNone:
      break;
  }
  return "";
}

// Collect looks the choices up in a file; the list is not part of the form.
bool IsSearched(const Node& node) { return node.appearance.find("search(") != std::string::npos; }

class Counter {
 public:
  Counter(const Draft& draft, Summary& summary) : draft_(draft), out_(summary) {}

  void Count(const Node& node, std::size_t copies) {
    for (const auto& child : node.children) CountNode(*child, copies);
  }

 private:
  void CountNode(const Node& node, std::size_t copies);
  void CountQuestion(const Node& node, std::size_t copies);
  void CountBinds(const Node& node, std::size_t copies);

  const Draft& draft_;
  Summary& out_;
};

void Counter::CountNode(const Node& node, std::size_t copies) {
  if (node.kind == NodeKind::kQuestion) return CountQuestion(node, copies);
  (node.kind == NodeKind::kRepeat ? out_.repeats : out_.groups) += copies;
  CountBinds(node, copies);
  std::size_t inner = copies;
  if (node.type == "begin_loop") {
    const ChoiceList* list = draft_.FindList(node.list);
    inner *= list == nullptr ? 0 : list->choices.size();
    out_.groups += inner;
  }
  Count(node, inner);
}

void Counter::CountQuestion(const Node& node, std::size_t copies) {
  CountBinds(node, copies);
  if (node.control == Control::kNone) return;
  out_.questions += copies;
  out_.controls[ControlName(node.control)] += copies;
  if (((node.control == Control::kSelect1 || node.control == Control::kSelect ||
        node.control == Control::kRank) &&
       !IsSearched(node)) ||
      node.parameters.contains("tick_labelset") || node.parameters.contains("reference-geometry"))
    out_.item_sets += copies;
}

void Counter::CountBinds(const Node& node, std::size_t copies) {
  if (node.generated) {
    if (!node.generated_relevant.empty()) out_.relevant += copies;
    if (!node.generated_calculation.empty()) {
      out_.calculate += copies;
      out_.read_only += copies;
    }
    if (node.type == "note") out_.read_only += copies;
    return;
  }
  const auto filled = [&](std::string_view key) {
    return !draft_.survey.Get(*node.row, key).empty();
  };
  const bool triggered = !node.triggers.empty();
  if (filled("bind::calculate") && !triggered) out_.calculate += copies;
  if (filled("bind::relevant")) out_.relevant += copies;
  if (filled("bind::constraint")) out_.constraint += copies;
  const auto true_or_written = [&](std::string_view key) {
    return filled(key) && YesNo(draft_.survey.Get(*node.row, key)) != false;
  };
  if (true_or_written("bind::required")) out_.required += copies;
  if (true_or_written("bind::readonly") || node.type == "note") out_.read_only += copies;
}

// Languages that translated texts are in.
void AddLanguages(const Table& table, std::set<std::string>& languages, bool& translated) {
  constexpr auto kKeys = std::to_array<std::string_view>(
      {"label", "hint", "guidance_hint", "media::image", "media::audio", "media::video",
       "media::big-image", "bind::jr:constraintMsg", "bind::jr:requiredMsg"});
  for (const std::string_view key : kKeys)
    for (const TableRow& row : table.rows)
      for (const Translated& text : table.Translations(row, key)) {
        if (!text.language.empty() || key.starts_with("media") || key == "guidance_hint")
          translated = true;
        languages.insert(text.language.empty() ? "default" : text.language);
      }
}

}  // namespace

Summary Summarize(const Draft& draft, const std::map<std::string, DataSource>& sources) {
  Summary summary;
  summary.form_id = draft.settings.form_id;
  summary.title = draft.settings.title;
  summary.version = draft.settings.version;
  Counter(draft, summary).Count(draft.root, 1);
  std::set<std::string> searched;
  ForEachNode(draft.root, [&](const Node& node) {
    if (IsSearched(node)) searched.insert(node.list);
  });
  for (const ChoiceList& list : draft.lists) {
    if (searched.contains(list.name)) continue;
    ++summary.lists;
    for (const Choice& choice : list.choices) summary.choices += choice.row != nullptr ? 1 : 0;
    summary.sources[list.name] = std::to_string(list.choices.size());
  }
  for (const auto& [name, source] : sources)
    if (!source.uri.empty()) summary.sources[name] = source.uri;
  bool translated = false;
  AddLanguages(draft.survey, summary.languages, translated);
  AddLanguages(draft.choices, summary.languages, translated);
  if (!translated) summary.languages.clear();
  return summary;
}

}  // namespace pingshen::forms::xlsform
