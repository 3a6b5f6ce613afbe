// What a signer signs: the digest of a manifest, who signs it in which role, and what that means.
#pragma once

#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/bundle/bundle.h"
#include "core/bundle/crypto.h"

namespace pingshen::bundle {

struct Statement {
  std::string manifest_sha256;
  Signer signer;
  std::string key_id;
  Algorithm algorithm = Algorithm::kEd25519;
  Bytes public_key;  // SubjectPublicKeyInfo
};

// assessor, team_leader, institution, reviewer, commission.
bool IsRole(std::string_view role);

// Compact JSON, members in the order of the format. ERR_UTF8; ERR_BUNDLE_STATEMENT when a required
// text is missing or there is not exactly one of meaning and refusal.
Result<std::string> EncodeStatement(const Statement& statement);
// ERR_BUNDLE_STATEMENT for anything that EncodeStatement would not write; ERR_BUNDLE_KEY,
// ERR_BUNDLE_KEY_ID when key, algorithm and key id do not belong together.
Result<Statement> DecodeStatement(std::string_view json);

}  // namespace pingshen::bundle
