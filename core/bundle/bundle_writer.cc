#include <algorithm>
#include <functional>
#include <iterator>
#include <new>
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

struct Content {
  std::string name;  // of the entry
  std::uint64_t size_bytes = 0;
  std::string sha256;
  Bytes bytes;
  std::function<Result<Bytes>()> read = {};  // where it is empty, `bytes` are the content
};

Content ContentOf(std::string name, Bytes bytes) {
  std::string sha256 = Sha256Hex(bytes);
  return {std::move(name), bytes.size(), std::move(sha256), std::move(bytes)};
}

// Sorted by name, each content once. ERR_BUNDLE_ENTRY_UNEXPECTED for a bad extension or name.
Result<std::vector<Content>> AttachmentContents(Draft& draft) {
  std::vector<Content> contents;
  for (Attachment& attachment : draft.attachments) {
    if (!IsExtension(attachment.extension))
      return Fail(ErrorCode::ERR_BUNDLE_ENTRY_UNEXPECTED, "extension");
    Content& content = contents.emplace_back(ContentOf({}, std::move(attachment.bytes)));
    content.name = AttachmentName(content.sha256, attachment.extension);
  }
  for (StoredAttachment& stored : draft.stored_attachments) {
    std::string name = std::string(kAttachmentFolder) + stored.name;
    if (!IsAttachmentName(name)) return Fail(ErrorCode::ERR_BUNDLE_ENTRY_UNEXPECTED, stored.name);
    std::string sha256(AttachmentSha256(name));
    contents.push_back(
        {std::move(name), stored.size_bytes, std::move(sha256), {}, std::move(stored.read)});
  }
  const auto by_name = [](const Content& a, const Content& b) { return a.name < b.name; };
  std::sort(contents.begin(), contents.end(), by_name);
  const auto same = [](const Content& a, const Content& b) { return a.name == b.name; };
  contents.erase(std::unique(contents.begin(), contents.end(), same), contents.end());
  return contents;
}

Status CheckSize(std::uint64_t size_bytes, std::size_t entries) {
  if (size_bytes > archive::kMaxContainerBytes || entries > archive::kMaxEntries)
    return Fail(ErrorCode::ERR_BUNDLE_TOO_LARGE, std::to_string(size_bytes) + " B");
  return {};
}

// The whole file in one piece of memory.
Result<Bytes> Build(const std::vector<Content>& contents) {
  std::uint64_t size = archive::kEndBytes;
  for (const Content& content : contents)
    size += archive::StoredEntryBytes(content.name, content.size_bytes);
  PINGSHEN_CHECK(CheckSize(size, contents.size()));
  try {
    archive::StoredZipBuilder builder(size);
    for (const Content& content : contents) {
      if (!content.read) {
        builder.Add(content.name, content.bytes);
        continue;
      }
      PINGSHEN_TRY(const Bytes bytes, content.read());
      if (bytes.size() != content.size_bytes) return Fail(ErrorCode::ERR_BUNDLE_SIZE, content.name);
      builder.Add(content.name, bytes);
    }
    return builder.Finish();
  } catch (const std::bad_alloc&) {
    return Fail(ErrorCode::ERR_BUNDLE_MEMORY, std::to_string(size >> 20) + " MiB");
  }
}

// Read back by the same rules as any stranger's.
Result<Written> ReadBack(Bytes file, std::string manifest_sha256) {
  Written written{std::move(file), std::move(manifest_sha256), {}};
  PINGSHEN_TRY(written.payload, Verify(written.file, {.max_bytes = archive::kMaxContainerBytes}));
  PINGSHEN_CHECK(written.payload->DecodeRecords());
  if (written.payload->manifest_sha256() != written.manifest_sha256)
    return Fail(ErrorCode::ERR_INTERNAL, "manifest digest");
  return written;
}

}  // namespace

Result<Written> Write(Draft draft, const PrivateKey& key, const Signer& signer,
                      ports::Random& random) {
  PINGSHEN_CHECK(CheckManifest(draft.manifest));
  std::vector<Content> contents;
  contents.push_back(ContentOf(std::string(kRecordsName), EncodeRecords(draft.records)));
  contents.push_back(ContentOf(std::string(kFormName), std::move(draft.form_json)));
  PINGSHEN_TRY(std::vector<Content> attachments, AttachmentContents(draft));
  std::move(attachments.begin(), attachments.end(), std::back_inserter(contents));

  draft.manifest.entries.clear();
  for (const Content& content : contents)
    draft.manifest.entries.push_back({content.name, content.size_bytes, content.sha256});
  const std::string manifest = EncodeManifest(draft.manifest);
  std::string manifest_sha256 = Sha256Hex(AsBytes(manifest));
  PINGSHEN_TRY(const std::string envelope, MakeEnvelope(manifest_sha256, key, signer, random));

  std::vector<Content> all;
  all.push_back(ContentOf(std::string(kMimetypeName), BytesOf(kMediaType)));
  all.push_back(ContentOf(std::string(kManifestName), BytesOf(manifest)));
  std::move(contents.begin(), contents.end(), std::back_inserter(all));
  all.push_back(ContentOf(SignatureName(1), BytesOf(envelope)));
  PINGSHEN_TRY(Bytes file, Build(all));
  return ReadBack(std::move(file), std::move(manifest_sha256));
}

Result<Written> Countersign(ByteView file, const PrivateKey& key, const Signer& signer,
                            ports::Random& random) {
  PINGSHEN_TRY(const VerifiedPayload payload,
               Verify(file, {.max_bytes = archive::kMaxContainerBytes}));
  PINGSHEN_TRY(const std::string envelope,
               MakeEnvelope(payload.manifest_sha256(), key, signer, random));
  PINGSHEN_TRY(const auto present, archive::ReadStoredZip(file, archive::kMaxContainerBytes));
  const std::string name = SignatureName(payload.signatures().size() + 1);
  const std::uint64_t size = file.size() + archive::StoredEntryBytes(name, envelope.size());
  PINGSHEN_CHECK(CheckSize(size, present.size() + 1));
  archive::StoredZipBuilder builder(size);
  for (const archive::EntryView& entry : present) builder.Add(entry.name, entry.bytes);
  builder.Add(name, AsBytes(envelope));
  return ReadBack(builder.Finish(), payload.manifest_sha256());
}

}  // namespace pingshen::bundle
