// write_report_samples FOLDER: drafts of a form with every type of item, in Chinese and English,
// and the same form empty, as they are printed; for parsers and eyes.
#include <cstdio>
#include <fstream>
#include <string>

#include "core/evaluation/evaluation.h"
#include "core/evaluation/report_join.h"
#include "core/report/print.h"
#include "tests/core/evaluation/everything_answers.h"
#include "tests/web/ui/app/everything_form.h"

using namespace pingshen;
using namespace pingshen::evaluation;

int main(int count, char** values) {
  if (count != 2) return 2;
  const std::string folder = values[1];
  const auto form = ui::EverythingForm();
  if (form == nullptr) return 1;
  const AnswerSheet answers = EverythingAnswers();
  const FormInstance instance(*form, answers, "2026-11-22");
  const Evaluation evaluation = Evaluate(*form, answers, "2026-11-22");
  report::Report report = ReportOf(instance, evaluation);
  AddEverythingFacts(report);
  const auto write = [&](const std::string& name, const std::string& html) {
    std::ofstream(folder + "/" + name, std::ios::binary) << html;
  };
  for (const auto& [language, tag] :
       {std::pair{Language::kChinese, "zh"}, {Language::kEnglish, "en"}}) {
    report::PrintOptions options;
    options.language = language;
    write(std::string("draft_") + tag + ".html", report::PrintHtml(report, options));
    write(std::string("blank_") + tag + ".html",
          report::PrintHtml(report::BlankReport(form->form, 1'795'276'800'000), options));
  }
}
