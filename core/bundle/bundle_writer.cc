#include <algorithm>
#include <iterator>
#include <utility>

#include "core/archive/stored_zip.h"
#include "core/bundle/bundle.h"
#include "core/bundle/dsse.h"
#include "core/bundle/entry_names.h"
#include "core/bundle/records_codec.h"
#include "core/bundle/statement.h"

namespace pingshen::bundle {
namespace {

Bytes BytesOf(std::string_view text) { return Bytes(text.begin(), text.end()); }

Result<std::string> MakeEnvelope(const std::string& manifest_sha256, const PrivateKey& key,
                                 const Signer& signer, ports::Random& random) {
  Statement statement{manifest_sha256, signer, {}, key.algorithm(), key.PublicKeyInfo()};
  statement.key_id = KeyId(statement.public_key);
  Envelope envelope{std::string(kStatementType), {}, statement.key_id, {}};
  PINGSHEN_TRY(envelope.payload, EncodeStatement(statement));
  PINGSHEN_TRY(envelope.signature,
               key.Sign(AsBytes(PreAuthEncoding(envelope.payload_type, envelope.payload)), random));
  return EncodeEnvelope(envelope);
}

// Sorted by name, each content once. ERR_BUNDLE_ENTRY_UNEXPECTED for a bad extension.
Result<std::vector<archive::Entry>> AttachmentEntries(std::vector<Attachment> attachments) {
  std::vector<archive::Entry> entries;
  for (Attachment& attachment : attachments) {
    if (!IsExtension(attachment.extension))
      return Fail(ErrorCode::ERR_BUNDLE_ENTRY_UNEXPECTED, "extension");
    std::string name = AttachmentName(Sha256Hex(attachment.bytes), attachment.extension);
    entries.push_back({std::move(name), std::move(attachment.bytes)});
  }
  const auto by_name = [](const archive::Entry& a, const archive::Entry& b) {
    return a.name < b.name;
  };
  std::sort(entries.begin(), entries.end(), by_name);
  const auto same = [](const archive::Entry& a, const archive::Entry& b) {
    return a.name == b.name;
  };
  entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
  return entries;
}

// The file, read back by the same rules as any stranger's.
Result<Bytes> Finish(std::vector<archive::Entry> entries, const std::string& manifest_sha256) {
  const std::uint64_t size = archive::StoredZipBytes(entries);
  if (size > archive::kMaxContainerBytes || entries.size() > archive::kMaxEntries) {
    return Fail(ErrorCode::ERR_BUNDLE_TOO_LARGE, std::to_string(size) + " B");
  }
  Bytes file = archive::WriteStoredZip(entries);
  entries.clear();
  PINGSHEN_TRY(const VerifiedPayload payload,
               Verify(file, {.max_bytes = archive::kMaxContainerBytes}));
  PINGSHEN_CHECK(payload.DecodeRecords());
  if (payload.manifest_sha256() != manifest_sha256)
    return Fail(ErrorCode::ERR_INTERNAL, "manifest digest");
  return file;
}

}  // namespace

Result<Written> Write(Draft draft, const PrivateKey& key, const Signer& signer,
                      ports::Random& random) {
  PINGSHEN_CHECK(CheckManifest(draft.manifest));
  std::vector<archive::Entry> contents;
  contents.push_back({std::string(kRecordsName), EncodeRecords(draft.records)});
  contents.push_back({std::string(kFormName), std::move(draft.form_json)});
  PINGSHEN_TRY(std::vector<archive::Entry> attachments,
               AttachmentEntries(std::move(draft.attachments)));
  std::move(attachments.begin(), attachments.end(), std::back_inserter(contents));

  draft.manifest.entries.clear();
  for (const archive::Entry& entry : contents) {
    draft.manifest.entries.push_back({entry.name, entry.bytes.size(), Sha256Hex(entry.bytes)});
  }
  const std::string manifest = EncodeManifest(draft.manifest);
  Written written;
  written.manifest_sha256 = Sha256Hex(AsBytes(manifest));
  PINGSHEN_TRY(const std::string envelope,
               MakeEnvelope(written.manifest_sha256, key, signer, random));

  std::vector<archive::Entry> entries;
  entries.push_back({std::string(kMimetypeName), BytesOf(kMediaType)});
  entries.push_back({std::string(kManifestName), BytesOf(manifest)});
  std::move(contents.begin(), contents.end(), std::back_inserter(entries));
  entries.push_back({SignatureName(1), BytesOf(envelope)});
  PINGSHEN_TRY(written.file, Finish(std::move(entries), written.manifest_sha256));
  return written;
}

Result<Written> Countersign(ByteView file, const PrivateKey& key, const Signer& signer,
                            ports::Random& random) {
  PINGSHEN_TRY(const VerifiedPayload payload,
               Verify(file, {.max_bytes = archive::kMaxContainerBytes}));
  Written written;
  written.manifest_sha256 = payload.manifest_sha256();
  PINGSHEN_TRY(const std::string envelope,
               MakeEnvelope(written.manifest_sha256, key, signer, random));
  PINGSHEN_TRY(const auto present, archive::ReadStoredZip(file, archive::kMaxContainerBytes));
  std::vector<archive::Entry> entries;
  for (const archive::EntryView& entry : present) {
    entries.push_back({std::string(entry.name), Bytes(entry.bytes.begin(), entry.bytes.end())});
  }
  entries.push_back({SignatureName(payload.signatures().size() + 1), BytesOf(envelope)});
  PINGSHEN_TRY(written.file, Finish(std::move(entries), written.manifest_sha256));
  return written;
}

}  // namespace pingshen::bundle
