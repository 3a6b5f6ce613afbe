#include <utility>

#include "core/session/session_core.h"

namespace pingshen::session {

Result<std::unique_ptr<Session>> Session::Start(const Environment& environment,
                                                const std::vector<Bytes>& built_in_forms) {
  auto core = std::make_unique<SessionCore>(environment);
  PINGSHEN_CHECK(core->Begin(built_in_forms));
  return core;
}

Status SessionCore::Begin(const std::vector<Bytes>& built_in_forms) {
  for (const Bytes& json : built_in_forms) PINGSHEN_CHECK(catalogue_.AddBuiltIn(json));
  for (const std::string& sha256 : catalogue_.built_in()) {
    CatalogueEntry& entry = view_.catalogue.emplace_back();
    entry.form_sha256 = sha256;
    entry.form = catalogue_.FindLoaded(sha256)->form;
  }
  PINGSHEN_CHECK(LoadInstalled());
  if (const auto language = environment_.store->GetSetting(kLanguageSetting, "zh");
      language && *language == "en")
    view_.language = Language::kEnglish;
  if (const auto language = environment_.store->GetSetting(kFormLanguageSetting, "");
      language && model::IsLanguageTag(*language))
    view_.form_language = *language;
  LoadKey();
  PINGSHEN_CHECK(ListAssessments());
  RefreshCatalogue();
  view_.storage_stopped = environment_.store->stopped();
  view_.revision = 1;
  return {};
}

void SessionCore::LoadKey() {
  // Without its key the device can still be used for everything but signing.
  auto keys = environment_.store->ListKeys();
  if (!keys) {
    view_.last_error = keys.error();
  } else if (!keys->empty()) {
    SetKey(keys->back());
  }
}

Status SessionCore::ListAssessments() {
  PINGSHEN_TRY(const std::vector<store::AssessmentRow> rows, environment_.store->ListAssessments());
  for (const store::AssessmentRow& row : rows) view_.assessments.push_back(SummaryOf(row));
  return {};
}

AssessmentSummary SessionCore::SummaryOf(const store::AssessmentRow& row) {
  AssessmentSummary summary;
  summary.assessment = row.assessment;
  summary.answered = row.answered;
  summary.total = row.total;
  summary.score = row.score;
  summary.changed_at_ms = row.changed_at_ms;
  if (row.last_export) {
    summary.exported_at_ms = row.last_export->exported_at_ms;
    summary.changed_since_export = row.last_sequence > row.last_export->last_sequence;
  }
  const auto moved = environment_.store->GetSetting(MovedSetting(row.assessment.id), "");
  summary.moved = moved && !moved->empty();
  const auto form = catalogue_.Find(row.assessment.form_sha256);
  if (!form) {
    // It stays in the list under the form's id; opening it says what is wrong.
    summary.form_title = {row.assessment.form_id, row.assessment.form_id};
    return summary;
  }
  summary.form_title = (*form)->form->form.title;
  if (row.last_sequence == 0)
    summary.total = evaluation::Evaluate(*(*form)->form, evaluation::AnswerSheet(),
                                         evaluation::AssessmentDate(row.changed_at_ms))
                        .total;
  return summary;
}

}  // namespace pingshen::session
