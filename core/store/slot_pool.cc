#include "core/store/slot_pool.h"

#include <array>
#include <cassert>

#include "core/store/slot_header.h"

namespace pingshen::store {
namespace {

// https://www.sqlite.org/fileformat.html#magic_header_string, with its final NUL.
constexpr std::string_view kDatabaseMagic{"SQLite format 3\0", 16};

}  // namespace

Result<SlotPool> SlotPool::Load(ports::SlotDevice& device) {
  if (device.SlotCount() < kMinSlots)
    return Fail(ErrorCode::ERR_STORE_SLOTS, std::to_string(device.SlotCount()));
  SlotPool pool(device);
  for (std::uint32_t i = 0; i < device.SlotCount(); ++i) {
    PINGSHEN_TRY(Slot slot, pool.ReadSlot(i));
    // Two slots of one name cannot come from power cuts; should they exist, the one with content is
    // the file.
    if (const auto twin = slot.name.empty() ? std::nullopt : pool.Find(slot.name)) {
      Slot& smaller = slot.size_bytes > pool.slots_[*twin].size_bytes ? pool.slots_[*twin] : slot;
      smaller.name.clear();
    }
    pool.slots_.push_back(std::move(slot));
  }
  return pool;
}

Result<SlotPool::Slot> SlotPool::ReadSlot(std::uint32_t slot) {
  std::array<std::uint8_t, kSlotHeaderBytes + kDatabaseMagic.size()> start;
  Slot result;
  PINGSHEN_TRY(result.size_bytes, device_->Size(slot));
  PINGSHEN_TRY(const std::size_t length, device_->Read(slot, 0, start));
  const ByteView bytes = ByteView(start).first(length);
  SlotHeaderReading reading = DecodeSlotHeader(bytes);
  result.durable = reading.whole;
  if (reading.header) {
    result.name = std::move(reading.header->name);
    result.flags = reading.header->flags;
  } else {
    result.lost_database =
        length == start.size() && AsText(bytes.subspan(kSlotHeaderBytes)) == kDatabaseMagic;
  }
  return result;
}

std::optional<std::uint32_t> SlotPool::Find(std::string_view name) const {
  for (std::uint32_t i = 0; i < slots_.size(); ++i)
    if (slots_[i].name == name) return i;
  return std::nullopt;
}

Status SlotPool::WriteHeader(std::uint32_t slot, std::string_view name, std::uint32_t flags) {
  slots_[slot].durable = false;
  PINGSHEN_CHECK(device_->Write(slot, 0, EncodeSlotHeader({std::string(name), flags})));
  PINGSHEN_CHECK(device_->Flush(slot));
  slots_[slot].durable = true;
  return {};
}

std::optional<std::uint32_t> SlotPool::ChooseFree() const {
  std::optional<std::uint32_t> best;
  for (std::uint32_t i = 0; i < slots_.size(); ++i) {
    const Slot& slot = slots_[i];
    if (!slot.name.empty() || slot.lost_database) continue;
    if (!best || slot.size_bytes < slots_[*best].size_bytes) best = i;
  }
  return best;
}

Result<std::uint32_t> SlotPool::Provide(std::string_view name, std::uint32_t flags) {
  assert(!name.empty() && name.size() <= kSlotNameMaxBytes);
  if (const auto found = Find(name)) {
    // A copy of the header is damaged, or an earlier creation or deletion failed half-way.
    if (!slots_[*found].durable) PINGSHEN_CHECK(WriteHeader(*found, name, slots_[*found].flags));
    return *found;
  }
  const auto free = ChooseFree();
  if (!free) return Fail(ErrorCode::ERR_STORE_SLOTS, std::to_string(slots_.size()));
  Slot& slot = slots_[*free];
  PINGSHEN_CHECK(device_->Truncate(*free, 0));
  PINGSHEN_CHECK(device_->Flush(*free));
  // From here on the name may be on the device: a second try must find this slot, never take
  // another.
  slot.name = name;
  slot.flags = flags;
  PINGSHEN_CHECK(WriteHeader(*free, name, flags));
  return *free;
}

Status SlotPool::Delete(std::uint32_t slot) {
  PINGSHEN_CHECK(WriteHeader(slot, {}, 0));
  slots_[slot] = Slot{};
  // The file is gone already; a failure to give its space back now is made good when the slot is
  // used again.
  static_cast<void>(device_->Truncate(slot, kSlotHeaderBytes));
  return {};
}

std::optional<std::uint32_t> SlotPool::LostDatabase() const {
  std::optional<std::uint32_t> lost;
  for (std::uint32_t i = 0; i < slots_.size(); ++i) {
    if (!slots_[i].lost_database) continue;
    if (lost) return std::nullopt;
    lost = i;
  }
  return lost;
}

Status SlotPool::Adopt(std::uint32_t slot, std::string_view name, std::uint32_t flags) {
  PINGSHEN_CHECK(WriteHeader(slot, name, flags));
  slots_[slot].name = name;
  slots_[slot].flags = flags;
  slots_[slot].lost_database = false;
  return {};
}

}  // namespace pingshen::store
