// Moments as people read them, in local time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pingshen::ui {

// "12:03:22"
std::string ClockText(std::int64_t utc_ms, int utc_offset_minutes);
// "12:03" when it is the day of `now`, "11-22 12:03" in the same year, else "2025-11-22".
std::string MomentText(std::int64_t utc_ms, std::int64_t now_utc_ms, int utc_offset_minutes);
// "+08:00"
std::string OffsetText(int utc_offset_minutes);
// "08:30:00" → "08:30"; seconds that are not 0 stay.
std::string TimeShown(std::string_view time);
// "2026-11-24T08:30:00+08:00" → "2026-11-24 08:30", with the offset when it is not the one given.
std::string DateTimeShown(std::string_view moment, int utc_offset_minutes);
// The same as the page's own field takes it: "2026-11-24T08:30".
std::string DateTimeField(std::string_view moment);
// "1.2 MB", "34 kB", "812 B"
std::string SizeText(std::uint64_t bytes);

}  // namespace pingshen::ui
