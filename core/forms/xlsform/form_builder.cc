#include "core/forms/xlsform/form_builder.h"

#include <algorithm>

#include "core/forms/xlsform/csv.h"
#include "core/forms/xlsform/item_builder.h"
#include "core/forms/xlsform/json_tree.h"
#include "core/forms/xlsform/text.h"
#include "core/model/code.h"

namespace pingshen::forms::xlsform {
namespace {

class FormBuilder {
 public:
  FormBuilder(const Draft& draft, const std::map<std::string, DataSource>& sources,
              const Attachments& attachments, const Workbook& workbook, Messages& messages)
      : draft_(draft),
        attachments_(attachments),
        workbook_(workbook),
        messages_(messages),
        codes_(draft, messages),
        languages_(draft, messages),
        context_{draft, sources, codes_, languages_, list_codes_, messages} {}

  BuiltForm Build() {
    json::Value form = JsonObject();
    SetMember(form, "format", JsonText("pingshen-form/1"));
    AddNames(form);
    BuildLists();
    BuildTables();
    json::Value sections = BuildSections();
    if (!lists_.members.empty()) SetMember(form, "lists", std::move(lists_));
    if (!tables_.members.empty()) SetMember(form, "tables", std::move(tables_));
    SetMember(form, "sections", std::move(sections));
    ApplySheet(form);
    ReportTranslations(draft_.survey);
    ReportTranslations(draft_.choices);
    return {std::move(form), Origins()};
  }

 private:
  void AddNames(json::Value& form);
  void BuildLists();
  void BuildListFromFile(const Node& node);
  void BuildTables();
  json::Value BuildSections();
  json::Value BuildSection(const Node& node);
  bool IsSection(const Node& node) const {
    return !node.generated && node.kind == NodeKind::kGroup &&
           YesNo(draft_.survey.Get(*node.row, "pingshen::section")) == true;
  }
  void ApplySheet(json::Value& form);
  FormOrigins Origins() const;
  void ReportTranslations(const Table& table);
  const Bytes* Attached(const std::string& file) const {
    const auto found = attachments_.find(file);
    return found == attachments_.end() ? nullptr : &found->second;
  }
  std::vector<std::vector<std::string>> RowsOf(const std::string& file) const {
    const Bytes* bytes = Attached(file);
    return bytes == nullptr ? std::vector<std::vector<std::string>>() : ReadCsv(AsText(*bytes));
  }

  const Draft& draft_;
  const Attachments& attachments_;
  const Workbook& workbook_;
  Messages& messages_;
  FormCodes codes_;
  FormLanguages languages_;
  std::map<std::string, std::string> list_codes_;
  BuildContext context_;
  json::Value lists_ = JsonObject();
  json::Value tables_ = JsonObject();
};

void FormBuilder::AddNames(json::Value& form) {
  const Settings& settings = draft_.settings;
  SetMember(form, "id", JsonText(CodeOf(settings.form_id, "form")));
  if (settings.version.empty())
    messages_.Warning(ErrorCode::ERR_XLSFORM_ASSUMED, {"settings", 0, 0, {}}, "version = 1");
  SetMember(form, "version",
            JsonText(settings.version.empty() ? "1" : CodeOf(settings.version, "1")));
  json::Value tags = JsonArray();
  for (const std::string& tag : languages_.tags()) tags.items.push_back(JsonText(tag));
  SetMember(form, "languages", std::move(tags));
  SetMember(form, "title", TextIn(context_, settings.title));
}

void FormBuilder::BuildLists() {
  std::set<std::string> own;  // stand in their one item
  ForEachNode(draft_.root, [&](const Node& node) {
    if (!node.generated && draft_.survey.Get(*node.row, "pingshen::own_list") == "yes")
      own.insert(node.list);
  });
  std::set<std::string> taken;
  for (const ChoiceList& list : draft_.lists) {
    if (own.contains(list.name)) continue;
    std::string code = CodeOf(list.name, "list");
    for (std::size_t n = 2; !taken.insert(code).second; ++n)
      code = CodeOf(list.name, "list") + "-" + std::to_string(n);
    if (code != list.name)
      messages_.Warning(ErrorCode::ERR_XLSFORM_RENAMED, {draft_.choices.sheet, 0, 0, {}},
                        list.name + " → " + code);
    list_codes_[list.name] = code;
    json::Value entry = JsonObject();
    SetMember(entry, "options", BuildOptions(context_, list));
    SetMember(lists_, code, std::move(entry));
  }
  ForEachNode(draft_.root, [&](const Node& node) {
    if (!node.file_extension.empty() && !list_codes_.contains(node.list)) BuildListFromFile(node);
  });
}

void FormBuilder::BuildListFromFile(const Node& node) {
  const auto rows =
      node.file_extension == ".csv" ? RowsOf(node.list) : std::vector<std::vector<std::string>>();
  const auto column = [&](const char* parameter, const char* otherwise) {
    const auto named = node.parameters.find(parameter);
    const std::string name = named == node.parameters.end() ? otherwise : named->second;
    if (rows.empty()) return Table::npos;
    const auto found = std::find(rows[0].begin(), rows[0].end(), name);
    return found == rows[0].end() ? Table::npos : static_cast<std::size_t>(found - rows[0].begin());
  };
  const std::size_t code = column("value", "name");
  const std::size_t label = column("label", "label");
  if (code == Table::npos || rows.size() < 2) {
    messages_.Unsupported(ErrorCode::ERR_XLSFORM_ATTACHMENT, draft_.survey.Place(*node.row, "type"),
                          node.list);
    return;
  }
  json::Value options = JsonArray();
  std::set<std::string> seen;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const auto cell = [&](std::size_t c) {
      return c < rows[r].size() ? rows[r][c] : std::string();
    };
    if (cell(code).empty() || !seen.insert(CodeOf(cell(code), "option")).second) continue;
    json::Value option = JsonObject();
    SetMember(option, "code", JsonText(CodeOf(cell(code), "option")));
    const std::string text = label == Table::npos || cell(label).empty() ? cell(code) : cell(label);
    SetMember(option, "label", TextIn(context_, text));
    json::Value columns = JsonObject();
    for (std::size_t c = 0; c < rows[0].size(); ++c)
      if (c != code && c != label && model::IsCode(rows[0][c]) && !cell(c).empty())
        SetMember(columns, rows[0][c], JsonText(cell(c)));
    if (!columns.members.empty()) SetMember(option, "columns", std::move(columns));
    options.items.push_back(std::move(option));
  }
  const std::string name = CodeOf(node.list.substr(0, node.list.rfind('.')), "list");
  list_codes_[node.list] = name;
  json::Value entry = JsonObject();
  SetMember(entry, "options", std::move(options));
  SetMember(lists_, name, std::move(entry));
}

void FormBuilder::BuildTables() {
  for (const auto& [name, source] : context_.sources) {
    if (source.file.empty()) continue;
    if (lists_.Find(CodeOf(name, "list")) != nullptr) continue;  // a select reads it
    const auto rows = source.file.ends_with(".csv") ? RowsOf(source.file)
                                                    : std::vector<std::vector<std::string>>();
    if (rows.empty()) {
      if (source.cell.header != "type")  // a select has said it already
        messages_.Unsupported(ErrorCode::ERR_XLSFORM_ATTACHMENT, source.cell, source.file);
      continue;
    }
    json::Value columns = JsonArray();
    for (const std::string& title : rows[0]) columns.items.push_back(JsonText(title));
    json::Value lines = JsonArray();
    for (std::size_t r = 1; r < rows.size(); ++r) {
      json::Value line = JsonArray();
      for (std::size_t c = 0; c < rows[0].size(); ++c)
        line.items.push_back(JsonText(c < rows[r].size() ? rows[r][c] : std::string()));
      lines.items.push_back(std::move(line));
    }
    json::Value table = JsonObject();
    SetMember(table, "columns", std::move(columns));
    SetMember(table, "rows", std::move(lines));
    SetMember(tables_, name, std::move(table));
  }
}

json::Value FormBuilder::BuildSection(const Node& node) {
  json::Value section = JsonObject();
  SetMember(section, "code", JsonText(codes_.Of(node)));
  json::Value title = TextsOf(context_, draft_.survey, *node.row, "label");
  SetMember(section, "title",
            title.members.empty() ? TextIn(context_, node.name) : std::move(title));
  if (const std::string& relevant = draft_.survey.Get(*node.row, "bind::relevant");
      !relevant.empty())
    SetMember(section, "relevant", JsonText(codes_.Rewritten(relevant)));
  json::Value items = JsonArray();
  json::Value sections = JsonArray();
  for (const auto& child : node.children) {
    if (IsSection(*child))
      sections.items.push_back(BuildSection(*child));
    else if (auto item = BuildItem(context_, *child))
      items.items.push_back(*std::move(item));
  }
  if (!items.items.empty()) SetMember(section, "items", std::move(items));
  if (!sections.items.empty()) SetMember(section, "sections", std::move(sections));
  ApplyExtensions(draft_.survey, *node.row, section);
  return section;
}

// Groups that say so are sections; what stands beside them goes into sections of the form's title.
json::Value FormBuilder::BuildSections() {
  json::Value sections = JsonArray();
  json::Value loose = JsonArray();
  const auto close = [&] {
    if (loose.items.empty()) return;
    json::Value section = JsonObject();
    SetMember(section, "code", JsonText(codes_.Claim("main")));
    SetMember(section, "title", TextIn(context_, draft_.settings.title));
    SetMember(section, "items", std::move(loose));
    sections.items.push_back(std::move(section));
    loose = JsonArray();
  };
  for (const auto& child : draft_.root.children) {
    if (IsSection(*child)) {
      close();
      sections.items.push_back(BuildSection(*child));
    } else if (auto item = BuildItem(context_, *child)) {
      loose.items.push_back(*std::move(item));
    }
  }
  close();
  if (sections.items.empty())
    messages_.Error(ErrorCode::ERR_XLSFORM_EMPTY, {"survey", 0, 0, {}}, {});
  return sections;
}

// The sheet `pingshen`: members of the form that XLSForm has no place for, in as many rows as they
// need.
void FormBuilder::ApplySheet(json::Value& form) {
  const Sheet* sheet = workbook_.Find("pingshen");
  if (sheet == nullptr) return;
  std::vector<std::pair<std::string, std::string>> members;
  for (std::size_t i = 1; i < sheet->rows.size(); ++i) {
    const auto& cells = sheet->rows[i].cells;
    if (cells.size() < 2) continue;
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const auto& member) { return member.first == cells[0]; });
    if (found == members.end())
      members.emplace_back(cells[0], cells[1]);
    else
      found->second += cells[1];
  }
  for (const auto& [name, text] : members) {
    auto value = json::Parse(text);
    if (!value)
      messages_.Error(ErrorCode::ERR_XLSFORM_EXTENSION, {sheet->name, 0, 0, {}}, name);
    else
      SetMember(form, name, *std::move(value));
  }
}

FormOrigins FormBuilder::Origins() const {
  FormOrigins origins;
  origins.items = codes_.NodesByCode();
  for (const auto& [name, code] : list_codes_)
    if (const ChoiceList* list = draft_.FindList(name)) origins.lists.emplace(code, list);
  if (const Sheet* sheet = workbook_.Find("pingshen")) origins.own_sheet = sheet->name;
  return origins;
}

// One word for each column that lacks texts in a language which others have.
void FormBuilder::ReportTranslations(const Table& table) {
  if (languages_.tags().size() < 2) return;
  for (const std::string_view key : {"label", "hint"}) {
    std::map<std::string, std::pair<std::size_t, std::uint32_t>> missing;
    for (const TableRow& row : table.rows) {
      const auto texts = table.Translations(row, key);
      if (texts.empty()) continue;
      for (const std::string& tag : languages_.tags())
        if (std::none_of(texts.begin(), texts.end(), [&](const Translated& text) {
              return languages_.TagOf(text.language) == tag;
            })) {
          auto& [count, first] = missing[tag];
          if (count++ == 0) first = row.number;
        }
    }
    for (const auto& [tag, found] : missing)
      messages_.Warning(ErrorCode::ERR_XLSFORM_TRANSLATION,
                        {table.sheet, found.second, 0, std::string(key)},
                        LanguageName(tag) + " ×" + std::to_string(found.first));
  }
}

}  // namespace

BuiltForm BuildForm(const Draft& draft, const std::map<std::string, DataSource>& sources,
                    const Attachments& attachments, const Workbook& workbook, Messages& messages) {
  return FormBuilder(draft, sources, attachments, workbook, messages).Build();
}

}  // namespace pingshen::forms::xlsform
