// Writing and strictly reading a signed bundle (*.psbundle).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/bundle/crypto.h"
#include "core/bundle/manifest.h"
#include "core/bundle/trust.h"
#include "core/model/answer_record.h"

namespace pingshen::bundle {

inline constexpr std::string_view kMediaType = "application/vnd.pingshen.bundle+zip";
inline constexpr std::string_view kStatementType = "application/vnd.pingshen.statement+json";

struct Signer {
  std::string role;  // assessor, team_leader, institution, reviewer, commission
  std::string name;
  std::string organisation;
  std::string meaning;  // what the signer declares, in words
  std::int64_t signed_at_ms = 0;
  std::string refusal = {};  // instead of meaning: why the signer refuses
};

// Named in the bundle by the SHA-256 of its bytes.
struct Attachment {
  std::string extension;  // 1 … 8 of a-z 0-9
  Bytes bytes;
};

// One that is read when its turn comes, so that only one of them is in memory beside the file.
struct StoredAttachment {
  std::string name;  // "<SHA-256 of the bytes>.<extension>"
  std::uint64_t size_bytes = 0;
  std::function<Result<Bytes>()> read;
};

struct Draft {  // manifest.entries are filled in by Write
  Manifest manifest;
  std::vector<model::AnswerRecord> records;
  Bytes form_json;
  std::vector<Attachment> attachments = {};  // any order; the same bytes twice are kept once
  std::vector<StoredAttachment> stored_attachments = {};
};

struct SignatureFacts {
  Signer signer;
  std::string key_id;
  Algorithm algorithm = Algorithm::kEd25519;
  Bytes public_key;
  // Answer of the trust list, when one was given.
  bool known = false;
};

// An attachment and its place in the file that was verified.
struct AttachmentPlace {
  std::string name;  // "<SHA-256 of the bytes>.<extension>"
  std::uint64_t offset_bytes = 0;
  std::uint64_t size_bytes = 0;
};

// A bundle whose container, hashes and signatures were all found right. The only maker is Verify;
// nothing decodes before.
class VerifiedPayload {
 public:
  const Manifest& manifest() const { return manifest_; }
  const std::string& manifest_sha256() const { return manifest_sha256_; }
  const std::vector<SignatureFacts>& signatures() const { return signatures_; }
  ByteView form_json() const { return form_json_; }
  const std::vector<AttachmentPlace>& attachments() const { return attachments_; }
  // ERR_BUNDLE_RECORDS: the records cannot be decoded (bounded: never more memory than the bytes
  // justify).
  Result<std::vector<model::AnswerRecord>> DecodeRecords() const;

 private:
  friend class Verifier;
  VerifiedPayload() = default;
  Manifest manifest_;
  std::string manifest_sha256_;
  std::vector<SignatureFacts> signatures_;
  Bytes form_json_;
  std::vector<AttachmentPlace> attachments_;
  Bytes records_;
};

struct VerifyOptions {
  std::uint64_t max_bytes = 256u << 20;
  // When given: a signature by a key that is not in it is ERR_BUNDLE_SIGNER_UNKNOWN, by one that
  // was not allowed then ERR_BUNDLE_SIGNER_NOT_ALLOWED.
  const TrustList* trust = nullptr;
};
// Each failure has its own ERR_BUNDLE_… code; see docs/bundle_format.md for the order of checks.
Result<VerifiedPayload> Verify(ByteView file, const VerifyOptions& options);

struct Written {
  Bytes file;
  std::string manifest_sha256;
  std::optional<VerifiedPayload> payload;  // what Verify gave for `file`
};
// Encodes, signs, then reads its own result back strictly before it returns it. Besides what Verify
// and DecodeRecords give: ERR_UTF8, ERR_BUNDLE_ENTRY_UNEXPECTED for a bad extension or name,
// ERR_BUNDLE_TOO_LARGE at 4 GiB, ERR_BUNDLE_MEMORY, what reading an attachment gives, ERR_BUNDLE_HASH
// when it gives other bytes. Needs the file's size of memory, and that of the largest attachment.
Result<Written> Write(Draft draft, const PrivateKey& key, const Signer& signer,
                      ports::Random& random);
// Adds one more signature to a bundle that verifies; every other entry keeps its bytes.
Result<Written> Countersign(ByteView file, const PrivateKey& key, const Signer& signer,
                            ports::Random& random);

}  // namespace pingshen::bundle
