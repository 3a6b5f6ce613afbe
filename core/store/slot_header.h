// The first bytes of a slot: which file lives here. Written twice, so that one damaged place does
// not lose a file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "core/base/bytes.h"

namespace pingshen::store {

inline constexpr std::size_t kSlotHeaderBytes = 4096;
inline constexpr std::size_t kSlotNameMaxBytes = 512;

struct SlotHeader {
  std::string name;         // "" = the slot's file was deleted
  std::uint32_t flags = 0;  // SQLITE_OPEN_MAIN_DB, …_WAL, …_MAIN_JOURNAL
  bool operator==(const SlotHeader&) const = default;
};

// Exactly kSlotHeaderBytes, two equal copies, each with its own digest.
// REQUIRES: name.size() <= kSlotNameMaxBytes.
Bytes EncodeSlotHeader(const SlotHeader& header);

struct SlotHeaderReading {
  std::optional<SlotHeader> header;  // nullopt: neither copy checks
  bool whole = false;                // both copies check and are equal
};
// A copy that names a file wins over one that says "deleted": a deletion that was cut half-way did
// not happen.
SlotHeaderReading DecodeSlotHeader(ByteView bytes);

}  // namespace pingshen::store
