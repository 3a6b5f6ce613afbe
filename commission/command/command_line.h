// Options of a subcommand, and what a subcommand gives back.
#pragma once

#include <initializer_list>
#include <iosfwd>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"

namespace pingshen::commission {

// Exit codes of the program; part of its contract, see `pingshen --help`.
enum ExitCode : int {
  kExitGood = 0,
  kExitRefused = 1,
  kExitUsage = 2,          // wrong usage, or a file or folder that cannot be read or written
  kExitUnknownSigner = 3,  // verify: all right, but a signer is not in the given trust list
};

struct Streams {  // must remain live while a subcommand runs
  std::ostream& out;
  std::ostream& err;
};

struct OptionSpec {
  std::string_view name;  // "--data"
  bool takes_value = true;
};

class Arguments {
 public:
  // "--name value", "--name=value", "--flag", anything else is positional; after "--" everything
  // is. ERR_USAGE: unknown option, missing value, option given twice.
  static Result<Arguments> Parse(std::span<const std::string> words,
                                 std::initializer_list<OptionSpec> known);

  bool Has(std::string_view name) const { return options_.contains(name); }
  std::optional<std::string> Get(std::string_view name) const;
  std::string Get(std::string_view name, std::string_view fallback) const;
  // ERR_USAGE naming the option when it is absent.
  Result<std::string> Require(std::string_view name) const;
  const std::vector<std::string>& positional() const { return positional_; }

 private:
  std::map<std::string, std::string, std::less<>> options_;
  std::vector<std::string> positional_;
};

// Language of the answers: --lang zh|en, else PINGSHEN_LANG, else Chinese. ERR_USAGE.
Result<Language> LanguageOf(const Arguments& arguments);

// Writes "ERR_…: sentence" and gives the exit code that belongs to it (kExitUsage for usage and
// files, otherwise kExitRefused).
int Report(const Error& error, Language language, std::ostream& err);

// For a terminal: text of strangers without control characters, which could move the cursor or
// forge lines.
std::string Printable(std::string_view text);

}  // namespace pingshen::commission
