// Where a passphrase comes from. Never from the command line, where every user of the machine could
// read it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace pingshen::commission {

// Wiped when destroyed. Move-only.
class Passphrase {
 public:
  explicit Passphrase(std::string text) : text_(std::move(text)) {}
  Passphrase(Passphrase&& other) noexcept : text_(std::move(other.text_)) { other.Wipe(); }
  Passphrase& operator=(Passphrase&&) = delete;
  ~Passphrase() { Wipe(); }
  std::string_view text() const { return text_; }

 private:
  void Wipe();
  std::string text_;
};

inline constexpr std::size_t kShortestPassphrase = 8;  // code points, as in the app

enum class Prompt { kOnce, kTwice };  // kTwice: a new passphrase, typed again to be sure

// `file` when given (its first line), else the environment variable PINGSHEN_PASSPHRASE, else asked
// for at the terminal with the echo off, `question` in front. ERR_FILE_READ, ERR_PASSPHRASE_MISSING
// (no file, no variable, no terminal), ERR_PASSPHRASE_DIFFERS (kTwice).
Result<Passphrase> ReadPassphrase(const std::optional<std::string>& file, std::string_view question,
                                  Prompt prompt);

}  // namespace pingshen::commission
