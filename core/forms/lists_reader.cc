#include "core/forms/lists_reader.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "core/forms/codes.h"
#include "core/model/code.h"

namespace pingshen::forms {
namespace {

using Kind = json::Value::Kind;
using Names = std::string_view;

constexpr std::size_t kMaxLanguages = 30;
constexpr std::size_t kMaxOptions = 20'000;
constexpr std::size_t kMaxColumns = 50;
constexpr std::size_t kMaxGroups = 50;
constexpr std::size_t kMaxDataRows = 100'000;
constexpr std::size_t kMaxCellBytes = 2'000;

// Reports codes that stand twice in one list.
class OwnOptionCodes {
 public:
  explicit OwnOptionCodes(Problems& problems) : problems_(problems) {}
  void Claim(std::string_view code, json::Place place) {
    if (!code.empty() && !codes_.insert(code).second)
      problems_.Report(ErrorCode::ERR_FORM_CODE_DUPLICATE, place, Named(code));
  }

 private:
  Problems& problems_;
  std::unordered_set<std::string_view> codes_;
};

std::string ReadOptionCode(const ObjectReader& members, Problems& problems) {
  const json::Value* value = members.Require("code", Kind::kString);
  if (value == nullptr) return {};
  if (!model::IsOptionCode(value->text))
    problems.Report(ErrorCode::ERR_FORM_CODE, value->place, Named(value->text));
  return value->text;
}

// A cell of data: a string, or a number as written.
std::string ReadCell(const json::Value& value, Problems& problems) {
  if (value.kind != Kind::kString && value.kind != Kind::kNumber)
    problems.Report(ErrorCode::ERR_FORM_TYPE, value.place, "string");
  if (value.text.size() > kMaxCellBytes)
    problems.Report(
        ErrorCode::ERR_FORM_LIMIT, value.place,
        std::to_string(value.text.size()) + " > " + std::to_string(kMaxCellBytes) + " bytes");
  return value.text;
}

std::vector<std::pair<std::string, std::string>> ReadOptionColumns(const ObjectReader& option,
                                                                   Problems& problems) {
  std::vector<std::pair<std::string, std::string>> columns;
  const json::Value* value = option.Find("columns", Kind::kObject);
  if (value == nullptr) return columns;
  if (value->members.size() > kMaxColumns)
    problems.Report(ErrorCode::ERR_FORM_LIMIT, value->place, "\"columns\"");
  columns.reserve(value->members.size());
  for (const json::Value::Member& member : value->members) {
    if (!IsCode(member.name))
      problems.Report(ErrorCode::ERR_FORM_CODE, member.name_place, Named(member.name));
    columns.emplace_back(member.name, ReadCell(member.value, problems));
  }
  return columns;
}

model::DataTable ReadTable(const json::Value::Member& member, Draft& draft) {
  static constexpr std::array<Names, 2> kMembers = {"columns", "rows"};
  Problems& problems = draft.problems;
  const ObjectReader members(member.value, kMembers, problems);
  model::DataTable table;
  table.name = member.name;
  OwnOptionCodes names(problems);
  for (const json::Value& value : members.RequireList("columns", 1, kMaxColumns)) {
    table.columns.push_back(ReadPlain(value, kMaxCellBytes, problems));
    names.Claim(value.text, value.place);
  }
  const auto rows = members.RequireList("rows", 0, kMaxDataRows);
  table.rows.reserve(rows.size());
  for (const json::Value& row : rows) {
    if (row.kind != Kind::kArray || row.items.size() != table.columns.size()) {
      problems.Report(
          ErrorCode::ERR_FORM_VALUE, row.place,
          std::to_string(row.items.size()) + " ≠ " + std::to_string(table.columns.size()));
      break;
    }
    std::vector<std::string>& cells = table.rows.emplace_back();
    cells.reserve(row.items.size());
    for (const json::Value& cell : row.items) cells.push_back(ReadCell(cell, problems));
  }
  return table;
}

}  // namespace

void ReadLanguages(const ObjectReader& form, Draft& draft) {
  std::vector<std::string> languages;
  OwnOptionCodes tags(draft.problems);
  for (const json::Value& value : form.FindList("languages", 1, kMaxLanguages)) {
    if (value.kind != Kind::kString || !model::IsLanguageTag(value.text))
      draft.problems.Report(ErrorCode::ERR_FORM_VALUE, value.place, Named(value.text));
    tags.Claim(value.text, value.place);
    languages.push_back(value.text);
  }
  if (languages.empty())
    languages = {std::string(model::kChineseTag), std::string(model::kEnglishTag)};
  draft.problems.set_languages(languages);
  draft.form.languages = std::move(languages);
}

std::vector<model::Option> ReadOptions(const ObjectReader& members, std::string_view name,
                                       Draft& draft) {
  static constexpr std::array<Names, 4> kMembers = {"code", "label", "points", "columns"};
  const auto values = members.RequireList(name, 1, kMaxOptions);
  std::vector<model::Option> options;
  options.reserve(values.size());
  OwnOptionCodes codes(draft.problems);
  for (const json::Value& value : values) {
    const ObjectReader option_members(value, kMembers, draft.problems);
    if (draft.problems.any()) break;
    model::Option option;
    option.code = ReadOptionCode(option_members, draft.problems);
    if (const json::Value* code = value.Find("code")) codes.Claim(code->text, code->place);
    option.label = option_members.RequireText("label");
    option.points = option_members.FindDecimal("points", 0, kMaxPoints);
    option.columns = ReadOptionColumns(option_members, draft.problems);
    options.push_back(std::move(option));
  }
  return options;
}

void ReadLists(const ObjectReader& form, Draft& draft) {
  static constexpr std::array<Names, 1> kMembers = {"options"};
  const json::Value* lists = form.Find("lists", Kind::kObject);
  if (lists == nullptr) return;
  draft.form.lists.reserve(lists->members.size());
  for (const json::Value::Member& member : lists->members) {
    if (draft.problems.any()) return;
    if (!IsCode(member.name))
      draft.problems.Report(ErrorCode::ERR_FORM_CODE, member.name_place, Named(member.name));
    const ObjectReader members(member.value, kMembers, draft.problems);
    draft.form.lists.push_back({member.name, ReadOptions(members, "options", draft)});
  }
}

void ReadTables(const ObjectReader& form, Draft& draft) {
  const json::Value* tables = form.Find("tables", Kind::kObject);
  if (tables == nullptr) return;
  for (const json::Value::Member& member : tables->members) {
    if (draft.problems.any()) return;
    if (!IsCode(member.name))
      draft.problems.Report(ErrorCode::ERR_FORM_CODE, member.name_place, Named(member.name));
    draft.form.tables.push_back(ReadTable(member, draft));
  }
}

std::vector<model::CodedLabel> ReadCodedLabels(std::span<const json::Value> values, Draft& draft) {
  static constexpr std::array<Names, 2> kMembers = {"code", "label"};
  std::vector<model::CodedLabel> labels;
  OwnOptionCodes codes(draft.problems);
  for (const json::Value& value : values) {
    const ObjectReader members(value, kMembers, draft.problems);
    if (draft.problems.any()) break;
    model::CodedLabel label;
    label.code = members.RequireCode("code");
    if (const json::Value* code = value.Find("code")) codes.Claim(code->text, code->place);
    label.label = members.RequireText("label");
    labels.push_back(std::move(label));
  }
  return labels;
}

void ReadGroups(const ObjectReader& form, Draft& draft) {
  draft.form.groups = ReadCodedLabels(form.FindList("groups", 1, kMaxGroups), draft);
}

}  // namespace pingshen::forms
