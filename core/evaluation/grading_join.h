// Joins what was evaluated with the schemes of the form: plain tables in, the whole result out.
#pragma once

#include <string>
#include <vector>

#include "core/evaluation/evaluation.h"
#include "core/evaluation/form_instance.h"
#include "core/model/finding.h"
#include "core/model/grading_result.h"

namespace pingshen::evaluation {

// `missing`: codes of required items without a valid answer, in form order. The veto clauses that
// hold are added to `findings`, in the form's order.
model::GradingResult GradeForm(const FormInstance& instance,
                               const std::vector<SectionState>& sections,
                               const std::vector<std::string>& missing,
                               std::vector<model::Finding>& findings);

}  // namespace pingshen::evaluation
