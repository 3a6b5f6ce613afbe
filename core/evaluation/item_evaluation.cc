#include "core/evaluation/item_evaluation.h"

#include <algorithm>

#include "core/evaluation/item_findings.h"
#include "core/evaluation/item_mark.h"
#include "core/evaluation/value_fit.h"
#include "core/grading/item_score.h"
#include "core/model/item_fields.h"
#include "core/model/typed_text.h"

namespace pingshen::evaluation {
namespace {

using model::FieldPath;
using model::FindingKind;
using model::Item;
using model::ItemType;
using model::Value;
using model::ValueKind;

class ItemEvaluator {
 public:
  ItemEvaluator(const FormInstance& instance, forms::CellId id, ItemState& state)
      : instance_(instance),
        id_(id),
        cell_(instance.engine().At(id)),
        item_(*instance.engine().plan().nodes[id.node].item),
        state_(state) {}

  // Everything but the instances and children, which are there already.
  void Evaluate() {
    state_.relevant = cell_.relevant;
    state_.required = cell_.required && !cell_.optional;
    state_.read_only = cell_.read_only;
    state_.answered = false;
    state_.applicable = true;
    state_.earned.reset();
    state_.mark.reset();
    state_.bonus = {};
    state_.findings.clear();
    if (!state_.relevant || item_.type == ItemType::kNote) return;
    CheckCalculation();
    if (item_.type == ItemType::kCalculated) return;
    if (item_.type == ItemType::kGroup) {
      state_.answered = std::ranges::all_of(state_.children, IsFinished);
      return;
    }
    value_ = instance_.answers().At(state_.path);
    fields_ = instance_.answers().Fields(state_.path);
    CheckValue();
    CheckFields();
    state_.answered = state_.findings.empty() && IsAnswered();
    CheckEvidence();
    if (item_.type == ItemType::kGrade && state_.answered)
      state_.mark = MarkOfItem(instance_, item_, state_.path);
    if (item_.points && state_.answered) Score();
    state_.applicable = !(state_.answered && IsNotApplicable(item_, value_) && !has_part_);
    if (!state_.answered && state_.required && state_.findings.empty() && !HasUnfinishedInstances())
      Add(FindingKind::kMissing, state_.path, MissingSentence(item_));
  }

 private:
  void Add(FindingKind kind, const FieldPath& path, model::Text sentence) {
    state_.findings.push_back({kind, path, std::move(sentence), true});
  }

  // An expression that cannot be computed must not pass unseen.
  void CheckCalculation() {
    if (const Error* error = instance_.engine().ErrorAt(id_))
      Add(FindingKind::kConstraint, state_.path,
          {Sentence(*error, Language::kChinese), Sentence(*error, Language::kEnglish), {}});
  }

  void CheckValue() {
    if (value_.empty()) return;
    if (auto problem = ProblemOfValue(item_, value_)) {
      Add(problem->kind, state_.path, std::move(problem->sentence));
      return;
    }
    if (IsWholeAnswer(item_, value_)) return;
    if (!cell_.constraint_holds)
      Add(FindingKind::kConstraint, state_.path, item_.constraint_message);
    if (!cell_.choice_offered) Add(FindingKind::kConstraint, state_.path, NotOfferedSentence());
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

  static bool IsFinished(const ItemState& child) {
    if (!child.relevant || child.item->type == ItemType::kNote ||
        child.item->type == ItemType::kCalculated)
      return true;
    if (child.item->type == ItemType::kGroup) return child.answered;
    if (model::HasInstances(child.item->type) && HasUnfinished(child)) return false;
    return child.answered || (!child.required && child.findings.empty());
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
      denominator = instance_.form().FindItem(steps->denominator_item);
      answer.denominator = instance_.Answer(steps->denominator_item, {}).AsDecimal();
    }
    for (const ItemState::Instance& instance : state_.instances) {
      auto& children = answer.instances.emplace_back();
      for (const ItemState& child : instance.children)
        if (child.relevant)
          children.emplace_back(child.item->code, instance_.answers().At(child.path));
    }
    const grading::ItemScore score = grading::ScoreItem(item_, answer);
    state_.answered = score.answered;
    if (score.answered && score.applicable) {
      state_.earned = score.earned;
      state_.bonus = score.bonus;
    }
    if (!score.answered && denominator != nullptr)
      Add(FindingKind::kMissing, FieldPath::Of(denominator->code),
          DenominatorSentence(*denominator));
  }

  const FormInstance& instance_;
  forms::CellId id_;
  const forms::CellState& cell_;
  const Item& item_;
  ItemState& state_;
  Value value_;
  std::vector<std::pair<std::string, Value>> fields_;
  bool has_part_ = false;  // something that "na" and the like would stand instead of
};

}  // namespace

ItemState EvaluateItem(const FormInstance& instance, forms::CellId cell) {
  const forms::Engine& engine = instance.engine();
  const forms::Plan& plan = engine.plan();
  const forms::PlanNode& node = plan.nodes[cell.node];
  ItemState state;
  state.item = node.item;
  state.path = engine.PathOf(cell);
  const auto append_children = [&](std::uint32_t frame, std::vector<ItemState>& children) {
    for (std::uint32_t child = cell.node + 1; child < node.end; child = plan.nodes[child].end)
      children.push_back(EvaluateItem(instance, {child, frame}));
  };
  if (node.inner == forms::kNone) {
    append_children(cell.frame, state.children);
  } else {
    for (const std::uint32_t frame : engine.InstancesOf(cell)) {
      ItemState::Instance& inner = state.instances.emplace_back();
      inner.number = engine.NumberOf(frame);
      append_children(frame, inner.children);
    }
  }
  RefreshItem(instance, cell, state);
  return state;
}

void RefreshItem(const FormInstance& instance, forms::CellId cell, ItemState& state) {
  ItemEvaluator(instance, cell, state).Evaluate();
}

}  // namespace pingshen::evaluation
