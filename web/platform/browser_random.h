// The browser's cryptographic generator.
#pragma once

#include "core/ports/random.h"

namespace pingshen::platform {

class BrowserRandom final : public ports::Random {
 public:
  Status Fill(std::span<std::uint8_t> out) override;
};

}  // namespace pingshen::platform
