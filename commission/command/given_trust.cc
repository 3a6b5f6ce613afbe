#include "commission/command/given_trust.h"

#include "commission/system/os_files.h"
#include "commission/trust/public_key_file.h"
#include "commission/trust/trust_folder.h"

namespace pingshen::commission {
namespace {

constexpr std::uint64_t kLargestTrustFile = 256u << 20;

}  // namespace

Result<std::optional<bundle::TrustList>> LoadGivenTrust(const Arguments& arguments) {
  if (const auto folder = arguments.Get("--data")) {
    if (arguments.Has("--trust") || arguments.Has("--root"))
      return Fail(ErrorCode::ERR_USAGE, "--data --trust");
    PINGSHEN_TRY(TrustState state, LoadTrust(*folder));
    if (!state.has_root) return Fail(ErrorCode::ERR_TRUST_NO_ROOT, *folder);
    return std::move(state.list);
  }
  if (!arguments.Has("--trust") && !arguments.Has("--root")) return std::nullopt;
  PINGSHEN_TRY(const std::string trust_path, arguments.Require("--trust"));
  PINGSHEN_TRY(const std::string root_path, arguments.Require("--root"));
  PINGSHEN_TRY(const PublicKeyFile root, LoadPublicKey(root_path));
  PINGSHEN_TRY(const Bytes envelope, ReadWholeFile(trust_path, kLargestTrustFile));
  PINGSHEN_TRY(bundle::TrustList list, bundle::VerifyTrustList(AsText(envelope), root.public_key));
  return list;
}

}  // namespace pingshen::commission
