#include "tests/core/bundle/sample_bundle.h"

#include <cstdio>
#include <cstdlib>

#include "core/bundle/dsse.h"
#include "core/bundle/entry_names.h"
#include "core/bundle/statement.h"
#include "core/ports/memory_random.h"

namespace pingshen::bundle {
namespace {

template <typename T>
T Must(Result<T> result) {
  if (!result) {
    const std::string_view code = CodeName(result.error().code);
    std::fprintf(stderr, "%.*s: %s\n", static_cast<int>(code.size()), code.data(),
                 result.error().context.c_str());
    std::abort();
  }
  return *std::move(result);
}

PrivateKey KeyOf(Algorithm algorithm, std::string_view hex) {
  return Must(PrivateKey::FromSecret(algorithm, FromHex(hex)));
}

model::AnswerRecord Record(std::uint64_t sequence, std::string_view path, model::Value value) {
  model::AnswerRecord record;
  record.sequence = sequence;
  record.path = Must(model::FieldPath::Parse(path));
  record.value = std::move(value);
  record.author = "张秀英";
  record.recorded_at_ms = kSampleTimeMs - 60'000 + static_cast<std::int64_t>(sequence);
  return record;
}

std::vector<model::AnswerRecord> SampleRecords() {
  using model::Value, model::ValueKind;
  return {Record(1, "VC-01", Value::Choice("yes")),
          Record(2, "VC-02", Value::Of(Must(Decimal::Parse("60.5")))),
          Record(3, "VC-03:note",
                 Must(Value::Make(ValueKind::kText,
                                  "药房\n“三查七对” \"ok\" \\ 👩‍⚕️"))),
          Record(4, "VC-09#1", Value::Presence(true)),
          Record(5, "VC-09#1/license", Must(Value::Make(ValueKind::kDate, "2024-02-29"))),
          Record(6, "VC-02", Value::Integer(-12)),
          Record(7, "VC-01", Value())};
}

}  // namespace

Bytes FromHex(std::string_view hex) {
  const auto digit = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(static_cast<std::uint8_t>(digit(hex[i]) * 16 + digit(hex[i + 1])));
  }
  return bytes;
}

Bytes BytesOf(std::string_view text) { return Bytes(text.begin(), text.end()); }

PrivateKey SampleKey() {
  return KeyOf(Algorithm::kEd25519,
               "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
}
PrivateKey OtherKey() {
  return KeyOf(Algorithm::kEd25519,
               "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
}
PrivateKey SampleSm2Key() {
  return KeyOf(Algorithm::kSm2Sm3,
               "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8");
}

Signer SampleSigner() {
  Signer signer;
  signer.role = "assessor";
  signer.name = "张秀英";
  signer.organisation = "江永县卫生健康局 \"评审组\"";
  signer.meaning = "本人对所填内容的真实性负责。";
  signer.signed_at_ms = kSampleTimeMs + 1000;
  return signer;
}

Draft SampleDraft() {
  Draft draft;
  draft.form_json = BytesOf("{\"id\":\"village-clinic\",\"version\":\"2026.1\"}\n");
  draft.records = SampleRecords();
  draft.attachments = {{"jpg", Bytes{0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10}},
                       {"png", BytesOf("\x89PNG\r\n")}};
  Manifest& manifest = draft.manifest;
  manifest.bundle_id = "019aa9f1-9c7b-7cc3-98c4-dc0c0c07398f";
  model::Assessment& assessment = manifest.assessment;
  assessment.id = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";
  assessment.kind = model::AssessmentKind::kSelf;
  assessment.form_id = "village-clinic";
  assessment.form_version = "2026.1";
  assessment.form_sha256 = Sha256Hex(draft.form_json);
  assessment.institution = {"允山镇\"新村\"卫生室", "12431125MB1234567X", "431125"};
  assessment.period = "2026";
  assessment.assessor = "张秀英";
  assessment.created_at_ms = kSampleTimeMs - 3'600'000;
  manifest.created_at_ms = kSampleTimeMs;
  manifest.device_id = "device-1";
  manifest.app_version = "0.1.0";
  manifest.scheme = "points";
  manifest.claimed = ClaimedPoints{"87.5", "96", "100", "91.15", "qualified", {"V2"}};
  return draft;
}

Bytes SampleBundle() {
  ports::SeededRandom random(1);
  return Must(Write(SampleDraft(), SampleKey(), SampleSigner(), random)).file;
}

std::vector<archive::Entry> EntriesOf(ByteView file) {
  std::vector<archive::Entry> entries;
  for (const archive::EntryView& entry :
       Must(archive::ReadStoredZip(file, archive::kMaxContainerBytes))) {
    entries.push_back({std::string(entry.name), Bytes(entry.bytes.begin(), entry.bytes.end())});
  }
  return entries;
}

archive::Entry& EntryOf(std::vector<archive::Entry>& entries, std::string_view name) {
  for (archive::Entry& entry : entries) {
    if (entry.name == name) return entry;
  }
  std::abort();
}

Bytes Changed(ByteView file, const std::function<void(std::vector<archive::Entry>&)>& change) {
  std::vector<archive::Entry> entries = EntriesOf(file);
  change(entries);
  return archive::WriteStoredZip(entries);
}

std::string SignedEnvelope(std::string_view payload_type, std::string_view payload,
                           const PrivateKey& key) {
  ports::SeededRandom random(2);
  Envelope envelope{
      std::string(payload_type), std::string(payload), KeyId(key.PublicKeyInfo()), {}};
  envelope.signature = Must(key.Sign(AsBytes(PreAuthEncoding(payload_type, payload)), random));
  return EncodeEnvelope(envelope);
}

Bytes BundleWithManifest(std::string_view manifest_json) {
  const PrivateKey key = SampleKey();
  Statement statement{Sha256Hex(AsBytes(manifest_json)), SampleSigner(), KeyId(key.PublicKeyInfo()),
                      Algorithm::kEd25519, key.PublicKeyInfo()};
  const std::string envelope =
      SignedEnvelope(kStatementType, Must(EncodeStatement(statement)), key);
  return Changed(SampleBundle(), [&](std::vector<archive::Entry>& entries) {
    EntryOf(entries, kManifestName).bytes = BytesOf(manifest_json);
    EntryOf(entries, SignatureName(1)).bytes = BytesOf(envelope);
  });
}

std::string SampleManifest() {
  std::vector<archive::Entry> entries = EntriesOf(SampleBundle());
  return std::string(AsText(EntryOf(entries, kManifestName).bytes));
}

}  // namespace pingshen::bundle
