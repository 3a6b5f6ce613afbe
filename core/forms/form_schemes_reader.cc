#include "core/forms/form_schemes_reader.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/forms/member_readers.h"
#include "core/forms/scheme_reader.h"

namespace pingshen::forms {
namespace {

using Kind = json::Value::Kind;

constexpr std::size_t kMaxSchemes = 50;

void CheckSum(const json::Value& scheme_value, const model::Scheme& scheme, Draft& draft) {
  const auto* points = std::get_if<model::PointsScheme>(&scheme);
  if (points == nullptr || draft.points == points->total) return;
  const json::Value* total = scheme_value.Find("total");
  draft.problems.Report(ErrorCode::ERR_FORM_POINTS_SUM,
                        total == nullptr ? scheme_value.place : total->place,
                        draft.points.ToString() + " ≠ " + points->total.ToString());
}

}  // namespace

void ReadSchemes(const ObjectReader& form, Draft& draft) {
  static constexpr std::array<std::string_view, 4> kMembers = {"code", "label", "sections",
                                                               "scheme"};
  SchemeVetoes vetoes;
  const json::Value* scheme = form.Find("scheme", Kind::kObject);
  const auto schemes = form.FindList("schemes", 1, kMaxSchemes);
  if (scheme != nullptr && !schemes.empty())
    draft.problems.Report(ErrorCode::ERR_FORM_MEMBER_MISPLACED, form.NamePlaceOf("schemes"),
                          "\"scheme\", \"schemes\"");
  if (scheme != nullptr) {
    draft.form.scheme = ReadScheme(*scheme, SchemeOwner::kForm, vetoes, draft);
    CheckSum(*scheme, draft.form.scheme, draft);
  }
  for (const json::Value& value : schemes) {
    const ObjectReader members(value, kMembers, draft.problems);
    model::SectionScheme section;
    section.code = members.RequireCode("code");
    section.label = members.RequireText("label");
    section.sections = ReadCodeList(members, "sections", 1, true);
    if (const json::Value* inner = members.Require("scheme", Kind::kObject))
      section.scheme = ReadScheme(*inner, SchemeOwner::kForm, vetoes, draft);
    draft.form.schemes.push_back(std::move(section));
  }
  if (scheme == nullptr && schemes.empty() && !draft.points.IsZero())
    draft.problems.Report(ErrorCode::ERR_FORM_MEMBER_MISSING, form.place(), "\"scheme\"");
}

}  // namespace pingshen::forms
