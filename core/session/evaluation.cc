#include "core/session/evaluation.h"

#include <algorithm>
#include <unordered_set>

#include "core/grading/points.h"
#include "core/model/date.h"
#include "core/session/answer_scope.h"
#include "core/session/item_evaluation.h"
#include "core/session/relevance.h"

namespace pingshen::session {
namespace {

using model::Item;
using model::ItemType;

constexpr int kChinaOffsetMinutes = 8 * 60;

class Evaluator {
 public:
  explicit Evaluator(const Relevance& relevance) : relevance_(relevance) {}

  Evaluation Evaluate() {
    const model::Form& form = relevance_.form().form;
    for (const Item& item : form.attributes) {
      const ItemState& state = result_.attributes.emplace_back(EvaluateItem(relevance_, item, {}));
      Collect(state);
      if (!state.relevant || !model::IsAsked(item.type)) continue;
      ++result_.total;
      if (state.answered) ++result_.answered;
    }
    for (const model::Section& section : form.sections) {
      top_section_ = section.code;
      sections_.push_back(section.code);
      SectionState& state = result_.sections.emplace_back();
      EvaluateSection(section, state);
      result_.answered += state.answered;
      result_.total += state.total;
    }
    if (const auto* scheme = std::get_if<model::PointsScheme>(&form.scheme)) Grade(*scheme);
    result_.complete =
        std::none_of(result_.findings.begin(), result_.findings.end(),
                     [](const model::Finding& finding) { return finding.blocks_finish; });
    return std::move(result_);
  }

 private:
  void EvaluateSection(const model::Section& section, SectionState& state) {
    state.section = &section;
    for (const Item& item : section.items) {
      const ItemState& item_state = state.items.emplace_back(EvaluateItem(relevance_, item, {}));
      Collect(item_state);
      Count(item_state, state);
    }
    for (const model::Section& inner : section.sections) {
      SectionState& inner_state = state.sections.emplace_back();
      EvaluateSection(inner, inner_state);
      state.total += inner_state.total;
      state.answered += inner_state.answered;
      state.earned += inner_state.earned;
      state.attainable += inner_state.attainable;
    }
  }

  // Items in groups count one by one.
  void Count(const ItemState& item, SectionState& section) {
    if (!item.relevant) return;
    for (const ItemState& child : item.children) Count(child, section);
    if (!model::IsAsked(item.item->type) && item.item->type != ItemType::kTable) return;
    ++section.total;
    if (item.answered) ++section.answered;
    if (item.item->points) AddPoints(item, section);
  }

  // Findings and missing answers of an item and, for a repeat, of all its instances.
  void Collect(const ItemState& state) {
    if (!state.relevant) return;
    result_.findings.insert(result_.findings.end(), state.findings.begin(), state.findings.end());
    const std::string& code = state.item->code;
    const bool is_missing =
        model::IsAsked(state.item->type) && state.item->required && !state.answered;
    if (is_missing && missing_codes_.insert(code).second) missing_.push_back(code);
    for (const ItemState& child : state.children) Collect(child);
    for (const ItemState::Instance& instance : state.instances)
      for (const ItemState& child : instance.children) Collect(child);
  }

  void AddPoints(const ItemState& item, SectionState& section) {
    grading::PointsRow row;
    row.item = item.item->code;
    row.section = top_section_;
    row.points = *item.item->points;
    row.applicable = item.applicable;
    row.answered = item.answered;
    row.required = item.item->required;
    row.earned = item.earned.value_or(Decimal());
    if (row.applicable) {
      section.attainable += row.points;
      section.earned += row.earned;
    }
    rows_.push_back(std::move(row));
  }

  void Grade(const model::PointsScheme& scheme) {
    std::vector<std::string> vetoes;
    const AnswerScope scope(relevance_, {}, {});
    for (const model::Veto& veto : scheme.vetoes) {
      const auto& expressions = relevance_.form().program.vetoes;
      const auto expression = expressions.find(veto.code);
      if (expression == expressions.end() || !expression->second.EvaluateBoolean(scope)) continue;
      vetoes.push_back(veto.code);
      result_.findings.push_back({model::FindingKind::kVeto, {}, veto.label, false});
    }
    std::vector<std::string> missing_unscored;
    for (const std::string& code : missing_)
      if (!relevance_.form().FindItem(code)->points) missing_unscored.push_back(code);
    model::PointsVerdict verdict =
        grading::GradePoints(scheme, sections_, rows_, missing_unscored, vetoes);
    verdict.missing = missing_;  // the same codes, in form order
    model::SchemeResult& result = result_.grading.schemes.emplace_back();
    result.kind = model::KindName(relevance_.form().form.scheme);
    result.outcome = verdict.band;
    result.vetoes = verdict.vetoes;
    result.missing = verdict.missing;
    result.points = verdict;
    result_.points = std::move(verdict);
  }

  const Relevance& relevance_;
  Evaluation result_;
  std::string top_section_;
  std::vector<std::string> sections_;
  std::vector<std::string> missing_;  // in form order, each once
  std::unordered_set<std::string> missing_codes_;
  std::vector<grading::PointsRow> rows_;
};

}  // namespace

Evaluation Evaluate(const forms::LoadedForm& form, const AnswerSheet& answers,
                    const std::string& today) {
  return Evaluator(Relevance(form, answers, today)).Evaluate();
}

std::string AssessmentDate(std::int64_t utc_ms) {
  return model::LocalDate(utc_ms, kChinaOffsetMinutes);
}

}  // namespace pingshen::session
