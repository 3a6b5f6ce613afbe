#include <utility>

#include "core/archive/stored_zip.h"
#include "core/bundle/bundle.h"
#include "core/bundle/dsse.h"
#include "core/bundle/entry_names.h"
#include "core/bundle/records_codec.h"
#include "core/bundle/statement.h"

namespace pingshen::bundle {
namespace {

std::unexpected<Error> Fault(ErrorCode code, std::string_view name) {
  return Fail(code, std::string(name));
}

Bytes Copy(ByteView bytes) { return Bytes(bytes.begin(), bytes.end()); }

// Keeps an error's code and puts the entry before its context.
std::unexpected<Error> InEntry(const Error& error, std::string_view name) {
  std::string context(name);
  if (!error.context.empty()) context += ": " + error.context;
  return Fail(error.code, std::move(context));
}

}  // namespace

// The order of checks stands in docs/bundle_format.md.
class Verifier {
 public:
  Verifier(ByteView file, const VerifyOptions& options) : file_(file), options_(options) {}

  Result<VerifiedPayload> Run() {
    PINGSHEN_TRY(entries_, archive::ReadStoredZip(file_, options_.max_bytes));
    PINGSHEN_CHECK(CheckNames());
    payload_.manifest_sha256_ = Sha256Hex(entries_[kManifestAt].bytes);
    for (std::size_t at = first_signature_; at < entries_.size(); ++at)
      PINGSHEN_CHECK(CheckSignature(entries_[at]));
    // Only now is anything of the manifest believed.
    PINGSHEN_TRY(payload_.manifest_, DecodeSignedManifest());
    PINGSHEN_CHECK(CheckContents());
    if (options_.trust != nullptr) PINGSHEN_CHECK(CheckTrust());
    KeepContents();
    return std::move(payload_);
  }

 private:
  // Positions that the order of entries fixes.
  static constexpr std::size_t kMimetypeAt = 0, kManifestAt = 1, kRecordsAt = 2, kFormAt = 3,
                               kAttachmentsAt = 4;

  Status CheckNames();
  Status CheckSignature(const archive::EntryView& entry);
  Result<Manifest> DecodeSignedManifest() const;
  Status CheckContents() const;
  Status CheckTrust();
  void KeepContents();

  ByteView file_;
  const VerifyOptions& options_;
  std::vector<archive::EntryView> entries_;
  std::size_t first_signature_ = 0;
  VerifiedPayload payload_;
};

Status Verifier::CheckNames() {
  if (entries_[kMimetypeAt].name != kMimetypeName ||
      AsText(entries_[kMimetypeAt].bytes) != kMediaType) {
    return Fail(ErrorCode::ERR_BUNDLE_MIMETYPE);
  }
  // What each name may be at all, then that nothing is missing, then the order.
  std::size_t signatures = 0;
  for (const archive::EntryView& entry : entries_) {
    if (entry.name.starts_with(kSignatureFolder)) {
      ++signatures;
    } else if (entry.name != kMimetypeName && entry.name != kManifestName &&
               entry.name != kRecordsName && entry.name != kFormName &&
               !IsAttachmentName(entry.name)) {
      return Fault(ErrorCode::ERR_BUNDLE_ENTRY_UNEXPECTED, entry.name);
    }
  }
  for (const std::string_view name : {kManifestName, kRecordsName, kFormName}) {
    bool found = false;
    for (const archive::EntryView& entry : entries_) found = found || entry.name == name;
    if (!found) return Fault(ErrorCode::ERR_BUNDLE_ENTRY_MISSING, name);
  }
  if (signatures == 0) return Fail(ErrorCode::ERR_BUNDLE_UNSIGNED);

  for (const auto& [at, name] :
       {std::pair{kManifestAt, kManifestName}, std::pair{kRecordsAt, kRecordsName},
        std::pair{kFormAt, kFormName}}) {
    if (entries_[at].name != name)
      return Fault(ErrorCode::ERR_BUNDLE_ENTRY_ORDER, entries_[at].name);
  }
  first_signature_ = entries_.size() - signatures;
  for (std::size_t at = kAttachmentsAt; at < entries_.size(); ++at) {
    const std::string_view name = entries_[at].name;
    const bool in_place =
        at < first_signature_
            ? IsAttachmentName(name) && (at == kAttachmentsAt || entries_[at - 1].name < name)
            : name == SignatureName(at - first_signature_ + 1);
    if (!in_place) return Fault(ErrorCode::ERR_BUNDLE_ENTRY_ORDER, name);
  }
  return {};
}

Status Verifier::CheckSignature(const archive::EntryView& entry) {
  const auto envelope = DecodeEnvelope(AsText(entry.bytes));
  if (!envelope) return InEntry(envelope.error(), entry.name);
  if (envelope->payload_type != kStatementType)
    return Fault(ErrorCode::ERR_BUNDLE_PAYLOAD_TYPE, entry.name);
  auto statement = DecodeStatement(envelope->payload);
  if (!statement) return InEntry(statement.error(), entry.name);
  if (envelope->key_id != statement->key_id) return Fault(ErrorCode::ERR_BUNDLE_KEY_ID, entry.name);
  const std::string signed_bytes = PreAuthEncoding(envelope->payload_type, envelope->payload);
  const Status verified = VerifySignature(statement->algorithm, statement->public_key,
                                          AsBytes(signed_bytes), envelope->signature);
  if (!verified) return InEntry(verified.error(), entry.name);
  if (statement->manifest_sha256 != payload_.manifest_sha256_) {
    return Fault(ErrorCode::ERR_BUNDLE_MANIFEST_DIGEST, entry.name);
  }
  payload_.signatures_.push_back({std::move(statement->signer), std::move(statement->key_id),
                                  statement->algorithm, std::move(statement->public_key),
                                  /*known=*/false});
  return {};
}

Result<Manifest> Verifier::DecodeSignedManifest() const {
  return DecodeManifest(AsText(entries_[kManifestAt].bytes));
}

Status Verifier::CheckContents() const {
  const Manifest& manifest = payload_.manifest_;
  // The list and the container run side by side: same names, same order.
  for (std::size_t i = 0; i < manifest.entries.size(); ++i) {
    const std::size_t at = kRecordsAt + i;
    if (at >= first_signature_ || entries_[at].name != manifest.entries[i].name) {
      return Fail(ErrorCode::ERR_BUNDLE_MANIFEST_ENTRIES, "entries[" + std::to_string(i) + "]");
    }
  }
  if (kRecordsAt + manifest.entries.size() != first_signature_) {
    return Fault(ErrorCode::ERR_BUNDLE_MANIFEST_ENTRIES,
                 entries_[kRecordsAt + manifest.entries.size()].name);
  }
  for (std::size_t i = 0; i < manifest.entries.size(); ++i) {
    const archive::EntryView& entry = entries_[kRecordsAt + i];
    const ManifestEntry& listed = manifest.entries[i];
    if (entry.bytes.size() != listed.size_bytes)
      return Fault(ErrorCode::ERR_BUNDLE_SIZE, entry.name);
    const std::string sha256 = Sha256Hex(entry.bytes);
    if (sha256 != listed.sha256) return Fault(ErrorCode::ERR_BUNDLE_HASH, entry.name);
    if (kRecordsAt + i >= kAttachmentsAt && AttachmentSha256(entry.name) != sha256) {
      return Fault(ErrorCode::ERR_BUNDLE_HASH, entry.name);
    }
  }
  if (manifest.entries[kFormAt - kRecordsAt].sha256 != manifest.assessment.form_sha256) {
    return Fail(ErrorCode::ERR_BUNDLE_FORM);
  }
  return {};
}

Status Verifier::CheckTrust() {
  for (SignatureFacts& facts : payload_.signatures_) {
    const Signer& signer = facts.signer;
    PINGSHEN_CHECK(options_.trust->Check(
        {facts.key_id, facts.public_key, signer.role, signer.name, signer.organisation,
         payload_.manifest_.assessment.institution.region_code, signer.signed_at_ms}));
    facts.known = true;
  }
  return {};
}

void Verifier::KeepContents() {
  payload_.records_ = Copy(entries_[kRecordsAt].bytes);
  payload_.form_json_ = Copy(entries_[kFormAt].bytes);
  for (std::size_t at = kAttachmentsAt; at < first_signature_; ++at) {
    payload_.attachments_.push_back(
        {std::string(entries_[at].name.substr(kAttachmentFolder.size())),
         static_cast<std::uint64_t>(entries_[at].bytes.data() - file_.data()),
         entries_[at].bytes.size()});
  }
}

Result<std::vector<model::AnswerRecord>> VerifiedPayload::DecodeRecords() const {
  return bundle::DecodeRecords(records_);
}

Result<VerifiedPayload> Verify(ByteView file, const VerifyOptions& options) {
  return Verifier(file, options).Run();
}

}  // namespace pingshen::bundle
