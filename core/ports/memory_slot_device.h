// A SlotDevice in memory that forgets what was not flushed when the power is cut.
#pragma once

#include <variant>
#include <vector>

#include "core/ports/memory_random.h"
#include "core/ports/slot_device.h"

namespace pingshen::ports {

class MemorySlotDevice : public SlotDevice {
 public:
  // What a cut may leave of one write is decided for each piece of this size by itself.
  static constexpr std::uint64_t kSectorBytes = 512;

  explicit MemorySlotDevice(std::uint32_t slot_count) : slots_(slot_count) {}

  std::uint32_t SlotCount() const override { return static_cast<std::uint32_t>(slots_.size()); }
  Result<std::size_t> Read(std::uint32_t slot, std::uint64_t offset,
                           std::span<std::uint8_t> out) override;
  Status Write(std::uint32_t slot, std::uint64_t offset, ByteView bytes) override;
  Status Truncate(std::uint32_t slot, std::uint64_t size_bytes) override;
  Status Flush(std::uint32_t slot) override;
  Result<std::uint64_t> Size(std::uint32_t slot) override;

  // Every slot becomes one of the states that the contract allows after a power cut now: flushed
  // changes are whole; of those since, any subset, in order, a write also torn at sector or byte,
  // its place in the file zeros or old bytes. Seed 0: nothing unflushed survives. Seed 1:
  // everything does. Others: by chance, the same for the same seed.
  void PowerCut(std::uint64_t seed);
  // Changes of all slots since their last flush.
  std::size_t UnflushedChanges() const;

 private:
  struct Write_ {
    std::uint64_t offset;
    Bytes bytes;
  };
  struct Truncate_ {
    std::uint64_t size_bytes;
  };
  using Change = std::variant<Write_, Truncate_>;
  struct Slot {
    Bytes now;
    Bytes durable;
    std::vector<Change> unflushed;
  };

  static void Apply(Bytes& file, const Change& change);
  static void ApplyTorn(Bytes& file, const Change& change, SeededRandom& chance);

  std::vector<Slot> slots_;
};

}  // namespace pingshen::ports
