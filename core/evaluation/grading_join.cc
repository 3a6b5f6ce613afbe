#include "core/evaluation/grading_join.h"

#include <algorithm>
#include <unordered_set>

#include "core/evaluation/figure_table.h"
#include "core/evaluation/item_mark.h"
#include "core/grading/composite.h"
#include "core/grading/ladder.h"
#include "core/grading/points.h"
#include "core/grading/shares.h"

namespace pingshen::evaluation {
namespace {

using Codes = std::vector<std::string>;

bool IsIn(const Codes& codes, const std::string& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// The items that one scheme, or one part of a composite, looks at.
class Tables {
 public:
  // `sections`: codes of any level, each a section of the result; none: the whole form by its
  // top-level sections.
  Tables(const FormInstance& instance, const std::vector<SectionState>& states,
         const Codes& sections)
      : instance_(instance), sections_(sections) {
    for (const SectionState& state : states) {
      if (sections.empty()) names_.push_back(state.section->code);
      Walk(state, sections.empty() ? state.section->code : "");
    }
    if (!sections.empty()) names_ = sections;
  }

  const Codes& sections() const { return names_; }
  const std::vector<grading::PointsRow>& points() const { return points_; }
  const std::vector<grading::LadderRow>& marks() const { return marks_; }
  // Items of type `stages`, inside repeats one for each instance: an object each.
  const std::vector<const ItemState*>& objects() const { return objects_; }
  const std::vector<const ItemState*>& ratios() const { return ratios_; }
  bool Has(const std::string& item) const { return items_.contains(item); }
  // Those of `codes` that lie here.
  Codes Only(const Codes& codes) const {
    Codes own;
    for (const std::string& code : codes)
      if (Has(code)) own.push_back(code);
    return own;
  }

 private:
  void Walk(const SectionState& state, std::string section) {
    if (IsIn(sections_, state.section->code)) section = state.section->code;
    if (!section.empty())
      for (const ItemState& item : state.items) Add(item, section);
    for (const SectionState& inner : state.sections) Walk(inner, section);
  }

  void Add(const ItemState& state, const std::string& section) {
    const model::Item& item = *state.item;
    items_.insert(item.code);
    if (!state.relevant) {
      AddCodes(item);
      return;
    }
    for (const ItemState& child : state.children) Add(child, section);
    for (const ItemState::Instance& instance : state.instances)
      for (const ItemState& child : instance.children) Add(child, section);
    if (item.type == model::ItemType::kGrade) AddMark(state, section);
    if (item.type == model::ItemType::kStages) objects_.push_back(&state);
    if (item.type == model::ItemType::kRatio) ratios_.push_back(&state);
    if (item.points) AddPoints(state, section);
  }
  void AddCodes(const model::Item& item) {
    for (const model::Item& child : item.children) {
      items_.insert(child.code);
      AddCodes(child);
    }
  }

  void AddMark(const ItemState& state, const std::string& section) {
    grading::LadderRow& row = marks_.emplace_back();
    row.item = state.path.ToString();
    row.section = section;
    row.mark = state.mark;
    row.core = state.item->core;
    row.may_be_e = state.item->allows_not_applicable;
    row.open_points = OpenSubPoints(instance_, *state.item, state.path, state.mark);
  }

  void AddPoints(const ItemState& state, const std::string& section) {
    grading::PointsRow& row = points_.emplace_back();
    row.item = state.item->code;
    row.section = section;
    row.points = *state.item->points;
    row.applicable = state.applicable;
    row.answered = state.answered;
    row.required = state.required;
    row.earned = state.earned.value_or(Decimal());
    row.bonus = state.bonus;
  }

  const FormInstance& instance_;
  const Codes& sections_;
  Codes names_;
  std::vector<const ItemState*> objects_;
  std::vector<const ItemState*> ratios_;
  std::vector<grading::PointsRow> points_;
  std::vector<grading::LadderRow> marks_;
  std::unordered_set<std::string> items_;
};

struct Grader {
  const FormInstance& instance;
  const std::vector<SectionState>& states;
  const Codes& missing;  // of the whole form
  const Codes& vetoes;   // that hold
  const Codes& sections;

  model::SchemeResult operator()(const std::monostate&) const { return {}; }

  model::SchemeResult operator()(const model::PointsScheme& scheme) const {
    const Tables tables(instance, states, sections);
    const Codes own = tables.Only(missing);
    Codes unscored;
    for (const std::string& code : own)
      if (!instance.form().FindItem(code)->points) unscored.push_back(code);
    model::PointsVerdict verdict =
        grading::GradePoints(scheme, tables.sections(), tables.points(), unscored, vetoes);
    verdict.missing = own;  // the same codes, in form order
    return grading::PointsResult(scheme, tables.points(), std::move(verdict));
  }

  model::SchemeResult operator()(const model::LadderScheme& scheme) const {
    const Tables tables(instance, states, sections);
    return grading::GradeLadder(scheme, tables.sections(), tables.marks(), tables.Only(missing),
                                vetoes);
  }

  model::SchemeResult operator()(const model::CompositeScheme& scheme) const {
    std::vector<grading::PartRows> parts;
    for (const model::CompositePart& part : scheme.parts) {
      const Tables tables(instance, states, part.sections);
      parts.push_back({part.code, tables.points(), tables.marks()});
    }
    return grading::GradeComposite(scheme, parts, Tables(instance, states, sections).Only(missing),
                                   vetoes);
  }

  model::SchemeResult operator()(const model::StagesScheme& scheme) const {
    const Tables tables(instance, states, sections);
    std::vector<grading::StageCount> counts;
    for (const model::StageWeight& stage : scheme.stages) {
      grading::StageCount& count = counts.emplace_back(grading::StageCount{stage.code, 0});
      for (const ItemState* object : tables.objects()) {
        model::FieldPath path = object->path;
        path.field = stage.code;
        if (!instance.answers().At(path).empty()) ++count.reached;
      }
    }
    return grading::GradeStages(scheme, static_cast<std::int64_t>(tables.objects().size()), counts,
                                tables.Only(missing));
  }

  model::SchemeResult operator()(const model::RatioScheme& scheme) const {
    const Tables tables(instance, states, sections);
    std::vector<grading::RatioFigures> figures;
    for (const ItemState* state : tables.ratios()) {
      const grading::RateFigures rate = RateOf(instance, *state);
      const auto given = [](const grading::Figure& figure) {
        return figure.given() ? std::optional(figure.value) : std::nullopt;
      };
      figures.push_back(
          {state->item->code, given(rate.numerator), given(rate.denominator), rate.per});
    }
    return grading::GradeRatios(scheme, figures, tables.Only(missing));
  }
};

bool PointsSayAll(const model::Form& form, const std::vector<SectionState>& states) {
  const auto* points = std::get_if<model::PointsScheme>(&form.scheme);
  if (points == nullptr || !form.schemes.empty() || !form.checks.empty()) return false;
  if (HasRatios(states)) return false;
  if (points->must_pass || points->bonus_cap || !points->rules.empty()) return false;
  const auto gives_bonus = [](const ItemState& state) {
    return std::ranges::any_of(state.item->deductions,
                               [](const model::Deduction& d) { return d.bonus; });
  };
  const auto any = [&](const auto& self, const SectionState& state) -> bool {
    return std::ranges::any_of(state.items, gives_bonus) ||
           std::ranges::any_of(state.sections,
                               [&](const SectionState& inner) { return self(self, inner); });
  };
  return std::ranges::none_of(states, [&](const SectionState& state) { return any(any, state); });
}

}  // namespace

model::GradingResult GradeForm(const FormInstance& instance,
                               const std::vector<SectionState>& sections,
                               const std::vector<std::string>& missing,
                               std::vector<model::Finding>& findings) {
  const model::Form& form = instance.form().form;
  model::GradingResult result;
  std::size_t number = 0;  // of the veto, through all schemes
  const auto holding = [&](const model::Scheme& scheme) {
    Codes codes;
    for (const model::Veto& veto : model::VetoesOf(scheme)) {
      const bool holds = !veto.when.empty() && instance.VetoHolds(number);
      if (!veto.when.empty()) ++number;
      if (!holds) continue;
      codes.push_back(veto.code);
      findings.push_back({model::FindingKind::kVeto, {}, veto.label, false});
    }
    return codes;
  };
  const auto add = [&](const std::string& code, const Codes& own, const model::Scheme& scheme) {
    const Codes vetoes = holding(scheme);
    model::SchemeResult graded =
        std::visit(Grader{instance, sections, missing, vetoes, own}, scheme);
    graded.scheme = code;
    result.schemes.push_back(std::move(graded));
  };
  if (!std::holds_alternative<std::monostate>(form.scheme)) add("", {}, form.scheme);
  for (const model::SectionScheme& scheme : form.schemes)
    add(scheme.code, scheme.sections, scheme.scheme);
  result.findings = FindInFigures(instance, sections);
  result.points_say_all = PointsSayAll(form, sections);
  return result;
}

}  // namespace pingshen::evaluation
