#include "commission/system/time_text.h"

#include "core/bundle/instant.h"

namespace pingshen::commission {
namespace {

constexpr std::int64_t kOffsetMs = 8 * 60 * 60 * 1000;
constexpr std::size_t kDayLetters = 10;     // "2026-11-22"
constexpr std::size_t kMinuteLetters = 16;  // "2026-11-22T16:30"

}  // namespace

std::string LocalText(std::int64_t utc_ms) {
  const std::int64_t local_ms = utc_ms + kOffsetMs;
  if (!bundle::IsInstant(utc_ms) || !bundle::IsInstant(local_ms)) return "";
  std::string text = bundle::FormatInstant(local_ms).substr(0, kMinuteLetters);
  text[kDayLetters] = ' ';
  return text;
}

Result<std::int64_t> ParseDay(std::string_view text) {
  const auto midnight = bundle::ParseInstant(std::string(text) + "T00:00:00.000Z");
  if (!midnight) return Fail(ErrorCode::ERR_USAGE, "\"" + std::string(text) + "\" (2026-11-22)");
  return *midnight - kOffsetMs;
}

}  // namespace pingshen::commission
