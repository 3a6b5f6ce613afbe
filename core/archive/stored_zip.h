// The bundle's container: a ZIP in which every byte is determined (stored entries only; see
// docs/bundle_format.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/error.h"

namespace pingshen::archive {

// zip64 is neither written nor read: a container stays below these.
inline constexpr std::uint64_t kMaxContainerBytes = 0xFFFFFFFEu;
inline constexpr std::size_t kMaxEntries = 0xFFFEu;
inline constexpr std::size_t kMaxNameBytes = 255;

struct Entry {
  std::string name;
  Bytes bytes;
};
struct EntryView {  // borrows the file's bytes
  std::string_view name;
  ByteView bytes;
};

// One or more segments of A-Z a-z 0-9 . _ - joined by single slashes, none of them "." or "..", at
// most kMaxNameBytes.
bool IsEntryName(std::string_view name);

// Size of the file that WriteStoredZip would make.
std::uint64_t StoredZipBytes(const std::vector<Entry>& entries);

// Entries are written in the order given. REQUIRES: at least one entry and at most kMaxEntries,
// IsEntryName for each, names unique, StoredZipBytes(entries) <= kMaxContainerBytes.
Bytes WriteStoredZip(const std::vector<Entry>& entries);

// Accepts exactly what WriteStoredZip writes, nothing else: each deviation is its own
// ERR_BUNDLE_ZIP_… , with the entry's name or the byte offset as context; ERR_BUNDLE_TOO_LARGE
// beyond `max_bytes`. Entries in file order. `file` must remain live while the result is used.
Result<std::vector<EntryView>> ReadStoredZip(ByteView file, std::uint64_t max_bytes);

}  // namespace pingshen::archive
