#include "commission/intake/intake.h"

#include <gtest/gtest.h>

#include "commission/system/os_files.h"
#include "core/bundle/dsse.h"
#include "core/json/json.h"
#include "tests/commission/desk/desk_fixture.h"

namespace pingshen::commission {
namespace {

class IntakeTest : public DeskFixture {
 protected:
  void ExpectRefused(const Result<IntakeAnswer>& answer, ErrorCode code) {
    ASSERT_FALSE(answer) << "expected " << CodeName(code);
    EXPECT_EQ(CodeName(answer.error().code), CodeName(code)) << answer.error().context;
    EXPECT_EQ(Received(), 0u);
  }
};

TEST_F(IntakeTest, RegistersTheRecomputedResult) {
  const bundle::Written written = Make();
  const auto answer = Send(written);
  ASSERT_TRUE(answer) << CodeName(answer.error().code) << answer.error().context;
  EXPECT_FALSE(answer->repeated);
  const Reception& reception = answer->reception;
  EXPECT_EQ(reception.intake_number, 1);
  EXPECT_EQ(reception.manifest_sha256, written.manifest_sha256);
  // By hand from the form: all 100 points but 60 instead of 80 kinds of drugs (2 of 5 points).
  EXPECT_EQ(reception.score, "97");
  EXPECT_EQ(reception.total, "100");
  EXPECT_EQ(reception.band, "class-a");
  EXPECT_EQ(reception.band_label.zh, "甲级");
  EXPECT_EQ(reception.tone, "good");
  EXPECT_EQ(reception.received_at_ms, clock.NowUtcMs());
  EXPECT_EQ(reception.trust_serial, trusted.serial);
  EXPECT_EQ(reception.warnings_json, "[]");
  const auto result = json::Parse(reception.result_json).value();
  EXPECT_EQ(result.Find("earned")->text, "97");
  EXPECT_EQ(result.Find("attainable")->text, "100");
  EXPECT_EQ(result.Find("sections")->items.size(), 6u);

  const auto files = store->FilesOf(1).value();
  ASSERT_EQ(files.size(), 1u);
  EXPECT_EQ(ReadWholeFile(store->PathOf(files[0].file_sha256), 1u << 20).value(), written.file);
  ASSERT_EQ(files[0].signatures.size(), 1u);
  EXPECT_EQ(files[0].signatures[0].name, "张三");
}

TEST_F(IntakeTest, AVetoClosesTheBand) {
  const auto answer = Send(Make({.answers = {{"VC-03", "40"}}}));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->reception.score, "91") << "97 less the 6 points of the floor area";
  EXPECT_EQ(answer->reception.band, "not-qualified");
  EXPECT_EQ(answer->reception.tone, "bad");
}

TEST_F(IntakeTest, SendingTwiceIsHarmless) {
  const bundle::Written written = Make();
  const Reception first = Send(written).value().reception;
  Send(Make()).value();
  clock.Advance(1000);
  const IntakeAnswer again = Send(written).value();
  EXPECT_TRUE(again.repeated);
  EXPECT_EQ(again.reception.intake_number, first.intake_number);
  EXPECT_EQ(again.reception.received_at_ms, first.received_at_ms);
  EXPECT_EQ(Received(), 2u);
  Open();
  EXPECT_EQ(Send(written).value().reception.intake_number, first.intake_number)
      << "also after a restart";
}

TEST_F(IntakeTest, AClaimThatTheAnswersDoNotGiveIsRefused) {
  for (const auto& change : std::vector<std::function<void(bundle::ClaimedPoints&)>>{
           [](bundle::ClaimedPoints& claim) { claim.earned = "98"; },
           [](bundle::ClaimedPoints& claim) { claim.score = "97.01"; },
           [](bundle::ClaimedPoints& claim) { claim.band = "class-b"; },
           [](bundle::ClaimedPoints& claim) { claim.total = "99"; },
           [](bundle::ClaimedPoints& claim) { claim.vetoes = {"V1"}; }}) {
    ExpectRefused(Send(Make({.change_manifest =
                                 [&](bundle::Manifest& manifest) { change(*manifest.claimed); }})),
                  ErrorCode::ERR_RESULT_MISMATCH);
  }
  ExpectRefused(Send(Make({.change_manifest =
                               [](bundle::Manifest& manifest) {
                                 manifest.claimed.reset();
                                 manifest.scheme = "none";
                               }})),
                ErrorCode::ERR_RESULT_MISMATCH);
}

TEST_F(IntakeTest, AFormThatTheCommissionDidNotPublishIsRefused) {
  // Rightly signed, internally consistent: only the points of one item were made easier.
  const auto easier = [](std::string& form) {
    const std::string_view from = "{ \"at_least\": 80, \"points\": 5 }";
    const std::size_t at = form.find(from);
    ASSERT_NE(at, std::string::npos);
    form.replace(at, from.size(), "{ \"at_least\": 55, \"points\": 5 }");
  };
  ExpectRefused(Send(Make({.change_form = easier})), ErrorCode::ERR_DESK_FORM_UNKNOWN);
  ExpectRefused(Send(Make({.change_form = [](std::string& form) { form += "\n"; }})),
                ErrorCode::ERR_DESK_FORM_UNKNOWN);
}

TEST_F(IntakeTest, AnUnknownSignerIsRefusedUntilRegistered) {
  const TestSigner stranger = MakeSigner("李四", random);
  const bundle::Written written = MakeBundle(stranger, {}, random);
  const auto refused = Send(written);
  ExpectRefused(refused, ErrorCode::ERR_BUNDLE_SIGNER_UNKNOWN);
  EXPECT_NE(Sentence(refused.error(), Language::kChinese).find("pingshen trust add"),
            std::string::npos);
  Register(stranger, {"assessor"});
  EXPECT_TRUE(Send(written)) << "registered while the desk runs";
}

TEST_F(IntakeTest, EverySignatureMustBeAllowed) {
  const TestSigner leader = MakeSigner("王五", random);
  const bundle::Written once = Make();
  const bundle::Written twice = CountersignBundle(once.file, leader, random);
  ExpectRefused(Send(twice), ErrorCode::ERR_BUNDLE_SIGNER_UNKNOWN);
  Register(leader, {"assessor"});
  ExpectRefused(Send(twice), ErrorCode::ERR_BUNDLE_SIGNER_NOT_ALLOWED);
}

TEST_F(IntakeTest, ACountersignedBundleKeepsTheNumber) {
  const TestSigner leader = MakeSigner("王五", random);
  Register(leader, {"team_leader"});
  const bundle::Written once = Make();
  const bundle::Written twice = CountersignBundle(once.file, leader, random);
  EXPECT_EQ(Send(once).value().reception.intake_number, 1);
  const IntakeAnswer second = Send(twice).value();
  EXPECT_TRUE(second.repeated);
  EXPECT_EQ(second.reception.intake_number, 1);
  const auto files = store->FilesOf(1).value();
  ASSERT_EQ(files.size(), 2u);
  EXPECT_EQ(files[0].signatures.size(), 2u);
}

TEST_F(IntakeTest, ARevokedKeyCannotDateItselfBack) {
  const bundle::Written written = Make();
  Revoke(assessor, kSignedAtMs + 1000);  // signed before, arrives after
  ExpectRefused(Send(written), ErrorCode::ERR_BUNDLE_SIGNER_NOT_ALLOWED);
}

TEST_F(IntakeTest, DamagedBytesAreRefused) {
  bundle::Written written = Make();
  const Bytes good = written.file;
  for (std::size_t at = 0; at < good.size(); at += 997) {
    written.file = good;
    written.file[at] ^= 1;
    EXPECT_FALSE(Send(written)) << at;
  }
  written.file.assign(good.begin(), good.end() - 1);
  EXPECT_FALSE(Send(written));
  written.file.clear();
  EXPECT_FALSE(Send(written));
  written.file.assign((1u << 20) + 1, 0);
  EXPECT_FALSE(Send(written));
  EXPECT_EQ(Received(), 0u);
}

TEST_F(IntakeTest, WithoutAUsableTrustListNothingIsTakenIn) {
  ASSERT_TRUE(WriteFileDurably(TrustListPath(folder.path()), AsBytes("{}"), IfExists::kReplace,
                               Readers::kEverybody));
  ExpectRefused(Send(Make()), ErrorCode::ERR_TRUST_FORMAT);
  std::filesystem::remove(TrustListPath(folder.path()));
  ExpectRefused(Send(Make()), ErrorCode::ERR_BUNDLE_SIGNER_UNKNOWN);
}

TEST_F(IntakeTest, WarnsButTakesIn) {
  bundle::Written first = Make();
  ASSERT_TRUE(Send(first));
  std::string assessment = store->Find(first.manifest_sha256).value()->assessment.id;
  const std::string unknown(64, 'a');
  const auto answer = Send(Make({.previous = unknown,
                                 .created_at_ms = clock.NowUtcMs() + 60 * 60 * 1000,
                                 .change_manifest = [&](bundle::Manifest& manifest) {
                                   manifest.assessment.id = assessment;
                                 }}));
  ASSERT_TRUE(answer);
  std::vector<std::string> codes;
  const auto warnings = json::Parse(answer->reception.warnings_json).value();
  for (const json::Value& warning : warnings.items) {
    codes.push_back(warning.Find("code")->text);
  }
  EXPECT_EQ(codes, (std::vector<std::string>{"WARN_SAME_ASSESSMENT", "WARN_CLOCK_AHEAD",
                                             "WARN_PREVIOUS_UNKNOWN"}));
  EXPECT_EQ(Send(Make({.previous = first.manifest_sha256})).value().reception.warnings_json, "[]");
}

TEST_F(IntakeTest, TheReceiptIsSignedAndStaysTheSame) {
  auto key = bundle::PrivateKey::Generate(bundle::Algorithm::kEd25519, random).value();
  const Bytes signer_key = key.PublicKeyInfo();
  const ReceiptSigner receipts(std::move(key), random);
  Open(&receipts);
  const bundle::Written written = Make();
  const std::string receipt = Send(written).value().reception.receipt;
  const auto envelope = bundle::DecodeEnvelope(receipt);
  ASSERT_TRUE(envelope);
  EXPECT_EQ(envelope->payload_type, kReceiptType);
  const std::string signed_bytes =
      bundle::PreAuthEncoding(envelope->payload_type, envelope->payload);
  EXPECT_TRUE(bundle::VerifySignature(bundle::Algorithm::kEd25519, signer_key,
                                      AsBytes(signed_bytes), envelope->signature));
  const auto payload = json::Parse(envelope->payload).value();
  EXPECT_EQ(payload.Find("manifest_sha256")->text, written.manifest_sha256);
  EXPECT_EQ(payload.Find("intake_number")->text, "1");
  EXPECT_EQ(payload.Find("result")->Find("score")->text, "97");
  EXPECT_EQ(Send(written).value().reception.receipt, receipt);
}

}  // namespace
}  // namespace pingshen::commission
