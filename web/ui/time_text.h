// Moments as people read them, in local time.
#pragma once

#include <cstdint>
#include <string>

namespace pingshen::ui {

// "12:03:22"
std::string ClockText(std::int64_t utc_ms, int utc_offset_minutes);
// "12:03" when it is the day of `now`, "11-22 12:03" in the same year, else "2025-11-22".
std::string MomentText(std::int64_t utc_ms, std::int64_t now_utc_ms, int utc_offset_minutes);
// "1.2 MB", "34 kB", "812 B"
std::string SizeText(std::uint64_t bytes);

}  // namespace pingshen::ui
