#include "commission/trust/root_key.h"

#include "commission/system/os_files.h"
#include "core/base/utf8.h"

namespace pingshen::commission {
namespace {

constexpr std::uint64_t kLargestSealedKey = 64u << 10;

}  // namespace

KeyPaths KeyPaths::InFolder(const std::filesystem::path& folder) {
  return {.sealed = folder / "root.key",
          .public_json = folder / "root.pub.json",
          .public_pem = folder / "root.pub.pem"};
}

KeyPaths KeyPaths::Of(const std::filesystem::path& folder_or_file) {
  if (folder_or_file.extension() != ".key") return InFolder(folder_or_file);
  const std::filesystem::path stem = std::filesystem::path(folder_or_file).replace_extension();
  return {.sealed = folder_or_file,
          .public_json = stem.string() + ".pub.json",
          .public_pem = stem.string() + ".pub.pem"};
}

Result<PublicKeyFile> CreateKey(const KeyPaths& paths, const NewKey& facts,
                                const Passphrase& passphrase, ports::Random& random) {
  PINGSHEN_CHECK(CheckUtf8(facts.holder));
  PINGSHEN_CHECK(CheckUtf8(facts.organisation));
  if (CodePointCount(passphrase.text()) < kShortestPassphrase) {
    return Fail(ErrorCode::ERR_PASSPHRASE_SHORT, std::to_string(kShortestPassphrase));
  }
  for (const auto& path : {paths.public_json, paths.public_pem}) {
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored))
      return Fail(ErrorCode::ERR_FILE_EXISTS, path.string());
  }
  PINGSHEN_TRY(const bundle::PrivateKey key,
               bundle::PrivateKey::Generate(bundle::Algorithm::kEd25519, random));
  PINGSHEN_TRY(const Bytes sealed, key.Seal(passphrase.text(), random));
  PublicKeyFile file;
  file.algorithm = key.algorithm();
  file.public_key = key.PublicKeyInfo();
  file.key_id = bundle::KeyId(file.public_key);
  file.holder = facts.holder;
  file.organisation = facts.organisation;
  file.created_at_ms = facts.created_at_ms;

  if (paths.sealed.has_parent_path())
    PINGSHEN_CHECK(EnsureFolder(paths.sealed.parent_path(), Readers::kOwnerOnly));
  // The private key first: a public key without it would be taken for the root and could sign
  // nothing.
  PINGSHEN_CHECK(WriteFileDurably(paths.sealed, sealed, IfExists::kRefuse, Readers::kOwnerOnly));
  PINGSHEN_CHECK(WriteFileDurably(paths.public_json, AsBytes(EncodePublicKeyJson(file)),
                                  IfExists::kRefuse, Readers::kEverybody));
  PINGSHEN_CHECK(WriteFileDurably(paths.public_pem, AsBytes(EncodePublicKeyPem(file.public_key)),
                                  IfExists::kRefuse, Readers::kEverybody));
  return file;
}

Result<bundle::PrivateKey> UnsealKey(const std::filesystem::path& sealed,
                                     const Passphrase& passphrase) {
  PINGSHEN_TRY(const Bytes blob, ReadWholeFile(sealed, kLargestSealedKey));
  return bundle::PrivateKey::Unseal(blob, passphrase.text());
}

}  // namespace pingshen::commission
