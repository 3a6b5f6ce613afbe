// What was evaluated, as the plain data of a printed report.
#pragma once

#include "core/evaluation/evaluation.h"
#include "core/evaluation/form_instance.h"
#include "core/report/report.h"

namespace pingshen::evaluation {

// Form, items with answers, figures and result; a draft. Whose assessment it is, its attachments and
// its seal are the caller's to add. REQUIRES: `evaluation` is that of `instance`. The form must
// remain live while the report is used.
report::Report ReportOf(const FormInstance& instance, const Evaluation& evaluation);

}  // namespace pingshen::evaluation
