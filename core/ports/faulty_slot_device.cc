#include "core/ports/faulty_slot_device.h"

#include <algorithm>

namespace pingshen::ports {
namespace {

std::unexpected<Error> Gone() { return Fail(ErrorCode::ERR_DEVICE_IO, "power is gone"); }
std::unexpected<Error> Broken() { return Fail(ErrorCode::ERR_DEVICE_IO, "injected fault"); }

}  // namespace

FaultySlotDevice::Fate FaultySlotDevice::Next() {
  if (is_cut()) return Fate::kGone;
  ++operations_;
  if (cut_at_ && operations_ == *cut_at_) return Fate::kCut;
  if (fail_at_ && operations_ == *fail_at_) return Fate::kFails;
  return Fate::kWorks;
}

Result<std::optional<std::uint64_t>> FaultySlotDevice::Room() {
  if (!capacity_bytes_) return std::optional<std::uint64_t>();
  std::uint64_t used = 0;
  for (std::uint32_t slot = 0; slot < SlotCount(); ++slot) {
    PINGSHEN_TRY(const std::uint64_t size, inner_.Size(slot));
    used += size;
  }
  return std::optional<std::uint64_t>(*capacity_bytes_ - std::min(used, *capacity_bytes_));
}

Result<std::size_t> FaultySlotDevice::Read(std::uint32_t slot, std::uint64_t offset,
                                           std::span<std::uint8_t> out) {
  if (is_cut()) return Gone();
  return inner_.Read(slot, offset, out);
}

Status FaultySlotDevice::Write(std::uint32_t slot, std::uint64_t offset, ByteView bytes) {
  switch (Next()) {
    case Fate::kWorks:
      break;
    case Fate::kGone:
      return Gone();
    case Fate::kCut:
      PINGSHEN_CHECK(inner_.Write(slot, offset, bytes));
      return Gone();
    case Fate::kFails:
      PINGSHEN_CHECK(inner_.Write(slot, offset, bytes.first(bytes.size() / 2)));
      return Broken();
  }
  PINGSHEN_TRY(const std::optional<std::uint64_t> room, Room());
  if (room) {
    PINGSHEN_TRY(const std::uint64_t size, inner_.Size(slot));
    const std::uint64_t end = size + *room;
    if (offset + bytes.size() > end) {
      const std::uint64_t fits = end > offset ? end - offset : 0;
      if (fits > 0)
        PINGSHEN_CHECK(inner_.Write(slot, offset, bytes.first(static_cast<std::size_t>(fits))));
      return Fail(ErrorCode::ERR_DEVICE_FULL);
    }
  }
  return inner_.Write(slot, offset, bytes);
}

Status FaultySlotDevice::Truncate(std::uint32_t slot, std::uint64_t size_bytes) {
  switch (Next()) {
    case Fate::kWorks:
      break;
    case Fate::kGone:
      return Gone();
    case Fate::kCut:
      PINGSHEN_CHECK(inner_.Truncate(slot, size_bytes));
      return Gone();
    case Fate::kFails:
      return Broken();
  }
  PINGSHEN_TRY(const std::optional<std::uint64_t> room, Room());
  PINGSHEN_TRY(const std::uint64_t size, inner_.Size(slot));
  if (room && size_bytes > size + *room) return Fail(ErrorCode::ERR_DEVICE_FULL);
  return inner_.Truncate(slot, size_bytes);
}

Status FaultySlotDevice::Flush(std::uint32_t slot) {
  switch (Next()) {
    case Fate::kWorks:
      break;
    case Fate::kGone:
    case Fate::kCut:
      return Gone();
    case Fate::kFails:
      return Broken();
  }
  ++flushes_;
  return inner_.Flush(slot);
}

Result<std::uint64_t> FaultySlotDevice::Size(std::uint32_t slot) {
  if (is_cut()) return Gone();
  return inner_.Size(slot);
}

}  // namespace pingshen::ports
