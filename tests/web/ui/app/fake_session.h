// A session without store and keys: the real form engine, answers in memory, failures on demand.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/evaluation/answer_rules.h"
#include "core/session/session.h"

namespace pingshen::ui {

class FakeSession : public session::Session {
 public:
  static constexpr std::int64_t kNowUtcMs = 1'795'320'000'000;  // 2026-11-22 12:00 in China
  static constexpr std::string_view kSampleId = "0198-sample";
  static constexpr std::string_view kPassphrase = "correct horse";

  FakeSession();
  Status Apply(const session::Command& command) override;
  const session::SessionView& View() const override { return view_; }
  Result<Bytes> ReadAttachment(std::string_view name) override;

  // The next Apply fails with this error and changes nothing.
  void FailNext(ErrorCode code, std::string context = {}) {
    fail_next_ = Error{code, std::move(context)};
  }
  // An assessment of the sample form in the list, not open.
  void AddSample(std::string name = "太平镇双河村卫生室");
  // As if it had been answered before; `path` as text.
  void Answer(std::string_view path, model::ValueKind kind, std::string_view text);
  // Everything of the sample form, with full points.
  void AnswerAll();
  // Another form than the sample, before anything is opened.
  void UseForm(std::shared_ptr<const forms::LoadedForm> form);
  // Many answers at once.
  void AnswerMany(const std::vector<std::pair<std::string, std::string>>& choices);
  // Stored answer, "" when there is none.
  std::string Stored(std::string_view path) const;
  session::SessionView& view() { return view_; }

 private:
  void Put(const model::FieldPath& path, model::Value value);
  Status PutAll(Result<std::vector<evaluation::Change>> changes);
  void Refresh();

  session::SessionView view_;
  std::shared_ptr<const forms::LoadedForm> form_;
  evaluation::AnswerSheet answers_;
  std::map<std::string, model::Attachment> attachments_;
  std::map<std::string, Bytes, std::less<>> files_;
  std::vector<model::AnswerRecord> log_;
  evaluation::Evaluation evaluation_;
  std::uint64_t sequence_ = 0;
  std::string passphrase_;
  std::optional<Error> fail_next_;
};

}  // namespace pingshen::ui
