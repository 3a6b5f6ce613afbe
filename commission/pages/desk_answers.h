// The answers of a bundle as a table of items.
#pragma once

#include <string_view>

#include "core/evaluation/evaluation.h"
#include "core/report/html.h"

namespace pingshen::commission {

using report::HtmlWriter;

// One card for each top-level section: its items with answer, attachments, deductions, remark,
// points and findings.
void DrawAnswers(HtmlWriter& html, const evaluation::Evaluation& evaluation,
                 const evaluation::AnswerSheet& answers, std::string_view manifest_sha256);

}  // namespace pingshen::commission
