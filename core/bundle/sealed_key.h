// The bytes of a private key encrypted at rest: a fixed header, then the ciphertext with its tag.
//
//   offset  size  what
//        0     8  "PSKEY\0\0\1"
//        8     1  algorithm of the key: 1 Ed25519, 2 SM2
//        9     1  derivation: 1 Argon2id version 1.3
//       10     1  encryption: 1 ChaCha20-Poly1305 (RFC 8439)
//       11     1  zero
//       12     4  memory in KiB, little endian
//       16     4  passes
//       20     4  lanes
//       24    16  salt
//       40    12  nonce
//       52    48  the 32 secret bytes encrypted, 16 bytes of tag; associated data: bytes 0…51
#pragma once

#include <array>
#include <cstdint>

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/bundle/crypto.h"

namespace pingshen::bundle {

inline constexpr std::size_t kSaltBytes = 16;
inline constexpr std::size_t kNonceBytes = 12;
inline constexpr std::size_t kTagBytes = 16;
inline constexpr std::size_t kSealedHeaderBytes = 24 + kSaltBytes + kNonceBytes;
inline constexpr std::size_t kSealedKeyBytes = kSealedHeaderBytes + kSecretBytes + kTagBytes;

// What a stranger's blob may ask of this device at most.
inline constexpr std::uint32_t kMaxMemoryKib = 256u << 10;
inline constexpr std::uint32_t kMaxPasses = 10;
inline constexpr std::uint32_t kMaxLanes = 4;

struct SealedKeyHeader {
  Algorithm algorithm = Algorithm::kEd25519;
  std::uint32_t memory_kib = 64u << 10;
  std::uint32_t passes = 3;
  std::uint32_t lanes = 1;
  std::array<std::uint8_t, kSaltBytes> salt{};
  std::array<std::uint8_t, kNonceBytes> nonce{};
  bool operator==(const SealedKeyHeader&) const = default;
};

// kSealedHeaderBytes bytes.
Bytes EncodeSealedKeyHeader(const SealedKeyHeader& header);
// Of a whole blob. ERR_KEY_DAMAGED: wrong length, mark or kind, or parameters beyond the bounds.
Result<SealedKeyHeader> DecodeSealedKeyHeader(ByteView sealed);

}  // namespace pingshen::bundle
