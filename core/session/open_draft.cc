#include "core/session/open_draft.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/evaluation/named_attachments.h"

namespace pingshen::session {

Result<std::unique_ptr<OpenDraft>> OpenDraft::Load(store::Store& store,
                                                   model::Assessment assessment,
                                                   const FormCatalogue::Entry& form,
                                                   ports::Random& random, std::int64_t now_utc_ms) {
  std::unique_ptr<OpenDraft> open(new OpenDraft(store, std::move(assessment), form, random));
  PINGSHEN_TRY(open->records_, store.LoadRecords(open->assessment_.id));
  for (const model::AnswerRecord& record : open->records_) open->answers_.Apply(record);
  // Without this list the answers are whole and readable all the same.
  if (auto kept = store.ListAttachments(open->assessment_.id))
    for (model::Attachment& each : *kept) open->attachments_[each.name] = std::move(each);
  open->CountAttached();
  open->Compute(evaluation::AssessmentDate(now_utc_ms));
  if (open->records_.empty()) open->instance_->engine().FillDefaults();
  open->instance_->engine().SetLive();
  PINGSHEN_CHECK(open->Write({}, now_utc_ms));
  return open;
}

void OpenDraft::Compute(const std::string& today) {
  today_ = today;
  live_.reset();
  instance_ = std::make_unique<evaluation::FormInstance>(*form_.form, answers_, today_, &random_);
  live_ = std::make_unique<evaluation::LiveEvaluation>(*instance_);
}

Status OpenDraft::Commit(const std::vector<evaluation::Change>& changes, std::int64_t now_utc_ms) {
  if (changes.empty()) return {};
  if (const std::string today = evaluation::AssessmentDate(now_utc_ms); today != today_) {
    Compute(today);
    instance_->engine().SetLive();
  }
  return Write(changes, now_utc_ms);
}

Status OpenDraft::Write(const std::vector<evaluation::Change>& changes, std::int64_t now_utc_ms) {
  std::vector<model::AnswerRecord> added;
  std::vector<model::AnswerRecord> undo;
  const auto add = [&](const model::FieldPath& path, const model::Value& value) {
    const bool is_instance = path.item.empty();
    const model::Value before =
        is_instance ? model::Value::Presence(answers_.HasInstance(path)) : answers_.At(path);
    const std::uint64_t sequence = records_.size() + added.size() + 1;
    undo.push_back({sequence, path, before, {}, 0});
    added.push_back({sequence, path, value, assessment_.assessor, now_utc_ms});
    answers_.Apply(added.back());
  };
  for (const evaluation::Change& change : changes) add(change.path, change.value);
  const auto changed = instance_->Update(added);
  for (const auto& [path, value] : instance_->engine().TakeRecords()) add(path, value);
  live_->Update(changed);
  if (added.empty()) return {};
  // The lists' figures are stored with the answers, so they are needed before.
  const store::Progress progress{evaluation().answered, evaluation().total, ScoreText()};
  if (Status status = store_.Append(assessment_.id, added, progress); !status) {
    std::ranges::reverse(undo);
    for (const model::AnswerRecord& record : undo) answers_.Apply(record);
    const auto restored = instance_->Update(undo);
    instance_->engine().TakeRecords();
    live_->Update(restored);
    return status;
  }
  std::move(added.begin(), added.end(), std::back_inserter(records_));
  if (std::any_of(changes.begin(), changes.end(), [](const evaluation::Change& change) {
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
  for (const std::string& name : evaluation::NamedAttachments(*form_.form, records_, answers_)) {
    const auto found = attachments_.find(name);
    if (found != attachments_.end()) attached_bytes_ += found->second.size_bytes;
  }
}

std::string OpenDraft::ScoreTextOf(const evaluation::Evaluation& evaluation) {
  return evaluation.points && evaluation.answered > 0 ? evaluation.points->DisplayScore() : "";
}

}  // namespace pingshen::session
