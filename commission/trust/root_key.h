// The commission's root key in its folder: sealed private key, public key as JSON and PEM.
#pragma once

#include <filesystem>
#include <string>

#include "commission/trust/passphrase.h"
#include "commission/trust/public_key_file.h"
#include "core/bundle/crypto.h"
#include "core/ports/random.h"

namespace pingshen::commission {

// A path that ends in .key is the sealed key's file ("a.key", with "a.pub.json" and "a.pub.pem"
// beside it); any other path is a folder with root.key, root.pub.json and root.pub.pem.
struct KeyPaths {
  std::filesystem::path sealed;  // readable by its owner only
  std::filesystem::path public_json;
  std::filesystem::path public_pem;

  static KeyPaths InFolder(const std::filesystem::path& folder);
  static KeyPaths Of(const std::filesystem::path& folder_or_file);
};

struct NewKey {
  std::string holder;
  std::string organisation;
  std::int64_t created_at_ms = 0;
};
// Makes an Ed25519 key, seals it with the passphrase and writes the three files; never over
// existing ones (ERR_FILE_EXISTS). ERR_PASSPHRASE_SHORT, ERR_FILE_WRITE.
Result<PublicKeyFile> CreateKey(const KeyPaths& paths, const NewKey& facts,
                                const Passphrase& passphrase, ports::Random& random);

// ERR_FILE_READ, ERR_KEY_PASSPHRASE, ERR_KEY_DAMAGED.
Result<bundle::PrivateKey> UnsealKey(const std::filesystem::path& sealed,
                                     const Passphrase& passphrase);

}  // namespace pingshen::commission
