#include "core/evaluation/evaluation.h"

#include "core/evaluation/live_evaluation.h"
#include "core/forms/engine_environment.h"
#include "core/model/date.h"

namespace pingshen::evaluation {
namespace {

void Append(const ItemState& state, std::vector<const model::Finding*>& findings) {
  if (!state.relevant) return;
  for (const model::Finding& finding : state.findings) findings.push_back(&finding);
  for (const ItemState& child : state.children) Append(child, findings);
  for (const ItemState::Instance& instance : state.instances)
    for (const ItemState& child : instance.children) Append(child, findings);
}

void Append(const SectionState& state, std::vector<const model::Finding*>& findings) {
  for (const ItemState& item : state.items) Append(item, findings);
  for (const SectionState& section : state.sections) Append(section, findings);
}

}  // namespace

std::vector<const model::Finding*> Evaluation::Findings() const {
  std::vector<const model::Finding*> findings;
  for (const ItemState& attribute : attributes) Append(attribute, findings);
  for (const SectionState& section : sections) Append(section, findings);
  for (const model::Finding& veto : vetoes) findings.push_back(&veto);
  return findings;
}

Evaluation Evaluate(const forms::LoadedForm& form, const AnswerSheet& answers,
                    const std::string& today) {
  const FormInstance instance(form, answers, today);
  return LiveEvaluation(instance).Take();
}

std::string AssessmentDate(std::int64_t utc_ms) {
  return model::LocalDate(utc_ms, forms::kChinaOffsetMinutes);
}

}  // namespace pingshen::evaluation
