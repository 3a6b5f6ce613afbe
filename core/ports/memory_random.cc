#include "core/ports/memory_random.h"

namespace pingshen::ports {

std::uint64_t SeededRandom::Next() {
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

Status SeededRandom::Fill(std::span<std::uint8_t> out) {
  if (broken_) return Fail(ErrorCode::ERR_RANDOM, "broken generator");
  for (std::uint8_t& byte : out) byte = static_cast<std::uint8_t>(Next());
  return {};
}

}  // namespace pingshen::ports
