#include "core/bundle/trust.h"

#include <gtest/gtest.h>

#include <functional>

#include "core/bundle/dsse.h"
#include "core/ports/memory_random.h"
#include "tests/core/bundle/sample_bundle.h"

namespace pingshen::bundle {
namespace {

TrustList SampleList() {
  TrustedKey key;
  key.public_key = SampleKey().PublicKeyInfo();
  key.key_id = KeyId(key.public_key);
  key.holder = "张秀英";
  key.organisation = "江永县卫生健康局 \"评审组\"";
  key.roles = {"assessor", "team_leader"};
  key.region = "431100";
  key.valid_from_ms = kSampleTimeMs - 1000;
  key.valid_to_ms = kSampleTimeMs + 10'000;
  TrustedKey revoked;
  revoked.public_key = SampleSm2Key().PublicKeyInfo();
  revoked.key_id = KeyId(revoked.public_key);
  revoked.holder = "江永县卫生健康局";
  revoked.roles = {"commission"};
  revoked.valid_from_ms = 0;
  revoked.valid_to_ms = kSampleTimeMs * 2;
  revoked.revoked_at_ms = kSampleTimeMs;
  revoked.revoked_why = "密钥遗失";
  return {.serial = 7, .issued_at_ms = kSampleTimeMs, .keys = {key, revoked}};
}

SignerClaim ClaimOf(const TrustedKey& key) {
  return {key.key_id,       key.public_key, key.roles.front(), key.holder,
          key.organisation, "431125",       kSampleTimeMs};
}

template <typename T>
std::string CodeOfTrustResult(const Result<T>& result) {
  return result ? std::string() : std::string(CodeName(result.error().code));
}

std::string Signed(const TrustList& list, const PrivateKey& root = OtherKey()) {
  ports::SeededRandom random(1);
  auto json = SignTrustList(list, root, random);
  EXPECT_TRUE(json) << CodeOfTrustResult(json) << " " << json.error().context;
  return json.value_or("");
}

TEST(TrustList, ComesBackFromItsEnvelope) {
  for (const PrivateKey& root : {OtherKey(), SampleSm2Key()}) {
    const auto list = VerifyTrustList(Signed(SampleList(), root), root.PublicKeyInfo());
    ASSERT_TRUE(list) << CodeOfTrustResult(list);
    EXPECT_EQ(*list, SampleList());
  }
}

TEST(TrustList, IsRefusedFromAnotherRoot) {
  EXPECT_EQ(CodeOfTrustResult(
                VerifyTrustList(Signed(SampleList(), SampleKey()), OtherKey().PublicKeyInfo())),
            "ERR_TRUST_SIGNATURE");
  EXPECT_EQ(CodeOfTrustResult(VerifyTrustList(Signed(SampleList()), Bytes(44))), "ERR_BUNDLE_KEY");
}

TEST(TrustList, IsRefusedWithAnyByteChanged) {
  const std::string good = Signed(SampleList());
  const Bytes root = OtherKey().PublicKeyInfo();
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string changed = good;
    changed[at] = static_cast<char>(changed[at] ^ 0x01);
    const std::string code = CodeOfTrustResult(VerifyTrustList(changed, root));
    EXPECT_TRUE(code == "ERR_TRUST_SIGNATURE" || code == "ERR_TRUST_FORMAT") << at << " " << code;
  }
  EXPECT_EQ(CodeOfTrustResult(VerifyTrustList(good.substr(0, good.size() - 1), root)),
            "ERR_TRUST_FORMAT");
  EXPECT_EQ(CodeOfTrustResult(VerifyTrustList(good + " ", root)), "ERR_TRUST_FORMAT");
}

TEST(TrustList, IsRefusedUnderAnotherPayloadType) {
  const PrivateKey root = OtherKey();
  const auto envelope = DecodeEnvelope(Signed(SampleList()));
  ASSERT_TRUE(envelope);
  EXPECT_EQ(CodeOfTrustResult(VerifyTrustList(
                SignedEnvelope("application/vnd.pingshen.statement+json", envelope->payload, root),
                root.PublicKeyInfo())),
            "ERR_TRUST_FORMAT");
  // The very envelope with the type alone exchanged: the signature covers it.
  Envelope exchanged = *envelope;
  exchanged.payload_type = "x";
  EXPECT_EQ(CodeOfTrustResult(VerifyTrustList(EncodeEnvelope(exchanged), root.PublicKeyInfo())),
            "ERR_TRUST_FORMAT");
}

TEST(TrustList, IsRefusedWhenMalformedThoughSigned) {
  const PrivateKey root = OtherKey();
  const auto envelope = DecodeEnvelope(Signed(SampleList()));
  ASSERT_TRUE(envelope);
  const auto code = [&](std::string_view from, std::string_view to) {
    std::string payload = envelope->payload;
    const std::size_t at = payload.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    payload.replace(at, from.size(), to);
    return CodeOfTrustResult(
        VerifyTrustList(SignedEnvelope(kTrustListType, payload, root), root.PublicKeyInfo()));
  };
  EXPECT_EQ(code("\"serial\":7", "\"serial\":7"), "");
  for (const auto& [from, to] : std::initializer_list<std::pair<const char*, const char*>>{
           {"\"serial\":7", "\"serial\":0"},
           {"\"serial\":7", "\"serial\":-7"},
           {"\"serial\":7,", ""},
           {"\"keys\":[", "\"keys\":[{},"},
           {"\"assessor\"", "\"boss\""},
           {"\"assessor\"", "1"},
           {"[\"commission\"]", "[]"},
           {"\"region\":\"431100\"", "\"region\":\"4311\""},
           {"\"why\":\"密钥遗失\"", "\"reason\":\"密钥遗失\""},
           {"\"holder\":\"张秀英\"", "\"holder\":\"\""},
           {"06e3fd8fda29bb60", "06e3fd8fda29bb61"},
           {"}]}", "}],\"more\":1}"},
           {"MCow", "MC0w"}}) {
    EXPECT_EQ(code(from, to), "ERR_TRUST_FORMAT") << from << " -> " << to;
  }
}

TEST(TrustList, IsCheckedBeforeItIsSigned) {
  const auto code = [](const std::function<void(TrustList&)>& spoil) {
    TrustList list = SampleList();
    spoil(list);
    ports::SeededRandom random(1);
    return CodeOfTrustResult(SignTrustList(list, OtherKey(), random));
  };
  EXPECT_EQ(code([](TrustList& l) { l.serial = 0; }), "ERR_TRUST_FORMAT");
  EXPECT_EQ(code([](TrustList& l) { l.keys[1] = l.keys[0]; }), "ERR_TRUST_FORMAT");
  EXPECT_EQ(code([](TrustList& l) { l.keys[0].valid_to_ms = l.keys[0].valid_from_ms; }),
            "ERR_TRUST_FORMAT");
  EXPECT_EQ(code([](TrustList& l) { l.keys[0].revoked_why = "why without when"; }),
            "ERR_TRUST_FORMAT");
  EXPECT_EQ(code([](TrustList& l) { l.keys[0].public_key.pop_back(); }), "ERR_TRUST_FORMAT");
  EXPECT_EQ(code([](TrustList& l) { l.keys[0].holder = "\xFF"; }), "ERR_UTF8");
}

TEST(TrustList, KnowsItsKeys) {
  const TrustList list = SampleList();
  EXPECT_EQ(list.Find("06e3fd8fda29bb60"), &list.keys[0]);
  EXPECT_EQ(list.Find("06e3fd8fda29bb61"), nullptr);
  EXPECT_EQ(list.Find(""), nullptr);
}

TEST(TrustList, AllowsWhatItSays) {
  const TrustList list = SampleList();
  const SignerClaim good = ClaimOf(list.keys[0]);
  EXPECT_EQ(CodeOfTrustResult(list.Check(good)), "");

  const auto code = [&](const std::function<void(SignerClaim&)>& change) {
    SignerClaim claim = good;
    change(claim);
    return CodeOfTrustResult(list.Check(claim));
  };
  const Bytes other = OtherKey().PublicKeyInfo();
  EXPECT_EQ(code([](SignerClaim& c) { c.key_id = "0000000000000000"; }),
            "ERR_BUNDLE_SIGNER_UNKNOWN");
  EXPECT_EQ(code([&](SignerClaim& c) { c.public_key = other; }), "ERR_BUNDLE_SIGNER_UNKNOWN");
  EXPECT_EQ(code([](SignerClaim& c) { c.role = "team_leader"; }), "");
  EXPECT_EQ(code([](SignerClaim& c) { c.role = "commission"; }), "ERR_BUNDLE_SIGNER_NOT_ALLOWED");
  EXPECT_EQ(code([](SignerClaim& c) { c.name = "李四"; }), "ERR_BUNDLE_SIGNER_NOT_ALLOWED");
  EXPECT_EQ(code([](SignerClaim& c) { c.organisation = ""; }), "ERR_BUNDLE_SIGNER_NOT_ALLOWED");
  EXPECT_EQ(code([](SignerClaim& c) { c.signed_at_ms = kSampleTimeMs - 1000; }), "");
  EXPECT_EQ(code([](SignerClaim& c) { c.signed_at_ms = kSampleTimeMs - 1001; }),
            "ERR_BUNDLE_SIGNER_NOT_ALLOWED");
  EXPECT_EQ(code([](SignerClaim& c) { c.signed_at_ms = kSampleTimeMs + 9'999; }), "");
  EXPECT_EQ(code([](SignerClaim& c) { c.signed_at_ms = kSampleTimeMs + 10'000; }),
            "ERR_BUNDLE_SIGNER_NOT_ALLOWED");
}

TEST(TrustList, KnowsRegionsByTheirZeroPairs) {
  TrustList list = SampleList();
  const auto code = [&](std::string_view allowed, std::string_view region) {
    list.keys[0].region = allowed;
    SignerClaim claim = ClaimOf(list.keys[0]);
    claim.region = region;
    return CodeOfTrustResult(list.Check(claim));
  };
  EXPECT_EQ(code("431100", "431125"), "");
  EXPECT_EQ(code("431100", "431100"), "");
  EXPECT_EQ(code("430000", "431125"), "");
  EXPECT_EQ(code("431125", "431125"), "");
  EXPECT_EQ(code("", "431125"), "");
  EXPECT_EQ(code("", ""), "");
  EXPECT_EQ(code("431100", "431025"), "ERR_BUNDLE_SIGNER_NOT_ALLOWED");
  EXPECT_EQ(code("431125", "431126"), "ERR_BUNDLE_SIGNER_NOT_ALLOWED");
  EXPECT_EQ(code("431125", "431100"), "ERR_BUNDLE_SIGNER_NOT_ALLOWED");
  EXPECT_EQ(code("510000", "431125"), "ERR_BUNDLE_SIGNER_NOT_ALLOWED");
  EXPECT_EQ(code("431100", ""), "ERR_BUNDLE_SIGNER_NOT_ALLOWED");
}

TEST(TrustList, KeepsWhatWasSignedBeforeARevocation) {
  const TrustList list = SampleList();
  SignerClaim claim = ClaimOf(list.keys[1]);
  claim.signed_at_ms = kSampleTimeMs - 1;
  EXPECT_EQ(CodeOfTrustResult(list.Check(claim)), "");
  claim.signed_at_ms = kSampleTimeMs;
  EXPECT_EQ(CodeOfTrustResult(list.Check(claim)), "ERR_BUNDLE_SIGNER_NOT_ALLOWED");
}

}  // namespace
}  // namespace pingshen::bundle
