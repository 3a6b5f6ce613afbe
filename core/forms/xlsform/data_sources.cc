#include "core/forms/xlsform/data_sources.h"

#include <array>

#include "core/forms/xlsform/references.h"
#include "core/forms/xlsform/text.h"

namespace pingshen::forms::xlsform {
namespace {

constexpr auto kExpressionColumns = std::to_array<std::string_view>(
    {"bind::calculate", "bind::constraint", "bind::readonly", "bind::relevant", "bind::required",
     "choice_filter", "control::jr:count", "default"});

class Collector {
 public:
  Collector(const Draft& draft, Messages& messages) : draft_(draft), messages_(messages) {}

  std::map<std::string, DataSource> Collect() {
    ForEachNode(draft_.root, [&](const Node& node) {
      if (node.generated) return;
      AddExternal(node);
      AddPulldata(node);
      AddLastSaved(node);
    });
    for (const ChoiceList& list : draft_.lists) {
      const Cell cell = !list.choices.empty() && list.choices[0].row != nullptr
                            ? draft_.choices.Place(*list.choices[0].row, "list name")
                            : Cell{draft_.choices.sheet, 0, 0, {}};
      Add(list.name, {"", "", cell});
    }
    ForEachNode(draft_.root, [&](const Node& node) { CheckGeometry(node); });
    return std::move(sources_);
  }

 private:
  void Add(const std::string& name, DataSource source) {
    const auto [entry, is_new] = sources_.emplace(name, source);
    if (!is_new && entry->second.uri != source.uri)
      messages_.Error(ErrorCode::ERR_XLSFORM_INSTANCE, source.cell,
                      name + ": " + Said(entry->second) + ", " + Said(source));
  }
  std::string Said(const DataSource& source) {
    return source.uri.empty() ? draft_.choices.sheet : source.uri;
  }
  void AddFile(const std::string& name, const std::string& extension, Cell cell) {
    const std::string file = name + extension;
    Add(name,
        {(extension == ".csv" ? "jr://file-csv/" : "jr://file/") + file, file, std::move(cell)});
  }
  void AddExternal(const Node& node) {
    const Cell cell = draft_.survey.Place(*node.row, "type");
    if (node.type == "xml-external" || node.type == "csv-external") {
      attached_.insert(node.name);
      AddFile(node.name, "." + node.type.substr(0, 3), draft_.survey.Place(*node.row, "name"));
    }
    if (!node.file_extension.empty()) {
      const std::string name = node.list.substr(0, node.list.rfind('.'));
      attached_.insert(name);
      AddFile(name, node.list.substr(node.list.rfind('.')), cell);
    }
  }
  void AddPulldata(const Node& node) {
    for (const std::string_view key : kExpressionColumns)
      for (const std::string& name : PulldataNames(draft_.survey.Get(*node.row, key)))
        AddFile(name, ".csv", draft_.survey.Place(*node.row, key));
  }
  void AddLastSaved(const Node& node) {
    for (std::size_t column = 0; column < draft_.survey.columns.size(); ++column)
      for (const Reference& reference : FindReferences(node.row->cells[column]))
        if (reference.last_saved)
          Add("__last-saved",
              {"jr://instance/last-saved", "", draft_.survey.Place(*node.row, column)});
  }
  void CheckGeometry(const Node& node) {
    const auto found = node.parameters.find("reference-geometry");
    if (found == node.parameters.end()) return;
    const std::string& target = found->second;
    if (attached_.contains(target) || draft_.FindList(target) != nullptr) return;
    for (const TableRow& row : draft_.entities.rows)
      if (draft_.entities.Get(row, "list_name") == target) return;
    if (IsReference(target)) {
      const auto [first, last] = draft_.by_name.equal_range(FindReferences(target)[0].name);
      for (auto at = first; at != last; ++at)
        if (at->second->kind == NodeKind::kRepeat) return;
    }
    messages_.Error(ErrorCode::ERR_XLSFORM_PARAMETER, draft_.survey.Place(*node.row, "parameters"),
                    "reference-geometry=" + target);
  }

  const Draft& draft_;
  Messages& messages_;
  std::map<std::string, DataSource> sources_;
  std::set<std::string> attached_;  // names of files that are declared or that selects read
};

}  // namespace

std::map<std::string, DataSource> CollectDataSources(const Draft& draft, Messages& messages) {
  return Collector(draft, messages).Collect();
}

std::vector<std::string> PulldataNames(std::string_view expression) {
  std::vector<std::string> names;
  constexpr std::string_view kCall = "pulldata";
  for (std::size_t at = expression.find(kCall); at != std::string_view::npos;
       at = expression.find(kCall, at + 1)) {
    const std::string_view rest = Trimmed(expression.substr(at + kCall.size()));
    if (!rest.starts_with('(')) continue;
    const std::string_view argument = Trimmed(rest.substr(1));
    if (argument.empty() || (argument[0] != '\'' && argument[0] != '"')) continue;
    const std::size_t end = argument.find(argument[0], 1);
    if (end != std::string_view::npos) names.emplace_back(Trimmed(argument.substr(1, end - 1)));
  }
  return names;
}

}  // namespace pingshen::forms::xlsform
