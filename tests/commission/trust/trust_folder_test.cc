#include "commission/trust/trust_folder.h"

#include <gtest/gtest.h>

#include "commission/system/os_files.h"
#include "commission/system/os_ports.h"
#include "commission/trust/root_key.h"
#include "tests/commission/system/temporary_folder.h"

namespace pingshen::commission {
namespace {

bundle::TrustedKey SomeKey(ports::Random& random) {
  const auto key = bundle::PrivateKey::Generate(bundle::Algorithm::kEd25519, random).value();
  bundle::TrustedKey trusted;
  trusted.public_key = key.PublicKeyInfo();
  trusted.key_id = bundle::KeyId(trusted.public_key);
  trusted.holder = "张三";
  trusted.roles = {"assessor"};
  trusted.valid_to_ms = 4'000'000'000'000;
  return trusted;
}

class TrustFolderTest : public testing::Test {
 protected:
  void MakeRoot() {
    ASSERT_TRUE(
        CreateKey(KeyPaths::InFolder(folder.path()), NewKey{"委员会", "", 0}, passphrase, random));
  }
  bundle::PrivateKey Root() {
    return UnsealKey(KeyPaths::InFolder(folder.path()).sealed, passphrase).value();
  }

  TemporaryFolder folder;
  OsRandom random;
  Passphrase passphrase{"correct horse"};
};

TEST_F(TrustFolderTest, WithoutRootOrListNobodyIsTrusted) {
  auto state = LoadTrust(folder.path());
  ASSERT_TRUE(state);
  EXPECT_FALSE(state->has_root);
  EXPECT_TRUE(state->list.keys.empty());
  MakeRoot();
  state = LoadTrust(folder.path());
  ASSERT_TRUE(state);
  EXPECT_TRUE(state->has_root);
  EXPECT_TRUE(state->list.keys.empty());
}

TEST_F(TrustFolderTest, SavesSignedWithGrowingSerial) {
  MakeRoot();
  const bundle::PrivateKey root = Root();
  bundle::TrustList list;
  list.keys.push_back(SomeKey(random));
  list = SaveTrust(folder.path(), list, 1000, root, random).value();
  EXPECT_EQ(list.serial, 1);
  list.keys.push_back(SomeKey(random));
  list = SaveTrust(folder.path(), list, 2000, root, random).value();
  EXPECT_EQ(list.serial, 2);
  EXPECT_EQ(LoadTrust(folder.path()).value().list, list);
}

TEST_F(TrustFolderTest, AListOfAnotherRootIsRefused) {
  MakeRoot();
  const auto stranger = bundle::PrivateKey::Generate(bundle::Algorithm::kEd25519, random).value();
  bundle::TrustList list;
  list.keys.push_back(SomeKey(random));
  ASSERT_TRUE(SaveTrust(folder.path(), list, 1000, stranger, random));
  const auto state = LoadTrust(folder.path());
  ASSERT_FALSE(state);
  EXPECT_EQ(state.error().code, ErrorCode::ERR_TRUST_SIGNATURE);
  TrustSource source(folder.path());
  EXPECT_FALSE(source.Current());
}

TEST_F(TrustFolderTest, TheSourceSeesChangesAndNeverUsesAnOldListInstead) {
  MakeRoot();
  const bundle::PrivateKey root = Root();
  TrustSource source(folder.path());
  EXPECT_EQ(source.Current().value()->list.serial, 0);
  bundle::TrustList list;
  list.keys.push_back(SomeKey(random));
  ASSERT_TRUE(SaveTrust(folder.path(), list, 1000, root, random));
  EXPECT_EQ(source.Current().value()->list.keys.size(), 1u);
  ASSERT_TRUE(WriteFileDurably(TrustListPath(folder.path()), AsBytes("{}"), IfExists::kReplace,
                               Readers::kEverybody));
  EXPECT_FALSE(source.Current());
  EXPECT_FALSE(source.Current()) << "a second look must not find the old list";
}

TEST_F(TrustFolderTest, KeysAreSealedAndNeverOverwritten) {
  MakeRoot();
  const KeyPaths paths = KeyPaths::InFolder(folder.path());
  EXPECT_EQ(CreateKey(paths, NewKey{"x", "", 0}, passphrase, random).error().code,
            ErrorCode::ERR_FILE_EXISTS);
  EXPECT_EQ(UnsealKey(paths.sealed, Passphrase("wrong horse")).error().code,
            ErrorCode::ERR_KEY_PASSPHRASE);
  EXPECT_EQ(LoadPublicKey(paths.public_pem).value().key_id,
            LoadPublicKey(paths.public_json).value().key_id);
  const auto other = KeyPaths::Of(folder.path() / "desk.key");
  EXPECT_EQ(other.public_json.filename(), "desk.pub.json");
  EXPECT_EQ(CreateKey(other, NewKey{"x", "", 0}, Passphrase("seven77"), random).error().code,
            ErrorCode::ERR_PASSPHRASE_SHORT);
}

}  // namespace
}  // namespace pingshen::commission
