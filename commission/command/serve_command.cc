#include "commission/command/serve_command.h"

#include <charconv>
#include <csignal>
#include <mutex>
#include <ostream>

#include "commission/desk/desk.h"
#include "commission/intake/intake.h"
#include "commission/system/os_files.h"
#include "commission/system/os_ports.h"
#include "commission/trust/passphrase.h"
#include "commission/trust/root_key.h"
#include "forms/built_in.h"

namespace pingshen::commission {
namespace {

constexpr std::int64_t kDefaultPort = 8080;
constexpr std::int64_t kDefaultBundleMib = 256;
constexpr std::int64_t kLargestBundleMib = 4096;
constexpr std::uint64_t kLargestAccessFile = 4096;

Result<std::int64_t> Number(const Arguments& arguments, std::string_view name,
                            std::int64_t fallback, std::int64_t largest) {
  const auto text = arguments.Get(name);
  if (!text) return fallback;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc() || end != text->data() + text->size() || number < 0 ||
      number > largest) {
    return Fail(ErrorCode::ERR_USAGE, std::string(name) + " " + *text);
  }
  return number;
}

Result<std::optional<std::string>> AccessPassword(const Arguments& arguments) {
  const auto path = arguments.Get("--access-file");
  if (!path) return std::nullopt;
  PINGSHEN_TRY(const Bytes bytes, ReadWholeFile(*path, kLargestAccessFile));
  std::string password(AsText(bytes));
  password.resize(std::min(password.find_first_of("\r\n"), password.size()));
  if (password.empty()) return Fail(ErrorCode::ERR_USAGE, "--access-file");
  return password;
}

Result<std::optional<ReceiptSigner>> LoadReceiptSigner(const Arguments& arguments, bool zh,
                                                       ports::Random& random) {
  const auto path = arguments.Get("--receipt-key");
  if (!path) return std::nullopt;
  PINGSHEN_TRY(
      const Passphrase passphrase,
      ReadPassphrase(arguments.Get("--passphrase-file"),
                     zh ? "回执密钥口令" : "Passphrase of the receipt key", Prompt::kOnce));
  PINGSHEN_TRY(bundle::PrivateKey key, UnsealKey(*path, passphrase));
  return ReceiptSigner(std::move(key), random);
}

// The signals that end the program are waited for instead of interrupting some thread.
class EndSignals {
 public:
  EndSignals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGTERM);
    sigaddset(&set_, SIGINT);
    sigaddset(&set_, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
  }
  void Wait() {
    int received = 0;
    sigwait(&set_, &received);
  }

 private:
  sigset_t set_{};
};

void SayTrust(const TrustState& trust, const std::string& folder, bool zh, std::ostream& err) {
  if (!trust.has_root) {
    err << (zh ? "提示：委员会尚无根密钥，评审包会被拒收。运行：pingshen keygen --out "
               : "Note: the commission has no root key yet and bundles will be refused. Run: "
                 "pingshen keygen --out ")
        << folder << "\n";
  } else if (trust.list.keys.empty()) {
    err << (zh ? "提示：信任名单为空，评审包会被拒收。运行：pingshen trust add --data "
               : "Note: the trust list is empty and bundles will be refused. Run: pingshen trust "
                 "add --data ")
        << folder << (zh ? " 公钥.json\n" : " PUBKEY.json\n");
  }
}

Status Serve(const Arguments& arguments, Language language, Streams streams) {
  const bool zh = language == Language::kChinese;
  if (!arguments.positional().empty())
    return Fail(ErrorCode::ERR_USAGE, arguments.positional().front());
  PINGSHEN_TRY(const std::string folder, arguments.Require("--data"));
  PINGSHEN_TRY(const std::string web, arguments.Require("--web"));
  PINGSHEN_TRY(const std::int64_t port, Number(arguments, "--port", kDefaultPort, 65535));
  PINGSHEN_TRY(const std::int64_t mib,
               Number(arguments, "--max-bundle-mib", kDefaultBundleMib, kLargestBundleMib));
  if (!std::filesystem::is_directory(web)) return Fail(ErrorCode::ERR_FILE_READ, web);
  PINGSHEN_TRY(auto password, AccessPassword(arguments));

  OsClock clock;
  OsRandom random;
  PINGSHEN_TRY(const auto receipts, LoadReceiptSigner(arguments, zh, random));
  PINGSHEN_CHECK(EnsureFolder(folder, Readers::kOwnerOnly));
  PINGSHEN_TRY(const FileLock only_desk,
               FileLock::Try(std::filesystem::path(folder) / "desk.lock"));
  PINGSHEN_TRY(const FormShelf shelf,
               FormShelf::Load(forms::BuiltInForms(), std::filesystem::path(folder) / "forms"));
  PINGSHEN_TRY(const auto store, DeskStore::Open(folder));
  TrustSource trust(folder);
  PINGSHEN_TRY(const auto trusted_now, trust.Current());

  const std::uint64_t max_bytes = static_cast<std::uint64_t>(mib) << 20;
  const Intake intake({.store = store.get(),
                       .trust = &trust,
                       .clock = &clock,
                       .forms = &shelf,
                       .receipts = receipts ? &*receipts : nullptr,
                       .max_bytes = max_bytes});
  const Access access(std::move(password));
  const StaticFiles files(web);
  std::mutex log_mutex;
  const BundlesApi bundles(*store, intake, [&](std::string_view line) {
    const std::scoped_lock lock(log_mutex);
    streams.err << line << std::endl;
  });
  const DeskPages pages(*store, trust);
  const Desk desk(
      {.access = access, .files = files, .bundles = bundles, .pages = pages, .forms = shelf});

  EndSignals signals;  // before any thread is started, so that all of them inherit the mask
  const std::string host = arguments.Get("--host", "127.0.0.1");
  PINGSHEN_TRY(
      auto server,
      HttpServer::Start({.host = host, .port = static_cast<int>(port), .max_body_bytes = max_bytes},
                        [&](const HttpRequest& request) { return desk.Answer(request); }));
  SayTrust(*trusted_now, folder, zh, streams.err);
  streams.out << (zh ? "评审通已启动：" : "Pingshen is running: ") << "http://"
              << (host == "0.0.0.0" ? "127.0.0.1" : host) << ":" << server->port() << "/"
              << (zh ? "（受理台 /desk）" : " (desk: /desk)") << std::endl;
  signals.Wait();
  server.reset();
  return {};
}

}  // namespace

int RunServe(std::span<const std::string> words, Streams streams) {
  const auto arguments = Arguments::Parse(words, {{"--data"},
                                                  {"--web"},
                                                  {"--host"},
                                                  {"--port"},
                                                  {"--max-bundle-mib"},
                                                  {"--access-file"},
                                                  {"--receipt-key"},
                                                  {"--passphrase-file"},
                                                  {"--lang"}});
  if (!arguments) return Report(arguments.error(), Language::kChinese, streams.err);
  const auto language = LanguageOf(*arguments);
  if (!language) return Report(language.error(), Language::kChinese, streams.err);
  const Status served = Serve(*arguments, *language, streams);
  if (!served) return Report(served.error(), *language, streams.err);
  return kExitGood;
}

}  // namespace pingshen::commission
