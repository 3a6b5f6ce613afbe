#include "core/bundle/sealed_key.h"

#include <algorithm>

namespace pingshen::bundle {
namespace {

constexpr std::array<std::uint8_t, 8> kMark = {'P', 'S', 'K', 'E', 'Y', 0, 0, 1};
constexpr std::uint8_t kEd25519Number = 1;
constexpr std::uint8_t kSm2Number = 2;
constexpr std::uint8_t kArgon2id = 1;
constexpr std::uint8_t kChaCha20Poly1305 = 1;
// Argon2 itself wants eight blocks of 1 KiB for each lane (RFC 9106, section 3.1).
constexpr std::uint32_t kLeastKibOfLane = 8;

std::unexpected<Error> Damaged(const char* what) { return Fail(ErrorCode::ERR_KEY_DAMAGED, what); }

}  // namespace

Bytes EncodeSealedKeyHeader(const SealedKeyHeader& header) {
  Bytes out(kMark.begin(), kMark.end());
  out.push_back(header.algorithm == Algorithm::kEd25519 ? kEd25519Number : kSm2Number);
  out.push_back(kArgon2id);
  out.push_back(kChaCha20Poly1305);
  out.push_back(0);
  AppendLe32(out, header.memory_kib);
  AppendLe32(out, header.passes);
  AppendLe32(out, header.lanes);
  out.insert(out.end(), header.salt.begin(), header.salt.end());
  out.insert(out.end(), header.nonce.begin(), header.nonce.end());
  return out;
}

Result<SealedKeyHeader> DecodeSealedKeyHeader(ByteView sealed) {
  if (sealed.size() != kSealedKeyBytes) return Damaged("length");
  if (!std::equal(kMark.begin(), kMark.end(), sealed.begin())) return Damaged("mark");
  SealedKeyHeader header;
  if (sealed[8] == kEd25519Number) {
    header.algorithm = Algorithm::kEd25519;
  } else if (sealed[8] == kSm2Number) {
    header.algorithm = Algorithm::kSm2Sm3;
  } else {
    return Damaged("algorithm");
  }
  if (sealed[9] != kArgon2id || sealed[10] != kChaCha20Poly1305 || sealed[11] != 0) {
    return Damaged("kind of encryption");
  }
  header.memory_kib = LoadLe32(sealed, 12);
  header.passes = LoadLe32(sealed, 16);
  header.lanes = LoadLe32(sealed, 20);
  if (header.lanes < 1 || header.lanes > kMaxLanes) return Damaged("lanes");
  if (header.passes < 1 || header.passes > kMaxPasses) return Damaged("passes");
  if (header.memory_kib < kLeastKibOfLane * header.lanes || header.memory_kib > kMaxMemoryKib) {
    return Damaged("memory");
  }
  const auto salt = sealed.begin() + 24;
  std::copy_n(salt, kSaltBytes, header.salt.begin());
  std::copy_n(salt + kSaltBytes, kNonceBytes, header.nonce.begin());
  return header;
}

}  // namespace pingshen::bundle
