#include "core/bundle/sealed_key.h"

#include <gtest/gtest.h>

#include "core/ports/memory_random.h"
#include "tests/core/bundle/sample_bundle.h"

namespace pingshen::bundle {
namespace {

constexpr std::string_view kPassphrase = "口令 correct horse";

// Sealed by other programs: argon2 (the reference implementation, -id -v 13) and Python's
// cryptography package. 64 MiB, 3 passes, 1 lane, salt "sixteen-byte-slt", nonce 01…0c, secret of
// RFC 8032 TEST 1.
constexpr std::string_view kGolden =
    "50534b4559000001010101000000010003000000010000007369787465656e2d627974652d736c7401020304050607"
    "08090a0b0c"
    "0dd090fb1dda906e1006d0027a34907176d443837e6829d6819c30cc4978821c67e5c13a8f411885370358713c547c"
    "04";
// The same with 64 KiB and 1 pass, quick enough to be tried hundreds of times.
constexpr std::string_view kQuick =
    "50534b4559000001010101004000000001000000010000007369787465656e2d627974652d736c7401020304050607"
    "08090a0b0c"
    "f72c1d953e11f14628c7c8cfb3c55f078a9e0c11c95b68a0d29001bf74fed750e8eece19f9e394d57e912536c6ffcd"
    "12";
// SM2 key of GB/T 32918.5, 64 KiB, 2 passes, 2 lanes, salt "another-16-bytes", nonce 0c…01,
// passphrase "pass".
constexpr std::string_view kQuickSm2 =
    "50534b455900000102010100400000000200000002000000616e6f746865722d31362d62797465730c0b0a09080706"
    "0504030201"
    "7ff6caa2797bf577a25ad44614835f3cf04d8402d66d47636f588ae420d8f6a3e86164ef9f2144183e3ff90753f37e"
    "34";

std::string CodeOfUnseal(ByteView sealed, std::string_view passphrase = kPassphrase) {
  const auto key = PrivateKey::Unseal(sealed, passphrase);
  return key ? std::string() : std::string(CodeName(key.error().code));
}

TEST(SealedKey, OpensWhatOtherProgramsSealed) {
  for (const std::string_view hex : {kGolden, kQuick}) {
    const auto key = PrivateKey::Unseal(FromHex(hex), kPassphrase);
    ASSERT_TRUE(key) << CodeName(key.error().code);
    EXPECT_EQ(key->PublicKeyInfo(), SampleKey().PublicKeyInfo());
  }
  const auto sm2 = PrivateKey::Unseal(FromHex(kQuickSm2), "pass");
  ASSERT_TRUE(sm2) << CodeName(sm2.error().code);
  EXPECT_EQ(sm2->PublicKeyInfo(), SampleSm2Key().PublicKeyInfo());
}

// Gives the salt and nonce of kGolden.
class GoldenRandom : public ports::Random {
 public:
  Status Fill(std::span<std::uint8_t> out) override {
    const Bytes header = FromHex(kGolden);
    std::copy_n(header.begin() + static_cast<std::ptrdiff_t>(at_), out.size(), out.begin());
    at_ += out.size();
    return {};
  }

 private:
  std::size_t at_ = 24;
};

TEST(SealedKey, SealsAsOtherProgramsDo) {
  GoldenRandom random;
  const auto sealed = SampleKey().Seal(kPassphrase, random);
  ASSERT_TRUE(sealed);
  EXPECT_EQ(ToHex(*sealed), kGolden);
}

TEST(SealedKey, ComesBackForBothAlgorithms) {
  ports::SeededRandom random(11);
  const auto sealed = SampleSm2Key().Seal("另一个口令", random);
  ASSERT_TRUE(sealed);
  EXPECT_EQ(sealed->size(), kSealedKeyBytes);
  const auto key = PrivateKey::Unseal(*sealed, "另一个口令");
  ASSERT_TRUE(key);
  EXPECT_EQ(key->algorithm(), Algorithm::kSm2Sm3);
  EXPECT_EQ(key->PublicKeyInfo(), SampleSm2Key().PublicKeyInfo());
}

TEST(SealedKey, TwoSealingsDiffer) {
  ports::SeededRandom random(12);
  const auto first = SampleKey().Seal("p", random), second = SampleKey().Seal("p", random);
  ASSERT_TRUE(first && second);
  EXPECT_NE(*first, *second);
}

TEST(SealedKey, RefusesAWrongPassphrase) {
  for (const std::string_view passphrase :
       {"", "口令 correct hors", "口令 correct horse ", "口令 Correct horse"}) {
    EXPECT_EQ(CodeOfUnseal(FromHex(kQuick), passphrase), "ERR_KEY_PASSPHRASE") << passphrase;
  }
}

TEST(SealedKey, RefusesEveryChangedByte) {
  const Bytes good = FromHex(kQuick);
  ASSERT_EQ(CodeOfUnseal(good), "");
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const unsigned pattern : {0x01u, 0x80u}) {
      Bytes changed = good;
      changed[at] = static_cast<std::uint8_t>(changed[at] ^ pattern);
      const std::string code = CodeOfUnseal(changed);
      // The parameters may become other parameters that are allowed.
      const bool parameter = at >= 12 && at < 24;
      if (parameter) {
        EXPECT_TRUE(code == "ERR_KEY_PASSPHRASE" || code == "ERR_KEY_DAMAGED") << at << " " << code;
      } else {
        EXPECT_EQ(code, at < 12 ? "ERR_KEY_DAMAGED" : "ERR_KEY_PASSPHRASE") << at;
      }
    }
  }
}

TEST(SealedKey, RefusesTheOtherAlgorithmsNumber) {
  Bytes changed = FromHex(kQuick);
  changed[8] = 2;  // allowed by itself, but not what was sealed
  EXPECT_EQ(CodeOfUnseal(changed), "ERR_KEY_PASSPHRASE");
}

TEST(SealedKey, RefusesOtherLengths) {
  const Bytes good = FromHex(kQuick);
  for (std::size_t length = 0; length < good.size(); ++length) {
    EXPECT_EQ(CodeOfUnseal(ByteView(good).first(length)), "ERR_KEY_DAMAGED") << length;
  }
  Bytes longer = good;
  longer.push_back(0);
  EXPECT_EQ(CodeOfUnseal(longer), "ERR_KEY_DAMAGED");
}

TEST(SealedKey, BoundsWhatABlobMayAskFor) {
  const auto code = [](std::uint32_t memory_kib, std::uint32_t passes, std::uint32_t lanes) {
    SealedKeyHeader header;
    header.memory_kib = memory_kib;
    header.passes = passes;
    header.lanes = lanes;
    Bytes blob = EncodeSealedKeyHeader(header);
    blob.resize(kSealedKeyBytes);
    const auto decoded = DecodeSealedKeyHeader(blob);
    if (decoded) {
      EXPECT_EQ(*decoded, header);
    }
    return decoded ? std::string() : std::string(CodeName(decoded.error().code));
  };
  EXPECT_EQ(code(kMaxMemoryKib, kMaxPasses, kMaxLanes), "");
  EXPECT_EQ(code(8, 1, 1), "");
  EXPECT_EQ(code(kMaxMemoryKib + 1, 3, 1), "ERR_KEY_DAMAGED");
  EXPECT_EQ(code(0xFFFFFFFFu, 3, 1), "ERR_KEY_DAMAGED");
  EXPECT_EQ(code(7, 3, 1), "ERR_KEY_DAMAGED");
  EXPECT_EQ(code(31, 3, 4), "ERR_KEY_DAMAGED");
  EXPECT_EQ(code(65536, kMaxPasses + 1, 1), "ERR_KEY_DAMAGED");
  EXPECT_EQ(code(65536, 0, 1), "ERR_KEY_DAMAGED");
  EXPECT_EQ(code(65536, 3, 0), "ERR_KEY_DAMAGED");
  EXPECT_EQ(code(65536, 3, kMaxLanes + 1), "ERR_KEY_DAMAGED");
}

}  // namespace
}  // namespace pingshen::bundle
