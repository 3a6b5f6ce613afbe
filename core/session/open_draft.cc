#include "core/session/open_draft.h"

#include <algorithm>
#include <iterator>

namespace pingshen::session {

Result<std::unique_ptr<OpenDraft>> OpenDraft::Load(store::Store& store,
                                                   model::Assessment assessment,
                                                   const FormCatalogue::Entry& form,
                                                   std::int64_t now_utc_ms) {
  std::unique_ptr<OpenDraft> open(new OpenDraft(store, std::move(assessment), form));
  PINGSHEN_TRY(open->records_, store.LoadRecords(open->assessment_.id));
  for (const model::AnswerRecord& record : open->records_) open->answers_.Apply(record);
  open->evaluation_ = Evaluate(*form.form, open->answers_, AssessmentDate(now_utc_ms));
  return open;
}

Status OpenDraft::Commit(const std::vector<Change>& changes, std::int64_t now_utc_ms) {
  if (changes.empty()) return {};
  std::vector<model::AnswerRecord> added;
  std::vector<model::AnswerRecord> undo;
  for (const Change& change : changes) {
    const bool is_instance = change.path.item.empty();
    const model::Value before = is_instance
                                    ? model::Value::Presence(answers_.HasInstance(change.path))
                                    : answers_.At(change.path);
    const std::uint64_t sequence = records_.size() + added.size() + 1;
    undo.push_back({sequence, change.path, before, {}, 0});
    added.push_back({sequence, change.path, change.value, assessment_.assessor, now_utc_ms});
    answers_.Apply(added.back());
  }
  // The lists' figures are stored with the answers, so they are needed before.
  Evaluation evaluation = Evaluate(*form_.form, answers_, AssessmentDate(now_utc_ms));
  const store::Progress progress{evaluation.answered, evaluation.total, ScoreTextOf(evaluation)};
  if (Status status = store_.Append(assessment_.id, added, progress); !status) {
    std::for_each(undo.rbegin(), undo.rend(),
                  [&](const model::AnswerRecord& record) { answers_.Apply(record); });
    return status;
  }
  std::move(added.begin(), added.end(), std::back_inserter(records_));
  evaluation_ = std::move(evaluation);
  return {};
}

std::string OpenDraft::ScoreTextOf(const Evaluation& evaluation) {
  return evaluation.points && evaluation.answered > 0 ? evaluation.points->DisplayScore() : "";
}

}  // namespace pingshen::session
