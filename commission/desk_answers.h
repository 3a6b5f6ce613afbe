// The answers of a bundle as a table of items.
#pragma once

#include "commission/html.h"
#include "core/session/evaluation.h"

namespace pingshen::commission {

// One card for each top-level section: its items with answer, deductions, remark, points and
// findings.
void DrawAnswers(HtmlWriter& html, const session::Evaluation& evaluation,
                 const session::AnswerSheet& answers);

}  // namespace pingshen::commission
