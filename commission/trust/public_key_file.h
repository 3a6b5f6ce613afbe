// A public key as it travels: the JSON that the app exports and `pingshen keygen` writes, or PEM
// for openssl.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/bundle/crypto.h"

namespace pingshen::commission {

struct PublicKeyFile {
  std::string key_id;  // always computed from public_key
  bundle::Algorithm algorithm = bundle::Algorithm::kEd25519;
  Bytes public_key;          // SubjectPublicKeyInfo, DER
  std::string holder;        // "" when the file does not say
  std::string organisation;  // likewise
  std::optional<std::int64_t> created_at_ms;
};

// One line of JSON: type, key_id, algorithm, public_key (base64), holder, organisation, created_at
// (UTC).
std::string EncodePublicKeyJson(const PublicKeyFile& file);
// "-----BEGIN PUBLIC KEY-----" …, lines of 64 characters.
std::string EncodePublicKeyPem(ByteView public_key_info);

// JSON or PEM, told apart by the first character. Of JSON only public_key must be there; a key_id
// that is there must fit. ERR_PUBLIC_KEY_FILE with what is wrong.
Result<PublicKeyFile> DecodePublicKey(std::string_view text);
// The same from a file; ERR_FILE_READ besides.
Result<PublicKeyFile> LoadPublicKey(const std::filesystem::path& path);

}  // namespace pingshen::commission
