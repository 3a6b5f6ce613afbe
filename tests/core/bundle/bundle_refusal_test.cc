// Bundles with a right container and something wrong inside: each fault has its own code.
#include <gtest/gtest.h>

#include <functional>
#include <ostream>

#include "core/bundle/bundle.h"
#include "core/bundle/dsse.h"
#include "core/bundle/entry_names.h"
#include "core/bundle/records_codec.h"
#include "core/bundle/statement.h"
#include "core/ports/memory_random.h"
#include "tests/core/bundle/sample_bundle.h"

namespace pingshen::bundle {
namespace {

using enum ErrorCode;
using Entries = std::vector<archive::Entry>;

std::string CodeOfVerify(ByteView file) {
  const auto payload = Verify(file, {});
  return payload ? std::string() : std::string(CodeName(payload.error().code));
}

struct Fault {
  const char* what;
  ErrorCode code;
  std::function<void(Entries&)> apply;
  friend void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.what; }
};

class BundleFault : public testing::TestWithParam<Fault> {};

TEST_P(BundleFault, IsRefusedWithItsOwnCode) {
  const Bytes good = SampleBundle();
  ASSERT_EQ(CodeOfVerify(good), "");
  EXPECT_EQ(CodeOfVerify(Changed(good, GetParam().apply)), CodeName(GetParam().code));
}

void Remove(Entries& entries, std::string_view name) {
  std::erase_if(entries, [&](const archive::Entry& entry) { return entry.name == name; });
}
void InsertAt(Entries& entries, std::ptrdiff_t at, std::string name, std::string_view bytes = "x") {
  entries.insert(entries.begin() + at, {std::move(name), BytesOf(bytes)});
}
const std::string kStray = AttachmentName(Sha256Hex(AsBytes("x")), "txt");

INSTANTIATE_TEST_SUITE_P(
    Entries, BundleFault,
    testing::Values(
        Fault{"mimetype of something else", ERR_BUNDLE_MIMETYPE,
              [](Entries& e) { e[0].bytes = BytesOf("application/epub+zip"); }},
        Fault{"mimetype with a newline", ERR_BUNDLE_MIMETYPE,
              [](Entries& e) { e[0].bytes.push_back('\n'); }},
        Fault{"mimetype empty", ERR_BUNDLE_MIMETYPE, [](Entries& e) { e[0].bytes.clear(); }},
        Fault{"mimetype missing", ERR_BUNDLE_MIMETYPE,
              [](Entries& e) { Remove(e, kMimetypeName); }},
        Fault{"mimetype not first", ERR_BUNDLE_MIMETYPE, [](Entries& e) { std::swap(e[0], e[1]); }},
        Fault{"manifest missing", ERR_BUNDLE_ENTRY_MISSING,
              [](Entries& e) { Remove(e, kManifestName); }},
        Fault{"records missing", ERR_BUNDLE_ENTRY_MISSING,
              [](Entries& e) { Remove(e, kRecordsName); }},
        Fault{"form missing", ERR_BUNDLE_ENTRY_MISSING, [](Entries& e) { Remove(e, kFormName); }},
        Fault{"nothing but the mimetype", ERR_BUNDLE_ENTRY_MISSING,
              [](Entries& e) { e.resize(1); }},
        Fault{"signature missing", ERR_BUNDLE_UNSIGNED, [](Entries& e) { e.pop_back(); }},
        Fault{"a stranger's file", ERR_BUNDLE_ENTRY_UNEXPECTED,
              [](Entries& e) { InsertAt(e, 4, "readme.txt"); }},
        Fault{"a hidden file", ERR_BUNDLE_ENTRY_UNEXPECTED,
              [](Entries& e) { InsertAt(e, 4, ".DS_Store"); }},
        Fault{"an attachment by a name of its own", ERR_BUNDLE_ENTRY_UNEXPECTED,
              [](Entries& e) { InsertAt(e, 4, "attachments/photo.jpg"); }},
        Fault{"an attachment in a deeper folder", ERR_BUNDLE_ENTRY_UNEXPECTED,
              [](Entries& e) { InsertAt(e, 4, "attachments/x/" + kStray.substr(12)); }},
        Fault{"a manifest in other letters", ERR_BUNDLE_ENTRY_UNEXPECTED,
              [](Entries& e) { InsertAt(e, 4, "Manifest.json"); }},
        Fault{"records before the manifest", ERR_BUNDLE_ENTRY_ORDER,
              [](Entries& e) { std::swap(e[1], e[2]); }},
        Fault{"form before the records", ERR_BUNDLE_ENTRY_ORDER,
              [](Entries& e) { std::swap(e[2], e[3]); }},
        Fault{"attachment before the form", ERR_BUNDLE_ENTRY_ORDER,
              [](Entries& e) { std::swap(e[3], e[4]); }},
        Fault{"attachments exchanged", ERR_BUNDLE_ENTRY_ORDER,
              [](Entries& e) { std::swap(e[4], e[5]); }},
        Fault{"signature before an attachment", ERR_BUNDLE_ENTRY_ORDER,
              [](Entries& e) { std::swap(e[5], e[6]); }},
        Fault{"signature number 2 alone", ERR_BUNDLE_ENTRY_ORDER,
              [](Entries& e) { e[6].name = "signatures/2.json"; }},
        Fault{"signature number 01", ERR_BUNDLE_ENTRY_ORDER,
              [](Entries& e) { e[6].name = "signatures/01.json"; }},
        Fault{"signature without a number", ERR_BUNDLE_ENTRY_ORDER,
              [](Entries& e) { e[6].name = "signatures/x.json"; }},
        Fault{"signature numbers with a gap", ERR_BUNDLE_ENTRY_ORDER,
              [](Entries& e) { e.push_back({"signatures/3.json", e[6].bytes}); }}));

INSTANTIATE_TEST_SUITE_P(
    Contents, BundleFault,
    testing::Values(
        Fault{"records changed", ERR_BUNDLE_HASH, [](Entries& e) { e[2].bytes.back() ^= 1; }},
        Fault{"records longer", ERR_BUNDLE_SIZE, [](Entries& e) { e[2].bytes.push_back(0); }},
        Fault{"records empty", ERR_BUNDLE_SIZE, [](Entries& e) { e[2].bytes.clear(); }},
        Fault{"form changed", ERR_BUNDLE_HASH, [](Entries& e) { e[3].bytes[0] ^= 1; }},
        Fault{"attachment changed", ERR_BUNDLE_HASH, [](Entries& e) { e[4].bytes[0] ^= 1; }},
        Fault{"attachment missing", ERR_BUNDLE_MANIFEST_ENTRIES,
              [](Entries& e) { e.erase(e.begin() + 4); }},
        Fault{"all attachments missing", ERR_BUNDLE_MANIFEST_ENTRIES,
              [](Entries& e) { e.erase(e.begin() + 4, e.begin() + 6); }},
        Fault{"attachment with another extension", ERR_BUNDLE_MANIFEST_ENTRIES,
              [](Entries& e) { e[5].name = e[5].name.substr(0, e[5].name.rfind('.')) + ".zz"; }},
        Fault{"an attachment more than listed", ERR_BUNDLE_MANIFEST_ENTRIES,
              [](Entries& e) { InsertAt(e, 6, "attachments/" + std::string(64, 'f') + ".txt"); }},
        Fault{"manifest changed", ERR_BUNDLE_MANIFEST_DIGEST,
              [](Entries& e) { e[1].bytes[20] ^= 1; }},
        Fault{"manifest with a blank more", ERR_BUNDLE_MANIFEST_DIGEST,
              [](Entries& e) { e[1].bytes.push_back(' '); }},
        Fault{"manifest no JSON at all", ERR_BUNDLE_MANIFEST_DIGEST,
              [](Entries& e) { e[1].bytes = BytesOf("{"); }}));

Statement SampleStatement() {
  const PrivateKey key = SampleKey();
  return {Sha256Hex(AsBytes(SampleManifest())), SampleSigner(), KeyId(key.PublicKeyInfo()),
          Algorithm::kEd25519, key.PublicKeyInfo()};
}
Envelope SampleEnvelope(const Entries& entries) {
  return DecodeEnvelope(AsText(entries.back().bytes)).value();
}
void SetEnvelope(Entries& entries, const Envelope& envelope) {
  entries.back().bytes = BytesOf(EncodeEnvelope(envelope));
}
// Rightly signed with the sample key, whatever the statement says.
void SetStatement(Entries& entries, std::string_view json) {
  entries.back().bytes = BytesOf(SignedEnvelope(kStatementType, json, SampleKey()));
}
std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

INSTANTIATE_TEST_SUITE_P(
    Signatures, BundleFault,
    testing::Values(
        Fault{"empty", ERR_BUNDLE_ENVELOPE, [](Entries& e) { e.back().bytes.clear(); }},
        Fault{"with a newline", ERR_BUNDLE_ENVELOPE,
              [](Entries& e) { e.back().bytes.push_back('\n'); }},
        Fault{"with a byte order mark", ERR_BUNDLE_ENVELOPE,
              [](Entries& e) {
                e.back().bytes = BytesOf("\xEF\xBB\xBF" + std::string(AsText(e.back().bytes)));
              }},
        Fault{"base64 without padding", ERR_BUNDLE_ENVELOPE,
              [](Entries& e) {
                e.back().bytes =
                    BytesOf(Replaced(std::string(AsText(e.back().bytes)), "==\"}]}", "\"}]}"));
              }},
        Fault{"base64 with bits left over", ERR_BUNDLE_ENVELOPE,
              [](Entries& e) {
                // 64 bytes end in one of A Q g w before "==".
                std::string json(AsText(e.back().bytes));
                char& last = json[json.rfind("==\"}]}") - 1];
                last = static_cast<char>(last + 1);
                e.back().bytes = BytesOf(json);
              }},
        Fault{"payloadType exchanged", ERR_BUNDLE_PAYLOAD_TYPE,
              [](Entries& e) {
                Envelope envelope = SampleEnvelope(e);
                envelope.payload_type = "application/vnd.pingshen.trust-list+json";
                SetEnvelope(e, envelope);
              }},
        Fault{"payloadType of another kind, rightly signed", ERR_BUNDLE_PAYLOAD_TYPE,
              [](Entries& e) {
                e.back().bytes = BytesOf(SignedEnvelope("application/vnd.pingshen.receipt+json",
                                                        SampleEnvelope(e).payload, SampleKey()));
              }},
        Fault{"payload exchanged", ERR_BUNDLE_SIGNATURE,
              [](Entries& e) {
                Envelope envelope = SampleEnvelope(e);
                envelope.payload = Replaced(envelope.payload, "assessor", "reviewer");
                SetEnvelope(e, envelope);
              }},
        Fault{"signed over the payload alone", ERR_BUNDLE_SIGNATURE,
              [](Entries& e) {
                ports::SeededRandom random(1);
                Envelope envelope = SampleEnvelope(e);
                envelope.signature = SampleKey().Sign(AsBytes(envelope.payload), random).value();
                SetEnvelope(e, envelope);
              }},
        Fault{
            "signed under another type", ERR_BUNDLE_SIGNATURE,
            [](Entries& e) {
              ports::SeededRandom random(1);
              Envelope envelope = SampleEnvelope(e);
              envelope.signature =
                  SampleKey().Sign(AsBytes(PreAuthEncoding("x", envelope.payload)), random).value();
              SetEnvelope(e, envelope);
            }},
        Fault{"signed by another key", ERR_BUNDLE_SIGNATURE,
              [](Entries& e) {
                ports::SeededRandom random(1);
                Envelope envelope = SampleEnvelope(e);
                envelope.signature =
                    OtherKey()
                        .Sign(AsBytes(PreAuthEncoding(kStatementType, envelope.payload)), random)
                        .value();
                SetEnvelope(e, envelope);
              }},
        Fault{"signature of zeros", ERR_BUNDLE_SIGNATURE,
              [](Entries& e) {
                Envelope envelope = SampleEnvelope(e);
                envelope.signature = Bytes(64);
                SetEnvelope(e, envelope);
              }},
        Fault{"signature empty", ERR_BUNDLE_SIGNATURE,
              [](Entries& e) {
                Envelope envelope = SampleEnvelope(e);
                envelope.signature.clear();
                SetEnvelope(e, envelope);
              }},
        Fault{"keyid of another key", ERR_BUNDLE_KEY_ID,
              [](Entries& e) {
                Envelope envelope = SampleEnvelope(e);
                envelope.key_id = KeyId(OtherKey().PublicKeyInfo());
                SetEnvelope(e, envelope);
              }},
        Fault{"statement for another manifest", ERR_BUNDLE_MANIFEST_DIGEST,
              [](Entries& e) {
                Statement statement = SampleStatement();
                statement.manifest_sha256 = std::string(64, '0');
                SetStatement(e, EncodeStatement(statement).value());
              }},
        Fault{
            "statement with a blank", ERR_BUNDLE_STATEMENT,
            [](Entries& e) { SetStatement(e, EncodeStatement(SampleStatement()).value() + " "); }},
        Fault{"statement with an unknown role", ERR_BUNDLE_STATEMENT,
              [](Entries& e) {
                SetStatement(
                    e, Replaced(EncodeStatement(SampleStatement()).value(), "assessor", "god"));
              }},
        Fault{"statement that is no JSON", ERR_BUNDLE_STATEMENT,
              [](Entries& e) { SetStatement(e, "hello"); }},
        Fault{"key id that is not the key's", ERR_BUNDLE_KEY_ID,
              [](Entries& e) {
                SetStatement(e, Replaced(EncodeStatement(SampleStatement()).value(), "06e3fd8f",
                                         "16e3fd8f"));
              }},
        Fault{"algorithm of another key", ERR_BUNDLE_KEY,
              [](Entries& e) {
                SetStatement(
                    e, Replaced(EncodeStatement(SampleStatement()).value(), "ed25519", "sm2-sm3"));
              }},
        Fault{"public key too short", ERR_BUNDLE_KEY,
              [](Entries& e) {
                Statement statement = SampleStatement();
                statement.public_key.pop_back();
                SetStatement(e, EncodeStatement(statement).value());
              }},
        Fault{"public key too long", ERR_BUNDLE_KEY,
              [](Entries& e) {
                Statement statement = SampleStatement();
                statement.public_key.push_back(0);
                SetStatement(e, EncodeStatement(statement).value());
              }},
        Fault{"public key that is no point", ERR_BUNDLE_SIGNATURE,
              [](Entries& e) {
                Statement statement = SampleStatement();
                std::fill(statement.public_key.begin() + 12, statement.public_key.end(),
                          std::uint8_t{0xFF});
                statement.key_id = KeyId(statement.public_key);
                Envelope envelope = SampleEnvelope(e);
                envelope.key_id = statement.key_id;
                envelope.payload = EncodeStatement(statement).value();
                SetEnvelope(e, envelope);
              }},
        Fault{"a second signature that is wrong", ERR_BUNDLE_SIGNATURE,
              [](Entries& e) {
                Envelope envelope = SampleEnvelope(e);
                envelope.signature[5] ^= 1;
                e.push_back({SignatureName(2), BytesOf(EncodeEnvelope(envelope))});
              }},
        Fault{"a first signature that is wrong", ERR_BUNDLE_SIGNATURE, [](Entries& e) {
                Envelope envelope = SampleEnvelope(e);
                envelope.signature[5] ^= 1;
                e.push_back({SignatureName(2), e.back().bytes});
                e[e.size() - 2].bytes = BytesOf(EncodeEnvelope(envelope));
              }}));

// Manifests that a signer signed though they are wrong.
TEST(SignedManifest, IsStillDecodedStrictly) {
  const std::string good = SampleManifest();
  ASSERT_EQ(CodeOfVerify(BundleWithManifest(good)), "");
  EXPECT_EQ(CodeOfVerify(BundleWithManifest(Replaced(good, "\"kind\":\"self\"", "\"kind\":\"x\""))),
            "ERR_BUNDLE_MANIFEST");
  EXPECT_EQ(CodeOfVerify(BundleWithManifest("")), "ERR_BUNDLE_MANIFEST");
  EXPECT_EQ(CodeOfVerify(BundleWithManifest("[]")), "ERR_BUNDLE_MANIFEST");
  EXPECT_EQ(CodeOfVerify(BundleWithManifest(std::string(100'000, '['))), "ERR_BUNDLE_MANIFEST");
}

TEST(SignedManifest, MustListExactlyWhatIsThere) {
  const std::string good = SampleManifest();
  const std::size_t begin = good.find("\"entries\":[") + 11;
  const std::string form_entry =
      good.substr(good.find("{\"name\":\"form.json\""),
                  good.find("{\"name\":\"attachments/") - good.find("{\"name\":\"form.json\""));
  EXPECT_EQ(CodeOfVerify(BundleWithManifest(good.substr(0, begin) + "]}")),
            "ERR_BUNDLE_MANIFEST_ENTRIES");
  EXPECT_EQ(CodeOfVerify(BundleWithManifest(Replaced(good, form_entry, ""))),
            "ERR_BUNDLE_MANIFEST_ENTRIES");
  EXPECT_EQ(CodeOfVerify(BundleWithManifest(Replaced(good, form_entry, form_entry + form_entry))),
            "ERR_BUNDLE_MANIFEST_ENTRIES");
  EXPECT_EQ(CodeOfVerify(BundleWithManifest(
                Replaced(good, "}]}",
                         "},{\"name\":\"signatures/1.json\",\"size\":1,\"sha256\":\"" +
                             std::string(64, '0') + "\"}]}"))),
            "ERR_BUNDLE_MANIFEST_ENTRIES");
  EXPECT_EQ(CodeOfVerify(
                BundleWithManifest(Replaced(good, "}]}",
                                            "},{\"name\":\"missing.txt\",\"size\":1,\"sha256\":\"" +
                                                std::string(64, '0') + "\"}]}"))),
            "ERR_BUNDLE_MANIFEST_ENTRIES");
  EXPECT_EQ(CodeOfVerify(BundleWithManifest(
                Replaced(good, "form.json\",\"size\":", "form.json\",\"size\":1"))),
            "ERR_BUNDLE_SIZE");
}

TEST(SignedManifest, MustNameTheFormThatIsThere) {
  const std::string digest = Sha256Hex(SampleDraft().form_json);
  EXPECT_EQ(
      CodeOfVerify(BundleWithManifest(Replaced(SampleManifest(), digest, std::string(64, '5')))),
      "ERR_BUNDLE_FORM");
}

// A bundle rightly signed over an attachment that is not what its name says.
TEST(SignedManifest, MustNameAttachmentsByTheirDigest) {
  std::string manifest = SampleManifest();
  const std::string false_name = "attachments/" + std::string(64, '0') + ".jpg";
  const std::size_t at = manifest.find("attachments/");
  manifest.replace(at, false_name.size(), false_name);
  const Bytes file =
      Changed(BundleWithManifest(manifest), [&](Entries& e) { e[4].name = false_name; });
  EXPECT_EQ(CodeOfVerify(file), "ERR_BUNDLE_HASH");
}

// Records that a signer signed though they are hostile: the bundle verifies, the decoding is
// bounded.
TEST(SignedRecords, AreDecodedWithBounds) {
  const Bytes hostile = FromHex("0100d2496b0000000000000000");  // a mark and a length of 1.8 GB
  std::string manifest = SampleManifest();
  const Bytes records = EncodeRecords(SampleDraft().records);
  manifest = Replaced(manifest, Sha256Hex(records), Sha256Hex(hostile));
  manifest = Replaced(manifest, "\"size\":" + std::to_string(records.size()),
                      "\"size\":" + std::to_string(hostile.size()));
  const Bytes file =
      Changed(BundleWithManifest(manifest), [&](Entries& e) { e[2].bytes = hostile; });
  const auto payload = Verify(file, {});
  ASSERT_TRUE(payload) << CodeName(payload.error().code);
  const auto decoded = payload->DecodeRecords();
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().code, ERR_BUNDLE_RECORDS);
}

TEST(BundleErrors, NameTheEntry) {
  const Bytes file = Changed(SampleBundle(), [](Entries& e) { e[3].bytes[0] ^= 1; });
  const auto payload = Verify(file, {});
  ASSERT_FALSE(payload);
  EXPECT_EQ(payload.error().context, "form.json");
  EXPECT_EQ(Sentence(payload.error(), Language::kEnglish),
            "An entry's content differs from the manifest: form.json.");
}

}  // namespace
}  // namespace pingshen::bundle
