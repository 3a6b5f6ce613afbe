#include "core/forms/xlsform/references.h"

#include <algorithm>

#include "core/forms/xlsform/text.h"

namespace pingshen::forms::xlsform {

std::vector<Reference> FindReferences(std::string_view text, bool* malformed) {
  constexpr std::string_view kLastSaved = "last-saved#";
  std::vector<Reference> references;
  if (malformed != nullptr) *malformed = false;
  for (std::size_t at = text.find("${"); at != std::string_view::npos; at = text.find("${", at)) {
    const std::size_t end = text.find('}', at);
    std::string_view inner = end == std::string_view::npos
                                 ? std::string_view()
                                 : Trimmed(text.substr(at + 2, end - at - 2));
    Reference reference;
    if (inner.starts_with(kLastSaved)) {
      reference.last_saved = true;
      inner.remove_prefix(kLastSaved.size());
    }
    if (!IsName(inner)) {
      if (malformed != nullptr) *malformed = true;
      at += 2;
      continue;
    }
    reference.name = std::string(inner);
    reference.begin = at;
    reference.end = at = end + 1;
    references.push_back(std::move(reference));
  }
  return references;
}

bool IsReference(std::string_view text) {
  const std::string_view trimmed = Trimmed(text);
  const auto references = FindReferences(trimmed);
  return references.size() == 1 && references[0].begin == 0 && references[0].end == trimmed.size();
}

namespace {

// In these columns of the survey a reference means nothing.
bool MayRefer(const Table& table, const Column& column) {
  const std::string& first = column.path[0];
  if (table.sheet == "survey")
    return column.known && first != "type" && first != "name" && first != "disabled" &&
           first != "trigger";
  if (table.sheet == "choices") return first != "name" && first != "list name" && column.known;
  if (table.sheet == "entities") return first != "list_name";
  return table.sheet == "settings";
}

void CheckCell(const Draft& draft, const Table& table, const TableRow& row, std::size_t column,
               Messages& messages) {
  const std::string& text = row.cells[column];
  bool malformed = false;
  const auto references = FindReferences(text, &malformed);
  const Cell cell = table.Place(row, column);
  if (malformed) messages.Error(ErrorCode::ERR_XLSFORM_REFERENCE_SYNTAX, cell, text);
  for (const Reference& reference : references) {
    const std::size_t count = draft.by_name.count(reference.name);
    if (count == 0)
      messages.Error(ErrorCode::ERR_XLSFORM_REFERENCE, cell, reference.name);
    else if (count > 1)
      messages.Error(ErrorCode::ERR_XLSFORM_REFERENCE_AMBIGUOUS, cell, reference.name);
  }
}

void CheckTable(const Draft& draft, const Table& table, Messages& messages) {
  std::vector<std::size_t> columns;
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    if (MayRefer(table, table.columns[c])) columns.push_back(c);
  for (const TableRow& row : table.rows) {
    const std::size_t disabled = table.Find("disabled");
    if (table.sheet == "survey" && disabled != Table::npos && YesNo(row.cells[disabled]) == true)
      continue;
    for (const std::size_t c : columns)
      if (row.cells[c].find("${") != std::string::npos) CheckCell(draft, table, row, c, messages);
  }
}

// A person can change it: it has a control.
bool IsVisible(const Node& node) { return node.control != Control::kNone; }

}  // namespace

void CheckReferences(const Draft& draft, Messages& messages) {
  CheckTable(draft, draft.survey, messages);
  CheckTable(draft, draft.choices, messages);
  CheckTable(draft, draft.settings_table, messages);
  CheckTable(draft, draft.entities, messages);
}

void CheckTriggers(const Draft& draft, Messages& messages) {
  ForEachNode(draft.root, [&](const Node& node) {
    for (const std::string& trigger : node.triggers) {
      const auto [first, last] = draft.by_name.equal_range(trigger);
      const Cell cell = draft.survey.Place(*node.row, "trigger");
      const auto question = std::find_if(
          first, last, [](const auto& entry) { return entry.second->kind == NodeKind::kQuestion; });
      if (question == last)
        messages.Error(ErrorCode::ERR_XLSFORM_REFERENCE, cell, trigger);
      else if (std::distance(first, last) > 1)
        messages.Error(ErrorCode::ERR_XLSFORM_REFERENCE_AMBIGUOUS, cell, trigger);
      else if (!IsVisible(*question->second))
        messages.Error(ErrorCode::ERR_XLSFORM_TRIGGER, cell, trigger);
    }
  });
}

}  // namespace pingshen::forms::xlsform
