#include "tests/commission/desk/desk_fixture.h"

#include "commission/system/os_files.h"
#include "commission/trust/root_key.h"
#include "forms/built_in.h"

namespace pingshen::commission {
namespace {

constexpr std::int64_t kHourMs = 60 * 60 * 1000;
constexpr std::int64_t kYearMs = 365 * 24 * kHourMs;

}  // namespace

DeskFixture::DeskFixture()
    : clock(kSignedAtMs + kHourMs),
      root(bundle::PrivateKey::Generate(bundle::Algorithm::kEd25519, random).value()),
      assessor(MakeSigner("张三", random)),
      shelf(FormShelf::Load(forms::BuiltInForms(), "").value()) {
  PublicKeyFile file;
  file.public_key = root.PublicKeyInfo();
  file.key_id = bundle::KeyId(file.public_key);
  EXPECT_TRUE(WriteFileDurably(KeyPaths::InFolder(folder.path()).public_json,
                               AsBytes(EncodePublicKeyJson(file)), IfExists::kRefuse,
                               Readers::kEverybody));
  Register(assessor, {"assessor"});
  Open();
}

void DeskFixture::Register(const TestSigner& signer, std::vector<std::string> roles) {
  const PublicKeyFile file = signer.PublicKey();
  bundle::TrustedKey key;
  key.key_id = file.key_id;
  key.public_key = file.public_key;
  key.holder = signer.name;
  key.organisation = signer.organisation;
  key.roles = std::move(roles);
  key.valid_from_ms = kSignedAtMs - kYearMs;
  key.valid_to_ms = kSignedAtMs + kYearMs;
  trusted.keys.push_back(std::move(key));
  Save();
}

void DeskFixture::Revoke(const TestSigner& signer, std::int64_t at_ms) {
  for (bundle::TrustedKey& key : trusted.keys) {
    if (key.key_id != signer.PublicKey().key_id) continue;
    key.revoked_at_ms = at_ms;
    key.revoked_why = "遗失";
  }
  Save();
}

void DeskFixture::Open(const ReceiptSigner* receipts) {
  intake.reset();
  store.reset();
  store = DeskStore::Open(folder.path()).value();
  trust = std::make_unique<TrustSource>(folder.path());
  intake = std::make_unique<Intake>(Intake::Environment{.store = store.get(),
                                                        .trust = trust.get(),
                                                        .clock = &clock,
                                                        .forms = &shelf,
                                                        .receipts = receipts,
                                                        .max_bytes = 1u << 20});
}

void DeskFixture::Save() {
  trusted = SaveTrust(folder.path(), trusted, clock.NowUtcMs(), root, random).value();
}

}  // namespace pingshen::commission
