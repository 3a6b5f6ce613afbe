#include "commission/command/trust_command.h"

#include <algorithm>
#include <ostream>

#include "commission/system/os_files.h"
#include "commission/system/os_ports.h"
#include "commission/system/time_text.h"
#include "commission/trust/passphrase.h"
#include "commission/trust/public_key_file.h"
#include "commission/trust/root_key.h"
#include "commission/trust/trust_folder.h"
#include "core/bundle/statement.h"
#include "core/words/answer_words.h"

namespace pingshen::commission {
namespace {

using words::RoleText;

constexpr std::string_view kDefaultRoles = "assessor";
constexpr std::int64_t kDefaultBackdatingMs = 30 * kDayMs;
constexpr std::int64_t kDefaultValidityMs = 3 * 365 * kDayMs;

struct Call {
  const Arguments& arguments;
  Language language;
  std::ostream& out;
  OsClock clock;

  bool zh() const { return language == Language::kChinese; }
  Result<std::filesystem::path> Folder() const {
    PINGSHEN_TRY(const std::string folder, arguments.Require("--data"));
    return std::filesystem::path(folder);
  }
  // What follows add, revoke or list.
  Result<std::string> Subject() const {
    if (arguments.positional().size() != 2) return Fail(ErrorCode::ERR_USAGE, "trust");
    return arguments.positional()[1];
  }
};

Result<std::vector<std::string>> ParseRoles(std::string_view text) {
  std::vector<std::string> roles;
  while (true) {
    const std::size_t comma = text.find(',');
    const std::string_view role = text.substr(0, comma);
    if (!bundle::IsRole(role)) return Fail(ErrorCode::ERR_TRUST_ROLE, std::string(role));
    if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.emplace_back(role);
    if (comma == std::string_view::npos) return roles;
    text.remove_prefix(comma + 1);
  }
}

Result<bundle::TrustedKey> DescribeKey(Call& call, const PublicKeyFile& file) {
  const Arguments& arguments = call.arguments;
  const std::int64_t now = call.clock.NowUtcMs();
  bundle::TrustedKey key;
  key.key_id = file.key_id;
  key.public_key = file.public_key;
  key.holder = arguments.Get("--holder", file.holder);
  key.organisation = arguments.Get("--organisation", file.organisation);
  if (key.holder.empty()) return Fail(ErrorCode::ERR_USAGE, "--holder");
  PINGSHEN_TRY(key.roles, ParseRoles(arguments.Get("--roles", kDefaultRoles)));
  key.region = arguments.Get("--region", "");
  // A key is usually registered because its first bundle was refused: without a date that bundle is
  // covered.
  key.valid_from_ms = now - kDefaultBackdatingMs;
  if (const auto day = arguments.Get("--valid-from")) {
    PINGSHEN_TRY(key.valid_from_ms, ParseDay(*day));
  }
  key.valid_to_ms = now + kDefaultValidityMs;
  if (const auto day = arguments.Get("--valid-to")) {
    PINGSHEN_TRY(const std::int64_t midnight, ParseDay(*day));
    key.valid_to_ms = midnight + kDayMs;  // that day included
  }
  return key;
}

// Reads, changes and writes the list while no other `trust` command does.
template <typename Change>
Status ChangeList(Call& call, Change change) {
  PINGSHEN_TRY(const std::filesystem::path folder, call.Folder());
  const KeyPaths paths = KeyPaths::InFolder(folder);
  std::error_code ignored;
  if (!std::filesystem::exists(paths.sealed, ignored) ||
      !std::filesystem::exists(paths.public_json, ignored)) {
    return Fail(ErrorCode::ERR_TRUST_NO_ROOT, folder.string());
  }
  PINGSHEN_TRY(const FileLock lock, FileLock::Wait(folder / "trust.lock"));
  PINGSHEN_TRY(TrustState state, LoadTrust(folder));
  PINGSHEN_CHECK(change(state.list));
  PINGSHEN_TRY(
      const Passphrase passphrase,
      ReadPassphrase(call.arguments.Get("--passphrase-file"),
                     call.zh() ? "根密钥口令" : "Passphrase of the root key", Prompt::kOnce));
  PINGSHEN_TRY(const bundle::PrivateKey root, UnsealKey(paths.sealed, passphrase));
  OsRandom random;
  PINGSHEN_TRY(const bundle::TrustList saved,
               SaveTrust(folder, std::move(state.list), call.clock.NowUtcMs(), root, random));
  call.out << (call.zh() ? "信任名单序号：" : "Serial of the trust list: ") << saved.serial << "\n";
  return {};
}

Status Add(Call& call) {
  PINGSHEN_TRY(const std::string path, call.Subject());
  PINGSHEN_TRY(const PublicKeyFile file, LoadPublicKey(path));
  PINGSHEN_TRY(const bundle::TrustedKey key, DescribeKey(call, file));
  PINGSHEN_CHECK(ChangeList(call, [&](bundle::TrustList& list) -> Status {
    if (list.Find(key.key_id) != nullptr) return Fail(ErrorCode::ERR_TRUST_KEY_EXISTS, key.key_id);
    list.keys.push_back(key);
    return {};
  }));
  call.out << (call.zh() ? "已登记：" : "Registered: ") << key.key_id << " "
           << Printable(key.holder) << " " << Printable(key.organisation)
           << (call.zh() ? "，有效期 " : ", valid ") << LocalText(key.valid_from_ms) << " – "
           << LocalText(key.valid_to_ms) << "\n";
  return {};
}

Status Revoke(Call& call) {
  PINGSHEN_TRY(const std::string key_id, call.Subject());
  PINGSHEN_TRY(const std::string why, call.arguments.Require("--why"));
  const std::int64_t now = call.clock.NowUtcMs();
  PINGSHEN_CHECK(ChangeList(call, [&](bundle::TrustList& list) -> Status {
    const auto key =
        std::find_if(list.keys.begin(), list.keys.end(), [&](const bundle::TrustedKey& each) {
          return each.key_id == key_id && !each.revoked_at_ms;
        });
    if (key == list.keys.end()) return Fail(ErrorCode::ERR_TRUST_KEY_UNKNOWN, key_id);
    key->revoked_at_ms = now;
    key->revoked_why = why;
    return {};
  }));
  call.out << (call.zh() ? "已吊销：" : "Revoked: ") << key_id << "\n";
  return {};
}

Status List(Call& call) {
  if (call.arguments.positional().size() != 1) return Fail(ErrorCode::ERR_USAGE, "trust list");
  PINGSHEN_TRY(const std::filesystem::path folder, call.Folder());
  PINGSHEN_TRY(const TrustState state, LoadTrust(folder));
  if (!state.has_root) return Fail(ErrorCode::ERR_TRUST_NO_ROOT, folder.string());
  call.out << (call.zh() ? "信任名单序号：" : "Serial of the trust list: ") << state.list.serial
           << "\n";
  for (const bundle::TrustedKey& key : state.list.keys) {
    call.out << key.key_id << "\t" << Printable(key.holder) << "\t" << Printable(key.organisation)
             << "\t";
    for (std::size_t i = 0; i < key.roles.size(); ++i) {
      call.out << (i > 0 ? "," : "") << RoleText(key.roles[i], call.language);
    }
    call.out << "\t" << LocalText(key.valid_from_ms) << " – " << LocalText(key.valid_to_ms);
    if (key.revoked_at_ms) {
      call.out << "\t" << (call.zh() ? "已吊销 " : "revoked ") << LocalText(*key.revoked_at_ms)
               << " " << Printable(key.revoked_why);
    }
    call.out << "\n";
  }
  return {};
}

}  // namespace

int RunTrust(std::span<const std::string> words, Streams streams) {
  const auto arguments = Arguments::Parse(words, {{"--data"},
                                                  {"--roles"},
                                                  {"--region"},
                                                  {"--valid-from"},
                                                  {"--valid-to"},
                                                  {"--holder"},
                                                  {"--organisation"},
                                                  {"--why"},
                                                  {"--passphrase-file"},
                                                  {"--lang"}});
  if (!arguments) return Report(arguments.error(), Language::kChinese, streams.err);
  const auto language = LanguageOf(*arguments);
  if (!language) return Report(language.error(), Language::kChinese, streams.err);
  Call call{.arguments = *arguments, .language = *language, .out = streams.out, .clock = {}};
  const std::string verb = arguments->positional().empty() ? "" : arguments->positional().front();
  Status done = Fail(ErrorCode::ERR_USAGE, "trust " + verb);
  if (verb == "add") done = Add(call);
  if (verb == "revoke") done = Revoke(call);
  if (verb == "list") done = List(call);
  if (!done) return Report(done.error(), *language, streams.err);
  return kExitGood;
}

}  // namespace pingshen::commission
