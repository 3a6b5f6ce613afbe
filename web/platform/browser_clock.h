// The browser's clocks.
#pragma once

#include "core/ports/clock.h"

namespace pingshen::platform {

class BrowserClock final : public ports::Clock {
 public:
  std::int64_t NowUtcMs() override;
  double MonotonicMs() override;  // since the worker started
  int UtcOffsetMinutes(std::int64_t utc_ms) override;
};

}  // namespace pingshen::platform
