// A ZIP in which every field can be told a lie: an encoder of its own, for tests of the strict
// reader.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/archive/crc32.h"
#include "core/base/bytes.h"

namespace pingshen::archive {

struct RawHeader {
  std::uint16_t made_by = 20;  // directory only
  std::uint16_t needed = 20;
  std::uint16_t flags = 0x0800;
  std::uint16_t method = 0;
  std::uint16_t time = 0;
  std::uint16_t date = 0x0021;
  std::optional<std::uint32_t> crc = {};
  std::optional<std::uint32_t> compressed = {};
  std::optional<std::uint32_t> size = {};
  std::optional<std::string> name = {};
  std::string extra = {};
  std::string comment = {};                  // directory only
  std::uint16_t disk = 0;                    // directory only
  std::uint16_t internal = 0;                // directory only
  std::uint32_t external = 0;                // directory only
  std::optional<std::uint32_t> offset = {};  // directory only
};

struct RawEntry {
  std::string name = {};
  std::string bytes = {};
  RawHeader local = {};
  RawHeader directory = {};
  std::string before = {};  // junk in front of the local header
  std::string after = {};   // junk behind the bytes (a data descriptor, for example)
};

struct RawZip {
  std::vector<RawEntry> entries = {};
  std::vector<std::size_t> directory_order = {};  // empty: as the entries
  std::string before_directory = {};
  std::string before_end = {};
  std::uint16_t disk = 0;
  std::uint16_t directory_disk = 0;
  std::optional<std::uint16_t> disk_count = {};
  std::optional<std::uint16_t> count = {};
  std::optional<std::uint32_t> directory_bytes = {};
  std::optional<std::uint32_t> directory_offset = {};
  std::string comment = {};
  std::string tail = {};
};

inline void Put(Bytes& out, std::string_view text) {
  out.insert(out.end(), text.begin(), text.end());
}

inline void PutCommon(Bytes& out, const RawHeader& header, const RawEntry& entry) {
  const auto size = static_cast<std::uint32_t>(entry.bytes.size());
  AppendLe16(out, header.needed);
  AppendLe16(out, header.flags);
  AppendLe16(out, header.method);
  AppendLe16(out, header.time);
  AppendLe16(out, header.date);
  AppendLe32(out, header.crc.value_or(Crc32(AsBytes(entry.bytes))));
  AppendLe32(out, header.compressed.value_or(size));
  AppendLe32(out, header.size.value_or(size));
  AppendLe16(out, static_cast<std::uint16_t>(header.name.value_or(entry.name).size()));
  AppendLe16(out, static_cast<std::uint16_t>(header.extra.size()));
}

inline Bytes Encode(const RawZip& zip) {
  Bytes out;
  std::vector<std::uint32_t> offsets;
  for (const RawEntry& entry : zip.entries) {
    Put(out, entry.before);
    offsets.push_back(static_cast<std::uint32_t>(out.size()));
    Put(out, "PK\x03\x04");
    PutCommon(out, entry.local, entry);
    Put(out, entry.local.name.value_or(entry.name));
    Put(out, entry.local.extra);
    Put(out, entry.bytes);
    Put(out, entry.after);
  }
  Put(out, zip.before_directory);
  const auto directory_offset = static_cast<std::uint32_t>(out.size());
  std::vector<std::size_t> order = zip.directory_order;
  if (order.empty()) {
    for (std::size_t i = 0; i < zip.entries.size(); ++i) order.push_back(i);
  }
  for (const std::size_t i : order) {
    const RawEntry& entry = zip.entries[i];
    const RawHeader& header = entry.directory;
    Put(out, "PK\x01\x02");
    AppendLe16(out, header.made_by);
    PutCommon(out, header, entry);
    AppendLe16(out, static_cast<std::uint16_t>(header.comment.size()));
    AppendLe16(out, header.disk);
    AppendLe16(out, header.internal);
    AppendLe32(out, header.external);
    AppendLe32(out, header.offset.value_or(offsets[i]));
    Put(out, header.name.value_or(entry.name));
    Put(out, header.extra);
    Put(out, header.comment);
  }
  const auto directory_bytes = static_cast<std::uint32_t>(out.size()) - directory_offset;
  Put(out, zip.before_end);
  const auto count = zip.count.value_or(static_cast<std::uint16_t>(order.size()));
  Put(out, "PK\x05\x06");
  AppendLe16(out, zip.disk);
  AppendLe16(out, zip.directory_disk);
  AppendLe16(out, zip.disk_count.value_or(count));
  AppendLe16(out, count);
  AppendLe32(out, zip.directory_bytes.value_or(directory_bytes));
  AppendLe32(out, zip.directory_offset.value_or(directory_offset));
  AppendLe16(out, static_cast<std::uint16_t>(zip.comment.size()));
  Put(out, zip.comment);
  Put(out, zip.tail);
  return out;
}

}  // namespace pingshen::archive
