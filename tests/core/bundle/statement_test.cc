#include "core/bundle/statement.h"

#include <gtest/gtest.h>

#include "tests/core/bundle/sample_bundle.h"

namespace pingshen::bundle {
namespace {

Statement StatementOfSample() {
  const PrivateKey key = SampleKey();
  return {std::string(64, 'e'), SampleSigner(), KeyId(key.PublicKeyInfo()), Algorithm::kEd25519,
          key.PublicKeyInfo()};
}

constexpr std::string_view kStatementJson =
    R"({"manifest_sha256":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","role":"assessor",)"
    R"("signer":{"name":"张秀英","organisation":"江永县卫生健康局 \"评审组\""},"key_id":"06e3fd8fda29bb60",)"
    R"("algorithm":"ed25519","public_key":"MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",)"
    R"("signed_at":"2026-11-22T08:30:01.123Z","meaning":"本人对所填内容的真实性负责。"})";

std::string CodeOfDecoding(std::string_view json) {
  const auto statement = DecodeStatement(json);
  return statement ? std::string() : std::string(CodeName(statement.error().code));
}

TEST(Statement, HasTheMembersOfTheFormatInTheirOrder) {
  EXPECT_EQ(EncodeStatement(StatementOfSample()).value(), kStatementJson);
}

TEST(Statement, ComesBack) {
  const auto statement = DecodeStatement(kStatementJson);
  ASSERT_TRUE(statement);
  EXPECT_EQ(statement->manifest_sha256, std::string(64, 'e'));
  EXPECT_EQ(statement->signer.role, "assessor");
  EXPECT_EQ(statement->signer.name, "张秀英");
  EXPECT_EQ(statement->signer.organisation, SampleSigner().organisation);
  EXPECT_EQ(statement->signer.meaning, SampleSigner().meaning);
  EXPECT_EQ(statement->signer.refusal, "");
  EXPECT_EQ(statement->signer.signed_at_ms, kSampleTimeMs + 1000);
  EXPECT_EQ(statement->key_id, "06e3fd8fda29bb60");
  EXPECT_EQ(statement->public_key, SampleKey().PublicKeyInfo());
}

TEST(Statement, MayBeARefusal) {
  Statement refusing = StatementOfSample();
  refusing.signer.role = "institution";
  refusing.signer.meaning = "";
  refusing.signer.refusal = "对第 3 项扣分不认可";
  const auto json = EncodeStatement(refusing);
  ASSERT_TRUE(json);
  EXPECT_TRUE(json->ends_with(R"(,"refusal":"对第 3 项扣分不认可"})"));
  const auto statement = DecodeStatement(*json);
  ASSERT_TRUE(statement);
  EXPECT_EQ(statement->signer.refusal, refusing.signer.refusal);
  EXPECT_EQ(statement->signer.meaning, "");
}

TEST(Statement, RefusesEveryOtherSpelling) {
  const auto with = [](std::string_view from, std::string_view to) {
    std::string json(kStatementJson);
    const std::size_t at = json.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return json.replace(at, from.size(), to);
  };
  ASSERT_EQ(CodeOfDecoding(kStatementJson), "");
  for (const std::string& json :
       {with("{\"m", "{ \"m"), with("\"role\":\"assessor\"", "\"role\":\"boss\""),
        with("\"role\":\"assessor\",", ""), with("\"name\":\"张秀英\"", "\"name\":\"\""),
        with("\"name\":\"张秀英\"", "\"name\":\"\\u5f20秀英\""),
        with("\"organisation\":", "\"org\":"), with("ed25519", "rsa"), with("eeee", "EEEE"),
        with("eeee", "eee"), with("01.123Z", "01Z"),
        with("\"meaning\":\"本人对所填内容的真实性负责。\"", "\"meaning\":\"\""),
        with(",\"meaning\"", ",\"refusal\":\"x\",\"meaning\""),
        with("\"}", "\",\"refusal\":\"x\"}"), with("MCow", "MC ow"), with("06e3", "06E3"),
        std::string(), std::string("{}"), std::string("[]")}) {
    EXPECT_EQ(CodeOfDecoding(json), "ERR_BUNDLE_STATEMENT") << json;
  }
  EXPECT_EQ(CodeOfDecoding(with("06e3", "16e3")), "ERR_BUNDLE_KEY_ID");
  EXPECT_EQ(CodeOfDecoding(with("ed25519", "sm2-sm3")), "ERR_BUNDLE_KEY");
  EXPECT_EQ(CodeOfDecoding(with("MCowBQYDK2VwAyEA", "")), "ERR_BUNDLE_KEY");
}

TEST(Statement, IsCheckedBeforeItIsWritten) {
  const auto code = [](void (*spoil)(Statement&)) {
    Statement statement = StatementOfSample();
    spoil(statement);
    const auto json = EncodeStatement(statement);
    return json ? std::string() : std::string(CodeName(json.error().code));
  };
  EXPECT_EQ(code([](Statement& s) { s.signer.role = "admin"; }), "ERR_BUNDLE_STATEMENT");
  EXPECT_EQ(code([](Statement& s) { s.signer.name = ""; }), "ERR_BUNDLE_STATEMENT");
  EXPECT_EQ(code([](Statement& s) { s.signer.meaning = ""; }), "ERR_BUNDLE_STATEMENT");
  EXPECT_EQ(code([](Statement& s) { s.signer.refusal = "both"; }), "ERR_BUNDLE_STATEMENT");
  EXPECT_EQ(code([](Statement& s) { s.signer.signed_at_ms = -1; }), "ERR_BUNDLE_STATEMENT");
  EXPECT_EQ(code([](Statement& s) { s.signer.meaning = "\xE4\xB8"; }), "ERR_UTF8");
}

}  // namespace
}  // namespace pingshen::bundle
