// In which order the expressions of a form are evaluated.
#pragma once

#include <expected>
#include <vector>

#include "core/forms/plan.h"

namespace pingshen::forms {

// Numbers of plan.tasks in topological order; those that depend on the whole form, and what depends
// on them, stand last. ERR_FORM_CYCLE. REQUIRES: plan has its nodes, frame kinds and tasks, and the
// tasks of one node stand together in the order of nodes.
std::expected<std::vector<std::uint32_t>, PlanProblem> TaskOrder(const Plan& plan);

// The nodes whose answers, points or instances the dependency is about.
void AppendSubjects(const Plan& plan, const expression::Dependency& dependency,
                    std::vector<std::uint32_t>& nodes);

// Whether the task is evaluated again after any change.
bool ReadsWholeForm(const Task& task);

// The expression as the form has it.
const model::Expression& WrittenOf(const Plan& plan, const Task& task);

}  // namespace pingshen::forms
