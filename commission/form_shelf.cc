#include "commission/form_shelf.h"

#include "commission/os_files.h"
#include "core/bundle/crypto.h"
#include "core/forms/loader.h"

namespace pingshen::commission {
namespace {

constexpr std::uint64_t kLargestForm = 16u << 20;

Result<std::string> DigestOfForm(ByteView bytes, const std::string& name) {
  const auto loaded = forms::Load(AsText(bytes));
  if (!loaded) return Fail(loaded.error().code, name + ": " + loaded.error().context);
  return bundle::Sha256Hex(bytes);
}

}  // namespace

Result<FormShelf> FormShelf::Load(const std::vector<Bytes>& built_in,
                                  const std::filesystem::path& folder) {
  FormShelf shelf;
  for (std::size_t i = 0; i < built_in.size(); ++i) {
    PINGSHEN_TRY(std::string digest, DigestOfForm(built_in[i], "#" + std::to_string(i + 1)));
    shelf.digests_.insert(std::move(digest));
  }
  std::error_code missing;
  for (std::filesystem::directory_iterator entry(folder, missing), end; entry != end;
       entry.increment(missing)) {
    if (entry->path().extension() != ".json") continue;
    PINGSHEN_TRY(const Bytes bytes, ReadWholeFile(entry->path(), kLargestForm));
    PINGSHEN_TRY(std::string digest, DigestOfForm(bytes, entry->path().filename().string()));
    shelf.digests_.insert(std::move(digest));
  }
  return shelf;
}

Status FormShelf::Check(std::string_view form_sha256, const std::string& name) const {
  if (digests_.contains(form_sha256)) return {};
  return Fail(ErrorCode::ERR_DESK_FORM_UNKNOWN, name);
}

}  // namespace pingshen::commission
