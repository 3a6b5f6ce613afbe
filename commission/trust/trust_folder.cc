#include "commission/trust/trust_folder.h"

#include <sys/stat.h>

#include "commission/system/os_files.h"
#include "commission/trust/root_key.h"

namespace pingshen::commission {
namespace {

constexpr std::uint64_t kLargestList =
    256u << 20;  // 40,000 clinics with several keys each stay far below

bool Exists(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

}  // namespace

std::filesystem::path TrustListPath(const std::filesystem::path& folder) {
  return folder / "trust.json";
}

Result<TrustState> LoadTrust(const std::filesystem::path& folder) {
  TrustState state;
  const auto root_path = KeyPaths::InFolder(folder).public_json;
  if (!Exists(root_path)) return state;
  PINGSHEN_TRY(const PublicKeyFile root, LoadPublicKey(root_path));
  state.has_root = true;
  if (!Exists(TrustListPath(folder))) return state;
  PINGSHEN_TRY(const Bytes envelope, ReadWholeFile(TrustListPath(folder), kLargestList));
  PINGSHEN_TRY(state.list, bundle::VerifyTrustList(AsText(envelope), root.public_key));
  return state;
}

Result<bundle::TrustList> SaveTrust(const std::filesystem::path& folder, bundle::TrustList list,
                                    std::int64_t now_utc_ms, const bundle::PrivateKey& root,
                                    ports::Random& random) {
  ++list.serial;
  list.issued_at_ms = now_utc_ms;
  PINGSHEN_TRY(const std::string envelope, bundle::SignTrustList(list, root, random));
  PINGSHEN_CHECK(WriteFileDurably(TrustListPath(folder), AsBytes(envelope), IfExists::kReplace,
                                  Readers::kEverybody));
  return list;
}

TrustSource::Stamp TrustSource::StampOf(const std::filesystem::path& path) {
  struct stat facts{};
  if (stat(path.c_str(), &facts) != 0) return {};
  return {.modified = facts.st_mtim.tv_sec * 1'000'000'000LL + facts.st_mtim.tv_nsec,
          .inode = facts.st_ino,
          .size_bytes = static_cast<std::uint64_t>(facts.st_size)};
}

Result<std::shared_ptr<const TrustState>> TrustSource::Current() {
  const std::scoped_lock lock(mutex_);
  // Taken before reading: a change while reading is seen the next time.
  const Stamp root_stamp = StampOf(KeyPaths::InFolder(folder_).public_json);
  const Stamp list_stamp = StampOf(TrustListPath(folder_));
  if (state_ != nullptr && root_stamp == root_stamp_ && list_stamp == list_stamp_) return state_;
  state_ = nullptr;
  PINGSHEN_TRY(TrustState loaded, LoadTrust(folder_));
  state_ = std::make_shared<const TrustState>(std::move(loaded));
  root_stamp_ = root_stamp;
  list_stamp_ = list_stamp;
  return state_;
}

}  // namespace pingshen::commission
