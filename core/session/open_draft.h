// The assessment that is being filled in: its log, its answers and what follows from them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/evaluation/answer_rules.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/form_instance.h"
#include "core/evaluation/live_evaluation.h"
#include "core/model/assessment.h"
#include "core/session/form_catalogue.h"

namespace pingshen::session {

class OpenDraft {
 public:
  // Reads the log; a new assessment gets its defaults, and they are written. `form`, `store` and
  // `random` must remain live while this is. Errors of Store::LoadRecords and Append.
  static Result<std::unique_ptr<OpenDraft>> Load(store::Store& store, model::Assessment assessment,
                                                 const FormCatalogue::Entry& form,
                                                 ports::Random& random, std::int64_t now_utc_ms);

  // Writes the changes, and values of the form that follow from them and must be recorded, as one
  // transaction. When this returns success they are durable and seen in
  // answers() and evaluation(); on failure nothing has changed. No changes: nothing is written.
  Status Commit(const std::vector<evaluation::Change>& changes, std::int64_t now_utc_ms);

  const model::Assessment& assessment() const { return assessment_; }
  const FormCatalogue::Entry& form() const { return form_; }
  const evaluation::AnswerSheet& answers() const { return answers_; }
  const evaluation::Evaluation& evaluation() const { return live_->evaluation(); }
  const evaluation::FormInstance& instance() const { return *instance_; }
  // The whole log, by sequence.
  const std::vector<model::AnswerRecord>& records() const { return records_; }
  // Every attachment that was ever kept for it, by name.
  const std::map<std::string, model::Attachment>& attachments() const { return attachments_; }
  // Keeps the bytes; known in attachments() on success. Errors of Store::PutAttachment.
  Status Keep(const model::Attachment& attachment, ByteView bytes);
  // Of the attachments that current answers name.
  std::uint64_t AttachedBytes() const { return attached_bytes_; }
  // Score as lists show it, "" without a points scheme or before anything is answered.
  std::string ScoreText() const { return ScoreTextOf(evaluation()); }

 private:
  OpenDraft(store::Store& store, model::Assessment assessment, const FormCatalogue::Entry& form,
            ports::Random& random)
      : store_(store), assessment_(std::move(assessment)), form_(form), random_(random) {}
  // Computes everything as of that date.
  void Compute(const std::string& today);
  Status Write(const std::vector<evaluation::Change>& changes, std::int64_t now_utc_ms);
  static std::string ScoreTextOf(const evaluation::Evaluation& evaluation);
  void CountAttached();

  store::Store& store_;
  model::Assessment assessment_;
  const FormCatalogue::Entry& form_;
  std::vector<model::AnswerRecord> records_;
  std::map<std::string, model::Attachment> attachments_;
  std::uint64_t attached_bytes_ = 0;
  evaluation::AnswerSheet answers_;
  ports::Random& random_;
  std::string today_;
  std::unique_ptr<evaluation::FormInstance> instance_;
  std::unique_ptr<evaluation::LiveEvaluation> live_;
};

}  // namespace pingshen::session
