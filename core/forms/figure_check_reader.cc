#include "core/forms/figure_check_reader.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/forms/codes.h"
#include "core/forms/member_readers.h"
#include "core/model/date.h"

namespace pingshen::forms {
namespace {

using Kind = json::Value::Kind;
using Names = std::string_view;

constexpr std::size_t kMaxChecks = 5'000;
constexpr std::size_t kMaxFigures = 500;
constexpr std::size_t kMaxReferenceBytes = 2 * kMaxCodeBytes + 1;
constexpr std::int64_t kMostChange = 1'000'000;  // percent

// "item" or "item:field". The items themselves are looked up when the check runs.
std::string ReadReference(const json::Value& value, Problems& problems) {
  const std::string text = ReadPlain(value, kMaxReferenceBytes, problems);
  const std::size_t colon = text.find(':');
  const bool good = IsCode(text.substr(0, colon)) &&
                    (colon == std::string::npos || IsCode(text.substr(colon + 1)));
  if (!good) problems.Report(ErrorCode::ERR_FORM_CODE, value.place, Named(text));
  return text;
}
std::string RequireReference(const ObjectReader& members, Names name) {
  const json::Value* value = members.Require(name, Kind::kString);
  return value == nullptr ? "" : ReadReference(*value, members.problems());
}
std::vector<std::string> RequireReferences(const ObjectReader& members, Names name,
                                           std::size_t least) {
  std::vector<std::string> references;
  for (const json::Value& value : members.RequireList(name, least, kMaxFigures))
    references.push_back(ReadReference(value, members.problems()));
  return references;
}
std::string RequireDate(const ObjectReader& members, Names name) {
  const json::Value* value = members.Require(name, Kind::kString);
  if (value == nullptr) return {};
  if (!model::IsDate(value->text))
    members.problems().Report(ErrorCode::ERR_FORM_VALUE, value->place, Named(value->text));
  return value->text;
}

void ReadRule(const ObjectReader& members, std::size_t kind, model::FigureCheck& check) {
  switch (kind) {
    case 0:
      check.rule = model::PartsCheck{RequireReference(members, "total"),
                                     RequireReferences(members, "parts", 1)};
      return;
    case 1:
      check.rule = model::ChainCheck{RequireReferences(members, "figures", 2)};
      return;
    case 2:
      check.rule =
          model::PeriodCheck{RequireReference(members, "now"), RequireReference(members, "before"),
                             members.FindDecimal("most_rise", 0, kMostChange),
                             members.FindDecimal("most_fall", 0, kMostChange)};
      return;
    case 3:
      check.rule = model::StagesExplanation{RequireReference(members, "ratio"),
                                            RequireReferences(members, "reached", 2)};
      return;
    default:
      check.rule = model::DatesCheck{RequireReferences(members, "items", 1),
                                     RequireDate(members, "first"), RequireDate(members, "last")};
  }
}

}  // namespace

void ReadFigureChecks(const ObjectReader& form, Draft& draft) {
  static constexpr std::array<Names, 5> kKinds = {"parts", "chain", "period", "stages", "dates"};
  static constexpr std::array<Names, 15> kMembers = {
      "code",  "label",     "kind",      "total", "parts",   "figures", "now", "before",
      "ratio", "most_rise", "most_fall", "items", "reached", "first",   "last"};
  std::vector<std::string> codes;
  for (const json::Value& value : form.FindList("checks", 1, kMaxChecks)) {
    const ObjectReader members(value, kMembers, draft.problems);
    model::FigureCheck check;
    check.code = members.RequireCode("code");
    if (std::ranges::find(codes, check.code) != codes.end())
      draft.problems.Report(ErrorCode::ERR_FORM_CODE_DUPLICATE, members.PlaceOf("code"),
                            Named(check.code));
    codes.push_back(check.code);
    check.label = members.RequireText("label");
    ReadRule(members, RequireOneOf(members, "kind", kKinds), check);
    draft.form.checks.push_back(std::move(check));
  }
}

}  // namespace pingshen::forms
