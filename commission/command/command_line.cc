#include "commission/command/command_line.h"

#include <algorithm>
#include <cstdlib>
#include <ostream>

#include "core/base/utf8.h"

namespace pingshen::commission {
namespace {

auto Usage(std::string what) { return Fail(ErrorCode::ERR_USAGE, std::move(what)); }

bool MeansUsage(ErrorCode code) {
  switch (code) {
    case ErrorCode::ERR_USAGE:
    case ErrorCode::ERR_FILE_READ:
    case ErrorCode::ERR_FILE_WRITE:
    case ErrorCode::ERR_FILE_EXISTS:
    case ErrorCode::ERR_PASSPHRASE_MISSING:
    case ErrorCode::ERR_DESK_ADDRESS:
    case ErrorCode::ERR_DESK_RUNNING:
      return true;
    default:
      return false;
  }
}

}  // namespace

Result<Arguments> Arguments::Parse(std::span<const std::string> words,
                                   std::initializer_list<OptionSpec> known) {
  Arguments result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--") {
      result.positional_.insert(result.positional_.end(),
                                words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
      break;
    }
    if (!word.starts_with("--")) {
      result.positional_.push_back(word);
      continue;
    }
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const auto spec = std::find_if(known.begin(), known.end(),
                                   [&](const OptionSpec& each) { return each.name == name; });
    if (spec == known.end()) return Usage(name);
    std::string value;
    if (spec->takes_value) {
      if (equals != std::string::npos) {
        value = word.substr(equals + 1);
      } else if (++i < words.size()) {
        value = words[i];
      } else {
        return Usage(name);
      }
    } else if (equals != std::string::npos) {
      return Usage(word);
    }
    if (!result.options_.emplace(name, std::move(value)).second) return Usage(name + " ×2");
  }
  return result;
}

std::optional<std::string> Arguments::Get(std::string_view name) const {
  const auto found = options_.find(name);
  if (found == options_.end()) return std::nullopt;
  return found->second;
}

std::string Arguments::Get(std::string_view name, std::string_view fallback) const {
  return Get(name).value_or(std::string(fallback));
}

Result<std::string> Arguments::Require(std::string_view name) const {
  auto value = Get(name);
  if (!value || value->empty()) return Usage(std::string(name));
  return *std::move(value);
}

Result<Language> LanguageOf(const Arguments& arguments) {
  const char* environment = std::getenv("PINGSHEN_LANG");
  const std::string code =
      arguments.Get("--lang", environment != nullptr && *environment != '\0' ? environment : "zh");
  if (code == "zh") return Language::kChinese;
  if (code == "en") return Language::kEnglish;
  return Usage("--lang " + code);
}

std::string Printable(std::string_view text) {
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t letter = NextCodePoint(text, offset);
    const bool control = letter < 0x20 || (letter >= 0x7f && letter < 0xa0) || letter == 0x2028 ||
                         letter == 0x2029 || (letter >= 0x202a && letter <= 0x202e) ||
                         (letter >= 0x2066 && letter <= 0x2069);
    AppendUtf8(out, control ? U'?' : letter);
  }
  return out;
}

int Report(const Error& error, Language language, std::ostream& err) {
  err << CodeName(error.code) << ": " << Printable(Sentence(error, language)) << "\n";
  return MeansUsage(error.code) ? kExitUsage : kExitRefused;
}

}  // namespace pingshen::commission
