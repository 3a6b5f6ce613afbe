// What we ask of the world: unpredictable bytes.
#pragma once

#include <cstdint>
#include <span>

#include "core/base/error.h"

namespace pingshen::ports {

class Random {
 public:
  virtual ~Random() = default;
  // Fills `out` from the system's cryptographic generator. On failure nothing may be used.
  virtual Status Fill(std::span<std::uint8_t> out) = 0;
};

}  // namespace pingshen::ports
