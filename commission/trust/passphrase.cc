#include "commission/trust/passphrase.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "commission/system/os_files.h"

namespace pingshen::commission {
namespace {

constexpr std::uint64_t kLongestFile = 4096;

Passphrase FirstLine(std::string text) {
  text.resize(std::min(text.find_first_of("\r\n"), text.size()));
  return Passphrase(std::move(text));
}

class Terminal {
 public:
  Terminal() : descriptor_(open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)) {
    if (descriptor_ < 0 || tcgetattr(descriptor_, &before_) != 0) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    usable_ = tcsetattr(descriptor_, TCSAFLUSH, &silent) == 0;
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  ~Terminal() {
    if (usable_) tcsetattr(descriptor_, TCSAFLUSH, &before_);
    if (descriptor_ >= 0) close(descriptor_);
  }
  bool usable() const { return usable_; }

  Result<Passphrase> Ask(std::string_view question) {
    Write(question);
    Write(": ");
    std::string line;
    line.reserve(kLongestFile);  // growing would leave copies behind
    for (;;) {
      char byte = 0;
      const ssize_t got = read(descriptor_, &byte, 1);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0 || byte == '\n' || line.size() >= kLongestFile) break;
      line.push_back(byte);
    }
    Write("\n");
    return Passphrase(std::move(line));
  }

 private:
  void Write(std::string_view text) {
    // The terminal shows the question or it does not; nothing depends on it.
    [[maybe_unused]] const ssize_t ignored = write(descriptor_, text.data(), text.size());
  }

  int descriptor_;
  termios before_{};
  bool usable_ = false;
};

}  // namespace

void Passphrase::Wipe() {
  explicit_bzero(text_.data(), text_.capacity());
  text_.clear();
}

Result<Passphrase> ReadPassphrase(const std::optional<std::string>& file, std::string_view question,
                                  Prompt prompt) {
  if (file) {
    PINGSHEN_TRY(Bytes bytes, ReadWholeFile(*file, kLongestFile));
    Passphrase passphrase = FirstLine(std::string(AsText(bytes)));
    explicit_bzero(bytes.data(), bytes.size());
    return passphrase;
  }
  if (const char* variable = std::getenv("PINGSHEN_PASSPHRASE");
      variable != nullptr && *variable != '\0') {
    return Passphrase(variable);
  }
  Terminal terminal;
  if (!terminal.usable()) return Fail(ErrorCode::ERR_PASSPHRASE_MISSING);
  PINGSHEN_TRY(Passphrase first, terminal.Ask(question));
  if (prompt == Prompt::kTwice) {
    PINGSHEN_TRY(const Passphrase second, terminal.Ask(question));
    if (first.text() != second.text()) return Fail(ErrorCode::ERR_PASSPHRASE_DIFFERS);
  }
  return first;
}

}  // namespace pingshen::commission
