// A clock that moves only when told.
#pragma once

#include "core/ports/clock.h"

namespace pingshen::ports {

class ManualClock : public Clock {
 public:
  explicit ManualClock(std::int64_t utc_ms, int utc_offset_minutes = 480)
      : utc_ms_(utc_ms), utc_offset_minutes_(utc_offset_minutes) {}

  void Advance(std::int64_t milliseconds) {
    utc_ms_ += milliseconds;
    if (milliseconds > 0) monotonic_ms_ += static_cast<double>(milliseconds);
  }

  std::int64_t NowUtcMs() override { return utc_ms_; }
  double MonotonicMs() override { return monotonic_ms_; }
  int UtcOffsetMinutes(std::int64_t) override { return utc_offset_minutes_; }

 private:
  std::int64_t utc_ms_;
  int utc_offset_minutes_;
  double monotonic_ms_ = 0;
};

}  // namespace pingshen::ports
