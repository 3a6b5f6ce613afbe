#include "core/session/item_evaluation.h"

#include <algorithm>

#include "core/grading/item_score.h"
#include "core/model/typed_text.h"
#include "core/session/answer_scope.h"
#include "core/session/item_findings.h"

namespace pingshen::session {
namespace {

using model::FieldPath;
using model::FindingKind;
using model::Item;
using model::ItemType;
using model::Value;
using model::ValueKind;

class ItemEvaluator {
 public:
  ItemEvaluator(const Relevance& relevance, const Item& item, const Steps& around)
      : relevance_(relevance), item_(item) {
    state_.item = &item;
    state_.path.repeats = around;
    state_.path.item = item.code;
  }

  ItemState Evaluate() {
    state_.relevant = relevance_.IsRelevant(item_.code, state_.path.repeats);
    if (!state_.relevant || item_.type == ItemType::kNote) return std::move(state_);
    value_ = relevance_.answers().At(state_.path);
    CheckValue();
    CheckCounts();
    AddInstances();
    state_.answered = state_.findings.empty() && IsAnswered();
    if (item_.points && state_.answered) Score();
    state_.applicable = !(state_.answered && IsNotApplicable());
    if (!state_.answered && item_.required && state_.findings.empty() && !HasUnfinishedInstances())
      Add(FindingKind::kMissing, state_.path, MissingSentence(item_));
    return std::move(state_);
  }

 private:
  void Add(FindingKind kind, const FieldPath& path, model::Text sentence) {
    state_.findings.push_back({kind, path, std::move(sentence), true});
  }

  void CheckValue() {
    if (value_.empty()) return;
    if (auto problem = ProblemOfValue(item_, value_)) {
      Add(problem->kind, state_.path, std::move(problem->sentence));
      return;
    }
    const auto& constraints = relevance_.form().program.constraint;
    const auto constraint = constraints.find(item_.code);
    if (constraint == constraints.end() || value_.HasCode(model::kNotApplicable)) return;
    if (!constraint->second.EvaluateBoolean(AnswerScope(relevance_, state_.path.repeats, value_)))
      Add(FindingKind::kConstraint, state_.path, item_.constraint_message);
  }

  void CheckCounts() {
    for (const model::Deduction& deduction : item_.deductions) {
      FieldPath path = state_.path;
      path.field = deduction.code;
      const Value& count = relevance_.answers().At(path);
      if (auto problem = ProblemOfCount(item_, deduction, count))
        Add(problem->kind, path, std::move(problem->sentence));
      has_deduction_ = has_deduction_ || count.AsInteger().value_or(0) > 0;
    }
  }

  void AddInstances() {
    if (item_.type != ItemType::kRepeat) return;
    for (const std::uint32_t number : relevance_.answers().Instances(state_.path)) {
      ItemState::Instance& instance = state_.instances.emplace_back();
      instance.number = number;
      const Steps around = InstanceOf(state_.path, number).repeats;
      for (const Item& child : item_.children)
        instance.children.push_back(EvaluateItem(relevance_, child, around));
    }
  }

  static bool IsFinished(const ItemState& child) {
    if (!child.relevant || child.item->type == ItemType::kNote) return true;
    if (child.item->type == ItemType::kRepeat && HasUnfinished(child)) return false;
    return child.answered || (!child.item->required && child.findings.empty());
  }
  static bool HasUnfinished(const ItemState& repeat) {
    return std::any_of(
        repeat.instances.begin(), repeat.instances.end(), [](const ItemState::Instance& instance) {
          return !std::all_of(instance.children.begin(), instance.children.end(), IsFinished);
        });
  }
  bool HasUnfinishedInstances() const { return HasUnfinished(state_); }

  bool IsNotApplicable() const { return value_.HasCode(model::kNotApplicable) && !has_deduction_; }

  bool IsAnswered() const {
    if (item_.type == ItemType::kDeductions) return has_deduction_ || !value_.empty();
    if (item_.type == ItemType::kRepeat)
      return state_.instances.empty() ? !value_.empty() : !HasUnfinishedInstances();
    if (value_.kind() == ValueKind::kText) return !model::NormalizeTyped(value_.text()).empty();
    return !value_.empty();
  }

  void Score() {
    grading::ItemAnswer answer;
    answer.value = value_;
    answer.fields = relevance_.answers().Fields(state_.path);
    const Item* denominator = nullptr;
    if (const auto* steps = std::get_if<model::ScoreBySteps>(&item_.score);
        steps && !steps->denominator_item.empty()) {
      denominator = relevance_.form().FindItem(steps->denominator_item);
      answer.denominator = AnswerScope(relevance_, state_.path.repeats, {})
                               .Answer(steps->denominator_item)
                               .AsDecimal();
    }
    for (const ItemState::Instance& instance : state_.instances) {
      auto& children = answer.instances.emplace_back();
      for (const ItemState& child : instance.children)
        if (child.relevant)
          children.emplace_back(child.item->code, relevance_.answers().At(child.path));
    }
    const grading::ItemScore score = grading::ScoreItem(item_, answer);
    state_.answered = score.answered;
    if (score.answered && score.applicable) state_.earned = score.earned;
    if (!score.answered && denominator != nullptr)
      Add(FindingKind::kMissing, FieldPath::Of(denominator->code),
          DenominatorSentence(*denominator));
  }

  const Relevance& relevance_;
  const Item& item_;
  ItemState state_;
  Value value_;
  bool has_deduction_ = false;
};

}  // namespace

ItemState EvaluateItem(const Relevance& relevance, const Item& item, const Steps& around) {
  return ItemEvaluator(relevance, item, around).Evaluate();
}

}  // namespace pingshen::session
