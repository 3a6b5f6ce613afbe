// Points in time as the bundle writes them: RFC 3339, UTC, always with milliseconds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pingshen::bundle {

// 9999-12-31T23:59:59.999Z; the least is 0, 1970-01-01T00:00:00.000Z.
inline constexpr std::int64_t kMaxInstantMs = 253'402'300'799'999;

inline bool IsInstant(std::int64_t utc_ms) { return utc_ms >= 0 && utc_ms <= kMaxInstantMs; }

// "2026-11-22T08:30:00.000Z". REQUIRES: IsInstant(utc_ms).
std::string FormatInstant(std::int64_t utc_ms);
// Exactly what FormatInstant gives, nullopt for anything else.
std::optional<std::int64_t> ParseInstant(std::string_view text);

}  // namespace pingshen::bundle
