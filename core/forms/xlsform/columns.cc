// The standard columns of XLSForm and their other names (xlsform.org and pyxform 4.5).
#include <algorithm>
#include <array>
#include <span>

#include "core/forms/xlsform/table.h"
#include "core/forms/xlsform/text.h"

namespace pingshen::forms::xlsform {
namespace {

struct Alias {
  std::string_view name;  // in snake case
  std::string_view path;
};

constexpr auto kSurveyAliases = std::to_array<Alias>({
    {"appearance", "control::appearance"},
    {"audio", "media::audio"},
    {"autoplay", "control::autoplay"},
    {"big-image", "media::big-image"},
    {"body", "control"},
    {"calculate", "bind::calculate"},
    {"calculation", "bind::calculate"},
    {"caption", "label"},
    {"command", "type"},
    {"compact_tag", "instance::odk:tag"},
    {"constraining_message", "bind::jr:constraintMsg"},
    {"constraint", "bind::constraint"},
    {"constraint_message", "bind::jr:constraintMsg"},
    {"count", "control::jr:count"},
    {"image", "media::image"},
    {"jr:count", "control::jr:count"},
    {"no_app_error_string", "bind::jr:noAppErrorString"},
    {"noapperrorstring", "bind::jr:noAppErrorString"},
    {"read_only", "bind::readonly"},
    {"readonly", "bind::readonly"},
    {"relevance", "bind::relevant"},
    {"relevant", "bind::relevant"},
    {"repeat_count", "control::jr:count"},
    {"required", "bind::required"},
    {"required_message", "bind::jr:requiredMsg"},
    {"requiredmsg", "bind::jr:requiredMsg"},
    {"rows", "control::rows"},
    {"save_to", "bind::entities:saveto"},
    {"tag", "name"},
    {"value", "name"},
    {"video", "media::video"},
});
constexpr auto kChoicesAliases = std::to_array<Alias>({
    {"audio", "media::audio"},
    {"big-image", "media::big-image"},
    {"caption", "label"},
    {"image", "media::image"},
    {"list_name", "list name"},
    {"value", "name"},
    {"video", "media::video"},
});
constexpr auto kSettingsAliases = std::to_array<Alias>({
    {"form_id", "id_string"},
    {"form_title", "title"},
    {"set_form_id", "id_string"},
    {"set_form_title", "title"},
});
constexpr auto kEntitiesAliases = std::to_array<Alias>({{"dataset", "list_name"}});

constexpr auto kSurveyColumns = std::to_array<std::string_view>(
    {"bind",          "choice_filter", "control",    "default",    "disabled",
     "guidance_hint", "hint",          "instance",   "intent",     "label",
     "list_name",     "media",         "name",       "parameters", "pingshen",
     "query",         "sms_field",     "sms_option", "trigger",    "type"});
constexpr auto kChoicesColumns =
    std::to_array<std::string_view>({"label", "list name", "media", "name", "pingshen"});
constexpr auto kSettingsColumns = std::to_array<std::string_view>({"add_none_option",
                                                                   "allow_choice_duplicates",
                                                                   "attribute",
                                                                   "auto_delete",
                                                                   "auto_send",
                                                                   "clean_text_values",
                                                                   "client_editable",
                                                                   "default_language",
                                                                   "flat",
                                                                   "id_string",
                                                                   "instance_id",
                                                                   "instance_name",
                                                                   "instance_xmlns",
                                                                   "name",
                                                                   "namespaces",
                                                                   "omit_instanceid",
                                                                   "pingshen",
                                                                   "public_key",
                                                                   "sms_keyword",
                                                                   "style",
                                                                   "submission_url",
                                                                   "title",
                                                                   "version"});
constexpr auto kEntitiesColumns = std::to_array<std::string_view>(
    {"create_if", "entity_id", "label", "list_name", "repeat", "update_if"});

std::span<const Alias> AliasesOf(std::string_view sheet) {
  if (sheet == "survey") return kSurveyAliases;
  if (sheet == "settings") return kSettingsAliases;
  if (sheet == "entities") return kEntitiesAliases;
  return kChoicesAliases;
}

std::span<const std::string_view> ColumnsOf(std::string_view sheet) {
  if (sheet == "survey") return kSurveyColumns;
  if (sheet == "settings") return kSettingsColumns;
  if (sheet == "entities") return kEntitiesColumns;
  return kChoicesColumns;
}

}  // namespace

bool IsKnownColumn(std::string_view sheet, std::string_view first_step) {
  const auto columns = ColumnsOf(sheet);
  return std::find(columns.begin(), columns.end(), first_step) != columns.end();
}

std::vector<std::string> HeaderPath(std::string_view sheet, std::string_view header,
                                    bool double_colon) {
  const auto aliases = AliasesOf(sheet);
  const auto alias_of = [&](const std::string& name) {
    return std::find_if(aliases.begin(), aliases.end(),
                        [&](const Alias& alias) { return alias.name == name; });
  };
  const std::string whole = SnakeCase(header);
  if (IsKnownColumn(sheet, whole) && alias_of(whole) == aliases.end()) return {whole};
  if (const auto alias = alias_of(whole); alias != aliases.end()) return Split(alias->path, "::");

  std::vector<std::string> steps = Split(header, double_colon ? "::" : ":");
  for (std::string& step : steps) step = std::string(Trimmed(step));
  // A namespace prefix is not a step of its own.
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    if (steps[i] != "jr") continue;
    steps[i] = "jr:" + steps[i + 1];
    steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
  const std::string first = SnakeCase(steps[0]);
  if (const auto alias = alias_of(first); alias != aliases.end()) {
    std::vector<std::string> path = Split(alias->path, "::");
    path.insert(path.end(), steps.begin() + 1, steps.end());
    return path;
  }
  // Unknown columns keep their letters: choice filters refer to them.
  if (!IsKnownColumn(sheet, first)) return {std::string(header)};
  steps[0] = first;
  return steps;
}

}  // namespace pingshen::forms::xlsform
