#include "web/platform/opfs_slot_device.h"

#include <array>
#include <cassert>
#include <string>

// opfs_slot_device.js. Offsets and sizes as doubles: exact up to 2^53, far above any file here.
extern "C" {
int pingshen_slot_count();
double pingshen_slot_read(int slot, double offset, std::uint8_t* out, std::size_t size);
double pingshen_slot_write(int slot, double offset, const std::uint8_t* bytes, std::size_t size);
double pingshen_slot_truncate(int slot, double size);
double pingshen_slot_flush(int slot);
double pingshen_slot_size(int slot);
void pingshen_slot_error(char* out, std::size_t capacity);
}

namespace pingshen::platform {
namespace {

constexpr double kFull = -2;  // any other negative outcome: the device failed

std::unexpected<Error> Failed(double outcome, std::uint32_t slot) {
  if (outcome == kFull) return Fail(ErrorCode::ERR_DEVICE_FULL);
  std::array<char, 64> name{};
  pingshen_slot_error(name.data(), name.size());
  return Fail(ErrorCode::ERR_DEVICE_IO, "slot " + std::to_string(slot) + ", " + name.data());
}

Status Outcome(double outcome, std::uint32_t slot) {
  if (outcome < 0) return Failed(outcome, slot);
  return {};
}

}  // namespace

std::uint32_t OpfsSlotDevice::SlotCount() const {
  return static_cast<std::uint32_t>(pingshen_slot_count());
}

Result<std::size_t> OpfsSlotDevice::Read(std::uint32_t slot, std::uint64_t offset,
                                         std::span<std::uint8_t> out) {
  assert(slot < SlotCount());
  const double count = pingshen_slot_read(static_cast<int>(slot), static_cast<double>(offset),
                                          out.data(), out.size());
  if (count < 0) return Failed(count, slot);
  return static_cast<std::size_t>(count);
}

Status OpfsSlotDevice::Write(std::uint32_t slot, std::uint64_t offset, ByteView bytes) {
  assert(slot < SlotCount());
  return Outcome(pingshen_slot_write(static_cast<int>(slot), static_cast<double>(offset),
                                     bytes.data(), bytes.size()),
                 slot);
}

Status OpfsSlotDevice::Truncate(std::uint32_t slot, std::uint64_t size_bytes) {
  assert(slot < SlotCount());
  return Outcome(pingshen_slot_truncate(static_cast<int>(slot), static_cast<double>(size_bytes)),
                 slot);
}

Status OpfsSlotDevice::Flush(std::uint32_t slot) {
  assert(slot < SlotCount());
  return Outcome(pingshen_slot_flush(static_cast<int>(slot)), slot);
}

Result<std::uint64_t> OpfsSlotDevice::Size(std::uint32_t slot) {
  assert(slot < SlotCount());
  const double size = pingshen_slot_size(static_cast<int>(slot));
  if (size < 0) return Failed(size, slot);
  return static_cast<std::uint64_t>(size);
}

}  // namespace pingshen::platform
