#include "core/forms/form_reader.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/forms/lists_reader.h"
#include "core/forms/scheme_reader.h"

namespace pingshen::forms {
namespace {

using Kind = json::Value::Kind;
using Names = std::string_view;

constexpr std::string_view kFormat = "pingshen-form/1";
constexpr std::size_t kMaxDocuments = 200;
constexpr std::size_t kMaxSources = 20;
constexpr std::size_t kMaxSections = 5'000;
constexpr std::size_t kMaxKinds = 50;
constexpr std::size_t kMaxAttributes = 100;
constexpr std::size_t kMaxPlainBytes = 200;

// Reports codes that stand twice in one list.
class OwnCodes {
 public:
  explicit OwnCodes(Problems& problems) : problems_(problems) {}
  void Claim(const std::string& code, json::Place place) {
    if (!code.empty() && !codes_.insert(code).second)
      problems_.Report(ErrorCode::ERR_FORM_CODE_DUPLICATE, place, Named(code));
  }

 private:
  Problems& problems_;
  std::set<std::string> codes_;
};

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

void ReadDocuments(const ObjectReader& form, Draft& draft) {
  static constexpr std::array<Names, 2> kMembers = {"code", "title"};
  OwnCodes codes(draft.problems);
  for (const json::Value& value : form.FindList("documents", 0, kMaxDocuments)) {
    const ObjectReader members(value, kMembers, draft.problems);
    const std::string code = members.RequireCode("code");
    codes.Claim(code, members.PlaceOf("code"));
    draft.documents.emplace(code, members.RequireText("title"));
  }
}

std::size_t RequireOneOf(const ObjectReader& members, std::string_view name,
                         std::span<const std::string_view> names) {
  const json::Value* value = members.Require(name, Kind::kString);
  if (value == nullptr) return 0;
  const auto found = std::ranges::find(names, std::string_view(value->text));
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  members.problems().Report(ErrorCode::ERR_FORM_VALUE, value->place, Named(value->text));
  return 0;
}

std::vector<model::Source> ReadSources(const ObjectReader& members, Draft& draft) {
  static constexpr std::array<Names, 4> kMembers = {"document", "clause", "confidence", "note"};
  // As model::Confidence.
  static constexpr std::array<Names, 4> kConfidences = {"to_be_confirmed", "one_source",
                                                        "two_sources", "our_reading"};
  std::vector<model::Source> sources;
  for (const json::Value& value : members.FindList("sources", 1, kMaxSources)) {
    const ObjectReader source_members(value, kMembers, draft.problems);
    model::Source source;
    const std::string document = source_members.RequireCode("document");
    const auto found = draft.documents.find(document);
    if (found != draft.documents.end())
      source.document = found->second;
    else
      draft.problems.Report(ErrorCode::ERR_FORM_CODE_UNKNOWN, source_members.PlaceOf("document"),
                            Named(document));
    source.clause = source_members.FindPlain("clause", kMaxPlainBytes);
    source.confidence =
        static_cast<model::Confidence>(RequireOneOf(source_members, "confidence", kConfidences));
    source.note = source_members.FindText("note");
    sources.push_back(std::move(source));
  }
  return sources;
}

model::Expression ReadExpression(const ObjectReader& members, std::string_view name) {
  const json::Value* value = members.Find(name, Kind::kString);
  if (value == nullptr) return {};
  if (value->text.size() > kMaxExpressionBytes)
    members.problems().Report(ErrorCode::ERR_FORM_LIMIT, value->place,
                              std::to_string(value->text.size()) + " > " +
                                  std::to_string(kMaxExpressionBytes) + " bytes");
  return {value->text, value->place.line, value->place.column + 1};  // behind the quotation mark
}

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
}

}  // namespace pingshen::forms
