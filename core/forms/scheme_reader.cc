#include "core/forms/scheme_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/forms/member_readers.h"

namespace pingshen::forms {
namespace {

using Kind = json::Value::Kind;
using Names = std::string_view;

constexpr std::size_t kMaxVetoes = 200;
constexpr std::size_t kMaxOutcomes = 32;
constexpr std::size_t kMaxRules = 500;
constexpr std::size_t kMaxSchemeParts = 6;  // keeps sums of their exact fractions within 128 bits
constexpr std::size_t kMaxDemands = 50;
constexpr std::int64_t kMostPercent = 100;

class SchemeReader {
 public:
  SchemeReader(Draft& draft, SchemeOwner owner, SchemeVetoes& vetoes)
      : draft_(draft),
        problems_(draft.problems),
        alone_(owner == SchemeOwner::kFile),
        vetoes_(vetoes) {}

  model::Scheme Read(const json::Value& value) {
    static constexpr std::array<Names, 5> kKinds = {"points", "ladder", "composite", "stages",
                                                    "ratio"};
    const json::Value* kind = value.Find("kind");
    const auto found =
        kind == nullptr ? kKinds.end() : std::ranges::find(kKinds, Names(kind->text));
    switch (found - kKinds.begin()) {
      case 0:
        return ReadPoints(value);
      case 1:
        return ReadLadder(value);
      case 2:
        return ReadComposite(value);
      case 3:
        return ReadStages(value);
      case 4:
        return ReadRatio(value);
      default:
        break;
    }
    if (kind == nullptr)
      problems_.Report(ErrorCode::ERR_FORM_MEMBER_MISSING, value.place, Named("kind"));
    else if (kind->kind != Kind::kString)
      problems_.Report(ErrorCode::ERR_FORM_TYPE, kind->place, Named("kind"));
    else
      problems_.Report(ErrorCode::ERR_FORM_VALUE, kind->place, Named(kind->text));
    return {};
  }

 private:
  std::vector<model::Source> Sources(const ObjectReader& members, const std::string& owner) {
    std::vector<model::Source> sources = ReadSources(members, draft_);
    if (sources.empty())
      problems_.Report(ErrorCode::ERR_FORM_SOURCE_MISSING, members.place(), Named(owner));
    return sources;
  }

  void ReadOutcome(const ObjectReader& members, model::Outcome& outcome) {
    static constexpr std::array<Names, 3> kTones = {"good", "middle", "bad"};  // as model::Tone
    outcome.code = members.RequireCode("code");
    if (!outcome.code.empty() && !outcomes_.insert(outcome.code).second)
      problems_.Report(ErrorCode::ERR_FORM_CODE_DUPLICATE, members.PlaceOf("code"),
                       Named(outcome.code));
    outcome.label = members.RequireText("label");
    outcome.tone = static_cast<model::Tone>(RequireOneOf(members, "tone", kTones));
    outcome.consequence = members.FindText("consequence");
    outcome.sources = Sources(members, outcome.code);
  }

  std::vector<model::Veto> ReadVetoes(const ObjectReader& scheme, Names name) {
    static constexpr std::array<Names, 4> kMembers = {"code", "label", "when", "sources"};
    std::vector<model::Veto> vetoes;
    for (const json::Value& value : scheme.FindList(name, 0, kMaxVetoes)) {
      const ObjectReader members(value, kMembers, problems_);
      model::Veto veto;
      veto.code = members.RequireCode("code");
      if (!veto.code.empty() && !vetoes_.insert(veto.code).second)
        problems_.Report(ErrorCode::ERR_FORM_CODE_DUPLICATE, members.PlaceOf("code"),
                         Named(veto.code));
      veto.label = members.RequireText("label");
      if (!alone_) {
        members.Require("when", Kind::kString);
        veto.when = ReadExpression(members, "when");
      }
      veto.sources = Sources(members, veto.code);
      vetoes.push_back(std::move(veto));
    }
    return vetoes;
  }

  // The outcome that vetoes give: required when there are any.
  std::string ReadVetoOutcome(const ObjectReader& members, Names name, bool required) {
    if (!required && !members.Has(name)) return {};
    return ReadOutcomeCode(members, name);
  }
  std::string ReadOutcomeCode(const ObjectReader& members, Names name) {
    std::string code = members.RequireCode(name);
    if (!code.empty() && !outcomes_.contains(code))
      problems_.Report(ErrorCode::ERR_FORM_CODE_UNKNOWN, members.PlaceOf(name), Named(code));
    return code;
  }

  // at_least, below, at_most.
  template <typename Bounds>
  void ReadBounds(const ObjectReader& members, Bounds& bounds, const std::string& owner) {
    bounds.at_least = members.FindDecimal("at_least", 0, kMaxPoints);
    bounds.below = members.FindDecimal("below", 0, kMaxPoints);
    bounds.at_most = members.FindDecimal("at_most", 0, kMaxPoints);
    const auto refuse = [&](Names name, const std::string& what) {
      problems_.Report(ErrorCode::ERR_FORM_BANDS, members.PlaceOf(name),
                       Named(owner) + ": " + what);
    };
    if (bounds.below && bounds.at_most) refuse("at_most", "\"below\", \"at_most\"");
    if (bounds.at_least && bounds.below && *bounds.at_least >= *bounds.below)
      refuse("at_least", bounds.at_least->ToString() + " ≥ " + bounds.below->ToString());
    if (bounds.at_least && bounds.at_most && *bounds.at_least > *bounds.at_most)
      refuse("at_least", bounds.at_least->ToString() + " > " + bounds.at_most->ToString());
  }

  std::vector<model::Band> ReadBands(std::span<const json::Value> values) {
    static constexpr std::array<Names, 8> kMembers = {"code", "label",       "at_least", "below",
                                                      "tone", "consequence", "sources",  "at_most"};
    std::vector<model::Band> bands;
    for (const json::Value& value : values) {
      const ObjectReader members(value, kMembers, problems_);
      model::Band band;
      ReadOutcome(members, band);
      ReadBounds(members, band, band.code);
      bands.push_back(std::move(band));
    }
    return bands;
  }

  model::Scheme ReadPoints(const json::Value& value) {
    static constexpr std::array<Names, 9> kMembers = {"kind",      "total",  "vetoes",
                                                      "veto_band", "bands",  "must_pass",
                                                      "bonus_cap", "stated", "rules"};
    const ObjectReader members(value, kMembers, problems_);
    model::PointsScheme scheme;
    scheme.total = members.RequireDecimal("total", 1, kMaxPoints).value_or(Decimal());
    scheme.bands = ReadBands(members.RequireList("bands", 1, kMaxOutcomes));
    scheme.vetoes = ReadVetoes(members, "vetoes");
    scheme.veto_band =
        ReadVetoOutcome(members, "veto_band", !scheme.vetoes.empty() && !members.Has("rules"));
    scheme.bonus_cap = members.FindDecimal("bonus_cap", 0, kMaxPoints);
    if (const json::Value* must = members.Find("must_pass", Kind::kObject))
      scheme.must_pass = ReadMustPass(*must, members.Has("rules"));
    for (const json::Value& stated : members.FindList("stated", 1, kMaxListedCodes))
      scheme.stated.push_back(ReadStated(stated));
    for (const json::Value& rule : members.FindList("rules", 1, kMaxRules))
      scheme.rules.push_back(ReadRule(rule));
    return scheme;
  }

  model::MustPass ReadMustPass(const json::Value& value, bool by_rules) {
    static constexpr std::array<Names, 3> kMembers = {"items", "percent", "band"};
    const ObjectReader members(value, kMembers, problems_);
    model::MustPass must;
    must.items = ReadCodeList(members, "items", 1, true);
    must.percent = members.FindDecimal("percent", 0, kMostPercent)
                       .value_or(Decimal::FromInteger(kMostPercent));
    if (!by_rules || members.Has("band")) must.band = ReadOutcomeCode(members, "band");
    return must;
  }

  model::StatedPoints ReadStated(const json::Value& value) {
    static constexpr std::array<Names, 3> kMembers = {"section", "points", "bonus"};
    const ObjectReader members(value, kMembers, problems_);
    model::StatedPoints stated;
    if (members.Has("section")) stated.section = members.RequireCode("section");
    stated.points = members.FindDecimal("points", 0, kMaxPoints);
    stated.bonus = members.FindDecimal("bonus", 0, kMaxPoints);
    return stated;
  }

  model::DecisionRule ReadRule(const json::Value& value) {
    static constexpr std::array<Names, 6> kMembers = {"outcome", "at_least", "below",
                                                      "at_most", "veto",     "must_pass"};
    const ObjectReader members(value, kMembers, problems_);
    model::DecisionRule rule;
    rule.outcome = ReadOutcomeCode(members, "outcome");
    ReadBounds(members, rule, rule.outcome);
    if (members.Has("veto")) rule.veto = members.FindBoolean("veto");
    if (members.Has("must_pass")) rule.must_pass = members.FindBoolean("must_pass");
    return rule;
  }

  model::ShareMinimum ReadShares(const ObjectReader& grade, Names name) {
    static constexpr std::array<Names, 3> kMembers = {"C", "B", "A"};
    const json::Value* value = grade.Find(name, Kind::kObject);
    if (value == nullptr) return {};
    const ObjectReader members(*value, kMembers, problems_);
    return {members.FindDecimal("C", 0, kMostPercent), members.FindDecimal("B", 0, kMostPercent),
            members.FindDecimal("A", 0, kMostPercent)};
  }

  model::Scheme ReadLadder(const json::Value& value) {
    static constexpr std::array<Names, 5> kMembers = {"kind", "grades", "core_in_all", "vetoes",
                                                      "veto_grade"};
    static constexpr std::array<Names, 7> kGradeMembers = {
        "code", "label", "tone", "consequence", "sources", "all", "core"};
    const ObjectReader members(value, kMembers, problems_);
    model::LadderScheme scheme;
    for (const json::Value& grade_value : members.RequireList("grades", 1, kMaxOutcomes)) {
      const ObjectReader grade_members(grade_value, kGradeMembers, problems_);
      model::LadderGrade grade;
      ReadOutcome(grade_members, grade);
      grade.all = ReadShares(grade_members, "all");
      grade.core = ReadShares(grade_members, "core");
      scheme.grades.push_back(std::move(grade));
    }
    if (members.Has("core_in_all")) scheme.core_in_all = members.FindBoolean("core_in_all");
    scheme.vetoes = ReadVetoes(members, "vetoes");
    scheme.veto_grade = ReadVetoOutcome(members, "veto_grade", !scheme.vetoes.empty());
    return scheme;
  }

  model::CompositePart ReadPart(const json::Value& value) {
    static constexpr std::array<Names, 5> kMembers = {"code", "label", "sections", "weight",
                                                      "mark"};
    static constexpr std::array<Names, 3> kMarks = {"A", "B", "C"};
    const ObjectReader members(value, kMembers, problems_);
    model::CompositePart part;
    part.code = members.RequireCode("code");
    part.label = members.RequireText("label");
    part.sections = ReadCodeList(members, "sections", 1, !alone_);
    part.weight = members.RequireDecimal("weight", 0, kMaxPoints).value_or(Decimal());
    if (members.Has("mark"))
      part.mark = static_cast<model::Mark>(RequireOneOf(members, "mark", kMarks));
    return part;
  }

  model::CompositeDemand ReadDemand(const json::Value& value) {
    static constexpr std::array<Names, 4> kMembers = {"parts", "minimum", "percent",
                                                      "each_section"};
    const ObjectReader members(value, kMembers, problems_);
    model::CompositeDemand demand;
    demand.parts = ReadCodeList(members, "parts", 1, false);
    demand.minimum = members.RequireDecimal("minimum", 0, kMaxPoints).value_or(Decimal());
    demand.percent = members.FindBoolean("percent");
    demand.each_section = members.FindBoolean("each_section");
    return demand;
  }

  model::Scheme ReadComposite(const json::Value& value) {
    static constexpr std::array<Names, 5> kMembers = {"kind", "parts", "grades", "preconditions",
                                                      "veto_grade"};
    static constexpr std::array<Names, 6> kGradeMembers = {"code",        "label",   "tone",
                                                           "consequence", "sources", "demands"};
    const ObjectReader members(value, kMembers, problems_);
    model::CompositeScheme scheme;
    for (const json::Value& part : members.RequireList("parts", 1, kMaxSchemeParts))
      scheme.parts.push_back(ReadPart(part));
    for (const json::Value& grade_value : members.RequireList("grades", 1, kMaxOutcomes)) {
      const ObjectReader grade_members(grade_value, kGradeMembers, problems_);
      model::CompositeGrade grade;
      ReadOutcome(grade_members, grade);
      for (const json::Value& demand : grade_members.FindList("demands", 1, kMaxDemands))
        grade.demands.push_back(ReadDemand(demand));
      scheme.grades.push_back(std::move(grade));
    }
    scheme.preconditions = ReadVetoes(members, "preconditions");
    scheme.veto_grade = ReadVetoOutcome(members, "veto_grade", !scheme.preconditions.empty());
    return scheme;
  }

  model::Scheme ReadStages(const json::Value& value) {
    static constexpr std::array<Names, 3> kMembers = {"kind", "stages", "bands"};
    static constexpr std::array<Names, 3> kStageMembers = {"code", "label", "weight"};
    const ObjectReader members(value, kMembers, problems_);
    model::StagesScheme scheme;
    for (const json::Value& stage_value : members.RequireList("stages", 1, kMaxListedCodes)) {
      const ObjectReader stage_members(stage_value, kStageMembers, problems_);
      model::StageWeight stage;
      stage.code = stage_members.RequireCode("code");
      stage.label = stage_members.RequireText("label");
      stage.weight =
          stage_members.FindDecimal("weight", 0, kMaxPoints).value_or(Decimal::FromInteger(1));
      if (std::ranges::find(scheme.stages, stage.code, &model::StageWeight::code) !=
          scheme.stages.end())
        problems_.Report(ErrorCode::ERR_FORM_CODE_DUPLICATE, stage_members.PlaceOf("code"),
                         Named(stage.code));
      scheme.stages.push_back(std::move(stage));
    }
    scheme.bands = ReadBands(members.FindList("bands", 1, kMaxOutcomes));
    return scheme;
  }

  model::Scheme ReadRatio(const json::Value& value) {
    static constexpr std::array<Names, 3> kMembers = {"kind", "targets", "bands"};
    static constexpr std::array<Names, 4> kTargetMembers = {"item", "kind", "at_least", "at_most"};
    static constexpr std::array<Names, 2> kKinds = {"task", "coverage"};  // as model::RatioKind
    const ObjectReader members(value, kMembers, problems_);
    model::RatioScheme scheme;
    for (const json::Value& target_value : members.RequireList("targets", 1, kMaxListedCodes)) {
      const ObjectReader target_members(target_value, kTargetMembers, problems_);
      model::RatioTarget target;
      target.item = target_members.RequireCode("item");
      target.kind = static_cast<model::RatioKind>(RequireOneOf(target_members, "kind", kKinds));
      target.at_least = target_members.FindDecimal("at_least", 0, kMaxPoints);
      target.at_most = target_members.FindDecimal("at_most", 0, kMaxPoints);
      scheme.targets.push_back(std::move(target));
    }
    scheme.bands = ReadBands(members.FindList("bands", 1, kMaxOutcomes));
    return scheme;
  }

  Draft& draft_;
  Problems& problems_;
  bool alone_;
  std::set<std::string> outcomes_;
  SchemeVetoes& vetoes_;
};

}  // namespace

model::Scheme ReadScheme(const json::Value& value, SchemeOwner owner, SchemeVetoes& vetoes,
                         Draft& draft) {
  return SchemeReader(draft, owner, vetoes).Read(value);
}

}  // namespace pingshen::forms
