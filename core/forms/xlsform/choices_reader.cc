#include "core/forms/xlsform/choices_reader.h"

#include <algorithm>

#include "core/forms/xlsform/text.h"

namespace pingshen::forms::xlsform {

ChoiceList* Draft::FindList(std::string_view name) {
  const auto found =
      std::find_if(lists.begin(), lists.end(), [&](const ChoiceList& l) { return l.name == name; });
  return found == lists.end() ? nullptr : &*found;
}
const ChoiceList* Draft::FindList(std::string_view name) const {
  return const_cast<Draft*>(this)->FindList(name);
}

void ReadSettings(Draft& draft, Messages& messages) {
  const Table& table = draft.settings_table;
  Settings& settings = draft.settings;
  if (table.rows.empty()) return;
  const TableRow& row = table.rows[0];
  settings.form_id = table.Get(row, "id_string");
  settings.title = table.Get(row, "title");
  settings.version = table.Get(row, "version");
  settings.default_language = table.Get(row, "default_language");
  settings.instance_name = table.Get(row, "instance_name");
  settings.omit_instance_id = YesNo(table.Get(row, "omit_instanceid")) == true;
  settings.allow_choice_duplicates = YesNo(table.Get(row, "allow_choice_duplicates")) == true;
  if (const std::string& name = table.Get(row, "name"); !name.empty()) {
    settings.root_name = name;
    if (!IsName(name)) messages.Error(ErrorCode::ERR_XLSFORM_NAME, table.Place(row, "name"), name);
  }
  if (settings.omit_instance_id && !table.Get(row, "public_key").empty())
    messages.Error(ErrorCode::ERR_XLSFORM_SETTING, table.Place(row, "omit_instanceid"),
                   "public_key");
}

void ReadChoices(Draft& draft, Messages& messages) {
  const Table& table = draft.choices;
  if (table.rows.empty()) return;
  if (!table.Has("name") || !table.Has("list name")) {
    const std::string missing =
        std::string(table.Has("list name") ? "" : "list_name ") + (table.Has("name") ? "" : "name");
    messages.Error(ErrorCode::ERR_XLSFORM_HEADER_MISSING, {table.sheet, 1, 0, {}},
                   std::string(Trimmed(missing)));
    return;
  }
  std::map<std::string, std::size_t> positions;
  std::vector<std::set<std::string>> names;
  for (const TableRow& row : table.rows) {
    const std::string& list_name = table.Get(row, "list name");
    if (list_name.empty()) continue;  // a note between lists
    const auto [entry, is_new] = positions.emplace(list_name, draft.lists.size());
    if (is_new) {
      draft.lists.push_back({list_name, {}});
      names.emplace_back();
    }
    const std::string& name = table.Get(row, "name");
    if (name.empty()) {
      messages.Error(ErrorCode::ERR_XLSFORM_NAME_MISSING, table.Place(row, "name"), list_name);
      continue;
    }
    if (!names[entry->second].insert(name).second && !draft.settings.allow_choice_duplicates) {
      messages.Error(ErrorCode::ERR_XLSFORM_CHOICE_DUPLICATE, table.Place(row, "name"),
                     list_name + ", " + name);
      continue;
    }
    draft.lists[entry->second].choices.push_back({name, &row});
  }
}

std::string SimilarSheets(const Draft& draft, std::string_view name) {
  constexpr std::size_t kMostEdits = 2;
  std::vector<std::string> similar;
  for (const std::string& sheet : draft.sheet_names)
    if (!sheet.starts_with('_') && EditDistance(Lower(sheet), name) <= kMostEdits &&
        Lower(sheet) != name)
      similar.push_back(sheet);
  return similar.empty() ? "" : " (" + Joined(similar, ", ") + ")";
}

}  // namespace pingshen::forms::xlsform
