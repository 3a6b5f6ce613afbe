#include "tests/core/ports/slot_device_contract.h"

#include "core/ports/faulty_slot_device.h"
#include "core/ports/memory_slot_device.h"

namespace pingshen::ports {
namespace {

// Owns what it wraps.
class WrappedDevice : private MemorySlotDevice, public FaultySlotDevice {
 public:
  WrappedDevice() : MemorySlotDevice(2), FaultySlotDevice(static_cast<MemorySlotDevice&>(*this)) {}
};

}  // namespace

INSTANTIATE_TEST_SUITE_P(FaultyWithoutFaults, SlotDeviceContract,
                         ::testing::Values([]() -> std::unique_ptr<SlotDevice> {
                           return std::unique_ptr<FaultySlotDevice>(
                               std::make_unique<WrappedDevice>());
                         }));

INSTANTIATE_TEST_SUITE_P(Memory, SlotDeviceContract,
                         ::testing::Values([] { return std::make_unique<MemorySlotDevice>(3); }));

}  // namespace pingshen::ports
