// Named files in the numbered slots of a device. Knows nothing of SQLite's interface.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/ports/slot_device.h"

namespace pingshen::store {

// Creating and deleting are atomic under power cuts: after one, the file is there or it is not.
//   create: truncate the slot to nothing, flush, write the header, flush (old bytes never appear
//   under a new name) delete: overwrite the header with one that says "deleted", flush, then
//   truncate
// A slot with bytes under a header that does not check (damage, not a cut: see above) is left alone
// while other slots are free, and a lost database is found again by its first bytes (Adopt).
class SlotPool {
 public:
  // Reads all headers. ERR_DEVICE_IO; ERR_STORE_SLOTS when there are fewer than kMinSlots. `device`
  // must remain live while the pool is.
  static constexpr std::uint32_t kMinSlots = 4;
  static Result<SlotPool> Load(ports::SlotDevice& device);

  std::optional<std::uint32_t> Find(std::string_view name) const;
  // Finds or creates, durably. ERR_DEVICE_…; ERR_STORE_SLOTS when no slot is free.
  // REQUIRES: 0 < name.size() <= kSlotNameMaxBytes.
  Result<std::uint32_t> Provide(std::string_view name, std::uint32_t flags);
  Status Delete(std::uint32_t slot);
  // The one nameless slot whose file begins as a SQLite database; nullopt when there is none or
  // more than one.
  std::optional<std::uint32_t> LostDatabase() const;
  Status Adopt(std::uint32_t slot, std::string_view name, std::uint32_t flags);

 private:
  struct Slot {
    std::string name;  // "" = free
    std::uint32_t flags = 0;
    std::uint64_t size_bytes = 0;  // when loaded, header included
    bool durable = true;           // the header on the device is whole and flushed
    bool lost_database = false;
  };
  explicit SlotPool(ports::SlotDevice& device) : device_(&device) {}
  Result<Slot> ReadSlot(std::uint32_t slot);
  Status WriteHeader(std::uint32_t slot, std::string_view name, std::uint32_t flags);
  std::optional<std::uint32_t> ChooseFree() const;

  ports::SlotDevice* device_;
  std::vector<Slot> slots_;
};

}  // namespace pingshen::store
