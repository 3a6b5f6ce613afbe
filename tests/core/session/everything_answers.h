// Answers to the form of tests/web/ui/everything_form.h.
#pragma once

#include "core/report/report.h"
#include "core/session/answer_sheet.h"

namespace pingshen::session {

// Most items answered; E-02 in part, T-08 and S-03 not.
AnswerSheet EverythingAnswers();
// Whose it is, and its files with real pictures.
void AddEverythingFacts(report::Report& report);

}  // namespace pingshen::session
