#include "core/archive/stored_zip.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <unordered_set>
#include <utility>

#include "core/archive/crc32.h"

namespace pingshen::archive {
namespace {

// PKWARE APPNOTE 6.3, sections 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (end record).
constexpr std::uint32_t kLocalMark = 0x04034b50u;
constexpr std::uint32_t kDirectoryMark = 0x02014b50u;
constexpr std::uint32_t kEndMark = 0x06054b50u;
constexpr std::uint16_t kVersion = 20;
constexpr std::uint16_t kFlags = 0x0800;  // names are UTF-8
constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kTime = 0;
constexpr std::uint16_t kDate = 0x0021;  // 1980-01-01
constexpr std::uint16_t kZip64Count = 0xFFFF;
constexpr std::uint32_t kZip64Size = 0xFFFFFFFFu;

// Offsets of the fields within their records.
namespace local {
constexpr std::size_t kNeeded = 4, kFlags = 6, kMethod = 8, kTime = 10, kDate = 12, kCrc = 14,
                      kCompressed = 18, kSize = 22, kNameLength = 26, kExtraLength = 28,
                      kBytes = 30;
}
namespace directory {
constexpr std::size_t kMadeBy = 4, kNeeded = 6, kFlags = 8, kMethod = 10, kTime = 12, kDate = 14,
                      kCrc = 16, kCompressed = 20, kSize = 24, kNameLength = 28, kExtraLength = 30,
                      kCommentLength = 32, kDisk = 34, kInternal = 36, kExternal = 38, kOffset = 42,
                      kBytes = 46;
}
namespace end {
constexpr std::size_t kDisk = 4, kDirectoryDisk = 6, kDiskCount = 8, kCount = 10,
                      kDirectoryBytes = 12, kDirectoryOffset = 16, kCommentLength = 20, kBytes = 22;
}

bool IsNameCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '_' || c == '-';
}

// What both headers of an entry say.
struct Facts {
  std::uint32_t crc = 0;
  std::uint32_t size_bytes = 0;
  std::string_view name;
};

void AppendText(Bytes& out, std::string_view text) {
  out.insert(out.end(), text.begin(), text.end());
}

// The fields from "version needed" to the name's length, the same in both headers.
void AppendCommonFields(Bytes& out, const Facts& facts) {
  AppendLe16(out, kVersion);
  AppendLe16(out, kFlags);
  AppendLe16(out, kStored);
  AppendLe16(out, kTime);
  AppendLe16(out, kDate);
  AppendLe32(out, facts.crc);
  AppendLe32(out, facts.size_bytes);  // compressed
  AppendLe32(out, facts.size_bytes);
  AppendLe16(out, static_cast<std::uint16_t>(facts.name.size()));
  AppendLe16(out, 0);  // extra field
}

void AppendLocal(Bytes& out, const Facts& facts) {
  AppendLe32(out, kLocalMark);
  AppendCommonFields(out, facts);
  AppendText(out, facts.name);
}

void AppendDirectory(Bytes& out, const Facts& facts, std::uint32_t offset) {
  AppendLe32(out, kDirectoryMark);
  AppendLe16(out, kVersion);  // made by
  AppendCommonFields(out, facts);
  AppendLe16(out, 0);  // comment
  AppendLe16(out, 0);  // disk
  AppendLe16(out, 0);  // internal attributes
  AppendLe32(out, 0);  // external attributes
  AppendLe32(out, offset);
  AppendText(out, facts.name);
}

void AppendEnd(Bytes& out, std::uint16_t count, std::uint32_t directory_bytes,
               std::uint32_t directory_offset) {
  AppendLe32(out, kEndMark);
  AppendLe16(out, 0);  // this disk
  AppendLe16(out, 0);  // the directory's disk
  AppendLe16(out, count);
  AppendLe16(out, count);
  AppendLe32(out, directory_bytes);
  AppendLe32(out, directory_offset);
  AppendLe16(out, 0);  // comment
}

std::string At(std::uint64_t offset) { return "@" + std::to_string(offset); }

// Walks directory and entries side by side.
class Reader {
 public:
  explicit Reader(ByteView file) : file_(file) {}

  Result<std::vector<EntryView>> Read();

 private:
  Status ReadEnd();
  Status ReadDirectoryEntry(Facts& facts, std::uint32_t& offset);
  Result<EntryView> ReadLocalEntry(const Facts& facts);

  std::uint16_t U16(std::size_t at) const { return LoadLe16(file_, at); }
  std::uint32_t U32(std::size_t at) const { return LoadLe32(file_, at); }
  std::string_view Text(std::size_t at, std::size_t bytes) const {
    return AsText(file_.subspan(at, bytes));
  }

  // needed/flags/method/time/date, at consecutive fields from `at`.
  Status CheckFixedFields(std::size_t at, const std::string& where) const;

  ByteView file_;
  std::uint16_t count_ = 0;
  std::size_t directory_offset_ = 0;
  std::size_t directory_end_ = 0;
  std::size_t directory_at_ = 0;  // next directory record
  std::size_t entry_at_ = 0;      // next local header
};

Status Reader::ReadEnd() {
  // Room for one entry of a one-letter name; below that nothing can be complete.
  constexpr std::size_t kLeast = local::kBytes + 1 + directory::kBytes + 1 + end::kBytes;
  if (file_.size() < sizeof(std::uint32_t) || U32(0) != kLocalMark)
    return Fail(ErrorCode::ERR_BUNDLE_ZIP_START);
  if (file_.size() < kLeast) return Fail(ErrorCode::ERR_BUNDLE_ZIP_END);
  const std::size_t at = file_.size() - end::kBytes;
  if (U32(at) != kEndMark) return Fail(ErrorCode::ERR_BUNDLE_ZIP_END);
  if (U16(at + end::kCommentLength) != 0) return Fail(ErrorCode::ERR_BUNDLE_ZIP_COMMENT, At(at));
  count_ = U16(at + end::kCount);
  const std::uint32_t directory_bytes = U32(at + end::kDirectoryBytes);
  const std::uint32_t directory_offset = U32(at + end::kDirectoryOffset);
  if (count_ == kZip64Count || directory_bytes == kZip64Size || directory_offset == kZip64Size) {
    return Fail(ErrorCode::ERR_BUNDLE_ZIP_ZIP64);
  }
  if (U16(at + end::kDisk) != 0 || U16(at + end::kDirectoryDisk) != 0)
    return Fail(ErrorCode::ERR_BUNDLE_ZIP_DISK);
  if (U16(at + end::kDiskCount) != count_) return Fail(ErrorCode::ERR_BUNDLE_ZIP_COUNT);
  if (std::uint64_t{directory_offset} + directory_bytes != at) {
    return Fail(ErrorCode::ERR_BUNDLE_ZIP_DIRECTORY, At(directory_offset));
  }
  directory_offset_ = directory_offset;
  directory_end_ = at;
  directory_at_ = directory_offset_;
  return {};
}

Status Reader::CheckFixedFields(std::size_t at, const std::string& where) const {
  if (U16(at) != kVersion) return Fail(ErrorCode::ERR_BUNDLE_ZIP_VERSION, where);
  if (U16(at + 2) != kFlags) return Fail(ErrorCode::ERR_BUNDLE_ZIP_FLAGS, where);
  if (U16(at + 4) != kStored) return Fail(ErrorCode::ERR_BUNDLE_ZIP_METHOD, where);
  if (U16(at + 6) != kTime || U16(at + 8) != kDate)
    return Fail(ErrorCode::ERR_BUNDLE_ZIP_TIME, where);
  return {};
}

Status Reader::ReadDirectoryEntry(Facts& facts, std::uint32_t& offset) {
  const std::size_t at = directory_at_;
  if (directory_end_ - at < directory::kBytes) return Fail(ErrorCode::ERR_BUNDLE_ZIP_COUNT);
  if (U32(at) != kDirectoryMark) return Fail(ErrorCode::ERR_BUNDLE_ZIP_HEADER, At(at));
  const std::size_t name_length = U16(at + directory::kNameLength);
  if (name_length > directory_end_ - at - directory::kBytes)
    return Fail(ErrorCode::ERR_BUNDLE_ZIP_NAME, At(at));
  facts.name = Text(at + directory::kBytes, name_length);
  // Only now is the name fit to be shown.
  if (!IsEntryName(facts.name)) return Fail(ErrorCode::ERR_BUNDLE_ZIP_NAME, At(at));
  const std::string where(facts.name);
  if (U16(at + directory::kMadeBy) != kVersion)
    return Fail(ErrorCode::ERR_BUNDLE_ZIP_VERSION, where);
  PINGSHEN_CHECK(CheckFixedFields(at + directory::kNeeded, where));
  if (U16(at + directory::kExtraLength) != 0) return Fail(ErrorCode::ERR_BUNDLE_ZIP_EXTRA, where);
  if (U16(at + directory::kCommentLength) != 0)
    return Fail(ErrorCode::ERR_BUNDLE_ZIP_COMMENT, where);
  if (U16(at + directory::kDisk) != 0) return Fail(ErrorCode::ERR_BUNDLE_ZIP_DISK);
  if (U16(at + directory::kInternal) != 0 || U32(at + directory::kExternal) != 0) {
    return Fail(ErrorCode::ERR_BUNDLE_ZIP_ATTRIBUTES, where);
  }
  facts.crc = U32(at + directory::kCrc);
  facts.size_bytes = U32(at + directory::kSize);
  offset = U32(at + directory::kOffset);
  if (facts.size_bytes == kZip64Size || offset == kZip64Size)
    return Fail(ErrorCode::ERR_BUNDLE_ZIP_ZIP64);
  if (U32(at + directory::kCompressed) != facts.size_bytes)
    return Fail(ErrorCode::ERR_BUNDLE_ZIP_SIZE, where);
  directory_at_ = at + directory::kBytes + name_length;
  return {};
}

Result<EntryView> Reader::ReadLocalEntry(const Facts& facts) {
  const std::size_t at = entry_at_;
  const std::string where(facts.name);
  const std::size_t header_bytes = local::kBytes + facts.name.size();
  if (directory_offset_ - at < header_bytes) return Fail(ErrorCode::ERR_BUNDLE_ZIP_SIZE, where);
  if (U32(at) != kLocalMark) return Fail(ErrorCode::ERR_BUNDLE_ZIP_HEADER, where);
  PINGSHEN_CHECK(CheckFixedFields(at + local::kNeeded, where));
  if (U16(at + local::kExtraLength) != 0) return Fail(ErrorCode::ERR_BUNDLE_ZIP_EXTRA, where);
  if (U32(at + local::kCrc) != facts.crc || U32(at + local::kCompressed) != facts.size_bytes ||
      U32(at + local::kSize) != facts.size_bytes ||
      U16(at + local::kNameLength) != facts.name.size() ||
      Text(at + local::kBytes, facts.name.size()) != facts.name) {
    return Fail(ErrorCode::ERR_BUNDLE_ZIP_MISMATCH, where);
  }
  if (directory_offset_ - at - header_bytes < facts.size_bytes)
    return Fail(ErrorCode::ERR_BUNDLE_ZIP_SIZE, where);
  const ByteView bytes = file_.subspan(at + header_bytes, facts.size_bytes);
  if (Crc32(bytes) != facts.crc) return Fail(ErrorCode::ERR_BUNDLE_ZIP_CRC, where);
  entry_at_ = at + header_bytes + facts.size_bytes;
  return EntryView{facts.name, bytes};
}

Result<std::vector<EntryView>> Reader::Read() {
  PINGSHEN_CHECK(ReadEnd());
  std::vector<EntryView> entries;
  std::unordered_set<std::string_view> names;
  for (std::uint16_t i = 0; i < count_; ++i) {
    Facts facts;
    std::uint32_t offset = 0;
    PINGSHEN_CHECK(ReadDirectoryEntry(facts, offset));
    if (!names.insert(facts.name).second) {
      return Fail(ErrorCode::ERR_BUNDLE_ZIP_DUPLICATE, std::string(facts.name));
    }
    if (offset != entry_at_) return Fail(ErrorCode::ERR_BUNDLE_ZIP_GAP, std::string(facts.name));
    PINGSHEN_TRY(EntryView entry, ReadLocalEntry(facts));
    entries.push_back(entry);
  }
  if (directory_at_ != directory_end_) return Fail(ErrorCode::ERR_BUNDLE_ZIP_COUNT);
  if (entry_at_ != directory_offset_) return Fail(ErrorCode::ERR_BUNDLE_ZIP_GAP, At(entry_at_));
  return entries;
}

}  // namespace

bool IsEntryName(std::string_view name) {
  if (name.empty() || name.size() > kMaxNameBytes) return false;
  while (true) {
    const std::size_t slash = name.find('/');
    const std::string_view segment = name.substr(0, slash);
    if (segment.empty() || segment == "." || segment == "..") return false;
    if (!std::all_of(segment.begin(), segment.end(), IsNameCharacter)) return false;
    if (slash == std::string_view::npos) return true;
    name.remove_prefix(slash + 1);
  }
}

std::uint64_t StoredEntryBytes(std::string_view name, std::uint64_t size_bytes) {
  return local::kBytes + directory::kBytes + 2 * std::uint64_t{name.size()} + size_bytes;
}

std::uint64_t StoredZipBytes(const std::vector<Entry>& entries) {
  std::uint64_t total = kEndBytes;
  for (const Entry& entry : entries) total += StoredEntryBytes(entry.name, entry.bytes.size());
  return total;
}

StoredZipBuilder::StoredZipBuilder(std::uint64_t size_bytes) {
  assert(size_bytes <= kMaxContainerBytes);
  file_.reserve(static_cast<std::size_t>(size_bytes));
}

void StoredZipBuilder::Add(std::string_view name, ByteView bytes) {
  assert(IsEntryName(name) && count_ < kMaxEntries);
  const Facts facts{Crc32(bytes), static_cast<std::uint32_t>(bytes.size()), name};
  AppendDirectory(directory_, facts, static_cast<std::uint32_t>(file_.size()));
  AppendLocal(file_, facts);
  file_.insert(file_.end(), bytes.begin(), bytes.end());
  ++count_;
}

Bytes StoredZipBuilder::Finish() {
  assert(count_ > 0);
  const auto directory_offset = static_cast<std::uint32_t>(file_.size());
  file_.insert(file_.end(), directory_.begin(), directory_.end());
  AppendEnd(file_, count_, static_cast<std::uint32_t>(directory_.size()), directory_offset);
  return std::move(file_);
}

Bytes WriteStoredZip(const std::vector<Entry>& entries) {
  StoredZipBuilder builder(StoredZipBytes(entries));
  for (const Entry& entry : entries) builder.Add(entry.name, entry.bytes);
  return builder.Finish();
}

Result<EntryPlace> FindStoredEntry(const PartReader& read, std::uint64_t file_bytes,
                                   std::string_view name) {
  if (file_bytes < end::kBytes || file_bytes > kMaxContainerBytes)
    return Fail(ErrorCode::ERR_BUNDLE_ZIP_END);
  const std::uint64_t end_at = file_bytes - end::kBytes;
  PINGSHEN_TRY(const Bytes last, read(end_at, end::kBytes));
  if (LoadLe32(last, 0) != kEndMark) return Fail(ErrorCode::ERR_BUNDLE_ZIP_END);
  const std::uint64_t directory_bytes = LoadLe32(last, end::kDirectoryBytes);
  const std::uint64_t directory_at = LoadLe32(last, end::kDirectoryOffset);
  if (directory_at + directory_bytes != end_at)
    return Fail(ErrorCode::ERR_BUNDLE_ZIP_DIRECTORY, At(directory_at));
  PINGSHEN_TRY(const Bytes records, read(directory_at, static_cast<std::size_t>(directory_bytes)));
  for (std::size_t at = 0; records.size() - at >= directory::kBytes;) {
    const ByteView record = ByteView(records).subspan(at);
    const std::size_t length = LoadLe16(record, directory::kNameLength);
    if (LoadLe32(record, 0) != kDirectoryMark || length > record.size() - directory::kBytes)
      return Fail(ErrorCode::ERR_BUNDLE_ZIP_DIRECTORY, At(directory_at + at));
    at += directory::kBytes + length;
    if (AsText(record.subspan(directory::kBytes, length)) != name) continue;
    const EntryPlace place{LoadLe32(record, directory::kOffset) + local::kBytes + length,
                           LoadLe32(record, directory::kSize)};
    if (place.offset_bytes + place.size_bytes > directory_at)
      return Fail(ErrorCode::ERR_BUNDLE_ZIP_SIZE, std::string(name));
    return place;
  }
  return Fail(ErrorCode::ERR_BUNDLE_ENTRY_MISSING, std::string(name));
}

Result<std::vector<EntryView>> ReadStoredZip(ByteView file, std::uint64_t max_bytes) {
  if (file.size() > std::min(max_bytes, kMaxContainerBytes)) {
    return Fail(ErrorCode::ERR_BUNDLE_TOO_LARGE, std::to_string(file.size()) + " B");
  }
  return Reader(file).Read();
}

}  // namespace pingshen::archive
