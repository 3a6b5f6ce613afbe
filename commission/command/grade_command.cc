#include "commission/command/grade_command.h"

#include <ostream>

#include "commission/system/os_files.h"
#include "core/evaluation/answers_json.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/grade_counts.h"
#include "core/evaluation/proven_form.h"
#include "core/evaluation/result_json.h"
#include "core/model/date.h"

namespace pingshen::commission {
namespace {

constexpr std::uint64_t kLargestFile = 64u << 20;
// today() of a form when no --date is given: worked cases must not change overnight.
constexpr std::string_view kFixedDate = "2026-01-01";

Result<std::string> GradeByForm(const std::string& form_path, const std::string& answers_path,
                                const std::string& date) {
  if (!model::IsDate(date)) return Fail(ErrorCode::ERR_USAGE, "--date " + date);
  PINGSHEN_TRY(const Bytes form_bytes, ReadWholeFile(form_path, kLargestFile));
  PINGSHEN_TRY(const auto form, evaluation::LoadProvenForm(form_bytes));
  PINGSHEN_TRY(const Bytes answers_bytes, ReadWholeFile(answers_path, kLargestFile));
  PINGSHEN_TRY(const evaluation::AnswerSheet answers,
               evaluation::ReadAnswers(*form, AsText(answers_bytes)));
  return evaluation::GradingJson(evaluation::Evaluate(*form, answers, date).grading);
}

Result<std::string> GradeByScheme(const std::string& scheme_path, const std::string& counts_path) {
  PINGSHEN_TRY(const Bytes scheme_bytes, ReadWholeFile(scheme_path, kLargestFile));
  PINGSHEN_TRY(const forms::SchemeFile scheme, evaluation::LoadProvenScheme(AsText(scheme_bytes)));
  PINGSHEN_TRY(const Bytes counts, ReadWholeFile(counts_path, kLargestFile));
  return evaluation::GradeCountsJson(scheme, AsText(counts));
}

}  // namespace

int RunGrade(std::span<const std::string> words, Streams streams) {
  const auto arguments = Arguments::Parse(words, {{"--scheme"}, {"--date"}, {"--lang"}});
  if (!arguments) return Report(arguments.error(), Language::kChinese, streams.err);
  const auto language = LanguageOf(*arguments);
  if (!language) return Report(language.error(), Language::kChinese, streams.err);
  const auto& files = arguments->positional();
  const auto scheme = arguments->Get("--scheme");
  if (files.size() != (scheme ? 1u : 2u))
    return Report({ErrorCode::ERR_USAGE, "grade"}, *language, streams.err);
  const auto json = scheme ? GradeByScheme(*scheme, files[0])
                           : GradeByForm(files[0], files[1], arguments->Get("--date", kFixedDate));
  if (!json) return Report(json.error(), *language, streams.err);
  streams.out << *json << "\n";
  return kExitGood;
}

}  // namespace pingshen::commission
