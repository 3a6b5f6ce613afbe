// The commission's trust list in the data folder: root.pub.json says who signs it, trust.json is
// the signed list.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "core/base/error.h"
#include "core/bundle/crypto.h"
#include "core/bundle/trust.h"
#include "core/ports/random.h"

namespace pingshen::commission {

std::filesystem::path TrustListPath(const std::filesystem::path& folder);

struct TrustState {
  bool has_root = false;  // false: no key is trusted until `pingshen keygen` was run
  bundle::TrustList list;
};

// A folder without root key or without list gives an empty list: every signer is unknown, nothing
// is accepted by mistake. ERR_TRUST_SIGNATURE, ERR_TRUST_FORMAT, ERR_PUBLIC_KEY_FILE,
// ERR_FILE_READ.
Result<TrustState> LoadTrust(const std::filesystem::path& folder);

// Signs the list with its serial raised by one and writes it durably.
Result<bundle::TrustList> SaveTrust(const std::filesystem::path& folder, bundle::TrustList list,
                                    std::int64_t now_utc_ms, const bundle::PrivateKey& root,
                                    ports::Random& random);

// The list as the desk uses it: read again when the files have changed, so `pingshen trust add`
// works while the desk runs. Safe to use from several threads at once.
class TrustSource {
 public:
  explicit TrustSource(std::filesystem::path folder) : folder_(std::move(folder)) {}
  // Errors of LoadTrust: while the files are not right nothing is accepted; an older list is not
  // used in their place.
  Result<std::shared_ptr<const TrustState>> Current();

 private:
  struct Stamp {
    std::int64_t modified = 0;  // nanoseconds; 0 when the file is missing
    std::uint64_t inode = 0;
    std::uint64_t size_bytes = 0;
    bool operator==(const Stamp&) const = default;
  };
  static Stamp StampOf(const std::filesystem::path& path);

  const std::filesystem::path folder_;
  std::mutex mutex_;
  Stamp root_stamp_;
  Stamp list_stamp_;
  std::shared_ptr<const TrustState> state_;
};

}  // namespace pingshen::commission
