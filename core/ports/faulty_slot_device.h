// Wraps a SlotDevice and lets a chosen operation fail: to try every failure that a device can have.
#pragma once

#include <optional>

#include "core/ports/slot_device.h"

namespace pingshen::ports {

// Counted are the operations that change something: Write, Truncate and Flush, from 1.
class FaultySlotDevice : public SlotDevice {
 public:
  // `inner` must remain live while this is.
  explicit FaultySlotDevice(SlotDevice& inner) : inner_(inner) {}

  std::uint64_t operations() const { return operations_; }
  std::uint64_t flushes() const { return flushes_; }

  // The operation that makes operations() == n fails once, as ERR_DEVICE_IO; a Write leaves its
  // first half.
  void FailAt(std::uint64_t n) { fail_at_ = n; }
  // From that operation on the power is gone: it and all later calls, Read too, are ERR_DEVICE_IO.
  // A Write or Truncate was under way (the inner device has it, unflushed), a Flush had not begun.
  // Then let the inner device PowerCut() and open it again without this wrapper.
  void CutAt(std::uint64_t n) { cut_at_ = n; }
  bool is_cut() const { return cut_at_ && operations_ >= *cut_at_; }
  // No more than so many bytes in all slots together: a Write beyond is ERR_DEVICE_FULL and partly
  // done. nullopt: no limit.
  void SetCapacity(std::optional<std::uint64_t> bytes) { capacity_bytes_ = bytes; }

  std::uint32_t SlotCount() const override { return inner_.SlotCount(); }
  Result<std::size_t> Read(std::uint32_t slot, std::uint64_t offset,
                           std::span<std::uint8_t> out) override;
  Status Write(std::uint32_t slot, std::uint64_t offset, ByteView bytes) override;
  Status Truncate(std::uint32_t slot, std::uint64_t size_bytes) override;
  Status Flush(std::uint32_t slot) override;
  Result<std::uint64_t> Size(std::uint32_t slot) override;

 private:
  enum class Fate { kWorks, kFails, kCut, kGone };
  Fate Next();
  // Bytes that the slot may still grow by; nullopt when there is no limit.
  Result<std::optional<std::uint64_t>> Room();

  SlotDevice& inner_;
  std::uint64_t operations_ = 0;
  std::uint64_t flushes_ = 0;
  std::optional<std::uint64_t> fail_at_;
  std::optional<std::uint64_t> cut_at_;
  std::optional<std::uint64_t> capacity_bytes_;
};

}  // namespace pingshen::ports
