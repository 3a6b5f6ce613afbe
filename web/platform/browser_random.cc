#include "web/platform/browser_random.h"

#include <cstddef>

extern "C" int pingshen_random_fill(std::uint8_t* out, std::size_t size);  // 1 = filled

namespace pingshen::platform {

Status BrowserRandom::Fill(std::span<std::uint8_t> out) {
  if (!pingshen_random_fill(out.data(), out.size())) {
    return Fail(ErrorCode::ERR_RANDOM, "getRandomValues");
  }
  return {};
}

}  // namespace pingshen::platform
