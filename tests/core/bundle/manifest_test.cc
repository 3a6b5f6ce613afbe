#include "core/bundle/manifest.h"

#include <gtest/gtest.h>

#include "tests/core/bundle/sample_bundle.h"

namespace pingshen::bundle {
namespace {

// Everything of a manifest that is compared in these tests, as text.
std::string TextOf(const Manifest& manifest) { return EncodeManifest(manifest); }

Manifest SampleManifest() {
  Manifest manifest = SampleDraft().manifest;
  manifest.entries = {{"assessment.cereal", 12, std::string(64, '1')},
                      {"form.json", 0, std::string(64, '2')}};
  return manifest;
}

TEST(Manifest, HasTheMembersOfTheFormatInTheirOrder) {
  Manifest manifest = SampleManifest();
  manifest.assessment.form_sha256 = std::string(64, 'f');
  EXPECT_EQ(
      EncodeManifest(manifest),
      R"({"format_version":1,"bundle_id":"019aa9f1-9c7b-7cc3-98c4-dc0c0c07398f",)"
      R"("assessment_id":"017f22e2-79b0-7cc3-98c4-dc0c0c07398f","kind":"self",)"
      R"("form":{"id":"village-clinic","version":"2026.1",)"
      R"("sha256":"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"},)"
      R"("institution":{"name":"允山镇\"新村\"卫生室","credit_code":"12431125MB1234567X","region_code":"431125"},)"
      R"("period":"2026","assessor":"张秀英","assessment_created_at":"2026-11-22T07:30:00.123Z",)"
      R"("created_at":"2026-11-22T08:30:00.123Z","device_id":"device-1","app_version":"0.1.0","previous":"",)"
      R"("claimed":{"scheme":"points","earned":"87.5","attainable":"96","total":"100","score":"91.15",)"
      R"("band":"qualified","vetoes":["V2"]},)"
      R"("entries":[{"name":"assessment.cereal","size":12,)"
      R"("sha256":"1111111111111111111111111111111111111111111111111111111111111111"},)"
      R"({"name":"form.json","size":0,)"
      R"("sha256":"2222222222222222222222222222222222222222222222222222222222222222"}]})");
}

TEST(Manifest, ComesBack) {
  const auto decoded = DecodeManifest(TextOf(SampleManifest()));
  ASSERT_TRUE(decoded) << decoded.error().context;
  EXPECT_EQ(decoded->assessment, SampleManifest().assessment);
  EXPECT_EQ(decoded->created_at_ms, kSampleTimeMs);
  EXPECT_EQ(decoded->claimed->vetoes, SampleManifest().claimed->vetoes);
  EXPECT_EQ(TextOf(*decoded), TextOf(SampleManifest()));
}

TEST(Manifest, ComesBackWithoutAClaimAndWithAPredecessor) {
  Manifest manifest = SampleManifest();
  manifest.scheme = "none";
  manifest.claimed.reset();
  manifest.assessment.previous = std::string(64, 'a');
  manifest.assessment.kind = model::AssessmentKind::kRereview;
  manifest.assessment.institution.credit_code = "";
  ASSERT_TRUE(CheckManifest(manifest));
  const auto decoded = DecodeManifest(TextOf(manifest));
  ASSERT_TRUE(decoded) << decoded.error().context;
  EXPECT_FALSE(decoded->claimed);
  EXPECT_EQ(decoded->assessment, manifest.assessment);
  EXPECT_EQ(TextOf(*decoded), TextOf(manifest));
}

TEST(Manifest, ComesBackWithAWholeResult) {
  Manifest manifest = SampleManifest();
  manifest.scheme = "graded";
  manifest.claimed.reset();
  const std::string good =
      R"({"schemes":[{"verdict":"甲等","demands":[{"met":true,"minimum":"90%"}]}],"findings":[]})";
  manifest.claimed_result = good;
  ASSERT_TRUE(CheckManifest(manifest));
  const auto decoded = DecodeManifest(TextOf(manifest));
  ASSERT_TRUE(decoded) << decoded.error().context;
  EXPECT_EQ(decoded->claimed_result, good);
  EXPECT_EQ(TextOf(*decoded), TextOf(manifest));
  for (const char* bad :
       {"", "{", "[]", R"({"a":1})", R"({"a":null})", R"({"a": "b"})", R"({"a":"b"} )"}) {
    manifest.claimed_result = bad;
    EXPECT_FALSE(CheckManifest(manifest)) << bad;
  }
  manifest.claimed_result = good;
  std::string text = TextOf(manifest);
  const auto decode = [&](std::string_view from, std::string_view to) {
    std::string changed = text;
    changed.replace(changed.find(from), from.size(), to);
    const auto result = DecodeManifest(changed);
    return result ? std::string()
                  : std::string(CodeName(result.error().code)) + " " + result.error().context;
  };
  EXPECT_EQ(decode(R"("met":true)", R"("met":1)"), "ERR_BUNDLE_MANIFEST result");
  EXPECT_EQ(decode(R"("met":true)", R"("met":null)"), "ERR_BUNDLE_MANIFEST result");
  EXPECT_EQ(decode(R"("scheme":"graded","result":{)", R"("scheme":"graded","band":"x","result":{)"),
            "ERR_BUNDLE_MANIFEST result");
  EXPECT_EQ(decode(R"("met":true,)", R"("met":true, )"), "ERR_BUNDLE_MANIFEST spelling");
  EXPECT_EQ(decode(R"("scheme":"graded")", R"("scheme":"points")").substr(0, 19),
            "ERR_BUNDLE_MANIFEST");
}

TEST(Manifest, ComesBackWithAnyText) {
  Manifest manifest = SampleManifest();
  manifest.assessment.institution.name = "\x01\b\t\n\f\r\x1f\x7f\"\\/ {}[]:, 卫生室 𠮷\\u0041\\";
  ASSERT_TRUE(CheckManifest(manifest));
  const auto decoded = DecodeManifest(TextOf(manifest));
  ASSERT_TRUE(decoded) << decoded.error().context;
  EXPECT_EQ(decoded->assessment, manifest.assessment);
}

struct Swap {
  const char* what;
  const char* from;
  const char* to;
};

class ManifestSwap : public testing::TestWithParam<Swap> {};

TEST_P(ManifestSwap, IsRefused) {
  std::string json = TextOf(SampleManifest());
  const std::size_t at = json.find(GetParam().from);
  ASSERT_NE(at, std::string::npos) << GetParam().from;
  json.replace(at, std::string_view(GetParam().from).size(), GetParam().to);
  const auto decoded = DecodeManifest(json);
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().code, ErrorCode::ERR_BUNDLE_MANIFEST);
  EXPECT_NE(decoded.error().context, "");
}

INSTANTIATE_TEST_SUITE_P(
    All, ManifestSwap,
    testing::Values(
        Swap{"version", "\"format_version\":1", "\"format_version\":2"},
        Swap{"version as text", "\"format_version\":1", "\"format_version\":\"1\""},
        Swap{"version 1.0", "\"format_version\":1", "\"format_version\":1.0"},
        Swap{"unknown member", "\"period\"", "\"colour\":\"red\",\"period\""},
        Swap{"unknown last member", "}]}", "}],\"x\":0}"},
        Swap{"missing member", "\"period\":\"2026\",", ""},
        Swap{"duplicate member", "\"period\":\"2026\",",
             "\"period\":\"2026\",\"period\":\"2027\","},
        Swap{"two members exchanged", "\"period\":\"2026\",\"assessor\":\"张秀英\"",
             "\"assessor\":\"张秀英\",\"period\":\"2026\""},
        Swap{"null", "\"device-1\"", "null"}, Swap{"number for text", "\"device-1\"", "1"},
        Swap{"kind", "\"self\"", "\"Self\""},
        Swap{"bundle id, version 4", "-7cc3-98c4-dc0c0c07398f\",\"assessment_id\"",
             "-4cc3-98c4-dc0c0c07398f\",\"assessment_id\""},
        Swap{"bundle id, variant", "-98c4-dc0c0c07398f\",\"assessment_id\"",
             "-c8c4-dc0c0c07398f\",\"assessment_id\""},
        Swap{"bundle id, upper case", "dc0c0c07398f\",\"assessment_id\"",
             "DC0C0C07398F\",\"assessment_id\""},
        Swap{"assessment id", "017f22e2-79b0", "017f22e279b0-"},
        Swap{"form id", "\"id\":\"village-clinic\"", "\"id\":\"\""},
        Swap{"form version", "\"version\":\"2026.1\"", "\"version\":\"\""},
        Swap{"form member", "\"version\":\"2026.1\"", "\"versions\":\"2026.1\""},
        Swap{"institution member", ",\"region_code\":\"431125\"", ""},
        Swap{"time without milliseconds", "08:30:00.123Z", "08:30:00Z"},
        Swap{"time that is none", "2026-11-22T08", "2026-11-31T08"},
        Swap{"previous", "\"previous\":\"\"", "\"previous\":\"abc\""},
        Swap{"scheme", "\"scheme\":\"points\"", "\"scheme\":\"shares\""},
        Swap{"claim of no scheme", "\"scheme\":\"points\"", "\"scheme\":\"none\""},
        Swap{"earned not canonical", "\"87.5\"", "\"87.50\""},
        Swap{"earned a number", "\"87.5\"", "87.5"}, Swap{"attainable", "\"96\"", "\"9e1\""},
        Swap{"total", "\"total\":\"100\"", "\"total\":\"\""},
        Swap{"score", "\"91.15\"", "\"91,15\""}, Swap{"vetoes", "[\"V2\"]", "[2]"},
        Swap{"vetoes no array", "[\"V2\"]", "\"V2\""}, Swap{"entry member", "\"size\":12,", ""},
        Swap{"size negative", "\"size\":12", "\"size\":-12"},
        Swap{"size with zero", "\"size\":12", "\"size\":012"},
        Swap{"size fraction", "\"size\":12", "\"size\":12.0"},
        Swap{"size exponent", "\"size\":12", "\"size\":12e0"},
        Swap{"size too large", "\"size\":12", "\"size\":9007199254740993"},
        Swap{"size beyond 64 bits", "\"size\":12", "\"size\":18446744073709551628"},
        Swap{"digest upper case", "\"sha256\":\"1", "\"sha256\":\"A"},
        Swap{"digest short", "\"sha256\":\"11", "\"sha256\":\"1"},
        Swap{"entries missing", ",\"entries\":[", ",\"entrys\":["},
        Swap{"trailing text", "}]}", "}]} x"}, Swap{"blank at the end", "}]}", "}]} "},
        Swap{"newline at the end", "}]}", "}]}\n"},
        Swap{"blank behind a colon", "\"kind\":", "\"kind\": "},
        Swap{"escaped slash", "device-1", "device\\/1"},
        Swap{"escaped letter", "device-1", "d\\u0065vice-1"},
        Swap{"escaped in upper case", "device-1", "device\\u001F1"},
        Swap{"long escape", "device-1", "device\\u000a1"},
        Swap{"escaped name", "\"form.json\"", "\"form\\u002ejson\""},
        Swap{"not closed", "}]}", "}]"}),
    [](const testing::TestParamInfo<Swap>& swap) { return std::to_string(swap.index); });

TEST(Manifest, IsCheckedBeforeItIsWritten) {
  const auto code = [](void (*spoil)(Manifest&)) {
    Manifest manifest = SampleManifest();
    spoil(manifest);
    const Status checked = CheckManifest(manifest);
    return checked ? std::string() : std::string(CodeName(checked.error().code));
  };
  EXPECT_EQ(code([](Manifest&) {}), "");
  EXPECT_EQ(code([](Manifest& m) { m.bundle_id = "1"; }), "ERR_BUNDLE_MANIFEST");
  EXPECT_EQ(code([](Manifest& m) { m.created_at_ms = -1; }), "ERR_BUNDLE_MANIFEST");
  EXPECT_EQ(code([](Manifest& m) { m.assessment.created_at_ms = std::int64_t{1} << 60; }),
            "ERR_BUNDLE_MANIFEST");
  EXPECT_EQ(code([](Manifest& m) { m.claimed.reset(); }), "ERR_BUNDLE_MANIFEST");
  EXPECT_EQ(code([](Manifest& m) { m.claimed->total = "100.0"; }), "ERR_BUNDLE_MANIFEST");
  EXPECT_EQ(code([](Manifest& m) { m.assessment.institution.name = "\xFF"; }), "ERR_UTF8");
  EXPECT_EQ(code([](Manifest& m) { m.claimed->vetoes = {"\xC0\x80"}; }), "ERR_UTF8");
}

}  // namespace
}  // namespace pingshen::bundle
