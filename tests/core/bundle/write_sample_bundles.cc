// Writes sample bundles for the test of the recipe: write_sample_bundles FOLDER. In FOLDER/valid/
// what must be accepted, in FOLDER/refused/ what must not, each with a right container unless the
// name says otherwise.
#include <cstdio>
#include <fstream>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/bundle/dsse.h"
#include "core/bundle/entry_names.h"
#include "core/bundle/statement.h"
#include "core/ports/memory_random.h"
#include "tests/core/bundle/sample_bundle.h"

namespace pingshen::bundle {
namespace {

using Entries = std::vector<archive::Entry>;

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  return at == std::string::npos ? text + "!" : text.replace(at, from.size(), to);
}

void ReplaceIn(archive::Entry& entry, std::string_view from, std::string_view to) {
  entry.bytes = BytesOf(Replaced(std::string(AsText(entry.bytes)), from, to));
}

std::string StatementOf(const PrivateKey& key, std::string_view manifest) {
  const Bytes info = key.PublicKeyInfo();
  return EncodeStatement(
             {Sha256Hex(AsBytes(manifest)), SampleSigner(), KeyId(info), key.algorithm(), info})
      .value();
}

// The envelope taken apart and put together again, with no signature made anew.
std::function<void(Entries&)> WithEnvelope(std::function<void(Envelope&)> change) {
  return [change = std::move(change)](Entries& entries) {
    Envelope envelope = DecodeEnvelope(AsText(entries.back().bytes)).value();
    change(envelope);
    entries.back().bytes = BytesOf(EncodeEnvelope(envelope));
  };
}

// Any statement, rightly signed by the sample key.
std::function<void(Entries&)> WithStatement(std::string_view from, std::string_view to) {
  const std::string statement = Replaced(StatementOf(SampleKey(), SampleManifest()), from, to);
  return [envelope = SignedEnvelope(kStatementType, statement, SampleKey())](Entries& entries) {
    entries.back().bytes = BytesOf(envelope);
  };
}

std::vector<std::pair<std::string, Bytes>> ValidBundles() {
  ports::SeededRandom random(1);
  Signer leader = SampleSigner();
  leader.role = "team_leader";
  leader.name = "O'Neil \"},\"key_id\":\"0000000000000000\",\"algorithm\":\"ed25519\\";
  Signer clinic = SampleSigner();
  clinic.role = "institution";
  clinic.meaning = "";
  clinic.refusal = "不认可\n第 3 项";
  const Bytes twice = Countersign(SampleBundle(), SampleSm2Key(), leader, random).value().file;
  const Bytes thrice = Countersign(twice, OtherKey(), clinic, random).value().file;

  Draft bare = SampleDraft();
  bare.records.clear();
  bare.attachments.clear();
  bare.manifest.scheme = "none";
  bare.manifest.claimed.reset();
  bare.manifest.assessment.previous = std::string(64, 'a');
  Draft large = SampleDraft();
  large.manifest.assessment.institution.name = "\\\"},\"entries\":[{\"name\":\"x\"}]\t";
  large.manifest.claimed->vetoes = {};
  for (int i = 0; i < 200; ++i)
    large.attachments.push_back({"jpg", BytesOf("photo " + std::to_string(i))});
  return {{"ed25519", SampleBundle()},
          {"sm2", Write(SampleDraft(), SampleSm2Key(), SampleSigner(), random).value().file},
          {"countersigned", thrice},
          {"bare", Write(std::move(bare), SampleKey(), SampleSigner(), random).value().file},
          {"large", Write(std::move(large), SampleKey(), SampleSigner(), random).value().file}};
}

std::vector<std::pair<std::string, Bytes>> RefusedBundles() {
  const Bytes good = SampleBundle();
  const std::string manifest = SampleManifest();
  const auto changed = [&](const std::function<void(Entries&)>& change) {
    return Changed(good, change);
  };
  Bytes broken = good;
  broken[good.size() / 2] ^= 1;
  Bytes cut = good;
  cut.pop_back();
  ports::SeededRandom random(1);
  const Bytes other_signature =
      OtherKey()
          .Sign(AsBytes(PreAuthEncoding(kStatementType, StatementOf(SampleKey(), manifest))),
                random)
          .value();
  const std::string bent_manifest = Replaced(manifest, "\"size\":", "\"size\":1");
  return {
      {"container-broken", broken},
      {"container-cut", cut},
      {"empty", Bytes{}},
      {"no-zip", BytesOf("PK\x03\x04 but no more")},
      {"mimetype", changed([](Entries& e) { e[0].bytes.push_back('\n'); })},
      {"records-changed", changed([](Entries& e) { e[2].bytes.back() ^= 1; })},
      {"form-changed", changed([](Entries& e) { e[3].bytes[0] ^= 1; })},
      {"attachment-changed", changed([](Entries& e) { e[4].bytes[0] ^= 1; })},
      {"attachment-longer", changed([](Entries& e) { e[5].bytes.push_back(0); })},
      {"attachment-missing", changed([](Entries& e) { e.erase(e.begin() + 5); })},
      {"attachment-more", changed([](Entries& e) {
         e.insert(e.begin() + 6, {"attachments/" + std::string(64, 'f') + ".txt", Bytes{1}});
       })},
      {"stray-entry", changed([](Entries& e) { e.push_back({"readme.txt", Bytes{1}}); })},
      {"order", changed([](Entries& e) { std::swap(e[2], e[3]); })},
      {"manifest-changed", changed([](Entries& e) { ReplaceIn(e[1], "87.5", "97.5"); })},
      {"manifest-missing", changed([](Entries& e) { e.erase(e.begin() + 1); })},
      {"manifest-signed-but-wrong-size", BundleWithManifest(bent_manifest)},
      {"manifest-signed-but-another-form",
       BundleWithManifest(
           Replaced(manifest, Sha256Hex(SampleDraft().form_json), std::string(64, '5')))},
      {"manifest-signed-but-with-a-blank", BundleWithManifest(manifest + " ")},
      {"unsigned", changed([](Entries& e) { e.pop_back(); })},
      {"signature-number", changed([](Entries& e) { e.back().name = "signatures/2.json"; })},
      {"signature-changed", changed(WithEnvelope([](Envelope& v) { v.signature[7] ^= 1; }))},
      {"signature-of-another-key",
       changed(WithEnvelope([&](Envelope& v) { v.signature = other_signature; }))},
      {"signature-keyid",
       changed(WithEnvelope([](Envelope& v) { v.key_id = "0000000000000000"; }))},
      {"signature-payload", changed(WithEnvelope([](Envelope& v) {
         v.payload = Replaced(v.payload, "assessor", "reviewer");
       }))},
      {"signature-type", changed(WithEnvelope([](Envelope& v) { v.payload_type += "x"; }))},
      {"signature-newline", changed([](Entries& e) { e.back().bytes.push_back('\n'); })},
      {"signature-base64", changed([](Entries& e) { ReplaceIn(e.back(), "==\"}]}", "\"}]}"); })},
      {"second-signature-wrong", changed([](Entries& e) {
         Envelope envelope = DecodeEnvelope(AsText(e.back().bytes)).value();
         envelope.signature[0] ^= 1;
         e.push_back({SignatureName(2), BytesOf(EncodeEnvelope(envelope))});
       })},
      {"statement-other-manifest",
       changed(WithStatement(Sha256Hex(AsBytes(manifest)), std::string(64, '0')))},
      {"statement-role", changed(WithStatement("assessor", "emperor"))},
      {"statement-key-id", changed(WithStatement("06e3fd8f", "16e3fd8f"))},
      {"statement-algorithm", changed(WithStatement("ed25519", "sm2-sm3"))},
  };
}

bool Save(const std::string& folder, const std::vector<std::pair<std::string, Bytes>>& bundles,
          bool valid) {
  for (const auto& [name, bytes] : bundles) {
    if (Verify(bytes, {}).has_value() != valid) {
      std::fprintf(stderr, "%s: our own verdict differs\n", name.c_str());
      return false;
    }
    std::ofstream out(folder + "/" + name + ".psbundle", std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()),
              static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) return false;
  }
  return true;
}

}  // namespace
}  // namespace pingshen::bundle

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  using namespace pingshen::bundle;
  const std::string folder = argv[1];
  const bool saved = Save(folder + "/valid", ValidBundles(), true) &&
                     Save(folder + "/refused", RefusedBundles(), false);
  return saved ? 0 : 1;
}
