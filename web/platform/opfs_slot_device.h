// The browser's origin-private files as a SlotDevice.
#pragma once

#include <memory>

#include "core/ports/slot_device.h"

namespace pingshen::platform {

// Works on the access handles that page/slots.js opened before main; they are synchronous from then on.
// A write refused for lack of quota is ERR_DEVICE_FULL, everything else ERR_DEVICE_IO with the slot and the
// browser's error name as context.
class OpfsSlotDevice final : public ports::SlotDevice {
 public:
  std::uint32_t SlotCount() const override;
  Result<std::size_t> Read(std::uint32_t slot, std::uint64_t offset,
                           std::span<std::uint8_t> out) override;
  Status Write(std::uint32_t slot, std::uint64_t offset, ByteView bytes) override;
  Status Truncate(std::uint32_t slot, std::uint64_t size_bytes) override;
  Status Flush(std::uint32_t slot) override;
  Result<std::uint64_t> Size(std::uint32_t slot) override;
};

}  // namespace pingshen::platform
