#include "core/session/session.h"

#include <algorithm>
#include <utility>

#include "core/base/utf8.h"
#include "core/bundle/crypto.h"
#include "core/model/identifiers.h"
#include "core/model/typed_text.h"
#include "core/session/session_core.h"

namespace pingshen::session {
namespace {

constexpr std::size_t kMaxPeriodCharacters = 50;

Result<model::Institution> CheckedInstitution(const model::Institution& typed) {
  model::Institution institution;
  PINGSHEN_TRY(institution.name, PlainText(typed.name, kMaxNameCharacters));
  if (institution.name.empty()) return Fail(ErrorCode::ERR_SESSION_INSTITUTION);
  PINGSHEN_TRY(institution.credit_code, PlainText(typed.credit_code, kMaxNameCharacters));
  if (auto corrected = model::CorrectedCreditCode(institution.credit_code))
    institution.credit_code = *corrected;
  if (!institution.credit_code.empty() &&
      model::CheckCreditCode(institution.credit_code) != model::IdentityProblem::kNone)
    return Fail(ErrorCode::ERR_SESSION_CREDIT_CODE, institution.credit_code);
  institution.region_code = model::NormalizeIdentifier(typed.region_code);
  if (!institution.region_code.empty() && !model::IsRegionCode(institution.region_code))
    return Fail(ErrorCode::ERR_SESSION_REGION, institution.region_code);
  return institution;
}

}  // namespace

Result<std::string> PlainText(std::string_view typed, std::size_t max_characters) {
  const std::string text = model::TrimBlanks(typed);
  const bool control = std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  if (control || !CheckUtf8(typed) || CodePointCount(text) > max_characters) {
    const std::size_t shown = ByteOffset(text, 20);
    return Fail(ErrorCode::ERR_SESSION_TEXT, control ? "" : text.substr(0, shown) + "…");
  }
  return text;
}

Status SessionCore::Apply(const Command& command) {
  Status status = std::visit([&](const auto& each) { return Do(each); }, command);
  view_.last_error = status ? std::nullopt : std::optional(status.error());
  view_.storage_stopped = environment_.store->stopped();
  RefreshOpen();
  ++view_.revision;
  return status;
}

Status SessionCore::Do(const CreateAssessment& command) {
  if (FindEntry(command.form_sha256) == nullptr)
    return Fail(ErrorCode::ERR_SESSION_FORM_UNKNOWN, command.form_sha256.substr(0, 8));
  PINGSHEN_TRY(const FormCatalogue::Entry* entry, catalogue_.Find(command.form_sha256));
  const FormCatalogue::Entry& form = *entry;
  model::Assessment assessment;
  PINGSHEN_TRY(assessment.institution, CheckedInstitution(command.institution));
  PINGSHEN_TRY(assessment.period, PlainText(command.period, kMaxPeriodCharacters));
  PINGSHEN_TRY(assessment.assessor, PlainText(command.assessor, kMaxNameCharacters));
  if (assessment.assessor.empty()) return Fail(ErrorCode::ERR_SESSION_ASSESSOR);
  assessment.created_at_ms = Now();
  PINGSHEN_TRY(assessment.id, bundle::MakeUuid7(assessment.created_at_ms, *environment_.random));
  assessment.kind = command.kind;
  assessment.form_id = form.form->form.id;
  assessment.form_version = form.form->form.version;
  assessment.form_sha256 = command.form_sha256;

  // The pinned form first: no assessment is ever without its form, also when the program is newer
  // by then.
  PINGSHEN_CHECK(environment_.store->PutForm(assessment.form_sha256, assessment.form_id,
                                             assessment.form_version, form.bytes));
  PINGSHEN_CHECK(environment_.store->CreateAssessment(assessment));
  store::AssessmentRow row;
  row.assessment = assessment;
  row.changed_at_ms = assessment.created_at_ms;
  view_.assessments.insert(view_.assessments.begin(), SummaryOf(row));
  return Do(session::OpenAssessment{assessment.id});
}

Status SessionCore::Do(const session::OpenAssessment& command) {
  PINGSHEN_TRY(const AssessmentSummary* summary, FindSummary(command.id));
  PINGSHEN_TRY(const FormCatalogue::Entry* form, catalogue_.Find(summary->assessment.form_sha256));
  PINGSHEN_TRY(open_, OpenDraft::Load(*environment_.store, summary->assessment, *form,
                                      *environment_.random, Now()));
  save_state_ = open_->records().empty() ? SaveState::kNothingYet : SaveState::kSaved;
  view_.last_export.reset();
  view_.move.reset();
  return {};
}

Status SessionCore::Do(const CloseAssessment&) {
  open_.reset();
  view_.move.reset();
  view_.last_export.reset();
  return {};
}

Status SessionCore::Do(const SetAnswer& command) {
  if (!open_) return Fail(ErrorCode::ERR_SESSION_NOT_OPEN);
  return Commit(evaluation::AnswerChanges(*open_->form().form, open_->answers(), command.path,
                                          command.value));
}

Status SessionCore::Do(const AddInstance& command) {
  if (!open_) return Fail(ErrorCode::ERR_SESSION_NOT_OPEN);
  return Commit(
      evaluation::AddInstanceChanges(*open_->form().form, open_->answers(), command.repeat));
}

Status SessionCore::Do(const RemoveInstance& command) {
  if (!open_) return Fail(ErrorCode::ERR_SESSION_NOT_OPEN);
  return Commit(
      evaluation::RemoveInstanceChanges(*open_->form().form, open_->answers(), command.instance));
}

Status SessionCore::Do(const SetLanguage& command) {
  view_.language = command.language;
  view_.form_language = command.form_language;
  PINGSHEN_CHECK(environment_.store->PutSetting(
      kLanguageSetting, command.language == Language::kEnglish ? "en" : "zh"));
  return environment_.store->PutSetting(kFormLanguageSetting, command.form_language);
}

Status SessionCore::Commit(const Result<std::vector<evaluation::Change>>& changes) {
  if (!changes) return std::unexpected(changes.error());
  if (changes->empty()) return {};
  Status status = open_->Commit(*changes, Now());
  save_state_ = status ? SaveState::kSaved : SaveState::kFailed;
  if (!status) return status;
  PINGSHEN_TRY(AssessmentSummary * summary, FindSummary(open_->assessment().id));
  summary->changed_at_ms = open_->records().back().recorded_at_ms;
  summary->changed_since_export = summary->exported_at_ms.has_value();
  std::rotate(view_.assessments.data(), summary, summary + 1);  // last changed first
  return {};
}

Result<AssessmentSummary*> SessionCore::FindSummary(std::string_view id) {
  const auto found =
      std::find_if(view_.assessments.begin(), view_.assessments.end(),
                   [&](const AssessmentSummary& summary) { return summary.assessment.id == id; });
  if (found == view_.assessments.end())
    return Fail(ErrorCode::ERR_SESSION_MISSING, std::string(id.substr(0, 36)));
  return &*found;
}

void SessionCore::RefreshOpen() {
  if (!open_) {
    view_.open.reset();
    return;
  }
  OpenView& open = view_.open.emplace();
  open.assessment = open_->assessment();
  open.form = open_->form().form.get();
  open.answers = &open_->answers();
  open.evaluation = &open_->evaluation();
  open.instance = &open_->instance();
  open.attachments = &open_->attachments();
  open.attached_bytes = open_->AttachedBytes();
  open.save_state = save_state_;
  if (!open_->records().empty()) {
    open.saved_at_ms = open_->records().back().recorded_at_ms;
    open.last_sequence = open_->records().back().sequence;
  }
  if (const auto summary = FindSummary(open.assessment.id)) {
    (*summary)->answered = open.evaluation->answered;
    (*summary)->total = open.evaluation->total;
    (*summary)->score = open_->ScoreText();
  }
}

std::int64_t SessionCore::Now() const {
  // What a bundle can state: 1970 … 9999. A device whose clock is beyond has lost its battery.
  constexpr std::int64_t kLast = 253'402'300'799'999;
  return std::clamp<std::int64_t>(environment_.clock->NowUtcMs(), 0, kLast);
}

}  // namespace pingshen::session
