#include "core/forms/member_readers.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace pingshen::forms {
namespace {

using Kind = json::Value::Kind;
using Names = std::string_view;

constexpr std::size_t kMaxDocuments = 200;
constexpr std::size_t kMaxSources = 20;
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

std::vector<std::string> ReadCodeList(const ObjectReader& members, std::string_view name,
                                      std::size_t least, bool required) {
  std::vector<std::string> codes;
  const auto values = required ? members.RequireList(name, least, kMaxListedCodes)
                               : members.FindList(name, least, kMaxListedCodes);
  for (const json::Value& value : values) {
    std::string code = ReadCode(value, members.problems());
    if (std::ranges::find(codes, code) != codes.end())
      members.problems().Report(ErrorCode::ERR_FORM_CODE_DUPLICATE, value.place, Named(code));
    codes.push_back(std::move(code));
  }
  return codes;
}

}  // namespace pingshen::forms
