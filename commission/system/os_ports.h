// The operating system's clock and random numbers.
#pragma once

#include <cstdint>
#include <span>

#include "core/ports/clock.h"
#include "core/ports/random.h"

namespace pingshen::commission {

// Safe to use from several threads at once.
class OsClock : public ports::Clock {
 public:
  std::int64_t NowUtcMs() override;
  double MonotonicMs() override;
  int UtcOffsetMinutes(std::int64_t utc_ms) override;
};

// getrandom(2). Safe to use from several threads at once.
class OsRandom : public ports::Random {
 public:
  Status Fill(std::span<std::uint8_t> out) override;
};

}  // namespace pingshen::commission
