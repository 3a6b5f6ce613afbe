#include "core/session/item_evaluation.h"

#include <algorithm>

#include "core/grading/item_score.h"
#include "core/model/item_fields.h"
#include "core/model/typed_text.h"
#include "core/session/answer_scope.h"
#include "core/session/instances.h"
#include "core/session/item_findings.h"
#include "core/session/value_fit.h"

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
    if (!state_.relevant || item_.type == ItemType::kNote || item_.type == ItemType::kCalculated)
      return std::move(state_);
    if (item_.type == ItemType::kGroup) return EvaluateGroup();
    value_ = relevance_.answers().At(state_.path);
    fields_ = relevance_.answers().Fields(state_.path);
    CheckValue();
    CheckFields();
    AddInstances();
    state_.answered = state_.findings.empty() && IsAnswered();
    CheckEvidence();
    if (item_.points && state_.answered) Score();
    state_.applicable = !(state_.answered && IsNotApplicable(item_, value_) && !has_part_);
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
    if (constraint == constraints.end() || IsWholeAnswer(item_, value_)) return;
    if (!constraint->second.EvaluateBoolean(AnswerScope(relevance_, state_.path.repeats, value_)))
      Add(FindingKind::kConstraint, state_.path, item_.constraint_message);
  }

  const Value& Field(std::string_view code) const {
    static const Value kNone;
    const auto found = std::ranges::find(fields_, code, &std::pair<std::string, Value>::first);
    return found == fields_.end() ? kNone : found->second;
  }

  void CheckFields() {
    for (const std::string& field : model::OwnFields(item_)) {
      const Value& value = Field(field);
      if (value.empty()) continue;
      FieldPath path = state_.path;
      path.field = field;
      if (auto problem = ProblemOfField(item_, field, value))
        Add(problem->kind, path, std::move(problem->sentence));
      const bool counts = item_.type != ItemType::kDeductions || value.AsDecimal() != Decimal();
      has_part_ = has_part_ || (counts && model::IsAnswerPart(item_, field));
    }
    if (auto problem = ProblemOfStages(item_, fields_))
      Add(problem->kind, state_.path, std::move(problem->sentence));
    const bool not_applicable = item_.type == ItemType::kGrade && IsNotApplicable(item_, value_);
    if (not_applicable && Field(model::kBasisField).empty()) {
      FieldPath path = state_.path;
      path.field = model::kBasisField;
      Add(FindingKind::kMissing, path, BasisSentence());
    }
  }

  // What is answered and applies needs its evidence where the form says so.
  void CheckEvidence() {
    if (!item_.evidence_required || !state_.answered || IsNotApplicable(item_, value_) ||
        !Field(model::kEvidenceField).empty())
      return;
    FieldPath path = state_.path;
    path.field = model::kEvidenceField;
    Add(FindingKind::kMissing, path, EvidenceSentence());
    state_.answered = false;
  }

  ItemState EvaluateGroup() {
    for (const Item& child : item_.children)
      state_.children.push_back(EvaluateItem(relevance_, child, state_.path.repeats));
    state_.answered = std::ranges::all_of(state_.children, IsFinished);
    return std::move(state_);
  }

  void AddInstances() {
    if (!model::HasInstances(item_.type)) return;
    for (const std::uint32_t number :
         InstancesOf(relevance_.form(), relevance_.answers(), state_.path)) {
      ItemState::Instance& instance = state_.instances.emplace_back();
      instance.number = number;
      const Steps around = InstanceOf(state_.path, number).repeats;
      for (const Item& child : item_.children)
        instance.children.push_back(EvaluateItem(relevance_, child, around));
    }
  }

  static bool IsFinished(const ItemState& child) {
    if (!child.relevant || child.item->type == ItemType::kNote ||
        child.item->type == ItemType::kCalculated)
      return true;
    if (child.item->type == ItemType::kGroup) return child.answered;
    if (model::HasInstances(child.item->type) && HasUnfinished(child)) return false;
    return child.answered || (!child.item->required && child.findings.empty());
  }
  static bool HasUnfinished(const ItemState& repeat) {
    return std::any_of(
        repeat.instances.begin(), repeat.instances.end(), [](const ItemState::Instance& instance) {
          return !std::all_of(instance.children.begin(), instance.children.end(), IsFinished);
        });
  }
  bool HasUnfinishedInstances() const { return HasUnfinished(state_); }

  bool IsAnswered() const {
    if (IsWholeAnswer(item_, value_)) return true;
    switch (item_.type) {
      case ItemType::kDeductions:
      case ItemType::kStages:
        return has_part_;
      case ItemType::kGrade:
        return item_.sub_points.empty()
                   ? !value_.empty()
                   : std::ranges::all_of(item_.sub_points, [&](const model::SubPoint& each) {
                       return !Field(each.code).empty();
                     });
      case ItemType::kRatio:
        return !Field(model::kNumeratorField).empty() && !Field(model::kDenominatorField).empty();
      case ItemType::kRepeat:
        return state_.instances.empty() ? !value_.empty() : !HasUnfinishedInstances();
      case ItemType::kTable:
        return !HasUnfinishedInstances();
      default:
        break;
    }
    if (value_.kind() == ValueKind::kText) return !model::NormalizeTyped(value_.text()).empty();
    return !value_.empty();
  }

  void Score() {
    grading::ItemAnswer answer;
    answer.value = value_;
    answer.fields = fields_;
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
  std::vector<std::pair<std::string, Value>> fields_;
  bool has_part_ = false;  // something that "na" and the like would stand instead of
};

}  // namespace

ItemState EvaluateItem(const Relevance& relevance, const Item& item, const Steps& around) {
  return ItemEvaluator(relevance, item, around).Evaluate();
}

}  // namespace pingshen::session
