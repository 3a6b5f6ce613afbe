#include "core/bundle/crypto.h"

#include <botan_all.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <exception>
#include <new>
#include <utility>
#include <variant>

#include "core/bundle/sealed_key.h"

namespace pingshen::bundle {
namespace {

// SubjectPublicKeyInfo before the raw key. RFC 8410: id-Ed25519, 32 bytes follow.
constexpr std::array<std::uint8_t, 12> kEd25519Prefix = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03,
                                                         0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
constexpr std::size_t kEd25519PublicBytes = 32;
constexpr std::size_t kEd25519SignatureBytes = 64;
// id-ecPublicKey 1.2.840.10045.2.1 with sm2p256v1 1.2.156.10197.1.301 (GM/T 0006); an uncompressed
// point follows. Botan's own encoder would write 1.2.156.10197.1.301.1, which OpenSSL does not
// read.
constexpr std::array<std::uint8_t, 26> kSm2Prefix = {
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01,
    0x06, 0x08, 0x2a, 0x81, 0x1c, 0xcf, 0x55, 0x01, 0x82, 0x2d, 0x03, 0x42, 0x00};
constexpr std::size_t kSm2PublicBytes = 1 + 32 + 32;
constexpr std::uint8_t kUncompressedPoint = 0x04;
// SEQUENCE of two INTEGERs of at most 33 bytes.
constexpr std::size_t kSm2MaxSignatureBytes = 2 + 2 * (2 + 33);
constexpr std::string_view kSm2Curve = "sm2p256v1";
constexpr std::string_view kSm2Padding = "1234567812345678,SM3";
constexpr std::string_view kEd25519Padding = "Pure";

// Thrown by PortRandom, caught by Guarded: Botan has no other way to report it.
struct RandomFailure {
  Error error;
};

// Botan's view of our port. Nothing is mixed, nothing is kept: each request goes to the port.
class PortRandom final : public Botan::RandomNumberGenerator {
 public:
  // `random` must remain live while this is used.
  explicit PortRandom(ports::Random& random) : random_(random) {}
  std::string name() const override { return "port"; }
  bool accepts_input() const override { return false; }
  void clear() override {}
  bool is_seeded() const override { return true; }

 private:
  void fill_bytes_with_input(std::span<std::uint8_t> out, std::span<const std::uint8_t>) override {
    if (out.empty()) return;
    if (Status filled = random_.Fill(out); !filled) {
      Botan::secure_scrub_memory(out.data(), out.size());
      throw RandomFailure{std::move(filled).error()};
    }
  }

  ports::Random& random_;
};

// The border: runs `body` (which gives a Result) and turns Botan's exceptions into errors.
template <typename Body>
auto Guarded(Body body) -> decltype(body()) {
  try {
    return body();
  } catch (const RandomFailure& failure) {
    return std::unexpected(failure.error);
  } catch (const std::bad_alloc&) {
    return Fail(ErrorCode::ERR_KEY_MEMORY);
  } catch (const std::exception& error) {
    return Fail(ErrorCode::ERR_INTERNAL, error.what());
  }
}

template <std::size_t N>
bool HasPrefix(ByteView bytes, const std::array<std::uint8_t, N>& prefix, std::size_t rest) {
  return bytes.size() == N + rest && std::equal(prefix.begin(), prefix.end(), bytes.begin());
}

bool Verifies(const Botan::Public_Key& key, std::string_view padding,
              Botan::Signature_Format format, ByteView message, ByteView signature) {
  Botan::PK_Verifier verifier(key, padding, format);
  return verifier.verify_message(message, signature);
}

Botan::secure_vector<std::uint8_t> DeriveKey(const SealedKeyHeader& header,
                                             std::string_view passphrase) {
  const auto family = Botan::PasswordHashFamily::create_or_throw("Argon2id");
  const auto hash = family->from_params(header.memory_kib, header.passes, header.lanes);
  Botan::secure_vector<std::uint8_t> key(32);
  hash->derive_key(key.data(), key.size(), passphrase.data(), passphrase.size(), header.salt.data(),
                   header.salt.size());
  return key;
}

// ChaCha20-Poly1305 with the encoded header as associated data. `data` is replaced by the result.
void Cipher(Botan::Cipher_Dir direction, const SealedKeyHeader& header, std::string_view passphrase,
            Botan::secure_vector<std::uint8_t>& data) {
  const auto cipher = Botan::AEAD_Mode::create_or_throw("ChaCha20Poly1305", direction);
  cipher->set_key(DeriveKey(header, passphrase));
  cipher->set_associated_data(EncodeSealedKeyHeader(header));
  cipher->start(header.nonce.data(), header.nonce.size());
  cipher->finish(data);
}

}  // namespace

Bytes Sha256(ByteView bytes) {
  const auto hash = Botan::HashFunction::create_or_throw("SHA-256");
  hash->update(bytes);
  return hash->final_stdvec();
}

std::optional<Bytes> Digest(std::string_view algorithm, ByteView bytes) {
  constexpr std::array<std::string_view, 5> kKnown = {"MD5", "SHA-1", "SHA-256", "SHA-384",
                                                      "SHA-512"};
  if (std::ranges::find(kKnown, algorithm) == kKnown.end()) return std::nullopt;
  const auto hash = Botan::HashFunction::create(algorithm);
  if (hash == nullptr) return std::nullopt;
  hash->update(bytes);
  return hash->final_stdvec();
}

std::string Sha256Hex(ByteView bytes) { return ToHex(Sha256(bytes)); }

std::string EncodeBase64(ByteView bytes) { return Botan::base64_encode(bytes); }

Result<Bytes> DecodeBase64(std::string_view text) {
  Bytes bytes;
  try {
    const auto decoded = Botan::base64_decode(text, /*ignore_ws=*/false);
    bytes.assign(decoded.begin(), decoded.end());
  } catch (const std::exception&) {
    return Fail(ErrorCode::ERR_BASE64);
  }
  // Refuses what a decoder may overlook: missing padding, bits beyond the last byte.
  if (EncodeBase64(bytes) != text) return Fail(ErrorCode::ERR_BASE64);
  return bytes;
}

std::string_view CodeOf(Algorithm algorithm) {
  return algorithm == Algorithm::kEd25519 ? "ed25519" : "sm2-sm3";
}

std::optional<Algorithm> AlgorithmOfCode(std::string_view code) {
  for (const Algorithm algorithm : {Algorithm::kEd25519, Algorithm::kSm2Sm3}) {
    if (CodeOf(algorithm) == code) return algorithm;
  }
  return std::nullopt;
}

struct PrivateKey::Impl {
  using Key = std::variant<Botan::Ed25519_PrivateKey, Botan::SM2_PrivateKey>;
  explicit Impl(Key the_key) : key(std::move(the_key)) {}

  const Botan::Private_Key& any() const {
    if (const auto* ed25519 = std::get_if<Botan::Ed25519_PrivateKey>(&key)) return *ed25519;
    return std::get<Botan::SM2_PrivateKey>(key);
  }
  Botan::secure_vector<std::uint8_t> Secret() const {
    if (const auto* ed25519 = std::get_if<Botan::Ed25519_PrivateKey>(&key)) {
      auto bits = ed25519->raw_private_key_bits();  // seed, then public key
      bits.resize(kSecretBytes);
      return bits;
    }
    return std::get<Botan::SM2_PrivateKey>(key).raw_private_key_bits();
  }

  Key key;
};

PrivateKey::PrivateKey(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PrivateKey::PrivateKey(PrivateKey&&) noexcept = default;
PrivateKey& PrivateKey::operator=(PrivateKey&&) noexcept = default;
PrivateKey::~PrivateKey() = default;

Result<PrivateKey> PrivateKey::Generate(Algorithm algorithm, ports::Random& random) {
  return Guarded([&]() -> Result<PrivateKey> {
    PortRandom rng(random);
    if (algorithm == Algorithm::kEd25519) {
      return PrivateKey(std::make_unique<Impl>(Botan::Ed25519_PrivateKey(rng)));
    }
    return PrivateKey(
        std::make_unique<Impl>(Botan::SM2_PrivateKey(rng, Botan::EC_Group::from_name(kSm2Curve))));
  });
}

Result<PrivateKey> PrivateKey::FromSecret(Algorithm algorithm, ByteView secret) {
  if (secret.size() != kSecretBytes) return Fail(ErrorCode::ERR_KEY_DAMAGED, "length");
  return Guarded([&]() -> Result<PrivateKey> {
    if (algorithm == Algorithm::kEd25519) {
      const Botan::secure_vector<std::uint8_t> seed(secret.begin(), secret.end());
      return PrivateKey(std::make_unique<Impl>(Botan::Ed25519_PrivateKey(seed)));
    }
    // GB/T 32918.1: 1 <= d <= n - 2.
    const Botan::EC_Group group = Botan::EC_Group::from_name(kSm2Curve);
    auto scalar = Botan::EC_Scalar::deserialize(group, secret);
    if (!scalar || scalar->is_zero() || (*scalar + Botan::EC_Scalar::one(group)).is_zero()) {
      return Fail(ErrorCode::ERR_KEY_DAMAGED, "range");
    }
    return PrivateKey(std::make_unique<Impl>(Botan::SM2_PrivateKey(group, std::move(*scalar))));
  });
}

Algorithm PrivateKey::algorithm() const {
  return std::holds_alternative<Botan::Ed25519_PrivateKey>(impl_->key) ? Algorithm::kEd25519
                                                                       : Algorithm::kSm2Sm3;
}

Bytes PrivateKey::PublicKeyInfo() const {
  Bytes info;
  if (algorithm() == Algorithm::kEd25519) {
    info.assign(kEd25519Prefix.begin(), kEd25519Prefix.end());
  } else {
    info.assign(kSm2Prefix.begin(), kSm2Prefix.end());
  }
  const auto raw = impl_->any().raw_public_key_bits();
  info.insert(info.end(), raw.begin(), raw.end());
  assert(AlgorithmOf(info));
  return info;
}

Result<Bytes> PrivateKey::Sign(ByteView message, ports::Random& random) const {
  return Guarded([&]() -> Result<Bytes> {
    PortRandom rng(random);
    const bool ed25519 = algorithm() == Algorithm::kEd25519;
    Botan::PK_Signer signer(
        impl_->any(), rng, ed25519 ? kEd25519Padding : kSm2Padding,
        ed25519 ? Botan::Signature_Format::Standard : Botan::Signature_Format::DerSequence);
    return signer.sign_message(message, rng);
  });
}

Result<Bytes> PrivateKey::Seal(std::string_view passphrase, ports::Random& random) const {
  SealedKeyHeader header;
  header.algorithm = algorithm();
  PINGSHEN_CHECK(random.Fill(header.salt));
  PINGSHEN_CHECK(random.Fill(header.nonce));
  return Guarded([&]() -> Result<Bytes> {
    auto secret = impl_->Secret();
    Cipher(Botan::Cipher_Dir::Encryption, header, passphrase, secret);
    Bytes sealed = EncodeSealedKeyHeader(header);
    sealed.insert(sealed.end(), secret.begin(), secret.end());
    return sealed;
  });
}

Result<PrivateKey> PrivateKey::Unseal(ByteView sealed, std::string_view passphrase) {
  PINGSHEN_TRY(const SealedKeyHeader header, DecodeSealedKeyHeader(sealed));
  return Guarded([&]() -> Result<PrivateKey> {
    const ByteView ciphertext = sealed.subspan(kSealedHeaderBytes);
    Botan::secure_vector<std::uint8_t> secret(ciphertext.begin(), ciphertext.end());
    try {
      Cipher(Botan::Cipher_Dir::Decryption, header, passphrase, secret);
    } catch (const Botan::Invalid_Authentication_Tag&) {
      return Fail(ErrorCode::ERR_KEY_PASSPHRASE);
    }
    return FromSecret(header.algorithm, secret);
  });
}

std::string KeyId(ByteView public_key_info) { return Sha256Hex(public_key_info).substr(0, 16); }

Result<Algorithm> AlgorithmOf(ByteView public_key_info) {
  if (HasPrefix(public_key_info, kEd25519Prefix, kEd25519PublicBytes)) return Algorithm::kEd25519;
  if (HasPrefix(public_key_info, kSm2Prefix, kSm2PublicBytes) &&
      public_key_info[kSm2Prefix.size()] == kUncompressedPoint) {
    return Algorithm::kSm2Sm3;
  }
  return Fail(ErrorCode::ERR_BUNDLE_KEY, "SubjectPublicKeyInfo");
}

Status VerifySignature(Algorithm algorithm, ByteView public_key_info, ByteView message,
                       ByteView signature) {
  PINGSHEN_TRY(const Algorithm actual, AlgorithmOf(public_key_info));
  if (actual != algorithm) return Fail(ErrorCode::ERR_BUNDLE_KEY, std::string(CodeOf(algorithm)));
  const Status verified = Guarded([&]() -> Status {
    if (algorithm == Algorithm::kEd25519) {
      const Botan::Ed25519_PublicKey key(public_key_info.subspan(kEd25519Prefix.size()));
      if (signature.size() == kEd25519SignatureBytes &&
          Verifies(key, kEd25519Padding, Botan::Signature_Format::Standard, message, signature)) {
        return {};
      }
    } else {
      const Botan::EC_Group group = Botan::EC_Group::from_name(kSm2Curve);
      const auto point =
          Botan::EC_AffinePoint::deserialize(group, public_key_info.subspan(kSm2Prefix.size()));
      if (!point) return Fail(ErrorCode::ERR_BUNDLE_KEY, "point");
      const Botan::SM2_PublicKey key(group, *point);
      if (signature.size() <= kSm2MaxSignatureBytes &&
          Verifies(key, kSm2Padding, Botan::Signature_Format::DerSequence, message, signature)) {
        return {};
      }
    }
    return Fail(ErrorCode::ERR_BUNDLE_SIGNATURE, KeyId(public_key_info));
  });
  return verified;
}

Result<std::string> MakeUuid7(std::int64_t now_utc_ms, ports::Random& random) {
  assert(now_utc_ms >= 0 && now_utc_ms < (std::int64_t{1} << 48));
  std::array<std::uint8_t, 16> uuid{};
  PINGSHEN_CHECK(random.Fill(std::span(uuid).subspan(6)));
  for (std::size_t i = 0; i < 6; ++i) {
    uuid[i] = static_cast<std::uint8_t>(now_utc_ms >> (8 * (5 - i)));
  }
  uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0Fu) | 0x70u);  // version 7
  uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3Fu) | 0x80u);  // variant of RFC 9562
  std::string text = ToHex(uuid);
  for (const std::size_t at : {8u, 13u, 18u, 23u}) text.insert(at, 1, '-');
  return text;
}

}  // namespace pingshen::bundle
