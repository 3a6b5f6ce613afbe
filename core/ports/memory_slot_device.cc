#include "core/ports/memory_slot_device.h"

#include <algorithm>
#include <cassert>

namespace pingshen::ports {
namespace {

constexpr std::uint64_t kSeedLosesAll = 0;
constexpr std::uint64_t kSeedKeepsAll = 1;

void Put(Bytes& file, std::uint64_t offset, ByteView bytes) {
  if (bytes.empty()) return;
  const auto end = static_cast<std::size_t>(offset + bytes.size());
  if (file.size() < end) file.resize(end);
  std::copy(bytes.begin(), bytes.end(), file.begin() + static_cast<std::ptrdiff_t>(offset));
}

}  // namespace

Result<std::size_t> MemorySlotDevice::Read(std::uint32_t slot, std::uint64_t offset,
                                           std::span<std::uint8_t> out) {
  assert(slot < slots_.size());
  const Bytes& file = slots_[slot].now;
  if (offset >= file.size()) return std::size_t{0};
  const std::size_t count =
      std::min<std::size_t>(out.size(), file.size() - static_cast<std::size_t>(offset));
  std::copy_n(file.begin() + static_cast<std::ptrdiff_t>(offset), count, out.begin());
  return count;
}

Status MemorySlotDevice::Write(std::uint32_t slot, std::uint64_t offset, ByteView bytes) {
  assert(slot < slots_.size());
  slots_[slot].unflushed.push_back(Write_{offset, Bytes(bytes.begin(), bytes.end())});
  Apply(slots_[slot].now, slots_[slot].unflushed.back());
  return {};
}

Status MemorySlotDevice::Truncate(std::uint32_t slot, std::uint64_t size_bytes) {
  assert(slot < slots_.size());
  slots_[slot].unflushed.push_back(Truncate_{size_bytes});
  Apply(slots_[slot].now, slots_[slot].unflushed.back());
  return {};
}

Status MemorySlotDevice::Flush(std::uint32_t slot) {
  assert(slot < slots_.size());
  for (const Change& change : slots_[slot].unflushed) Apply(slots_[slot].durable, change);
  slots_[slot].unflushed.clear();
  return {};
}

Result<std::uint64_t> MemorySlotDevice::Size(std::uint32_t slot) {
  assert(slot < slots_.size());
  return slots_[slot].now.size();
}

void MemorySlotDevice::PowerCut(std::uint64_t seed) {
  SeededRandom chance(seed);
  for (Slot& slot : slots_) {
    for (const Change& change : slot.unflushed) {
      if (seed == kSeedLosesAll) continue;
      enum Fate { kLost, kKept, kTorn };
      const auto fate = seed == kSeedKeepsAll ? kKept : static_cast<Fate>(chance.Below(3));
      if (fate == kKept) Apply(slot.durable, change);
      if (fate == kTorn) ApplyTorn(slot.durable, change, chance);
    }
    slot.unflushed.clear();
    slot.now = slot.durable;
  }
}

std::size_t MemorySlotDevice::UnflushedChanges() const {
  std::size_t count = 0;
  for (const Slot& slot : slots_) count += slot.unflushed.size();
  return count;
}

void MemorySlotDevice::Apply(Bytes& file, const Change& change) {
  if (const auto* write = std::get_if<Write_>(&change)) {
    Put(file, write->offset, write->bytes);
  } else {
    file.resize(static_cast<std::size_t>(std::get<Truncate_>(change).size_bytes));
  }
}

void MemorySlotDevice::ApplyTorn(Bytes& file, const Change& change, SeededRandom& chance) {
  const auto* write = std::get_if<Write_>(&change);
  if (write == nullptr) {  // the file's size is changed in one step, or not at all
    if (chance.Below(2) == 0) Apply(file, change);
    return;
  }
  // The size may be there before the bytes are.
  const auto end = static_cast<std::size_t>(write->offset + write->bytes.size());
  if (chance.Below(2) == 0 && file.size() < end) file.resize(end);
  const ByteView bytes = write->bytes;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const auto to_boundary =
        static_cast<std::size_t>(kSectorBytes - (write->offset + begin) % kSectorBytes);
    const std::size_t count = std::min(to_boundary, bytes.size() - begin);
    switch (chance.Below(4)) {
      case 0:
        break;
      case 1:
        Put(file, write->offset + begin,
            bytes.subspan(begin, static_cast<std::size_t>(chance.Below(count + 1))));
        break;
      default:
        Put(file, write->offset + begin, bytes.subspan(begin, count));
    }
    begin += count;
  }
}

}  // namespace pingshen::ports
