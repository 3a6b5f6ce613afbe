// Points in time as people at the desk read and type them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace pingshen::commission {

// All in China's time (UTC+8, no summer time), whatever the zone of the machine: servers often run
// in UTC.

// "2026-11-22 16:30". "" for what bundle::IsInstant refuses.
std::string LocalText(std::int64_t utc_ms);

// "2026-11-22" → that day's 00:00, as milliseconds UTC. ERR_USAGE for anything else.
Result<std::int64_t> ParseDay(std::string_view text);

inline constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

}  // namespace pingshen::commission
