// The bundle's container: a ZIP in which every byte is determined (stored entries only; see
// docs/bundle_format.md).
#pragma once

#include <cstdint>
#include <functional>
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

// The same file, entry by entry: besides the file itself only the entry at hand is in memory.
class StoredZipBuilder {
 public:
  // `size_bytes`: of the finished file (StoredEntryBytes of each, and kEndBytes); its memory is
  // taken at once, so that it is never moved. Throws std::bad_alloc when there is not so much.
  explicit StoredZipBuilder(std::uint64_t size_bytes);
  // REQUIRES as for WriteStoredZip.
  void Add(std::string_view name, ByteView bytes);
  Bytes Finish();

 private:
  Bytes file_;
  Bytes directory_;
  std::uint16_t count_ = 0;
};
std::uint64_t StoredEntryBytes(std::string_view name, std::uint64_t size_bytes);
inline constexpr std::uint64_t kEndBytes = 22;

// Where one entry's bytes are in a file that was written so and read whole before; only the end of
// the file, its directory and nothing else is read. `read(offset, size)` gives exactly those bytes.
// ERR_BUNDLE_ENTRY_MISSING when there is no such entry, ERR_BUNDLE_ZIP_… when it is no such file,
// and the errors of `read`.
struct EntryPlace {
  std::uint64_t offset_bytes = 0;
  std::uint64_t size_bytes = 0;
};
using PartReader = std::function<Result<Bytes>(std::uint64_t offset_bytes, std::size_t size_bytes)>;
Result<EntryPlace> FindStoredEntry(const PartReader& read, std::uint64_t file_bytes,
                                   std::string_view name);

// Accepts exactly what WriteStoredZip writes, nothing else: each deviation is its own
// ERR_BUNDLE_ZIP_… , with the entry's name or the byte offset as context; ERR_BUNDLE_TOO_LARGE
// beyond `max_bytes`. Entries in file order. `file` must remain live while the result is used.
Result<std::vector<EntryView>> ReadStoredZip(ByteView file, std::uint64_t max_bytes);

}  // namespace pingshen::archive
