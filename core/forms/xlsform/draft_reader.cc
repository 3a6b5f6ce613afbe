#include "core/forms/xlsform/draft_reader.h"

#include <algorithm>
#include <array>

#include "core/forms/xlsform/choices_reader.h"
#include "core/forms/xlsform/entities.h"
#include "core/forms/xlsform/references.h"
#include "core/forms/xlsform/survey_reader.h"
#include "core/forms/xlsform/text.h"
#include "core/model/code.h"

namespace pingshen::forms::xlsform {
namespace {

constexpr auto kSheets = std::to_array<std::string_view>(
    {"survey", "choices", "settings", "external_choices", "entities"});

void ReportSheets(const Workbook& workbook, Messages& messages) {
  std::set<std::string> seen;
  for (const Sheet& sheet : workbook.sheets) {
    const std::string name = Lower(Trimmed(sheet.name));
    const bool known = std::find(kSheets.begin(), kSheets.end(), name) != kSheets.end();
    if (known && !seen.insert(name).second)
      messages.Error(ErrorCode::ERR_XLSFORM_SHEET_DUPLICATE, {sheet.name, 0, 0, {}}, sheet.name);
    if (name == "osm" || name == "cascades")
      messages.Unsupported(ErrorCode::ERR_XLSFORM_SHEET_UNSUPPORTED, {sheet.name, 0, 0, {}},
                           sheet.name);
    else if (!known && name != "pingshen" && !sheet.rows.empty())
      messages.Warning(ErrorCode::ERR_XLSFORM_SHEET_UNUSED, {sheet.name, 0, 0, {}}, sheet.name);
  }
}

Table ReadTable(const Workbook& workbook, std::string_view name, Messages& messages) {
  const Sheet* sheet = workbook.Find(name);
  if (sheet == nullptr) return {};
  return Table(*sheet, std::string(name), messages);
}

// Columns that other programs use and this one does not, or that are misspelt.
void ReportColumns(const Table& table, Messages& messages) {
  constexpr auto kUnused = std::to_array<std::string_view>(
      {"intent", "query", "sms_field", "sms_option", "auto_delete", "auto_send", "client_editable",
       "instance_id", "instance_xmlns", "namespaces", "public_key", "sms_keyword", "style",
       "submission_url", "flat", "add_none_option", "attribute"});
  constexpr auto kUnusedPaths = std::to_array<std::string_view>(
      {"bind::entities:saveto", "control::autoplay", "bind::jr:noAppErrorString"});
  constexpr auto kUsedBinds =
      std::to_array<std::string_view>({"relevant", "required", "constraint", "calculate",
                                       "readonly", "jr:constraintMsg", "jr:requiredMsg"});
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const Column& column = table.columns[c];
    const std::string key = Joined(column.path, "::");
    const std::string& first = column.path[0];
    // No expression could name a column that is none.
    const bool extra_choice = table.sheet == "choices" && !column.known && model::IsCode(first);
    const bool unused_step = column.path.size() > 1 &&
                             ((first == "bind" && std::find(kUsedBinds.begin(), kUsedBinds.end(),
                                                            column.path[1]) == kUsedBinds.end()) ||
                              first == "instance" ||
                              (first == "control" && column.path[1] != "appearance" &&
                               column.path[1] != "jr:count" && column.path[1] != "rows"));
    const bool unused =
        (!column.known && !extra_choice) || unused_step ||
        std::find(kUnused.begin(), kUnused.end(), first) != kUnused.end() ||
        std::find(kUnusedPaths.begin(), kUnusedPaths.end(), key) != kUnusedPaths.end();
    const auto filled = std::find_if(table.rows.begin(), table.rows.end(),
                                     [&](const TableRow& row) { return !row.cells[c].empty(); });
    if (unused && filled != table.rows.end())
      messages.Unsupported(ErrorCode::ERR_XLSFORM_COLUMN_UNSUPPORTED,
                           {table.sheet, 1, column.number, column.header}, column.header);
  }
}

}  // namespace

ReadDraftResult ReadDraft(const Workbook& workbook, std::string_view file_stem,
                          Messages& messages) {
  ReadDraftResult result;
  auto draft = std::make_unique<Draft>();
  for (const Sheet& sheet : workbook.sheets) draft->sheet_names.push_back(sheet.name);
  ReportSheets(workbook, messages);
  const Sheet* survey = workbook.Find("survey");
  if (survey == nullptr || survey->rows.empty()) {
    messages.Error(ErrorCode::ERR_XLSFORM_SHEET_MISSING, {},
                   "survey" + SimilarSheets(*draft, "survey"));
    return result;
  }
  for (const std::string_view optional : {"settings", "entities"})
    if (workbook.Find(optional) == nullptr)
      if (const std::string similar = SimilarSheets(*draft, optional); !similar.empty())
        messages.Warning(ErrorCode::ERR_XLSFORM_SPELLING, {}, std::string(optional) + similar);

  draft->settings_table = ReadTable(workbook, "settings", messages);
  draft->choices = ReadTable(workbook, "choices", messages);
  draft->external_choices = ReadTable(workbook, "external_choices", messages);
  draft->entities = ReadTable(workbook, "entities", messages);
  draft->survey = Table(*survey, "survey", messages);
  if (!draft->survey.Has("type")) {
    messages.Error(ErrorCode::ERR_XLSFORM_HEADER_MISSING, {"survey", 1, 0, {}}, "type");
    return result;
  }
  for (const Table* table : {&draft->settings_table, &draft->choices, &draft->survey})
    ReportColumns(*table, messages);
  if (!draft->external_choices.rows.empty())
    messages.Unsupported(ErrorCode::ERR_XLSFORM_SHEET_UNSUPPORTED, {"external_choices", 0, 0, {}},
                         "external_choices");

  // Straight quotes, single blanks: what authors mean when their program typed something else.
  for (TableRow& row : draft->survey.rows)
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const std::string& first = draft->survey.columns[c].path[0];
      const bool prose =
          first == "label" || first == "hint" || first == "guidance_hint" || first == "pingshen";
      if (!prose && draft->survey.columns[c].path.size() < 3)
        row.cells[c] = StraightQuotes(row.cells[c]);
    }

  Settings& settings = draft->settings;
  settings.root_name = std::string(file_stem);
  ReadSettings(*draft, messages);
  if (settings.form_id.empty()) settings.form_id = std::string(file_stem);
  if (settings.title.empty()) settings.title = settings.form_id;
  ReadChoices(*draft, messages);
  ReadSurvey(*draft, messages);
  CheckReferences(*draft, messages);
  CheckTriggers(*draft, messages);
  result.sources = CollectDataSources(*draft, messages);
  CheckEntities(*draft, messages);
  result.draft = std::move(draft);
  return result;
}

}  // namespace pingshen::forms::xlsform
