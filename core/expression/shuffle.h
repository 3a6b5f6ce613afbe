// The order of randomize(): the same on every device that knows the seed (ODK XForms
// specification).
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace pingshen::expression {

// Park and Miller's minimal standard generator.
class ParkMiller {
 public:
  // The whole part of `seed` counts; NaN and infinities are 0.
  explicit ParkMiller(double seed) {
    const double whole = std::isfinite(seed) ? std::trunc(seed) : 0;
    state_ = static_cast<std::int64_t>(std::fmod(whole, static_cast<double>(kModulus)));
    if (state_ <= 0) state_ += kModulus - 1;
  }
  // 0 <= value < 1.
  double Next() {
    state_ = state_ * 16'807 % kModulus;
    return static_cast<double>(state_ - 1) / static_cast<double>(kModulus - 1);
  }

 private:
  static constexpr std::int64_t kModulus = 2'147'483'647;
  std::int64_t state_;
};

// A text as a seed: the first eight bytes of its SHA-256 as one big-endian signed number.
// REQUIRES: at least eight bytes.
inline double SeedOfDigest(std::string_view digest) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 8; ++i) bits = bits << 8 | static_cast<unsigned char>(digest[i]);
  return static_cast<double>(static_cast<std::int64_t>(bits));
}

// Fisher and Yates inside out, from the first element up. `random` gives 0 <= value < 1.
template <typename List, typename Random>
void Shuffle(List& list, Random&& random) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto other = static_cast<std::size_t>(random() * static_cast<double>(i + 1));
    std::swap(list[i], list[other <= i ? other : i]);
  }
}

}  // namespace pingshen::expression
