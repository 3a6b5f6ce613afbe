// The session's inside, for the source files of this room only.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/session/form_catalogue.h"
#include "core/session/open_draft.h"
#include "core/session/session.h"

namespace pingshen::session {

class SessionCore final : public Session {
 public:
  explicit SessionCore(const Environment& environment)
      : environment_(environment), catalogue_(*environment.store) {}

  // session_start.cc
  Status Begin(const std::vector<Bytes>& built_in_forms);

  Status Apply(const Command& command) override;
  const SessionView& View() const override { return view_; }
  Result<Bytes> ReadAttachment(std::string_view name) override;

 private:
  // session_start.cc
  Status ListAssessments();
  AssessmentSummary SummaryOf(const store::AssessmentRow& row);
  void LoadKey();

  // session.cc: what each command does
  Status Do(const CreateAssessment& command);
  Status Do(const session::OpenAssessment& command);
  Status Do(const CloseAssessment& command);
  Status Do(const SetAnswer& command);
  Status Do(const AddInstance& command);
  Status Do(const RemoveInstance& command);
  Status Do(const SetLanguage& command);
  // session_attachments.cc
  Status Do(const Attach& command);
  Status Do(const Detach& command);
  Status Do(const SaveAttachment& command);
  // session_forms.cc
  Status Do(const ExamineForm& command);
  Status Do(const session::InstallForm& command);
  Status Do(const DismissForm& command);
  Status Do(const OfferForms& command);
  Status Do(const PlanMove& command);
  Status Do(const DismissMove& command);
  Status Do(const MoveToVersion& command);
  // session_print.cc
  Status Do(const PrintDraft& command);
  // session_export.cc
  Status Do(const CreateKey& command);
  Status Do(const SignAndExport& command);
  Status Do(const RescueExport& command);
  Status Do(const ExportPublicKey& command);

  // session_forms.cc: the catalogue
  Status LoadInstalled();
  Status StoreInstalled(const std::vector<CatalogueEntry>& catalogue);
  const CatalogueEntry* FindEntry(std::string_view form_sha256) const;
  // Marks older versions, offers that are here, and assessments that a newer version exists for.
  void RefreshCatalogue();
  // Writes the records of a move into a new assessment. Returns its id.
  Result<std::string> MakeMoved(const MoveView& move);

  Status Commit(const Result<std::vector<evaluation::Change>>& changes);
  Result<AssessmentSummary*> FindSummary(std::string_view id);
  // Writes what is known of the open assessment into the view and its summary.
  void RefreshOpen();
  void SetKey(const store::KeyRow& key);
  std::int64_t Now() const;

  Environment environment_;
  FormCatalogue catalogue_;
  std::unique_ptr<OpenDraft> open_;
  std::optional<store::KeyRow> key_;
  SaveState save_state_ = SaveState::kNothingYet;
  std::vector<std::string> installed_;  // SHA-256
  SessionView view_;
};

// 0 … max_characters characters without control characters, blanks at both ends taken off.
// ERR_SESSION_TEXT.
Result<std::string> PlainText(std::string_view typed, std::size_t max_characters);

// Settings: "zh" or "en"; a tag of BCP 47 or "".
inline constexpr std::string_view kLanguageSetting = "language";
inline constexpr std::string_view kFormLanguageSetting = "form_language";
// Setting that holds the id of the assessment which goes on for this one.
std::string MovedSetting(std::string_view assessment_id);

inline constexpr std::size_t kMaxNameCharacters = 200;

}  // namespace pingshen::session
