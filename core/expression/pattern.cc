#include "core/expression/pattern.h"

#include <re2/re2.h>

#include <list>
#include <memory>

namespace pingshen::expression {
namespace {

constexpr std::int64_t kMaxPatternMemory_bytes = 1 << 20;
constexpr std::size_t kMaxPattern_bytes = 4096;
constexpr std::size_t kRemembered = 64;

// Compiling takes a hundred times as long as matching: the patterns of a form are kept.
const re2::RE2& Compiled(std::string_view pattern) {
  thread_local std::list<std::unique_ptr<re2::RE2>> patterns;
  for (auto at = patterns.begin(); at != patterns.end(); ++at) {
    if ((*at)->pattern() == pattern) {
      patterns.splice(patterns.begin(), patterns, at);
      return *patterns.front();
    }
  }
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_max_mem(kMaxPatternMemory_bytes);
  patterns.push_front(
      std::make_unique<re2::RE2>(re2::StringPiece(pattern.data(), pattern.size()), options));
  if (patterns.size() > kRemembered) patterns.pop_back();
  return *patterns.front();
}

}  // namespace

std::expected<bool, std::string> MatchesPattern(std::string_view text, std::string_view pattern) {
  if (pattern.size() > kMaxPattern_bytes) return std::unexpected("the pattern is too long");
  const re2::RE2& compiled = Compiled(pattern);
  if (!compiled.ok()) return std::unexpected("the pattern cannot be used: " + compiled.error());
  return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), compiled);
}

}  // namespace pingshen::expression
