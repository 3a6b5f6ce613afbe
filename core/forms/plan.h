// What follows from a form before anybody answers: its nodes and expressions by number, and in
// which order and through which paths a change travels. Immutable; shared by all live instances
// (engine.h).
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/expression/expression.h"
#include "core/model/form.h"

namespace pingshen::forms {

inline constexpr std::uint32_t kNone = 0xFFFF'FFFF;

// The name of the element around the whole form in paths: /data/section/item.
inline constexpr std::string_view kRootElementName = "data";

// A section or an item, numbered in document order: attributes first, then each section followed by
// its items and its sections, each group, repeat or table followed by its children.
struct PlanNode {
  const model::Item* item = nullptr;  // nullptr: a section
  const model::Section* section = nullptr;
  std::uint32_t parent = kNone;
  std::uint32_t end = 0;         // one past its last descendant
  std::uint32_t frame_kind = 0;  // where it stands …
  std::uint32_t slot = 0;        // … and which of the nodes there it is
  std::uint32_t inner = kNone;   // kRepeat, kTable: the frame kind of its instances

  std::string_view code() const { return item != nullptr ? item->code : section->code; }
};

// The form outside repeats (number 0), or the inside of one repeat or table. A live instance has
// one frame of kind 0, and one for each instance of a repeat.
struct FrameKind {
  std::uint32_t repeat = kNone;        // the node
  std::uint32_t parent = kNone;        // the kind of the frames around
  std::uint32_t depth = 0;             // how many repeats are around
  std::uint32_t repeat_number = 0;     // which of parent's `repeats` it is
  std::vector<std::uint32_t> nodes;    // by slot
  std::vector<std::uint32_t> repeats;  // nodes of the repeats and tables directly in it
  std::vector<std::uint32_t> tasks;    // by Task::local
  std::uint32_t reference_count = 0;   // of all its tasks
};

// An expression of the form, and what its result is for.
enum class TaskKind : std::uint8_t {
  kRelevant,       // boolean; of a section or an item
  kCalculation,    // the answer
  kCount,          // of a repeat: how many instances
  kConstraint,     // boolean
  kRequired,       // boolean
  kOptional,       // boolean
  kReadOnly,       // boolean
  kNotApplicable,  // boolean: "na" may be chosen
  kChoices,        // boolean, for each option; the value is whether the answer is among them
  kDefault,        // the answer of a new place; evaluated once, no reader
  kVeto,           // boolean; of the form
};
struct Task {
  TaskKind kind = TaskKind::kRelevant;
  bool recorded = false;  // kCalculation: its value is kept in the log (volatile, once, triggers)
  std::uint32_t node = kNone;  // kNone: of the form
  std::uint32_t frame_kind = 0;
  std::uint32_t local = 0;            // among the tasks of the frame kind
  std::uint32_t first_reference = 0;  // among the references of the frame kind
  expression::Expression expression;
};

// A task that reads a node, directly or by the points it gives. The frames that a change concerns
// are those of the task's kind inside the ancestor at `depth` of the frame that changed.
struct Reader {
  std::uint32_t task = 0;
  std::uint32_t depth = 0;
  bool wants_results = false;  // points(): of the node's constraint and rules, too
};

struct Plan {
  std::vector<PlanNode> nodes;
  std::vector<FrameKind> frame_kinds;
  // In topological order: no task reads what a later one decides.
  std::vector<Task> tasks;
  std::vector<std::uint32_t> whole_form;  // tasks that depend on everything before them, ascending
  std::vector<std::uint32_t> vetoes;      // tasks, in the order of the form's schemes

  std::span<const Reader> ReadersOf(std::uint32_t node) const {
    return std::span(readers).subspan(first_reader[node],
                                      first_reader[node + 1] - first_reader[node]);
  }
  // Tasks of the node itself, whatever they read.
  std::span<const std::uint32_t> TasksOf(std::uint32_t node) const {
    return std::span(own_tasks).subspan(first_own[node], first_own[node + 1] - first_own[node]);
  }
  // kNone when there is none.
  std::uint32_t Find(std::string_view code) const {
    const auto found = by_code.find(code);
    return found == by_code.end() ? kNone : found->second;
  }
  std::uint32_t NodeOf(const model::Item& item) const { return Find(item.code); }
  // nullptr when there is none of that code; a section is none.
  const model::Item* FindItem(std::string_view code) const {
    const std::uint32_t node = Find(code);
    return node == kNone ? nullptr : nodes[node].item;
  }
  // The innermost repeat or table that has the node inside; nullptr when there is none.
  const model::Item* RepeatAround(std::uint32_t node) const {
    const std::uint32_t repeat = frame_kinds[nodes[node].frame_kind].repeat;
    return repeat == kNone ? nullptr : nodes[repeat].item;
  }
  // Whether frames of kind `inner` stand inside those of kind `outer`, or are the same.
  bool IsInside(std::uint32_t inner, std::uint32_t outer) const;
  // How many repeats are around both.
  std::uint32_t CommonDepth(std::uint32_t kind, std::uint32_t other) const;

  std::vector<std::uint32_t> first_reader;
  std::vector<Reader> readers;
  std::vector<std::uint32_t> first_own;
  std::vector<std::uint32_t> own_tasks;
  std::unordered_map<std::string_view, std::uint32_t> by_code;
};

// What is wrong with an expression of the form. The place counts from the expression's own first
// character; {0, 0} is the expression as a whole.
struct PlanProblem {
  ErrorCode code = ErrorCode::ERR_FORM_EXPRESSION;
  const model::Expression* expression = nullptr;
  expression::Place place;
  std::string what;
};

// ERR_FORM_EXPRESSION, ERR_FORM_CODE_UNKNOWN, ERR_FORM_CYCLE "a → b → a". `form` must remain live
// and unmoved while the plan is.
std::expected<std::shared_ptr<const Plan>, PlanProblem> MakePlan(const model::Form& form);

}  // namespace pingshen::forms
