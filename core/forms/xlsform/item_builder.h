// One question, group or repeat as an item of a form.
#pragma once

#include <optional>

#include "core/forms/xlsform/form_builder.h"
#include "core/forms/xlsform/form_codes.h"
#include "core/forms/xlsform/languages.h"

namespace pingshen::forms::xlsform {

// What items need of the whole form.
struct BuildContext {
  const Draft& draft;
  const std::map<std::string, DataSource>& sources;
  FormCodes& codes;
  const FormLanguages& languages;
  // Lists that stand in the form, by their name in the workbook: their code.
  const std::map<std::string, std::string>& list_codes;
  Messages& messages;
};

// Texts of a row by language, or null when there are none.
json::Value TextsOf(const BuildContext& context, const Table& table, const TableRow& row,
                    std::string_view key);
json::Value TextIn(const BuildContext& context, std::string_view text);  // in the main language

// pingshen::<member> cells, which are the last word: JSON, or a text that is none; "null" takes the
// member away.
void ApplyExtensions(const Table& table, const TableRow& row, json::Value& object);
// What an extension cell says.
json::Value ExtensionValue(std::string_view text);

// Options of a list, with all columns for choice filters.
json::Value BuildOptions(const BuildContext& context, const ChoiceList& list);

// nullopt: the node has no place in the form (which was reported, or is meant).
std::optional<json::Value> BuildItem(const BuildContext& context, const Node& node);

}  // namespace pingshen::forms::xlsform
