#include "core/forms/plan.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "core/forms/plan_literals.h"
#include "core/forms/plan_order.h"
#include "core/forms/plan_resolver.h"

namespace pingshen::forms {
namespace {

using model::Item;
using model::ItemType;

class NodeNumbering {
 public:
  explicit NodeNumbering(Plan& plan) : plan_(plan) { plan_.frame_kinds.emplace_back(); }

  void Run(const model::Form& form) {
    std::size_t count = Count(form.attributes);
    for (const model::Section& section : form.sections) count += Count(section);
    plan_.nodes.reserve(count);
    plan_.by_code.reserve(count);
    for (const Item& item : form.attributes) AddItem(item, kNone, 0);
    for (const model::Section& section : form.sections) AddSection(section, kNone);
  }

 private:
  static std::size_t Count(const std::vector<Item>& items) {
    std::size_t count = items.size();
    for (const Item& item : items) count += Count(item.children);
    return count;
  }
  static std::size_t Count(const model::Section& section) {
    std::size_t count = 1 + Count(section.items);
    for (const model::Section& inner : section.sections) count += Count(inner);
    return count;
  }

  std::uint32_t Add(PlanNode node) {
    const auto number = static_cast<std::uint32_t>(plan_.nodes.size());
    FrameKind& kind = plan_.frame_kinds[node.frame_kind];
    node.slot = static_cast<std::uint32_t>(kind.nodes.size());
    kind.nodes.push_back(number);
    plan_.nodes.push_back(node);
    plan_.by_code.emplace(node.code(), number);
    return number;
  }
  void Close(std::uint32_t node) {
    plan_.nodes[node].end = static_cast<std::uint32_t>(plan_.nodes.size());
  }

  void AddSection(const model::Section& section, std::uint32_t parent) {
    const std::uint32_t number = Add({.section = &section, .parent = parent});
    for (const Item& item : section.items) AddItem(item, number, 0);
    for (const model::Section& inner : section.sections) AddSection(inner, number);
    Close(number);
  }

  void AddItem(const Item& item, std::uint32_t parent, std::uint32_t frame_kind) {
    const std::uint32_t number = Add({.item = &item, .parent = parent, .frame_kind = frame_kind});
    std::uint32_t inside = frame_kind;
    if (model::HasInstances(item.type)) {
      inside = static_cast<std::uint32_t>(plan_.frame_kinds.size());
      FrameKind& inner = plan_.frame_kinds.emplace_back();
      FrameKind& around = plan_.frame_kinds[frame_kind];
      inner.repeat = number;
      inner.parent = frame_kind;
      inner.depth = around.depth + 1;
      inner.repeat_number = static_cast<std::uint32_t>(around.repeats.size());
      around.repeats.push_back(number);
      plan_.nodes[number].inner = inside;
    }
    for (const Item& child : item.children) AddItem(child, number, inside);
    Close(number);
  }

  Plan& plan_;
};

// "line 3, column 7: what" of the expression language, taken apart.
PlanProblem ProblemOf(const Error& error, const model::Expression& written) {
  PlanProblem problem;
  problem.expression = &written;
  const std::string& text = error.context;
  constexpr std::string_view kLine = "line ";
  constexpr std::string_view kColumn = ", column ";
  constexpr std::string_view kColon = ": ";
  problem.what = text;
  const std::size_t comma = text.find(kColumn);
  const std::size_t colon = text.find(kColon);
  if (!text.starts_with(kLine) || comma == std::string::npos || colon == std::string::npos)
    return problem;
  std::from_chars(text.data() + kLine.size(), text.data() + comma, problem.place.line);
  std::from_chars(text.data() + comma + kColumn.size(), text.data() + colon, problem.place.column);
  problem.what = text.substr(colon + kColon.size());
  return problem;
}

class TaskCompiler {
 public:
  explicit TaskCompiler(Plan& plan) : plan_(plan) {}

  std::expected<void, PlanProblem> Run(const model::Form& form) {
    for (std::uint32_t number = 0; number < plan_.nodes.size() && !problem_; ++number)
      AddTasks(number);
    AddVetoes(form.scheme);
    for (const model::SectionScheme& each : form.schemes) AddVetoes(each.scheme);
    if (problem_) return std::unexpected(*std::move(problem_));
    return {};
  }

 private:
  void AddTasks(std::uint32_t number) {
    const PlanNode& node = plan_.nodes[number];
    if (node.item == nullptr) {
      Add(TaskKind::kRelevant, number, node.section->relevant);
      return;
    }
    const Item& item = *node.item;
    Add(TaskKind::kRelevant, number, item.relevant);
    Add(TaskKind::kCalculation, number, item.calculation);
    Add(TaskKind::kCount, number, item.count);
    Add(TaskKind::kConstraint, number, item.constraint);
    Add(TaskKind::kRequired, number, item.required_when);
    Add(TaskKind::kOptional, number, item.optional_when);
    Add(TaskKind::kReadOnly, number, item.read_only.when);
    Add(TaskKind::kNotApplicable, number, item.not_applicable_when);
    Add(TaskKind::kChoices, number, item.choice_filter);
    Add(TaskKind::kDefault, number, item.default_expression);
  }

  void AddVetoes(const model::Scheme& scheme) {
    for (const model::Veto& veto : model::VetoesOf(scheme)) Add(TaskKind::kVeto, kNone, veto.when);
  }

  void Add(TaskKind kind, std::uint32_t node, const model::Expression& written) {
    if (problem_ || (written.empty() && written.line == 0)) return;
    const auto tree = expression::Parse(written.text);
    if (!tree) {
      problem_ = ProblemOf(tree.error(), written);
      return;
    }
    const PlanResolver resolver(plan_, node, kind == TaskKind::kChoices);
    auto compiled = expression::Compile(*tree, resolver);
    if (!compiled) {
      problem_ = ProblemOf(compiled.error(), written);
      if (!resolver.unknown().empty()) problem_->code = ErrorCode::ERR_FORM_CODE_UNKNOWN;
      return;
    }
    if (!resolver.lost().empty()) {
      const std::size_t offset = std::min(written.text.find(resolver.lost()), written.text.size());
      problem_ = {ErrorCode::ERR_FORM_EXPRESSION, &written,
                  expression::PlaceOf(written.text, offset, {}),
                  "there is no path to " + resolver.lost()};
      return;
    }
    if (std::string wrong = WrongLiteral(tree->root(), plan_, node); !wrong.empty()) {
      problem_ = {ErrorCode::ERR_FORM_CODE_UNKNOWN, &written, {0, 0}, std::move(wrong)};
      return;
    }
    Task& task = plan_.tasks.emplace_back();
    task.kind = kind;
    task.node = node;
    task.frame_kind = node == kNone ? 0 : plan_.nodes[node].frame_kind;
    task.expression = *std::move(compiled);
    if (kind == TaskKind::kCalculation)
      task.recorded = task.expression.is_volatile() || task.expression.is_once() ||
                      task.expression.uses_self() || !plan_.nodes[node].item->triggers.empty();
  }

  Plan& plan_;
  std::optional<PlanProblem> problem_;
};

void Sort(Plan& plan, const std::vector<std::uint32_t>& order) {
  std::vector<Task> sorted;
  sorted.reserve(order.size());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> vetoes;  // number as written, as sorted
  for (const std::uint32_t number : order) {
    Task& task = sorted.emplace_back(std::move(plan.tasks[number]));
    const auto at = static_cast<std::uint32_t>(sorted.size() - 1);
    if (task.kind == TaskKind::kVeto) vetoes.emplace_back(number, at);
    if (ReadsWholeForm(task)) plan.whole_form.push_back(at);
    FrameKind& kind = plan.frame_kinds[task.frame_kind];
    task.local = static_cast<std::uint32_t>(kind.tasks.size());
    kind.tasks.push_back(at);
    task.first_reference = kind.reference_count;
    kind.reference_count += static_cast<std::uint32_t>(task.expression.dependencies().size());
  }
  std::ranges::sort(vetoes);
  for (const auto& [written, at] : vetoes) plan.vetoes.push_back(at);
  plan.tasks = std::move(sorted);
}

// Numbers by node, compressed: those of node n stand from first[n] to first[n + 1].
template <typename T>
void Compress(const std::vector<std::pair<std::uint32_t, T>>& pairs, std::size_t nodes,
              std::vector<std::uint32_t>& first, std::vector<T>& out) {
  first.assign(nodes + 1, 0);
  for (const auto& [node, value] : pairs) ++first[node + 1];
  for (std::size_t node = 0; node < nodes; ++node) first[node + 1] += first[node];
  out.resize(pairs.size());
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
  for (const auto& [node, value] : pairs) out[next[node]++] = value;
}

void Connect(Plan& plan) {
  std::vector<std::pair<std::uint32_t, Reader>> readers;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> own;
  std::vector<std::uint32_t> subjects;
  for (std::uint32_t number = 0; number < plan.tasks.size(); ++number) {
    const Task& task = plan.tasks[number];
    const auto read = [&](std::uint32_t node, bool every) {
      const std::uint32_t depth =
          every ? 0 : plan.CommonDepth(plan.nodes[node].frame_kind, task.frame_kind);
      readers.emplace_back(node, Reader{number, depth});
    };
    if (task.node != kNone) {
      own.emplace_back(task.node, number);
      if (task.kind == TaskKind::kConstraint || task.kind == TaskKind::kChoices)
        read(task.node, false);
    }
    if (task.kind == TaskKind::kDefault) continue;
    if (task.kind == TaskKind::kCalculation && !plan.nodes[task.node].item->triggers.empty()) {
      for (const std::string& code : plan.nodes[task.node].item->triggers)
        if (const std::uint32_t node = plan.Find(code); node != kNone) read(node, false);
      continue;
    }
    for (const expression::Dependency& dependency : task.expression.dependencies()) {
      subjects.clear();
      AppendSubjects(plan, dependency, subjects);
      for (const std::uint32_t node : subjects) {
        read(node, dependency.use == expression::Use::kEvery);
        if (dependency.use == expression::Use::kPoints) readers.back().second.wants_results = true;
      }
    }
  }
  Compress(readers, plan.nodes.size(), plan.first_reader, plan.readers);
  Compress(own, plan.nodes.size(), plan.first_own, plan.own_tasks);
}

}  // namespace

bool Plan::IsInside(std::uint32_t inner, std::uint32_t outer) const {
  while (frame_kinds[inner].depth > frame_kinds[outer].depth) inner = frame_kinds[inner].parent;
  return inner == outer;
}

std::uint32_t Plan::CommonDepth(std::uint32_t kind, std::uint32_t other) const {
  while (kind != other) {
    std::uint32_t& deeper = frame_kinds[kind].depth >= frame_kinds[other].depth ? kind : other;
    deeper = frame_kinds[deeper].parent;
  }
  return frame_kinds[kind].depth;
}

std::expected<std::shared_ptr<const Plan>, PlanProblem> MakePlan(const model::Form& form) {
  auto plan = std::make_shared<Plan>();
  NodeNumbering(*plan).Run(form);
  if (auto compiled = TaskCompiler(*plan).Run(form); !compiled)
    return std::unexpected(std::move(compiled).error());
  const auto order = TaskOrder(*plan);
  if (!order) return std::unexpected(order.error());
  Sort(*plan, *order);
  Connect(*plan);
  return plan;
}

}  // namespace pingshen::forms
