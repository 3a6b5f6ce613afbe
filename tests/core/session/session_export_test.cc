#include <gtest/gtest.h>

#include "core/bundle/bundle.h"
#include "core/json/json.h"
#include "tests/core/session/test_device.h"

namespace pingshen::session {
namespace {

class ExportTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(device_.Start().has_value());
    ASSERT_EQ(device_.Create(), "");
  }
  std::string Export(std::string_view passphrase = kPassphrase) {
    return device_.Apply(SignAndExport{std::string(passphrase)});
  }
  void MakeKey() {
    ASSERT_EQ(device_.Apply(CreateKey{"张三", "单位", std::string(kPassphrase)}), "");
  }

  TestDevice device_;
};

TEST_F(ExportTest, OnlyACompleteAssessmentIsSigned) {
  MakeKey();
  EXPECT_EQ(Export(), "ERR_SESSION_INCOMPLETE");
  EXPECT_EQ(device_.view().last_error->context, "8");
  device_.AnswerAll();
  EXPECT_EQ(device_.Set("area", Number("13")), "") << "breaks the form's constraint";
  EXPECT_EQ(Export(), "ERR_SESSION_INCOMPLETE");
  EXPECT_EQ(device_.view().last_error->context, "1");
  EXPECT_TRUE(device_.saver().files().empty());
  EXPECT_EQ(device_.Set("area", Number("14")), "");
  EXPECT_EQ(Export(), "");
}

TEST_F(ExportTest, NeedsTheKeyAndItsPassphrase) {
  device_.AnswerAll();
  EXPECT_EQ(Export(), "ERR_SESSION_NO_KEY");
  MakeKey();
  EXPECT_EQ(Export("错误的口令 1234"), "ERR_KEY_PASSPHRASE");
  EXPECT_TRUE(device_.saver().files().empty());
  EXPECT_FALSE(device_.view().last_export.has_value());
  EXPECT_FALSE(device_.view().assessments[0].exported_at_ms.has_value());
  EXPECT_EQ(Export(), "");
}

TEST_F(ExportTest, IsDatedByTheMomentOfSigning) {
  MakeKey();
  device_.AnswerAll();
  // An answer that is in the future when given and not any more when signed.
  EXPECT_EQ(device_.Set("day", Date("2026-11-23")), "");
  EXPECT_EQ(Export(), "ERR_SESSION_INCOMPLETE");
  device_.clock().Advance(4 * 3600 * 1000);  // 2026-11-23T00:00 in China
  EXPECT_EQ(Export(), "");
  EXPECT_NE(device_.view().last_export->file_name.find("_2026-11-23_"), std::string::npos);
}

TEST_F(ExportTest, ARefusedFileIsNoExport) {
  MakeKey();
  device_.AnswerAll();
  device_.saver().FailNext({ErrorCode::ERR_PAGE_FILE, "denied"});
  EXPECT_EQ(Export(), "ERR_PAGE_FILE");
  EXPECT_FALSE(device_.view().last_export.has_value());
  EXPECT_FALSE(device_.view().assessments[0].exported_at_ms.has_value());
  EXPECT_EQ(Export(), "");
}

TEST_F(ExportTest, WithoutRandomnessThereIsNoKey) {
  device_.random().Break();
  EXPECT_EQ(device_.Apply(CreateKey{"张三", "单位", std::string(kPassphrase)}), "ERR_RANDOM");
  EXPECT_FALSE(device_.view().key.has_value());
}

TEST_F(ExportTest, TheNewestKeySigns) {
  MakeKey();
  const std::string first = device_.view().key->key_id;
  device_.clock().Advance(-1000 * 3600);  // the clock was set back
  ASSERT_EQ(device_.Apply(CreateKey{"李四", "单位", "another passphrase"}), "");
  const std::string second = device_.view().key->key_id;
  EXPECT_NE(first, second);
  ASSERT_TRUE(device_.Start().has_value());
  EXPECT_EQ(device_.view().key->key_id, second);
}

TEST_F(ExportTest, ThePublicKeyTravelsAsJson) {
  MakeKey();
  EXPECT_EQ(device_.Apply(ExportPublicKey{}), "");
  const auto& file = device_.saver().files().back();
  EXPECT_EQ(file.name, "评审通公钥_张三_" + device_.view().key->key_id + ".json");
  const auto root = json::Parse(AsText(file.bytes));
  ASSERT_TRUE(root.has_value());
  EXPECT_EQ(root->Find("type")->text, "pingshen-public-key");
  EXPECT_EQ(root->Find("key_id")->text, device_.view().key->key_id);
  EXPECT_EQ(root->Find("algorithm")->text, "ed25519");
  EXPECT_EQ(root->Find("holder")->text, "张三");
  const auto key = bundle::DecodeBase64(root->Find("public_key")->text);
  ASSERT_TRUE(key.has_value());
  EXPECT_EQ(bundle::KeyId(*key), device_.view().key->key_id);
}

}  // namespace
}  // namespace pingshen::session
