#include "core/forms/plan_order.h"

#include <algorithm>
#include <string>

namespace pingshen::forms {
namespace {

// Three kinds of things depend on each other: whether a node is relevant, what it answers (of a
// repeat: which instances it has), and the results that nobody but points() reads.
class Ordering {
 public:
  explicit Ordering(const Plan& plan)
      : plan_(plan),
        node_count_(static_cast<std::uint32_t>(plan.nodes.size())),
        first_task_(node_count_ + 1, 0),
        states_(2 * plan.nodes.size() + plan.tasks.size(), State::kNew) {
    for (const Task& task : plan_.tasks)
      if (task.node != kNone) ++first_task_[task.node + 1];
    for (std::uint32_t node = 0; node < node_count_; ++node)
      first_task_[node + 1] += first_task_[node];
  }

  std::expected<std::vector<std::uint32_t>, PlanProblem> Run() {
    order_.reserve(plan_.tasks.size());
    for (std::uint32_t vertex = 0; vertex < states_.size(); ++vertex)
      if (states_[vertex] == State::kNew && !Visit(vertex)) return std::unexpected(problem_);
    MoveWholeFormTasksBack();
    return std::move(order_);
  }

 private:
  enum class State : std::uint8_t { kNew, kOpen, kDone };
  struct Open {
    std::uint32_t vertex;
    std::size_t next;  // in pending_: its dependencies that are not visited yet …
    std::size_t end;   // … up to here
  };

  std::uint32_t RelevanceOf(std::uint32_t node) const { return node; }
  std::uint32_t AnswerOf(std::uint32_t node) const { return node_count_ + node; }
  std::uint32_t ResultOf(std::uint32_t task) const { return 2 * node_count_ + task; }
  static bool IsLeaf(TaskKind kind) {
    return kind != TaskKind::kRelevant && kind != TaskKind::kCalculation &&
           kind != TaskKind::kCount;
  }

  std::uint32_t FindTask(std::uint32_t node, TaskKind kind) const {
    for (std::uint32_t task = first_task_[node]; task < first_task_[node + 1]; ++task)
      if (plan_.tasks[task].kind == kind) return task;
    return kNone;
  }
  // The task that decides the vertex; kNone when it only inherits.
  std::uint32_t TaskOf(std::uint32_t vertex) const {
    if (vertex < node_count_) return FindTask(vertex, TaskKind::kRelevant);
    if (vertex >= 2 * node_count_) return vertex - 2 * node_count_;
    const std::uint32_t node = vertex - node_count_;
    const std::uint32_t calculation = FindTask(node, TaskKind::kCalculation);
    return calculation != kNone ? calculation : FindTask(node, TaskKind::kCount);
  }

  void AppendRead(const Task& task) {
    for (const expression::Dependency& dependency : task.expression.dependencies()) {
      subjects_.clear();
      AppendSubjects(plan_, dependency, subjects_);
      for (const std::uint32_t node : subjects_) {
        pending_.push_back(AnswerOf(node));
        if (dependency.use != expression::Use::kPoints) continue;
        for (std::uint32_t own = first_task_[node]; own < first_task_[node + 1]; ++own)
          if (IsLeaf(plan_.tasks[own].kind)) pending_.push_back(ResultOf(own));
      }
    }
    if (task.kind == TaskKind::kRelevant && task.expression.uses_self())
      pending_.push_back(AnswerOf(task.node));
  }

  void AppendDependencies(std::uint32_t vertex) {
    const std::uint32_t task = TaskOf(vertex);
    if (vertex < node_count_) {
      const std::uint32_t parent = plan_.nodes[vertex].parent;
      if (parent != kNone) {
        pending_.push_back(RelevanceOf(parent));
        if (plan_.nodes[parent].inner != kNone) pending_.push_back(AnswerOf(parent));
      }
      if (task != kNone) AppendRead(plan_.tasks[task]);
    } else if (vertex < 2 * node_count_) {
      pending_.push_back(RelevanceOf(vertex - node_count_));
      if (task != kNone) AppendRead(plan_.tasks[task]);
    } else if (IsLeaf(plan_.tasks[task].kind)) {
      if (plan_.tasks[task].node != kNone) pending_.push_back(AnswerOf(plan_.tasks[task].node));
      AppendRead(plan_.tasks[task]);
    }
  }

  void Enter(std::uint32_t vertex) {
    states_[vertex] = State::kOpen;
    const std::size_t first = pending_.size();
    AppendDependencies(vertex);
    stack_.push_back({vertex, first, pending_.size()});
  }

  bool Visit(std::uint32_t start) {
    Enter(start);
    while (!stack_.empty()) {
      Open& top = stack_.back();
      if (top.next < top.end) {
        const std::uint32_t next = pending_[top.next++];
        if (states_[next] == State::kOpen) return RefuseCycle(next);
        if (states_[next] == State::kNew) Enter(next);
        continue;
      }
      const std::uint32_t vertex = top.vertex;
      states_[vertex] = State::kDone;
      stack_.pop_back();
      pending_.resize(stack_.empty() ? 0 : stack_.back().end);
      const std::uint32_t task = TaskOf(vertex);
      const bool is_result = vertex >= 2 * node_count_;
      if (task != kNone && (!is_result || IsLeaf(plan_.tasks[task].kind))) order_.push_back(task);
    }
    return true;
  }

  std::string_view CodeAt(std::uint32_t vertex) const {
    if (vertex < 2 * node_count_) return plan_.nodes[vertex % node_count_].code();
    return plan_.nodes[plan_.tasks[vertex - 2 * node_count_].node].code();
  }

  // The stack from `again` on is the cycle. A repeat closes none by itself: some expression does.
  bool RefuseCycle(std::uint32_t again) {
    problem_.code = ErrorCode::ERR_FORM_CYCLE;
    std::string_view last;
    auto open = std::ranges::find(stack_, again, &Open::vertex);
    for (; open != stack_.end(); ++open) {
      const std::uint32_t task = TaskOf(open->vertex);
      if (problem_.expression == nullptr && task != kNone)
        problem_.expression = &WrittenOf(plan_, plan_.tasks[task]);
      const std::string_view code = CodeAt(open->vertex);
      if (code != last) problem_.what += std::string(code) + " → ";
      last = code;
    }
    // "a → a" of an item that reads itself.
    const std::string_view first = CodeAt(again);
    if (last == first && problem_.what != std::string(first) + " → ")
      problem_.what.resize(problem_.what.size() - last.size() - std::string_view(" → ").size());
    problem_.what += first;
    return false;
  }

  void MoveWholeFormTasksBack() {
    std::vector<bool> late_node(node_count_, false);  // its relevance or answer is late
    std::vector<bool> late(plan_.tasks.size(), false);
    bool any = false;
    for (const std::uint32_t number : order_) {
      const Task& task = plan_.tasks[number];
      bool is_late = ReadsWholeForm(task);
      if (any && !is_late) {
        pending_.clear();
        AppendRead(task);
        for (const std::uint32_t vertex : pending_)
          if (vertex < 2 * node_count_) is_late = is_late || late_node[vertex % node_count_];
        for (std::uint32_t node = task.node; !is_late && node != kNone;
             node = plan_.nodes[node].parent)
          is_late = late_node[node];
      }
      if (!is_late) continue;
      any = true;
      late[number] = true;
      if (task.node == kNone) continue;
      if (task.kind == TaskKind::kCalculation) late_node[task.node] = true;
      if (task.kind == TaskKind::kRelevant || task.kind == TaskKind::kCount)
        std::fill(late_node.begin() + task.node, late_node.begin() + plan_.nodes[task.node].end,
                  true);
    }
    if (!any) return;
    std::vector<std::uint32_t> in_order;
    in_order.reserve(order_.size());
    for (const bool turn : {false, true})
      for (const std::uint32_t task : order_)
        if (late[task] == turn) in_order.push_back(task);
    order_ = std::move(in_order);
  }

  const Plan& plan_;
  std::uint32_t node_count_;
  std::vector<std::uint32_t> first_task_;  // of each node
  std::vector<State> states_;
  std::vector<Open> stack_;
  std::vector<std::uint32_t> pending_;
  std::vector<std::uint32_t> subjects_;
  std::vector<std::uint32_t> order_;
  PlanProblem problem_;
};

}  // namespace

std::expected<std::vector<std::uint32_t>, PlanProblem> TaskOrder(const Plan& plan) {
  return Ordering(plan).Run();
}

void AppendSubjects(const Plan& plan, const expression::Dependency& dependency,
                    std::vector<std::uint32_t>& nodes) {
  nodes.push_back(dependency.id);
  if (dependency.use != expression::Use::kPoints) return;
  const PlanNode& subject = plan.nodes[dependency.id];
  for (std::uint32_t node = dependency.id + 1; node < subject.end; ++node) nodes.push_back(node);
  const auto* steps = std::get_if<model::ScoreBySteps>(&subject.item->score);
  if (steps == nullptr || steps->denominator_item.empty()) return;
  const std::uint32_t denominator = plan.Find(steps->denominator_item);
  if (denominator != kNone) nodes.push_back(denominator);
}

bool ReadsWholeForm(const Task& task) {
  return task.kind != TaskKind::kChoices && task.expression.reads_whole_form();
}

const model::Expression& WrittenOf(const Plan& plan, const Task& task) {
  static const model::Expression kNoExpression;
  if (task.node == kNone) return kNoExpression;
  const PlanNode& node = plan.nodes[task.node];
  if (node.item == nullptr) return node.section->relevant;
  switch (task.kind) {
    case TaskKind::kRelevant:
      return node.item->relevant;
    case TaskKind::kCalculation:
      return node.item->calculation;
    case TaskKind::kCount:
      return node.item->count;
    case TaskKind::kConstraint:
      return node.item->constraint;
    case TaskKind::kRequired:
      return node.item->required_when;
    case TaskKind::kOptional:
      return node.item->optional_when;
    case TaskKind::kReadOnly:
      return node.item->read_only.when;
    case TaskKind::kNotApplicable:
      return node.item->not_applicable_when;
    case TaskKind::kChoices:
      return node.item->choice_filter;
    case TaskKind::kDefault:
      return node.item->default_expression;
    case TaskKind::kVeto:
      break;
  }
  return kNoExpression;
}

}  // namespace pingshen::forms
