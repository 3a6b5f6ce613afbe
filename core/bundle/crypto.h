// Hashes, signatures, passphrase-sealed keys: the one place that includes Botan.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/ports/random.h"

namespace pingshen::bundle {

Bytes Sha256(ByteView bytes);
std::string Sha256Hex(ByteView bytes);
// For the digest() of forms, never for signatures. `algorithm`: MD5, SHA-1, SHA-256, SHA-384, SHA-512.
// std::nullopt: another one.
std::optional<Bytes> Digest(std::string_view algorithm, ByteView bytes);
std::string EncodeBase64(ByteView bytes);
// Strict (RFC 4648 section 4): padding, no blanks, canonical. ERR_BASE64.
Result<Bytes> DecodeBase64(std::string_view text);

enum class Algorithm : std::uint8_t { kEd25519, kSm2Sm3 };
std::string_view CodeOf(Algorithm algorithm);  // "ed25519", "sm2-sm3"
std::optional<Algorithm> AlgorithmOfCode(std::string_view code);

// Secret bytes of either algorithm: the Ed25519 seed (RFC 8032), the SM2 scalar big-endian.
inline constexpr std::size_t kSecretBytes = 32;

// A private key in memory; wiped when destroyed. Move-only.
class PrivateKey {
 public:
  // ERR_RANDOM when there is no randomness.
  static Result<PrivateKey> Generate(Algorithm algorithm, ports::Random& random);
  // ERR_KEY_DAMAGED when `secret` has not kSecretBytes bytes or is no key of that algorithm.
  static Result<PrivateKey> FromSecret(Algorithm algorithm, ByteView secret);
  PrivateKey(PrivateKey&&) noexcept;
  PrivateKey& operator=(PrivateKey&&) noexcept;
  ~PrivateKey();

  Algorithm algorithm() const;
  // SubjectPublicKeyInfo, DER: RFC 8410, or id-ecPublicKey with the curve sm2p256v1 and an
  // uncompressed point.
  Bytes PublicKeyInfo() const;
  // Ed25519: 64 bytes, the same for the same message. SM2: DER SEQUENCE{r,s}, identifier
  // 1234567812345678. ERR_RANDOM when SM2 gets no randomness.
  Result<Bytes> Sign(ByteView message, ports::Random& random) const;

  // Encrypted at rest (format: core/bundle/sealed_key.h): Argon2id 64 MiB, t=3 over the
  // passphrase's bytes, ChaCha20-Poly1305. ERR_RANDOM, ERR_KEY_MEMORY.
  Result<Bytes> Seal(std::string_view passphrase, ports::Random& random) const;
  // ERR_KEY_PASSPHRASE (wrong passphrase or altered blob), ERR_KEY_DAMAGED (not such a blob, or it
  // asks for more than the bounds), ERR_KEY_MEMORY.
  static Result<PrivateKey> Unseal(ByteView sealed, std::string_view passphrase);

 private:
  struct Impl;
  explicit PrivateKey(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// First 16 hexadecimal digits of SHA-256 over the SubjectPublicKeyInfo.
std::string KeyId(ByteView public_key_info);
// ERR_BUNDLE_KEY when it is not exactly the encoding that PrivateKey::PublicKeyInfo gives.
Result<Algorithm> AlgorithmOf(ByteView public_key_info);
// ERR_BUNDLE_SIGNATURE when it does not verify, ERR_BUNDLE_KEY when the key cannot be read or is of
// another algorithm.
Status VerifySignature(Algorithm algorithm, ByteView public_key_info, ByteView message,
                       ByteView signature);

// UUIDv7 (RFC 9562, section 5.7) from a clock reading and randomness. REQUIRES: 0 <= now_utc_ms <
// 2^48. ERR_RANDOM.
Result<std::string> MakeUuid7(std::int64_t now_utc_ms, ports::Random& random);

}  // namespace pingshen::bundle
