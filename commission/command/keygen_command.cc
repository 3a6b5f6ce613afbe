#include "commission/command/keygen_command.h"

#include <ostream>

#include "commission/system/os_ports.h"
#include "commission/trust/passphrase.h"
#include "commission/trust/root_key.h"

namespace pingshen::commission {
namespace {

Status Keygen(const Arguments& arguments, Language language, std::ostream& out) {
  PINGSHEN_TRY(const std::string place, arguments.Require("--out"));
  if (!arguments.positional().empty())
    return Fail(ErrorCode::ERR_USAGE, arguments.positional().front());
  const KeyPaths paths = KeyPaths::Of(place);
  // Before anybody is asked for a passphrase.
  std::error_code ignored;
  if (std::filesystem::exists(paths.sealed, ignored)) {
    return Fail(ErrorCode::ERR_FILE_EXISTS, paths.sealed.string());
  }
  const bool zh = language == Language::kChinese;
  PINGSHEN_TRY(const Passphrase passphrase,
               ReadPassphrase(arguments.Get("--passphrase-file"), zh ? "新口令" : "New passphrase",
                              Prompt::kTwice));
  OsRandom random;
  OsClock clock;
  const NewKey facts{.holder = arguments.Get("--holder", "评审委员会"),
                     .organisation = arguments.Get("--organisation", ""),
                     .created_at_ms = clock.NowUtcMs()};
  PINGSHEN_TRY(const PublicKeyFile key, CreateKey(paths, facts, passphrase, random));
  out << (zh ? "密钥编号：" : "Key id: ") << key.key_id << "\n"
      << (zh ? "私钥（口令加密，请备份）："
             : "Private key (sealed with the passphrase; keep a copy): ")
      << paths.sealed.string() << "\n"
      << (zh ? "公钥：" : "Public key: ") << paths.public_json.string() << "\n"
      << (zh ? "公钥（PEM，供 openssl 使用）：" : "Public key (PEM, for openssl): ")
      << paths.public_pem.string() << "\n";
  return {};
}

}  // namespace

int RunKeygen(std::span<const std::string> words, Streams streams) {
  const auto arguments = Arguments::Parse(
      words, {{"--out"}, {"--holder"}, {"--organisation"}, {"--passphrase-file"}, {"--lang"}});
  if (!arguments) return Report(arguments.error(), Language::kChinese, streams.err);
  const auto language = LanguageOf(*arguments);
  if (!language) return Report(language.error(), Language::kChinese, streams.err);
  const Status done = Keygen(*arguments, *language, streams.out);
  if (!done) return Report(done.error(), *language, streams.err);
  return kExitGood;
}

}  // namespace pingshen::commission
