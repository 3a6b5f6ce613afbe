#include "core/bundle/crypto.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "core/bundle/sealed_key.h"
#include "core/json/json.h"
#include "core/ports/memory_random.h"
#include "tests/core/bundle/sample_bundle.h"

namespace pingshen::bundle {
namespace {

using enum ErrorCode;

template <typename T>
std::string CodeOfKeyResult(const Result<T>& result) {
  return result ? std::string() : std::string(CodeName(result.error().code));
}

TEST(Sha256, GivesTheKnownDigests) {
  // FIPS 180-2, appendix B.
  EXPECT_EQ(Sha256Hex(AsBytes("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Sha256Hex(AsBytes("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(Sha256Hex({}), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Base64, GivesTheKnownTexts) {
  // RFC 4648, section 10.
  const std::pair<std::string_view, std::string_view> vectors[] = {{"", ""},
                                                                   {"f", "Zg=="},
                                                                   {"fo", "Zm8="},
                                                                   {"foo", "Zm9v"},
                                                                   {"foob", "Zm9vYg=="},
                                                                   {"fooba", "Zm9vYmE="},
                                                                   {"foobar", "Zm9vYmFy"}};
  for (const auto& [plain, text] : vectors) {
    EXPECT_EQ(EncodeBase64(AsBytes(plain)), text);
    const auto decoded = DecodeBase64(text);
    ASSERT_TRUE(decoded) << text;
    EXPECT_EQ(AsText(*decoded), plain);
  }
}

TEST(Base64, RefusesOtherSpellings) {
  for (const char* text : {"Zg", "Zg=", "Zh==", "Zm9=", "Zg==\n", " Zg==", "Z g==", "Zg===", "=",
                           "Zg==Zg==", "Zm-_", "é"}) {
    EXPECT_EQ(CodeOfKeyResult(DecodeBase64(text)), "ERR_BASE64") << text;
  }
}

struct Rfc8032 {
  const char* secret;
  const char* info;  // SubjectPublicKeyInfo, encoded by Python's cryptography package
  const char* key_id;
  const char* message;
  const char* signature;
};

// RFC 8032, section 7.1: TEST 1, TEST 2, TEST 3, TEST SHA(abc).
constexpr Rfc8032 kRfc8032[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
     "06e3fd8fda29bb60", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b"
     "46bd25bf5f0595bbe2465"
     "5141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "302a300506032b65700321003d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
     "deb2ded39dc26fce", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11"
     "d8c387b2eaeb4302aeeb0"
     "0d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "302a300506032b6570032100fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
     "8d39ba50abe50f77", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc"
     "6594a7c15e9716ed28dc0"
     "27beceea1ec40a"},
    {"833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
     "302a300506032b6570032100ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
     "e77db4a9572e9f65",
     "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3fee"
     "bbd454d4423643ce80e2a"
     "9ac94fa54ca49f",
     "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e"
     "0303dca179c138ac17ad9"
     "bef1177331a704"},
};

TEST(Ed25519, SignsAndVerifiesTheVectorsOfRfc8032) {
  ports::SeededRandom random(1);
  for (const Rfc8032& vector : kRfc8032) {
    const auto key = PrivateKey::FromSecret(Algorithm::kEd25519, FromHex(vector.secret));
    ASSERT_TRUE(key);
    EXPECT_EQ(key->algorithm(), Algorithm::kEd25519);
    const Bytes info = key->PublicKeyInfo();
    EXPECT_EQ(ToHex(info), vector.info);
    EXPECT_EQ(KeyId(info), vector.key_id);
    const Bytes message = FromHex(vector.message);
    const auto signature = key->Sign(message, random);
    ASSERT_TRUE(signature);
    EXPECT_EQ(ToHex(*signature), vector.signature);
    EXPECT_TRUE(VerifySignature(Algorithm::kEd25519, info, message, *signature));
  }
}

TEST(Ed25519, RefusesEveryChangedBit) {
  const Bytes info = FromHex(kRfc8032[2].info), message = FromHex(kRfc8032[2].message),
              signature = FromHex(kRfc8032[2].signature);
  for (std::size_t bit = 0; bit < signature.size() * 8; ++bit) {
    Bytes changed = signature;
    changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1u << (bit % 8)));
    EXPECT_EQ(CodeOfKeyResult(VerifySignature(Algorithm::kEd25519, info, message, changed)),
              "ERR_BUNDLE_SIGNATURE")
        << bit;
  }
  EXPECT_EQ(CodeOfKeyResult(VerifySignature(Algorithm::kEd25519, info, FromHex("af83"), signature)),
            "ERR_BUNDLE_SIGNATURE");
  EXPECT_EQ(CodeOfKeyResult(VerifySignature(Algorithm::kEd25519, FromHex(kRfc8032[1].info), message,
                                            signature)),
            "ERR_BUNDLE_SIGNATURE");
}

TEST(Ed25519, RefusesTheSecondSpellingOfASignature) {
  // s + L verifies by the bare equation; RFC 8032, section 5.1.7, wants s < L.
  const Bytes info = FromHex(kRfc8032[2].info), message = FromHex(kRfc8032[2].message);
  const Bytes order = FromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
  Bytes signature = FromHex(kRfc8032[2].signature);
  unsigned carry = 0;
  for (std::size_t i = 0; i < 32; ++i) {
    carry += unsigned{signature[32 + i]} + order[i];
    signature[32 + i] = static_cast<std::uint8_t>(carry);
    carry >>= 8;
  }
  ASSERT_EQ(carry, 0u);
  EXPECT_EQ(CodeOfKeyResult(VerifySignature(Algorithm::kEd25519, info, message, signature)),
            "ERR_BUNDLE_SIGNATURE");
}

TEST(Ed25519, RefusesSignaturesOfAnotherLength) {
  const Bytes info = FromHex(kRfc8032[0].info);
  Bytes signature = FromHex(kRfc8032[0].signature);
  signature.push_back(0);
  EXPECT_EQ(CodeOfKeyResult(VerifySignature(Algorithm::kEd25519, info, {}, signature)),
            "ERR_BUNDLE_SIGNATURE");
  signature.resize(63);
  EXPECT_EQ(CodeOfKeyResult(VerifySignature(Algorithm::kEd25519, info, {}, signature)),
            "ERR_BUNDLE_SIGNATURE");
  EXPECT_EQ(CodeOfKeyResult(VerifySignature(Algorithm::kEd25519, info, {}, {})),
            "ERR_BUNDLE_SIGNATURE");
}

// GB/T 32918.5, annex A (recommended curve, default identifier).
struct Sm2Vector {
  std::string secret, x, y, message, r, s;
};
const Sm2Vector kSm2 = {"3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8",
                        "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020",
                        "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13",
                        "message digest",
                        "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3",
                        "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"};

std::string DerInteger(std::string hex) {
  const bool high = hex[0] >= '8';
  return (high ? "022100" : "0220") + hex;
}
Bytes DerSignature(const Sm2Vector& vector) {
  const std::string parts = DerInteger(vector.r) + DerInteger(vector.s);
  return FromHex("30" + ToHex(Bytes{static_cast<std::uint8_t>(parts.size() / 2)}) + parts);
}
Bytes Sm2Info(const Sm2Vector& vector) {
  return FromHex("3059301306072a8648ce3d020106082a811ccf5501822d03420004" + vector.x + vector.y);
}

void ExpectVerifies(const Sm2Vector& vector) {
  const Bytes info = Sm2Info(vector);
  const auto key = PrivateKey::FromSecret(Algorithm::kSm2Sm3, FromHex(vector.secret));
  ASSERT_TRUE(key);
  EXPECT_EQ(key->PublicKeyInfo(), info);
  EXPECT_EQ(CodeOfKeyResult(VerifySignature(Algorithm::kSm2Sm3, info, AsBytes(vector.message),
                                            DerSignature(vector))),
            "");
  EXPECT_EQ(CodeOfKeyResult(VerifySignature(Algorithm::kSm2Sm3, info, AsBytes(vector.message + "x"),
                                            DerSignature(vector))),
            "ERR_BUNDLE_SIGNATURE");
}

TEST(Sm2, VerifiesTheExampleOfTheStandard) { ExpectVerifies(kSm2); }

TEST(Sm2, VerifiesTheSharedVectors) {
  std::ifstream in(std::string(PINGSHEN_SHARED_DIR) + "/vectors/domain.json");
  if (!in) GTEST_SKIP() << "no shared vectors";
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto parsed = json::Parse(text);
  ASSERT_TRUE(parsed);
  const json::Value* sm = parsed->Find("sm");
  ASSERT_NE(sm, nullptr);
  const auto field = [&](std::string_view name) { return sm->Find(name)->text; };
  EXPECT_EQ(field("id"), "1234567812345678");
  ExpectVerifies(
      {field("sm2_d"), field("sm2_x"), field("sm2_y"), field("msg"), field("r"), field("s")});
  const Sm2Vector chinese{field("sm2_d"),  field("sm2_x"), field("sm2_y"),
                          field("zh_msg"), field("zh_r"),  field("zh_s")};
  ExpectVerifies(chinese);
  EXPECT_EQ(ToHex(DerSignature(chinese)), field("zh_der"));
}

TEST(Sm2, SignsWhatVerifies) {
  ports::SeededRandom random(3);
  const PrivateKey key = SampleSm2Key();
  for (int i = 0; i < 20; ++i) {
    const std::string message = "message " + std::to_string(i);
    const auto signature = key.Sign(AsBytes(message), random);
    ASSERT_TRUE(signature);
    EXPECT_TRUE(
        VerifySignature(Algorithm::kSm2Sm3, key.PublicKeyInfo(), AsBytes(message), *signature));
    EXPECT_FALSE(
        VerifySignature(Algorithm::kSm2Sm3, key.PublicKeyInfo(), AsBytes("message"), *signature));
  }
}

TEST(Sm2, RefusesEveryChangedByteOfASignature) {
  const Bytes signature = DerSignature(kSm2), info = Sm2Info(kSm2);
  for (std::size_t at = 0; at < signature.size(); ++at) {
    for (const unsigned pattern : {0x01u, 0x80u, 0xFFu}) {
      Bytes changed = signature;
      changed[at] = static_cast<std::uint8_t>(changed[at] ^ pattern);
      EXPECT_EQ(CodeOfKeyResult(
                    VerifySignature(Algorithm::kSm2Sm3, info, AsBytes(kSm2.message), changed)),
                "ERR_BUNDLE_SIGNATURE")
          << at;
    }
  }
}

TEST(Sm2, RefusesOtherEncodingsOfASignature) {
  const Bytes info = Sm2Info(kSm2);
  const std::string r = DerInteger(kSm2.r), s = DerInteger(kSm2.s);
  for (const std::string& hex : {kSm2.r + kSm2.s,                        // r || s
                                 "308146" + r + s,                       // length in two bytes
                                 "3047" + ("022200" + r.substr(4)) + s,  // a zero too many
                                 "3046" + r + s + "00",                  // trailing byte
                                 "3080" + r + s + "0000",                // indefinite length
                                 "3049" + r + s + "020101", std::string("3000"),
                                 std::string("3006020100020100"), std::string()}) {
    EXPECT_EQ(CodeOfKeyResult(
                  VerifySignature(Algorithm::kSm2Sm3, info, AsBytes(kSm2.message), FromHex(hex))),
              "ERR_BUNDLE_SIGNATURE")
        << hex;
  }
}

TEST(PublicKeys, AreReadInOneEncodingOnly) {
  const std::string ed = kRfc8032[0].info, sm2 = ToHex(Sm2Info(kSm2));
  EXPECT_EQ(AlgorithmOf(FromHex(ed)).value(), Algorithm::kEd25519);
  EXPECT_EQ(AlgorithmOf(FromHex(sm2)).value(), Algorithm::kSm2Sm3);
  for (const std::string& hex :
       {ed.substr(0, ed.size() - 2), ed + "00", "31" + ed.substr(2), std::string(),
        sm2.substr(0, sm2.size() - 2), sm2 + "00",
        // compressed point, hybrid point
        "3039301306072a8648ce3d020106082a811ccf5501822d03220003" + kSm2.x,
        sm2.substr(0, 52) + "06" + kSm2.x + kSm2.y,
        // P-256 in place of SM2's curve
        "3059301306072a8648ce3d020106082a8648ce3d03010703420004" + kSm2.x + kSm2.y}) {
    EXPECT_EQ(CodeOfKeyResult(AlgorithmOf(FromHex(hex))), "ERR_BUNDLE_KEY") << hex;
    EXPECT_EQ(CodeOfKeyResult(VerifySignature(Algorithm::kEd25519, FromHex(hex), {}, {})),
              "ERR_BUNDLE_KEY")
        << hex;
  }
}

TEST(PublicKeys, OfTheOtherAlgorithmAreRefused) {
  EXPECT_EQ(CodeOfKeyResult(VerifySignature(Algorithm::kSm2Sm3, FromHex(kRfc8032[0].info), {},
                                            FromHex(kRfc8032[0].signature))),
            "ERR_BUNDLE_KEY");
  EXPECT_EQ(CodeOfKeyResult(VerifySignature(Algorithm::kEd25519, Sm2Info(kSm2),
                                            AsBytes(kSm2.message), DerSignature(kSm2))),
            "ERR_BUNDLE_KEY");
}

TEST(PublicKeys, OffTheCurveAreRefused) {
  Sm2Vector off = kSm2;
  off.y.back() = '4';
  EXPECT_EQ(CodeOfKeyResult(VerifySignature(Algorithm::kSm2Sm3, Sm2Info(off), AsBytes(kSm2.message),
                                            DerSignature(kSm2))),
            "ERR_BUNDLE_KEY");
}

TEST(PrivateKeys, AreGeneratedFromThePort) {
  for (const Algorithm algorithm : {Algorithm::kEd25519, Algorithm::kSm2Sm3}) {
    ports::SeededRandom first(7), again(7), other(8);
    const auto a = PrivateKey::Generate(algorithm, first),
               b = PrivateKey::Generate(algorithm, again),
               c = PrivateKey::Generate(algorithm, other);
    ASSERT_TRUE(a && b && c);
    EXPECT_EQ(a->algorithm(), algorithm);
    EXPECT_EQ(a->PublicKeyInfo(), b->PublicKeyInfo());  // nothing but the port is asked
    EXPECT_NE(a->PublicKeyInfo(), c->PublicKeyInfo());
    const auto signature = a->Sign(AsBytes("m"), first);
    ASSERT_TRUE(signature);
    EXPECT_TRUE(VerifySignature(algorithm, a->PublicKeyInfo(), AsBytes("m"), *signature));
  }
}

TEST(PrivateKeys, FailClosedWithoutRandomness) {
  ports::SeededRandom random(1);
  random.Break();
  for (const Algorithm algorithm : {Algorithm::kEd25519, Algorithm::kSm2Sm3}) {
    EXPECT_EQ(CodeOfKeyResult(PrivateKey::Generate(algorithm, random)), "ERR_RANDOM");
  }
  EXPECT_EQ(CodeOfKeyResult(SampleSm2Key().Sign(AsBytes("m"), random)), "ERR_RANDOM");
  EXPECT_EQ(CodeOfKeyResult(SampleKey().Seal("p", random)), "ERR_RANDOM");
  EXPECT_EQ(CodeOfKeyResult(MakeUuid7(0, random)), "ERR_RANDOM");
}

TEST(PrivateKeys, RefuseSecretsThatAreNone) {
  EXPECT_EQ(CodeOfKeyResult(PrivateKey::FromSecret(Algorithm::kEd25519, Bytes(31))),
            "ERR_KEY_DAMAGED");
  EXPECT_EQ(CodeOfKeyResult(PrivateKey::FromSecret(Algorithm::kEd25519, Bytes(33))),
            "ERR_KEY_DAMAGED");
  // GB/T 32918.5: n, n - 1 and 0 are out of range, n - 2 is the largest.
  const std::string high = "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D541";
  EXPECT_EQ(CodeOfKeyResult(PrivateKey::FromSecret(Algorithm::kSm2Sm3, FromHex(high + "23"))),
            "ERR_KEY_DAMAGED");
  EXPECT_EQ(CodeOfKeyResult(PrivateKey::FromSecret(Algorithm::kSm2Sm3, FromHex(high + "22"))),
            "ERR_KEY_DAMAGED");
  EXPECT_EQ(CodeOfKeyResult(PrivateKey::FromSecret(Algorithm::kSm2Sm3, FromHex(high + "21"))), "");
  EXPECT_EQ(CodeOfKeyResult(PrivateKey::FromSecret(Algorithm::kSm2Sm3, Bytes(32))),
            "ERR_KEY_DAMAGED");
}

TEST(Algorithms, HaveCodes) {
  EXPECT_EQ(CodeOf(Algorithm::kEd25519), "ed25519");
  EXPECT_EQ(CodeOf(Algorithm::kSm2Sm3), "sm2-sm3");
  EXPECT_EQ(AlgorithmOfCode("ed25519"), Algorithm::kEd25519);
  EXPECT_EQ(AlgorithmOfCode("sm2-sm3"), Algorithm::kSm2Sm3);
  EXPECT_EQ(AlgorithmOfCode("rsa"), std::nullopt);
  EXPECT_EQ(AlgorithmOfCode(""), std::nullopt);
}

// Gives these bytes, once.
class FixedRandom : public ports::Random {
 public:
  explicit FixedRandom(Bytes bytes) : bytes_(std::move(bytes)) {}
  Status Fill(std::span<std::uint8_t> out) override {
    if (out.size() > bytes_.size()) return Fail(ERR_RANDOM);
    std::copy_n(bytes_.begin(), out.size(), out.begin());
    bytes_.erase(bytes_.begin(), bytes_.begin() + static_cast<std::ptrdiff_t>(out.size()));
    return {};
  }

 private:
  Bytes bytes_;
};

TEST(Uuid7, GivesTheExampleOfRfc9562) {
  // Appendix A.6: rand_a CC3, rand_b 18C4DC0C0C07398F; version and variant bits are set over
  // whatever comes.
  FixedRandom plain(FromHex("0CC318C4DC0C0C07398F")), full(FromHex("FCC3D8C4DC0C0C07398F"));
  EXPECT_EQ(MakeUuid7(0x017F22E279B0, plain).value(), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  EXPECT_EQ(MakeUuid7(0x017F22E279B0, full).value(), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
}

}  // namespace
}  // namespace pingshen::bundle
