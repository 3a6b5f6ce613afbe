#include "core/session/open_draft.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/session/named_attachments.h"

namespace pingshen::session {

Result<std::unique_ptr<OpenDraft>> OpenDraft::Load(store::Store& store,
                                                   model::Assessment assessment,
                                                   const FormCatalogue::Entry& form,
                                                   std::int64_t now_utc_ms) {
  std::unique_ptr<OpenDraft> open(new OpenDraft(store, std::move(assessment), form));
  PINGSHEN_TRY(open->records_, store.LoadRecords(open->assessment_.id));
  for (const model::AnswerRecord& record : open->records_) open->answers_.Apply(record);
  // Without this list the answers are whole and readable all the same.
  if (auto kept = store.ListAttachments(open->assessment_.id))
    for (model::Attachment& each : *kept) open->attachments_[each.name] = std::move(each);
  open->CountAttached();
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
  if (std::any_of(changes.begin(), changes.end(), [](const Change& change) {
        return change.path.item.empty() || change.path.field.empty() ||
               change.path.field == model::kEvidenceField;
      }))
    CountAttached();
  return {};
}

Status OpenDraft::Keep(const model::Attachment& attachment, ByteView bytes) {
  PINGSHEN_CHECK(store_.PutAttachment(assessment_.id, attachment, bytes));
  attachments_.try_emplace(attachment.name, attachment);
  return {};
}

void OpenDraft::CountAttached() {
  attached_bytes_ = 0;
  if (attachments_.empty()) return;
  for (const std::string& name : NamedAttachments(*form_.form, records_, answers_)) {
    const auto found = attachments_.find(name);
    if (found != attachments_.end()) attached_bytes_ += found->second.size_bytes;
  }
}

std::string OpenDraft::ScoreTextOf(const Evaluation& evaluation) {
  return evaluation.points && evaluation.answered > 0 ? evaluation.points->DisplayScore() : "";
}

}  // namespace pingshen::session
