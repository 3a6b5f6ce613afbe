#include "core/forms/xlsform/survey_writer.h"

#include <algorithm>
#include <array>

#include "core/forms/xlsform/json_tree.h"
#include "core/forms/xlsform/languages.h"
#include "core/forms/xlsform/references.h"
#include "core/forms/xlsform/text.h"

namespace pingshen::forms::xlsform {
namespace {

using Kind = json::Value::Kind;

std::string TextIn(const json::Value& object, std::string_view member) {
  const json::Value* value = object.Find(member);
  return value != nullptr && value->kind == Kind::kString ? value->text : "";
}

struct WrittenType {
  std::string_view item;
  std::string_view xlsform;
};
constexpr auto kWrittenTypes = std::to_array<WrittenType>({
    {"acknowledge", "acknowledge"},
    {"audio", "audio"},
    {"barcode", "barcode"},
    {"calculated", "calculate"},
    {"date", "date"},
    {"datetime", "dateTime"},
    {"decimal", "decimal"},
    {"file", "file"},
    {"integer", "integer"},
    {"note", "note"},
    {"photo", "image"},
    {"position", "geopoint"},
    {"shape", "geoshape"},
    {"time", "time"},
    {"trace", "geotrace"},
    {"video", "video"},
});

// The cell holds JSON whenever the value is no string, or is one that could be taken for JSON.
std::string CellOf(const json::Value& value) {
  if (value.kind == Kind::kString && !json::Parse(value.text) && !value.text.empty() &&
      Trimmed(value.text) == value.text)
    return value.text;
  return JsonWritten(value);
}

}  // namespace

Extensions ExtensionsFor(const json::Value& original, const json::Value& imported,
                         const std::vector<std::string_view>& passed_over) {
  Extensions extensions;
  const auto passed = [&](const std::string& name) {
    return std::find(passed_over.begin(), passed_over.end(), name) != passed_over.end();
  };
  for (const json::Value::Member& member : original.members) {
    const json::Value* got = imported.Find(member.name);
    if (!passed(member.name) && (got == nullptr || !SameJson(member.value, *got)))
      extensions.emplace_back(member.name, CellOf(member.value));
  }
  for (const json::Value::Member& member : imported.members)
    if (!passed(member.name) && original.Find(member.name) == nullptr)
      extensions.emplace_back(member.name, "null");
  return extensions;
}

SurveyWriter::SurveyWriter(const json::Value& form,
                           const std::map<std::string, Extensions>& extensions)
    : form_(form),
      extensions_(extensions),
      survey_({"type", "name", "label"}),
      choices_({"list_name", "name", "label"}) {}

// Names before anything refers to them. A code that is no name gets "_" in front.
void SurveyWriter::Plan(const json::Value& object) {
  const std::string code = TextIn(object, "code");
  std::string name = code;
  if (!IsName(name) || name == "meta") {
    name = "_";
    for (const char letter : code) {
      const std::string longer = name + letter;
      const bool ascii = static_cast<unsigned char>(letter) < 0x80;
      name += ascii && !IsName(longer) ? '_' : letter;
    }
    if (!IsName(name)) name = "_item";
  }
  std::string unique = name;
  for (int n = 2; taken_.contains(unique); ++n) unique = name + "_" + std::to_string(n);
  taken_[unique] = true;
  names_[code] = unique;
  for (const std::string_view member : {"items", "sections", "children"})
    if (const json::Value* inner = object.Find(member))
      for (const json::Value& each : inner->items) Plan(each);
}

std::string SurveyWriter::Renamed(std::string_view text) const {
  return ReplaceReferences(text, [&](const Reference& reference) {
    const auto found = names_.find(reference.name);
    return "${" + (found == names_.end() ? reference.name : found->second) + "}";
  });
}

void SurveyWriter::WriteTexts(SheetWriter& sheet, std::size_t row, const std::string& column,
                              const json::Value* texts) {
  if (texts == nullptr) return;
  for (const json::Value::Member& text : texts->members)
    sheet.Set(row, column + "::" + LanguageName(text.name), Renamed(text.value.text));
}

void SurveyWriter::WriteExpression(std::size_t row, const std::string& column,
                                   const json::Value* expression) {
  if (expression == nullptr) return;
  if (expression->kind == Kind::kBoolean)
    survey_.Set(row, column, expression->boolean ? "true()" : "false()");
  else if (expression->kind == Kind::kString)
    survey_.Set(row, column, Renamed(expression->text));
}

void SurveyWriter::WriteExtensions(std::size_t row, const std::string& code) {
  const auto found = extensions_.find(code);
  if (found == extensions_.end()) return;
  for (const auto& [member, text] : found->second) survey_.Set(row, "pingshen::" + member, text);
}

std::size_t SurveyWriter::AddNamed(const std::string& type, const json::Value& object) {
  const std::string code = TextIn(object, "code");
  const std::size_t row = survey_.AddRow();
  survey_.Set(row, "type", type);
  survey_.Set(row, "name", names_[code]);
  if (names_[code] != code) survey_.Set(row, "pingshen::code", code);
  return row;
}

void SurveyWriter::WriteSection(const json::Value& section) {
  const std::size_t row = AddNamed("begin_group", section);
  survey_.Set(row, "pingshen::section", "yes");
  WriteTexts(survey_, row, "label", section.Find("title"));
  WriteExpression(row, "relevant", section.Find("relevant"));
  WriteExtensions(row, TextIn(section, "code"));
  if (const json::Value* items = section.Find("items"))
    for (const json::Value& item : items->items) WriteItem(item);
  if (const json::Value* sections = section.Find("sections"))
    for (const json::Value& inner : sections->items) WriteSection(inner);
  survey_.Set(survey_.AddRow(), "type", "end_group");
}

void SurveyWriter::WriteOptions(const std::string& list, const json::Value& options) {
  for (const json::Value& option : options.items) {
    const std::size_t row = choices_.AddRow();
    choices_.Set(row, "list_name", list);
    for (const json::Value::Member& member : option.members) {
      if (member.name == "code") {
        choices_.Set(row, "name", member.value.text);
      } else if (member.name == "label") {
        WriteTexts(choices_, row, "label", &member.value);
      } else if (member.name == "columns") {
        for (const json::Value::Member& column : member.value.members)
          choices_.Set(row, column.name, column.value.text);
      } else {
        choices_.Set(row, "pingshen::" + member.name, CellOf(member.value));
      }
    }
  }
}

void SurveyWriter::WriteSelect(const json::Value& item, std::size_t row,
                               const std::string& command) {
  const std::string list = TextIn(item, "list");
  if (!list.empty()) {
    survey_.Set(row, "type", command + " " + list);
    return;
  }
  // Its own options become a list of its name.
  std::string own = names_[TextIn(item, "code")];
  const json::Value* lists = form_.Find("lists");
  while (lists != nullptr && lists->Find(own) != nullptr) own += "_";
  survey_.Set(row, "type", command + " " + own);
  survey_.Set(row, "pingshen::own_list", "yes");
  if (const json::Value* options = item.Find("options")) {
    WriteOptions(own, *options);
    return;
  }
  struct Word {
    std::string_view code, zh, en;
  };
  constexpr auto kYesNo = std::to_array<Word>({{"yes", "是", "Yes"}, {"no", "否", "No"}});
  constexpr auto kGrades = std::to_array<Word>({{"A", "A", "A"},
                                                {"B", "B", "B"},
                                                {"C", "C", "C"},
                                                {"D", "D", "D"},
                                                {"E", "E（不适用）", "E (not applicable)"}});
  const auto write = [&](const auto& words) {
    for (const Word& word : words) {
      const std::size_t choice = choices_.AddRow();
      choices_.Set(choice, "list_name", own);
      choices_.Set(choice, "name", std::string(word.code));
      choices_.Set(choice, "label::" + LanguageName("zh"), std::string(word.zh));
      choices_.Set(choice, "label::" + LanguageName("en"), std::string(word.en));
    }
  };
  if (TextIn(item, "type") == "grade") return write(kGrades);
  write(kYesNo);
}

void SurveyWriter::WriteFrame(const json::Value& item, std::size_t row) {
  const std::string type = TextIn(item, "type");
  const std::string kind = type == "group" ? "group" : "repeat";
  survey_.Set(row, "type", "begin_" + kind);
  WriteExpression(row, "repeat_count", item.Find("count"));
  if (const json::Value* rows = item.Find("rows"); rows != nullptr && type == "table")
    survey_.Set(row, "repeat_count", std::to_string(rows->items.size()));
  for (const std::string_view member : {"children", "columns"})
    if (const json::Value* children = item.Find(member))
      for (const json::Value& child : children->items) WriteItem(child);
  const std::size_t end = survey_.AddRow();
  survey_.Set(end, "type", "end_" + kind);
}

void SurveyWriter::WriteItem(const json::Value& item) {
  const std::string type = TextIn(item, "type");
  const auto found = std::find_if(kWrittenTypes.begin(), kWrittenTypes.end(),
                                  [&](const WrittenType& each) { return each.item == type; });
  const std::size_t row =
      AddNamed(found == kWrittenTypes.end() ? "text" : std::string(found->xlsform), item);
  WriteTexts(survey_, row, "label", item.Find("label"));
  WriteTexts(survey_, row, "hint", item.Find("hint"));
  WriteTexts(survey_, row, "guidance_hint", item.Find("method"));
  WriteExpression(row, "relevant", item.Find("relevant"));
  WriteExpression(row, "required", item.Find("required"));
  WriteTexts(survey_, row, "required_message", item.Find("required_message"));
  WriteExpression(row, "constraint", item.Find("constraint"));
  WriteTexts(survey_, row, "constraint_message", item.Find("constraint_message"));
  WriteExpression(row, "calculation", item.Find("calculation"));
  WriteExpression(row, "read_only", item.Find("read_only"));
  WriteExpression(row, "choice_filter", item.Find("choice_filter"));
  if (const json::Value* value = item.Find("default");
      value != nullptr && value->kind == Kind::kString) {
    std::string text = value->text;
    if (text.size() > 2 && (text[0] == '\'' || text[0] == '"') && text.back() == text[0] &&
        text.find(text[0], 1) == text.size() - 1)
      text = text.substr(1, text.size() - 2);
    survey_.Set(row, "default", Renamed(text));
  }
  std::string appearance = TextIn(item, "appearance");
  if (type == "long_text" && appearance.empty()) appearance = "multiline";
  if (type == "signature") {
    survey_.Set(row, "type", "image");
    if (appearance.empty()) appearance = "signature";
  }
  if (!appearance.empty()) survey_.Set(row, "appearance", appearance);
  if (const json::Value* triggers = item.Find("triggers")) {
    std::vector<std::string> names;
    for (const json::Value& code : triggers->items) names.push_back("${" + names_[code.text] + "}");
    survey_.Set(row, "trigger", Joined(names, ", "));
  }
  // Other programs know limits only as constraints.
  if ((type == "integer" || type == "decimal") && item.Find("constraint") == nullptr) {
    std::vector<std::string> limits;
    if (const json::Value* least = item.Find("minimum")) limits.push_back(". >= " + least->text);
    if (const json::Value* most = item.Find("maximum")) limits.push_back(". <= " + most->text);
    if (!limits.empty()) survey_.Set(row, "constraint", Joined(limits, " and "));
  }
  WriteExtensions(row, TextIn(item, "code"));
  if (type == "single_choice" || type == "yes_no" || type == "grade")
    WriteSelect(item, row, "select_one");
  if (type == "multiple_choice") WriteSelect(item, row, "select_multiple");
  if (type == "rank") WriteSelect(item, row, "rank");
  if (type == "group" || type == "repeat" || type == "table") WriteFrame(item, row);
}

void SurveyWriter::Write() {
  if (const json::Value* sections = form_.Find("sections")) {
    for (const json::Value& section : sections->items) Plan(section);
    if (const json::Value* lists = form_.Find("lists"))
      for (const json::Value::Member& list : lists->members)
        if (const json::Value* options = list.value.Find("options"))
          WriteOptions(list.name, *options);
    for (const json::Value& section : sections->items) WriteSection(section);
  }
}

}  // namespace pingshen::forms::xlsform
