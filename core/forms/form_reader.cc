#include "core/forms/form_reader.h"

#include <array>

#include "core/forms/figure_check_reader.h"
#include "core/forms/form_schemes_reader.h"
#include "core/forms/item_reader.h"
#include "core/forms/lists_reader.h"
#include "core/forms/member_readers.h"

namespace pingshen::forms {
namespace {

using Kind = json::Value::Kind;
using Names = std::string_view;

constexpr std::string_view kFormat = "pingshen-form/1";
constexpr std::size_t kMaxSections = 5'000;
constexpr std::size_t kMaxKinds = 50;
constexpr std::size_t kMaxAttributes = 100;

model::Section ReadSection(const json::Value& value, std::size_t depth, Draft& draft) {
  static constexpr std::array<Names, 5> kMembers = {"code", "title", "relevant", "items",
                                                    "sections"};
  const ObjectReader members(value, kMembers, draft.problems);
  model::Section section;
  section.code = members.RequireCode("code");
  draft.Claim(section.code, members.PlaceOf("code"));
  section.title = members.RequireText("title");
  section.relevant = ReadExpression(members, "relevant");
  const auto items = members.FindList("items", 1, kMaxItems);
  const auto sections = members.FindList("sections", 1, kMaxSections);
  if (items.empty() && sections.empty())
    draft.problems.Report(ErrorCode::ERR_FORM_MEMBER_MISSING, value.place,
                          "\"items\", \"sections\"");
  section.items.reserve(items.size());
  for (const json::Value& item : items) {
    if (draft.problems.any()) break;
    ReadItem(item, {}, draft, section.items.emplace_back());
  }
  if (!sections.empty() && depth == kMaxSectionDepth) {
    draft.problems.Report(
        ErrorCode::ERR_FORM_LIMIT, members.PlaceOf("sections"),
        "\"sections\": " + std::to_string(depth + 1) + " > " + std::to_string(kMaxSectionDepth));
    return section;
  }
  section.sections.reserve(sections.size());
  for (const json::Value& inner : sections) {
    if (draft.problems.any()) break;
    section.sections.push_back(ReadSection(inner, depth + 1, draft));
  }
  return section;
}

}  // namespace

void ReadForm(const json::Value& file, Draft& draft) {
  static constexpr std::array<Names, 18> kMembers = {
      "$schema",    "format",      "id",        "version", "languages",
      "title",      "description", "documents", "sources", "institution_kinds",
      "attributes", "groups",      "lists",     "tables",  "sections",
      "scheme",     "schemes",     "checks"};
  Problems& problems = draft.problems;
  const ObjectReader members(file, kMembers, problems);
  members.Find("$schema", Kind::kString);
  if (const json::Value* format = members.Require("format", Kind::kString);
      format != nullptr && format->text != kFormat)
    problems.Report(ErrorCode::ERR_FORM_FORMAT, format->place, Named(format->text));
  model::Form& form = draft.form;
  form.id = members.RequireCode("id");
  form.version = members.RequireCode("version");
  ReadLanguages(members, draft);
  form.title = members.RequireText("title");
  form.description = members.FindText("description");
  ReadDocuments(members, draft);
  form.sources = ReadSources(members, draft);
  for (const json::Value& kind : members.FindList("institution_kinds", 1, kMaxKinds))
    form.institution_kinds.push_back(ReadText(kind, problems));
  ReadGroups(members, draft);
  ReadLists(members, draft);
  ReadTables(members, draft);
  const auto attributes = members.FindList("attributes", 1, kMaxAttributes);
  form.attributes.reserve(attributes.size());
  for (const json::Value& attribute : attributes) {
    if (problems.any()) return;
    ReadItem(attribute, {.attributes = true}, draft, form.attributes.emplace_back());
  }
  const auto sections = members.RequireList("sections", 1, kMaxSections);
  form.sections.reserve(sections.size());
  for (const json::Value& section : sections) {
    if (problems.any()) return;
    form.sections.push_back(ReadSection(section, 1, draft));
  }
  ReadSchemes(members, draft);
  ReadFigureChecks(members, draft);
}

}  // namespace pingshen::forms
