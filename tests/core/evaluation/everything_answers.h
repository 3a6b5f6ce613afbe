// Answers to the form of tests/web/ui/app/everything_form.h.
#pragma once

#include "core/evaluation/answer_sheet.h"
#include "core/report/report.h"

namespace pingshen::evaluation {

// Most items answered; E-02 in part, T-08 and S-03 not.
AnswerSheet EverythingAnswers();
// Whose it is, and its files with real pictures.
void AddEverythingFacts(report::Report& report);

}  // namespace pingshen::evaluation
