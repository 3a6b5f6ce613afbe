#include "core/evaluation/report_join.h"

#include <algorithm>

#include "core/grading/item_score.h"

namespace pingshen::evaluation {
namespace {

model::Value FieldAt(const report::Entry& entry, std::string_view field) {
  const auto found =
      std::ranges::find(entry.fields, field, &std::pair<std::string, model::Value>::first);
  return found == entry.fields.end() ? model::Value() : found->second;
}

// A missing answer is seen by itself; a missing part of one, and what is wrong, is said.
bool IsRemark(const model::Finding& finding) {
  return finding.kind != model::FindingKind::kMissing || !finding.path.field.empty();
}

class Join {
 public:
  explicit Join(const FormInstance& instance) : instance_(instance) {}

  std::vector<report::Entry> Entries(const std::vector<ItemState>& states) const {
    std::vector<report::Entry> entries;
    entries.reserve(states.size());
    for (const ItemState& state : states) entries.push_back(EntryOf(state));
    return entries;
  }

  report::Part PartOf(const SectionState& state) const {
    report::Part part;
    part.section = state.section;
    part.entries = Entries(state.items);
    for (const SectionState& inner : state.sections) part.parts.push_back(PartOf(inner));
    part.earned = state.earned;
    part.attainable = state.attainable;
    return part;
  }

 private:
  report::Entry EntryOf(const ItemState& state) const {
    const model::Item& item = *state.item;
    report::Entry entry;
    entry.item = &item;
    entry.relevant = state.relevant;
    if (!state.relevant) return entry;
    entry.required = state.required;
    entry.answered = state.answered;
    entry.applicable = state.applicable;
    entry.earned = state.earned;
    entry.bonus = state.bonus;
    entry.mark = state.mark;
    entry.value = ValueOf(state);
    for (auto& [field, value] : instance_.answers().Fields(state.path))
      if (!field.empty() && !value.empty()) entry.fields.emplace_back(field, value);
    for (const model::Deduction& deduction : item.deductions) {
      const auto amount = grading::AmountOf(deduction, FieldAt(entry, deduction.code),
                                            FieldAt(entry, model::DueField(deduction.code)));
      if (amount && !amount->IsZero()) entry.taken.emplace_back(deduction.code, *amount);
    }
    for (const model::Finding& finding : state.findings)
      if (IsRemark(finding)) entry.remarks.push_back(finding.sentence);
    for (const ItemState::Instance& instance : state.instances)
      entry.instances.push_back({instance.number, Entries(instance.children)});
    entry.children = Entries(state.children);
    return entry;
  }

  model::Value ValueOf(const ItemState& state) const {
    if (state.item->calculation.empty()) return instance_.answers().At(state.path);
    return model::Value::Make(model::ValueKind::kText, instance_.Calculated(state.path))
        .value_or(model::Value());
  }

  const FormInstance& instance_;
};

}  // namespace

report::Report ReportOf(const FormInstance& instance, const Evaluation& evaluation) {
  const Join join(instance);
  report::Report report;
  report.form = &instance.form().form;
  report.attributes = join.Entries(evaluation.attributes);
  for (const SectionState& section : evaluation.sections)
    report.parts.push_back(join.PartOf(section));
  report.answered = evaluation.answered;
  report.total = evaluation.total;
  report.complete = evaluation.complete;
  report.grading = evaluation.grading;
  return report;
}

}  // namespace pingshen::evaluation
