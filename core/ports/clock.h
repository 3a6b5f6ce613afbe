// What we ask of the world: time.
#pragma once

#include <cstdint>

namespace pingshen::ports {

class Clock {
 public:
  virtual ~Clock() = default;
  // Milliseconds since 1970-01-01T00:00:00Z. May jump; never used to order records.
  virtual std::int64_t NowUtcMs() = 0;
  // Milliseconds since an arbitrary start, never going back.
  virtual double MonotonicMs() = 0;
  // Local time minus UTC at that instant, in minutes (China: 480).
  virtual int UtcOffsetMinutes(std::int64_t utc_ms) = 0;
};

}  // namespace pingshen::ports
