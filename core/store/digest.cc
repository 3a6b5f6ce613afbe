#include "core/store/digest.h"

namespace pingshen::store {

void Digest::AddByte(std::uint8_t byte) {
  static constexpr std::uint64_t kFnvPrime = 0x100000001b3u;
  state_ = (state_ ^ byte) * kFnvPrime;
}

Digest& Digest::Add(ByteView bytes) {
  Add(static_cast<std::uint64_t>(bytes.size()));
  for (const std::uint8_t byte : bytes) AddByte(byte);
  return *this;
}

Digest& Digest::Add(std::uint64_t number) {
  for (int shift = 0; shift < 64; shift += 8) AddByte(static_cast<std::uint8_t>(number >> shift));
  return *this;
}

std::uint64_t Digest::Value() const {
  std::uint64_t mixed = state_;  // MurmurHash3's 64-bit finaliser
  mixed = (mixed ^ (mixed >> 33)) * 0xff51afd7ed558ccdu;
  mixed = (mixed ^ (mixed >> 33)) * 0xc4ceb9fe1a85ec53u;
  return mixed ^ (mixed >> 33);
}

}  // namespace pingshen::store
