#include "core/forms/xlsform/load_check.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "core/forms/linter.h"
#include "core/forms/loader.h"
#include "core/json/json.h"

namespace pingshen::forms::xlsform {
namespace {

struct Step {
  const json::Value* object = nullptr;
  std::string_view member;  // that the way goes on through; "" = the object itself is at fault
};

bool Reached(json::Place place, json::Place target) {
  return place.line < target.line || (place.line == target.line && place.column <= target.column);
}

// The objects around a place, outermost first.
std::vector<Step> WayTo(const json::Value& file, json::Place target) {
  std::vector<Step> way;
  const json::Value* at = &file;
  while (at != nullptr) {
    const json::Value* next = nullptr;
    if (at->kind == json::Value::Kind::kObject) {
      Step& step = way.emplace_back(Step{at, {}});
      for (const json::Value::Member& member : at->members)
        if (Reached(member.name_place, target)) {
          step.member = member.name;
          next = Reached(member.value.place, target) ? &member.value : nullptr;
        }
    } else {
      for (const json::Value& item : at->items)
        if (Reached(item.place, target)) next = &item;
    }
    at = next;
  }
  return way;
}

struct MemberColumn {
  std::string_view member;
  std::string_view key;  // of the column in the survey
};
constexpr auto kColumns = std::to_array<MemberColumn>({
    {"appearance", "control::appearance"},
    {"calculation", "bind::calculate"},
    {"choice_filter", "choice_filter"},
    {"code", "name"},
    {"constraint", "bind::constraint"},
    {"constraint_message", "bind::jr:constraintMsg"},
    {"count", "control::jr:count"},
    {"default", "default"},
    {"hint", "hint"},
    {"label", "label"},
    {"list", "type"},
    {"maximum", "parameters"},
    {"method", "guidance_hint"},
    {"minimum", "parameters"},
    {"options", "type"},
    {"read_only", "bind::readonly"},
    {"relevant", "bind::relevant"},
    {"required", "bind::required"},
    {"required_message", "bind::jr:requiredMsg"},
    {"step", "parameters"},
    {"title", "label"},
    {"triggers", "trigger"},
    {"type", "type"},
});

std::string_view ColumnOf(std::string_view member) {
  const auto found = std::ranges::find(kColumns, member, &MemberColumn::member);
  return found == kColumns.end() ? std::string_view() : found->key;
}

class Locator {
 public:
  Locator(const Draft& draft, const FormOrigins& origins, std::vector<Step> way)
      : draft_(draft), origins_(origins), way_(std::move(way)) {}

  Cell Find() const {
    for (std::size_t i = way_.size(); i-- > 0;) {
      const json::Value* code = way_[i].object->Find("code");
      if (code == nullptr) continue;
      const auto item = origins_.items.find(code->text);
      const bool is_item =
          way_[i].object->Find("type") != nullptr || way_[i].object->Find("title") != nullptr;
      if (!is_item || item == origins_.items.end()) continue;
      if (way_[i].member == "options")
        if (const ChoiceList* list = draft_.FindList(item->second->list))
          if (const auto cell = ChoiceCell(*list, i + 1)) return *cell;
      return ItemCell(*item->second, way_[i].member);
    }
    if (!way_.empty() && way_[0].member == "lists" && way_.size() > 1) {
      const auto list = origins_.lists.find(way_[1].member);
      if (list != origins_.lists.end())
        if (const auto cell = ChoiceCell(*list->second, 3)) return *cell;
      return {draft_.choices.sheet, 0, 0, {}};
    }
    return FormCell(way_.empty() ? std::string_view() : way_[0].member);
  }

 private:
  std::optional<Cell> ChoiceCell(const ChoiceList& list, std::size_t step) const {
    if (step >= way_.size()) return std::nullopt;
    const json::Value* options = way_[step - 1].object->Find("options");
    if (options == nullptr) return std::nullopt;
    // Options stand in the order of the rows they were made of.
    for (std::size_t i = 0; i < options->items.size() && i < list.choices.size(); ++i) {
      if (&options->items[i] != way_[step].object) continue;
      const TableRow* row = list.choices[i].row;
      if (row == nullptr) return std::nullopt;
      const std::string_view member = way_[step].member;
      if (member == "code" || member.empty()) return draft_.choices.Place(*row, "name");
      if (member == "label") return draft_.choices.Place(*row, "label");
      return draft_.choices.Place(*row);
    }
    return std::nullopt;
  }

  Cell ItemCell(const Node& node, std::string_view member) const {
    const Table& survey = draft_.survey;
    const std::string own = "pingshen::" + std::string(member);
    if (!survey.Get(*node.row, own).empty()) return survey.Place(*node.row, own);
    const std::string_view key = ColumnOf(member);
    if (key.empty() || (!survey.Has(key) && survey.Languages(key).empty()))
      return survey.Place(*node.row);
    return survey.Place(*node.row, key);
  }

  Cell FormCell(std::string_view member) const {
    if (member == "languages") return {draft_.survey.sheet, 1, 0, {}};
    const Table& settings = draft_.settings_table;
    if ((member == "id" || member == "title" || member == "version") && !settings.rows.empty()) {
      const std::string key = member == "version" ? "version" : "form_" + std::string(member);
      if (settings.Has(key)) return settings.Place(settings.rows.front(), key);
    }
    if (member == "sections" || member.empty()) return {draft_.survey.sheet, 0, 0, {}};
    return {origins_.own_sheet, 0, 0, std::string(member)};
  }

  const Draft& draft_;
  const FormOrigins& origins_;
  std::vector<Step> way_;
};

}  // namespace

void CheckLoads(const Draft& draft, const FormOrigins& origins, std::string_view form_json,
                Messages& messages) {
  const auto form = Load(form_json);
  const auto file = json::Parse(form_json);
  const auto cell_of = [&](json::Place place) {
    return file ? Locator(draft, origins, WayTo(*file, place)).Find() : Cell();
  };
  if (form) {
    for (const LintFinding& finding : Lint(**form, form_json))
      // Missing translations have been counted by column.
      if (finding.code != ErrorCode::ERR_LINT_TRANSLATION)
        messages.Warning(finding.code, cell_of(finding.place), finding.detail);
    return;
  }
  const Error& error = form.error();
  Cell cell = cell_of(PlaceOfContext(error.context));
  // The place in the JSON that nobody has seen is no help.
  const std::size_t colon = error.context.find(": ");
  const bool placed = error.context.starts_with("line ") && colon != std::string::npos;
  messages.Error(error.code, std::move(cell),
                 placed ? error.context.substr(colon + 2) : error.context);
}

}  // namespace pingshen::forms::xlsform
