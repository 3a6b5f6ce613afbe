// Bundles that are right: written, read, countersigned, held against a trust list.
#include "core/bundle/bundle.h"

#include <gtest/gtest.h>

#include "core/bundle/entry_names.h"
#include "core/ports/memory_random.h"
#include "tests/core/bundle/sample_bundle.h"

namespace pingshen::bundle {
namespace {

template <typename T>
std::string CodeOfResult(const Result<T>& result) {
  return result ? std::string() : std::string(CodeName(result.error().code));
}

Result<Written> WriteSample(Draft draft, const PrivateKey& key = SampleKey()) {
  ports::SeededRandom random(1);
  return Write(std::move(draft), key, SampleSigner(), random);
}

// Attachments that are read one by one make the very same file.
TEST(Bundle, StoredAttachmentsMakeTheSameFile) {
  const Draft draft = SampleDraft();
  Draft stored = draft;
  stored.attachments.clear();
  int read = 0;
  for (const Attachment& each : draft.attachments)
    stored.stored_attachments.push_back({Sha256Hex(each.bytes) + "." + each.extension,
                                         each.bytes.size(), [&read, each]() -> Result<Bytes> {
                                           ++read;
                                           return each.bytes;
                                         }});
  const auto code = [](const Draft& one) {
    const auto written = WriteSample(one);
    return written ? std::string("ok") : std::string(CodeName(written.error().code));
  };
  EXPECT_EQ(WriteSample(stored)->file, WriteSample(draft)->file);
  EXPECT_EQ(read, 2);

  stored.stored_attachments[0].read = [] { return Fail(ErrorCode::ERR_STORE_MISSING, "x"); };
  EXPECT_EQ(code(stored), "ERR_STORE_MISSING");
  stored.stored_attachments[0].read = [] { return Result<Bytes>(Bytes{1}); };
  EXPECT_EQ(code(stored), "ERR_BUNDLE_SIZE");
  const std::size_t size = draft.attachments[0].bytes.size();
  stored.stored_attachments[0].read = [size] { return Result<Bytes>(Bytes(size, 1)); };
  EXPECT_EQ(code(stored), "ERR_BUNDLE_HASH");
  stored.stored_attachments[0].name = "../x";
  EXPECT_EQ(code(stored), "ERR_BUNDLE_ENTRY_UNEXPECTED");
}

TEST(Bundle, HoldsItsEntriesInTheirOrder) {
  const Bytes file = SampleBundle();
  const auto entries = EntriesOf(file);
  ASSERT_EQ(entries.size(), 7u);
  EXPECT_EQ(entries[0].name, "mimetype");
  EXPECT_EQ(AsText(entries[0].bytes), "application/vnd.pingshen.bundle+zip");
  EXPECT_EQ(entries[1].name, "manifest.json");
  EXPECT_EQ(entries[2].name, "assessment.cereal");
  EXPECT_EQ(entries[3].name, "form.json");
  EXPECT_EQ(entries[3].bytes, SampleDraft().form_json);
  EXPECT_TRUE(IsAttachmentName(entries[4].name));
  EXPECT_TRUE(IsAttachmentName(entries[5].name));
  EXPECT_LT(entries[4].name, entries[5].name);
  EXPECT_EQ(entries[6].name, "signatures/1.json");
  // Known to everybody who looks at the first bytes, like EPUB and OpenDocument.
  EXPECT_EQ(AsText(ByteView(file).subspan(30, 43)), "mimetypeapplication/vnd.pingshen.bundle+zip");
}

TEST(Bundle, IsTheSameForTheSameDraft) { EXPECT_EQ(SampleBundle(), SampleBundle()); }

TEST(Bundle, ComesBack) {
  const Draft draft = SampleDraft();
  const Bytes file = SampleBundle();
  const auto payload = Verify(file, {});
  ASSERT_TRUE(payload) << CodeOfResult(payload) << payload.error().context;
  EXPECT_EQ(payload->manifest().bundle_id, draft.manifest.bundle_id);
  EXPECT_EQ(payload->manifest().assessment, draft.manifest.assessment);
  EXPECT_EQ(payload->manifest().claimed->score, "91.15");
  EXPECT_EQ(payload->manifest_sha256(), Sha256Hex(AsBytes(SampleManifest())));
  EXPECT_EQ(Bytes(payload->form_json().begin(), payload->form_json().end()), draft.form_json);
  const auto records = payload->DecodeRecords();
  ASSERT_TRUE(records);
  EXPECT_EQ(*records, draft.records);
  ASSERT_EQ(payload->attachments().size(), 2u);
  for (const AttachmentPlace& place : payload->attachments()) {
    const Attachment& original = draft.attachments[place.name.ends_with(".jpg") ? 0 : 1];
    EXPECT_EQ(place.name, Sha256Hex(original.bytes) + "." + original.extension);
    const ByteView bytes = ByteView(file).subspan(static_cast<std::size_t>(place.offset_bytes),
                                                  static_cast<std::size_t>(place.size_bytes));
    EXPECT_EQ(Bytes(bytes.begin(), bytes.end()), original.bytes);
  }
  ASSERT_EQ(payload->signatures().size(), 1u);
  const SignatureFacts& facts = payload->signatures()[0];
  EXPECT_EQ(facts.signer.name, SampleSigner().name);
  EXPECT_EQ(facts.signer.role, "assessor");
  EXPECT_EQ(facts.signer.meaning, SampleSigner().meaning);
  EXPECT_EQ(facts.signer.signed_at_ms, SampleSigner().signed_at_ms);
  EXPECT_EQ(facts.key_id, "06e3fd8fda29bb60");
  EXPECT_EQ(facts.public_key, SampleKey().PublicKeyInfo());
  EXPECT_FALSE(facts.known);
}

TEST(Bundle, MayBeSignedWithSm2) {
  const auto written = WriteSample(SampleDraft(), SampleSm2Key());
  ASSERT_TRUE(written);
  const auto payload = Verify(written->file, {});
  ASSERT_TRUE(payload);
  EXPECT_EQ(payload->signatures()[0].algorithm, Algorithm::kSm2Sm3);
  EXPECT_EQ(payload->manifest_sha256(), written->manifest_sha256);
}

TEST(Bundle, KeepsTheSameAttachmentOnce) {
  Draft draft = SampleDraft();
  draft.attachments = {{"jpg", Bytes{1}}, {"jpg", Bytes{1}}, {"png", Bytes{1}}};
  const auto written = WriteSample(std::move(draft));
  ASSERT_TRUE(written);
  EXPECT_EQ(Verify(written->file, {})->attachments().size(), 2u);
}

TEST(Bundle, MayHoldNothingButTheNecessary) {
  Draft draft = SampleDraft();
  draft.records.clear();
  draft.attachments.clear();
  draft.form_json.clear();
  draft.manifest.assessment.form_sha256 = Sha256Hex({});
  draft.manifest.scheme = "none";
  draft.manifest.claimed.reset();
  const auto written = WriteSample(std::move(draft));
  ASSERT_TRUE(written) << CodeOfResult(written);
  const auto payload = Verify(written->file, {});
  ASSERT_TRUE(payload);
  EXPECT_TRUE(payload->DecodeRecords()->empty());
  EXPECT_EQ(payload->manifest().entries.size(), 2u);
}

TEST(Bundle, IsNotWrittenWhenItWouldBeRefused) {
  const auto code = [](void (*spoil)(Draft&)) {
    Draft draft = SampleDraft();
    spoil(draft);
    return CodeOfResult(WriteSample(std::move(draft)));
  };
  EXPECT_EQ(code([](Draft&) {}), "");
  EXPECT_EQ(code([](Draft& d) { d.manifest.bundle_id = "1"; }), "ERR_BUNDLE_MANIFEST");
  EXPECT_EQ(code([](Draft& d) { d.manifest.assessment.institution.name = "\x80"; }), "ERR_UTF8");
  EXPECT_EQ(code([](Draft& d) { d.form_json.push_back(' '); }), "ERR_BUNDLE_FORM");
  EXPECT_EQ(code([](Draft& d) { d.records[1].sequence = 1; }), "ERR_BUNDLE_RECORDS");
  EXPECT_EQ(code([](Draft& d) { d.records[1].author = "\xFF"; }), "ERR_BUNDLE_RECORDS");
  EXPECT_EQ(code([](Draft& d) { d.attachments[0].extension = "../x"; }),
            "ERR_BUNDLE_ENTRY_UNEXPECTED");
  EXPECT_EQ(code([](Draft& d) { d.attachments[0].extension = ""; }), "ERR_BUNDLE_ENTRY_UNEXPECTED");
}

TEST(Bundle, IsNotSignedByASignerWhoIsNone) {
  ports::SeededRandom random(1);
  Signer signer = SampleSigner();
  signer.role = "king";
  EXPECT_EQ(CodeOfResult(Write(SampleDraft(), SampleKey(), signer, random)),
            "ERR_BUNDLE_STATEMENT");
  random.Break();
  EXPECT_EQ(CodeOfResult(Write(SampleDraft(), SampleSm2Key(), SampleSigner(), random)),
            "ERR_RANDOM");
}

TEST(Countersigning, AddsAnEnvelopeAndChangesNothingElse) {
  ports::SeededRandom random(1);
  Signer leader = SampleSigner();
  leader.role = "team_leader";
  leader.name = "王芳";
  const Bytes once = SampleBundle();
  const auto twice = Countersign(once, SampleSm2Key(), leader, random);
  ASSERT_TRUE(twice) << CodeOfResult(twice);
  Signer clinic = SampleSigner();
  clinic.role = "institution";
  clinic.meaning = "";
  clinic.refusal = "对第 3 项扣分不认可";
  const auto thrice = Countersign(twice->file, OtherKey(), clinic, random);
  ASSERT_TRUE(thrice) << CodeOfResult(thrice);

  const auto payload = Verify(thrice->file, {});
  ASSERT_TRUE(payload);
  ASSERT_EQ(payload->signatures().size(), 3u);
  EXPECT_EQ(payload->signatures()[1].signer.name, "王芳");
  EXPECT_EQ(payload->signatures()[1].algorithm, Algorithm::kSm2Sm3);
  EXPECT_EQ(payload->signatures()[2].signer.refusal, "对第 3 项扣分不认可");
  EXPECT_EQ(payload->manifest_sha256(), Verify(once, {})->manifest_sha256());

  auto entries = EntriesOf(thrice->file);
  EXPECT_EQ(entries[7].name, "signatures/2.json");
  EXPECT_EQ(entries[8].name, "signatures/3.json");
  entries.resize(7);
  EXPECT_EQ(archive::WriteStoredZip(entries), once);
}

TEST(Countersigning, RefusesABundleThatDoesNotVerify) {
  ports::SeededRandom random(1);
  Bytes file = SampleBundle();
  file[100] ^= 1;
  EXPECT_FALSE(Countersign(file, OtherKey(), SampleSigner(), random));
}

TrustList ListOfSample() {
  TrustedKey key;
  key.public_key = SampleKey().PublicKeyInfo();
  key.key_id = KeyId(key.public_key);
  key.holder = SampleSigner().name;
  key.organisation = SampleSigner().organisation;
  key.roles = {"assessor"};
  key.region = "431100";
  key.valid_from_ms = 0;
  key.valid_to_ms = kSampleTimeMs * 2;
  return {.serial = 1, .issued_at_ms = 0, .keys = {key}};
}

TEST(BundleTrust, KnowsAllowedSigners) {
  const TrustList list = ListOfSample();
  const auto payload = Verify(SampleBundle(), {.trust = &list});
  ASSERT_TRUE(payload) << CodeOfResult(payload);
  EXPECT_TRUE(payload->signatures()[0].known);
}

TEST(BundleTrust, RefusesUnknownAndNotAllowedSigners) {
  const auto code = [](void (*change)(TrustList&), ByteView file) {
    TrustList list = ListOfSample();
    change(list);
    return CodeOfResult(Verify(file, {.trust = &list}));
  };
  const Bytes file = SampleBundle();
  EXPECT_EQ(code([](TrustList& l) { l.keys.clear(); }, file), "ERR_BUNDLE_SIGNER_UNKNOWN");
  EXPECT_EQ(code([](TrustList& l) { l.keys[0].roles = {"commission"}; }, file),
            "ERR_BUNDLE_SIGNER_NOT_ALLOWED");
  EXPECT_EQ(code([](TrustList& l) { l.keys[0].region = "510000"; }, file),
            "ERR_BUNDLE_SIGNER_NOT_ALLOWED");
  EXPECT_EQ(code([](TrustList& l) { l.keys[0].valid_to_ms = kSampleTimeMs; }, file),
            "ERR_BUNDLE_SIGNER_NOT_ALLOWED");
  EXPECT_EQ(code([](TrustList& l) { l.keys[0].revoked_at_ms = kSampleTimeMs; }, file),
            "ERR_BUNDLE_SIGNER_NOT_ALLOWED");
  EXPECT_EQ(code([](TrustList& l) { l.keys[0].holder = "李四"; }, file),
            "ERR_BUNDLE_SIGNER_NOT_ALLOWED");
  // One known signer does not vouch for another.
  ports::SeededRandom random(1);
  const auto twice = Countersign(file, OtherKey(), SampleSigner(), random);
  ASSERT_TRUE(twice);
  EXPECT_EQ(code([](TrustList&) {}, twice->file), "ERR_BUNDLE_SIGNER_UNKNOWN");
}

TEST(BundleSize, IsCapped) {
  const Bytes file = SampleBundle();
  EXPECT_TRUE(Verify(file, {.max_bytes = file.size()}));
  EXPECT_EQ(CodeOfResult(Verify(file, {.max_bytes = file.size() - 1})), "ERR_BUNDLE_TOO_LARGE");
}

}  // namespace
}  // namespace pingshen::bundle
