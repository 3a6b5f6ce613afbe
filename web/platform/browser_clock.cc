#include "web/platform/browser_clock.h"

extern "C" {
double pingshen_clock_utc_ms();
double pingshen_clock_monotonic_ms();
int pingshen_clock_utc_offset_minutes(double utc_ms);
}

namespace pingshen::platform {

std::int64_t BrowserClock::NowUtcMs() { return static_cast<std::int64_t>(pingshen_clock_utc_ms()); }

double BrowserClock::MonotonicMs() { return pingshen_clock_monotonic_ms(); }

int BrowserClock::UtcOffsetMinutes(std::int64_t utc_ms) {
  return pingshen_clock_utc_offset_minutes(static_cast<double>(utc_ms));
}

}  // namespace pingshen::platform
