// Repeatable bytes for tests. Never for keys that anybody uses.
#pragma once

#include "core/ports/random.h"

namespace pingshen::ports {

class SeededRandom : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}

  Status Fill(std::span<std::uint8_t> out) override;
  // SplitMix64 (Steele, Lea, Flood 2014).
  std::uint64_t Next();
  // 0 … bound - 1. REQUIRES: bound > 0.
  std::uint64_t Below(std::uint64_t bound) { return Next() % bound; }
  // Every later Fill is ERR_RANDOM.
  void Break() { broken_ = true; }

 private:
  std::uint64_t state_;
  bool broken_ = false;
};

}  // namespace pingshen::ports
