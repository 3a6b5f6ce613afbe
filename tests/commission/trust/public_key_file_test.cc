#include "commission/trust/public_key_file.h"

#include <gtest/gtest.h>

namespace pingshen::commission {
namespace {

// openssl genpkey -algorithm ed25519 | openssl pkey -pubout; its SHA-256 begins with the key id
// below.
constexpr std::string_view kPem =
    "-----BEGIN PUBLIC KEY-----\n"
    "MCowBQYDK2VwAyEAC1S7CkTMVPHdi18zCIzmJqq5BhUp0vaZqV4BoXdffn4=\n"
    "-----END PUBLIC KEY-----\n";
constexpr std::string_view kKeyId = "131fbe388be0d68d";

TEST(PublicKeyFile, ReadsAndWritesPemAsOpensslDoes) {
  const auto file = DecodePublicKey(kPem);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->key_id, kKeyId);
  EXPECT_EQ(file->algorithm, bundle::Algorithm::kEd25519);
  EXPECT_EQ(EncodePublicKeyPem(file->public_key), kPem);
}

TEST(PublicKeyFile, JsonRoundTrip) {
  auto file = DecodePublicKey(kPem).value();
  file.holder = "张\"三";
  file.organisation = "县评审组";
  file.created_at_ms = 1795276800123;
  const std::string json = EncodePublicKeyJson(file);
  EXPECT_NE(json.find("\"created_at\":\"2026-11-21T16:00:00.123Z\""), std::string::npos) << json;
  const auto read = DecodePublicKey(json);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->key_id, kKeyId);
  EXPECT_EQ(read->holder, file.holder);
  EXPECT_EQ(read->organisation, file.organisation);
  EXPECT_EQ(read->created_at_ms, file.created_at_ms);
  EXPECT_EQ(read->public_key, file.public_key);
}

TEST(PublicKeyFile, SaysWhatIsWrong) {
  const std::string good = EncodePublicKeyJson(DecodePublicKey(kPem).value());
  const auto with = [&](std::string_view from, std::string_view to) {
    std::string text = good;
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
  };
  for (const std::string& text :
       {std::string(), std::string("hello"), std::string("{}"), with("MCow", "MCox"),
        with(kKeyId, "0000000000000000"), with("ed25519", "sm2-sm3"),
        with("\"holder\"", "\"created_at\":\"yesterday\",\"holder\""), good + "x"}) {
    const auto read = DecodePublicKey(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().code, ErrorCode::ERR_PUBLIC_KEY_FILE) << text;
  }
}

}  // namespace
}  // namespace pingshen::commission
