#include <algorithm>
#include <utility>

#include "core/base/utf8.h"
#include "core/bundle/bundle.h"
#include "core/evaluation/declaration.h"
#include "core/evaluation/named_attachments.h"
#include "core/evaluation/recompute.h"
#include "core/session/key_file.h"
#include "core/session/rescue.h"
#include "core/session/session_core.h"

namespace pingshen::session {
namespace {

constexpr std::size_t kMinPassphraseCharacters = 8;
constexpr std::string_view kAssessorRole = "assessor";
constexpr std::string_view kJsonType = "application/json";
constexpr std::size_t kNameBytes = 80;

Status CheckComplete(const evaluation::Evaluation& evaluation) {
  if (evaluation.complete) return {};
  const auto blocking = std::ranges::count_if(
      evaluation.Findings(), [](const model::Finding* finding) { return finding->blocks_finish; });
  return Fail(ErrorCode::ERR_SESSION_INCOMPLETE, std::to_string(blocking));
}

}  // namespace

void SessionCore::SetKey(const store::KeyRow& key) {
  key_ = key;
  view_.key = KeyView{key.key_id, key.holder, key.organisation};
}

Status SessionCore::Do(const CreateKey& command) {
  store::KeyRow row;
  PINGSHEN_TRY(row.holder, PlainText(command.holder, kMaxNameCharacters));
  if (row.holder.empty()) return Fail(ErrorCode::ERR_KEY_HOLDER);
  PINGSHEN_TRY(row.organisation, PlainText(command.organisation, kMaxNameCharacters));
  PINGSHEN_CHECK(CheckUtf8(command.passphrase));
  if (CodePointCount(command.passphrase) < kMinPassphraseCharacters)
    return Fail(ErrorCode::ERR_KEY_PASSPHRASE_SHORT, std::to_string(kMinPassphraseCharacters));
  PINGSHEN_TRY(const bundle::PrivateKey key,
               bundle::PrivateKey::Generate(bundle::Algorithm::kEd25519, *environment_.random));
  row.public_key = key.PublicKeyInfo();
  row.key_id = bundle::KeyId(row.public_key);
  PINGSHEN_TRY(row.sealed_private_key, key.Seal(command.passphrase, *environment_.random));
  // The newest key is the one in use, also when the clock was set back since.
  row.created_at_ms = key_ ? std::max(Now(), key_->created_at_ms + 1) : Now();
  PINGSHEN_CHECK(environment_.store->PutKey(row));
  SetKey(row);
  return {};
}

Status SessionCore::Do(const SignAndExport& command) {
  if (!open_) return Fail(ErrorCode::ERR_SESSION_NOT_OPEN);
  const std::int64_t now = Now();
  const forms::LoadedForm& form = *open_->form().form;
  const evaluation::Evaluation evaluation =
      evaluation::Evaluate(form, open_->answers(), evaluation::AssessmentDate(now));
  PINGSHEN_CHECK(CheckComplete(evaluation));
  if (!key_) return Fail(ErrorCode::ERR_SESSION_NO_KEY);
  PINGSHEN_TRY(const bundle::PrivateKey key,
               bundle::PrivateKey::Unseal(key_->sealed_private_key, command.passphrase));

  bundle::Draft draft;
  PINGSHEN_TRY(draft.manifest.bundle_id, bundle::MakeUuid7(now, *environment_.random));
  draft.manifest.assessment = open_->assessment();
  draft.manifest.created_at_ms = now;
  draft.manifest.device_id = environment_.device_id;
  draft.manifest.app_version = environment_.app_version;
  evaluation::SetClaim(evaluation, draft.manifest);
  draft.records = open_->records();
  draft.form_json = open_->form().bytes;
  for (const std::string& name :
       evaluation::NamedAttachments(form, open_->records(), open_->answers())) {
    const auto found = open_->attachments().find(name);
    if (found == open_->attachments().end())
      return Fail(ErrorCode::ERR_STORE_ATTACHMENT_DAMAGED, name);
    draft.stored_attachments.push_back(
        {name, found->second.size_bytes, [this, name] { return ReadAttachment(name); }});
  }

  bundle::Signer signer;
  signer.role = kAssessorRole;
  signer.name = key_->holder;
  signer.organisation = key_->organisation;
  signer.meaning = evaluation::MeaningOf(open_->assessment(), form.form, evaluation, key_->holder,
                                         key_->organisation);
  signer.signed_at_ms = now;
  PINGSHEN_TRY(const bundle::Written written,
               bundle::Write(std::move(draft), key, signer, *environment_.random));
  // Nothing leaves the device that the commission would refuse.
  PINGSHEN_CHECK(evaluation::Recompute(*written.payload));

  ExportOutcome outcome;
  outcome.file_name = evaluation::BundleFileName(
      form.form, open_->assessment(), evaluation::AssessmentDate(now), written.manifest_sha256);
  outcome.size_bytes = written.file.size();
  outcome.manifest_sha256 = written.manifest_sha256;
  outcome.key_id = key_->key_id;
  PINGSHEN_CHECK(environment_.saver->Save(outcome.file_name, bundle::kMediaType, written.file));
  view_.last_export = outcome;  // the file is out, whatever the store says to its record

  store::ExportRow row;
  row.assessment_id = open_->assessment().id;
  row.manifest_sha256 = outcome.manifest_sha256;
  row.file_name = outcome.file_name;
  row.last_sequence = open_->records().empty() ? 0 : open_->records().back().sequence;
  row.exported_at_ms = now;
  PINGSHEN_CHECK(environment_.store->RecordExport(row));
  PINGSHEN_TRY(AssessmentSummary * summary, FindSummary(row.assessment_id));
  summary->exported_at_ms = now;
  summary->changed_since_export = false;
  return {};
}

Status SessionCore::Do(const RescueExport&) {
  if (!open_) return Fail(ErrorCode::ERR_SESSION_NOT_OPEN);
  const std::int64_t now = Now();
  const std::string json =
      RescueJson(*open_, environment_.app_version, environment_.device_id, now);
  const std::string name =
      "救援_" + evaluation::FileNamePart(open_->assessment().institution.name, kNameBytes) + "_" +
      evaluation::AssessmentDate(now) + "_" + open_->assessment().id.substr(0, 8) + ".json";
  return environment_.saver->Save(name, kJsonType, AsBytes(json));
}

Status SessionCore::Do(const ExportPublicKey&) {
  if (!key_) return Fail(ErrorCode::ERR_SESSION_NO_KEY);
  PINGSHEN_TRY(const std::string json, PublicKeyJson(*key_));
  const std::string name = "评审通公钥_" + evaluation::FileNamePart(key_->holder, kNameBytes) +
                           "_" + key_->key_id + ".json";
  return environment_.saver->Save(name, kJsonType, AsBytes(json));
}

}  // namespace pingshen::session
