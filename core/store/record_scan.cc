#include "core/store/record_scan.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace pingshen::store {
namespace {

// https://www.sqlite.org/fileformat2.html, for the page size that Store::Open sets and no reserved
// bytes.
constexpr std::size_t kScanPageBytes = 4096;
constexpr std::size_t kWalHeaderBytes = 32;
constexpr std::size_t kFrameHeaderBytes = 24;
constexpr std::size_t kPageNumberBytes = 4;
// "Embedded payload" of index B-trees: at most, and at least where the rest goes to overflow pages.
constexpr std::size_t kMaxLocalBytes = (kScanPageBytes - 12) * 64 / 255 - 23;
constexpr std::size_t kMinLocalBytes = (kScanPageBytes - 12) * 32 / 255 - 23;
constexpr std::size_t kMaxPayloadBytes = 1u << 20;

enum class Column { kText, kInteger };
using enum Column;
constexpr std::array kAnswerColumns = {kText, kInteger, kText,    kInteger,
                                       kText, kText,    kInteger, kInteger};
constexpr std::array kAssessmentColumns = {kText, kInteger, kText, kText,    kText, kText,   kText,
                                           kText, kText,    kText, kInteger, kText, kInteger};

std::uint32_t LoadBe32(ByteView bytes) {
  return static_cast<std::uint32_t>(bytes[0]) << 24 | static_cast<std::uint32_t>(bytes[1]) << 16 |
         static_cast<std::uint32_t>(bytes[2]) << 8 | bytes[3];
}

// SQLite's varint of up to four bytes (nothing here is larger); advances `at`.
std::optional<std::uint32_t> ReadVarint(ByteView bytes, std::size_t& at) {
  constexpr int kMaxBytes = 4;
  std::uint32_t value = 0;
  for (int i = 0; i < kMaxBytes && at < bytes.size(); ++i) {
    const std::uint8_t byte = bytes[at++];
    value = value << 7 | (byte & 0x7fu);
    if ((byte & 0x80u) == 0) return value;
  }
  return std::nullopt;
}

// Bytes of a value of that serial type; nullopt when the type does not fit the column.
std::optional<std::size_t> SizeOf(Column column, std::uint32_t serial_type) {
  constexpr std::uint32_t kFirstText = 13;
  if (column == kText) {
    if (serial_type < kFirstText || serial_type % 2 == 0) return std::nullopt;
    return (serial_type - kFirstText) / 2;
  }
  constexpr std::array<std::size_t, 7> kIntegerBytes = {0, 1, 2, 3, 4, 6, 8};
  if (serial_type == 8 || serial_type == 9) return 0;  // the constants 0 and 1
  if (serial_type == 0 || serial_type >= kIntegerBytes.size()) return std::nullopt;
  return kIntegerBytes[serial_type];
}

std::int64_t ReadInteger(ByteView bytes, std::uint32_t serial_type) {
  if (serial_type == 9) return 1;
  if (bytes.empty()) return 0;
  std::uint64_t value = (bytes[0] & 0x80u) != 0 ? ~std::uint64_t{0} : 0;
  for (const std::uint8_t byte : bytes) value = value << 8 | byte;
  return static_cast<std::int64_t>(value);
}

std::size_t LocalBytes(std::size_t payload_bytes) {
  if (payload_bytes <= kMaxLocalBytes) return payload_bytes;
  const std::size_t fitting =
      kMinLocalBytes + (payload_bytes - kMinLocalBytes) % (kScanPageBytes - kPageNumberBytes);
  return fitting <= kMaxLocalBytes ? fitting : kMinLocalBytes;
}

class Scanner {
 public:
  Scanner(ByteView database, ByteView wal);
  ScannedRows Scan();

 private:
  struct Shape {  // of a record that begins in a page
    std::size_t payload_at;
    std::size_t payload_bytes;
    std::size_t header_bytes;
    std::array<std::uint32_t, kAssessmentColumns.size()> types;
  };
  struct Row {
    std::array<std::string, kAssessmentColumns.size()> texts;
    std::array<std::int64_t, kAssessmentColumns.size()> integers;
  };
  static std::optional<Shape> ReadShape(ByteView page, std::size_t at,
                                        std::span<const Column> columns);
  // With the parts on overflow pages, those from the log or, at the second attempt, those of the
  // database.
  std::optional<Bytes> ReadPayload(ByteView page, const Shape& shape, bool prefer_log) const;
  static Row ReadRow(ByteView payload, const Shape& shape, std::span<const Column> columns);
  std::optional<ByteView> Page(std::uint32_t number, bool prefer_log) const;
  void TryAnswer(ByteView page, std::size_t at);
  void TryAssessment(ByteView page, std::size_t at);

  ByteView database_;
  std::map<std::uint32_t, ByteView> log_pages_;  // the newest of each number
  std::vector<ByteView> pages_;
  ScannedRows found_;
};

Scanner::Scanner(ByteView database, ByteView wal) : database_(database) {
  for (std::size_t at = 0; at + kScanPageBytes <= database.size(); at += kScanPageBytes)
    pages_.push_back(database.subspan(at, kScanPageBytes));
  if (const std::size_t rest = database.size() % kScanPageBytes; rest != 0)
    pages_.push_back(database.last(rest));
  constexpr std::size_t kFrameBytes = kFrameHeaderBytes + kScanPageBytes;
  for (std::size_t at = kWalHeaderBytes; at + kFrameBytes <= wal.size(); at += kFrameBytes) {
    const ByteView page = wal.subspan(at + kFrameHeaderBytes, kScanPageBytes);
    pages_.push_back(page);
    log_pages_[LoadBe32(wal.subspan(at, kPageNumberBytes))] = page;
  }
}

std::optional<ByteView> Scanner::Page(std::uint32_t number, bool prefer_log) const {
  const auto logged = log_pages_.find(number);
  if (prefer_log && logged != log_pages_.end()) return logged->second;
  const std::uint64_t end = std::uint64_t{number} * kScanPageBytes;
  if (number != 0 && end <= database_.size())
    return database_.subspan(static_cast<std::size_t>(end - kScanPageBytes), kScanPageBytes);
  if (logged != log_pages_.end()) return logged->second;
  return std::nullopt;
}

std::optional<Scanner::Shape> Scanner::ReadShape(ByteView page, std::size_t at,
                                                 std::span<const Column> columns) {
  Shape shape{};
  const auto payload_bytes = ReadVarint(page, at);
  if (!payload_bytes || *payload_bytes <= columns.size() || *payload_bytes > kMaxPayloadBytes)
    return std::nullopt;
  shape.payload_at = at;
  shape.payload_bytes = *payload_bytes;
  const std::size_t local = LocalBytes(shape.payload_bytes);
  if (local > page.size() - at) return std::nullopt;
  const ByteView payload = page.subspan(at, local);
  std::size_t in_header = 0;
  const auto header_bytes = ReadVarint(payload, in_header);
  if (!header_bytes || *header_bytes <= columns.size() || *header_bytes > local)
    return std::nullopt;
  shape.header_bytes = *header_bytes;
  const ByteView header = payload.first(shape.header_bytes);
  std::size_t total = shape.header_bytes;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto type = ReadVarint(header, in_header);
    const auto size = type ? SizeOf(columns[i], *type) : std::nullopt;
    if (!size) return std::nullopt;
    shape.types[i] = *type;
    total += *size;
  }
  if (in_header != shape.header_bytes || total != shape.payload_bytes) return std::nullopt;
  return shape;
}

std::optional<Bytes> Scanner::ReadPayload(ByteView page, const Shape& shape,
                                          bool prefer_log) const {
  const std::size_t local = LocalBytes(shape.payload_bytes);
  const ByteView inside = page.subspan(shape.payload_at, local);
  Bytes payload(inside.begin(), inside.end());
  ByteView next = page.subspan(shape.payload_at + local);
  while (payload.size() < shape.payload_bytes) {
    if (next.size() < kPageNumberBytes) return std::nullopt;
    const auto overflow = Page(LoadBe32(next), prefer_log);
    if (!overflow) return std::nullopt;
    const std::size_t part =
        std::min(shape.payload_bytes - payload.size(), kScanPageBytes - kPageNumberBytes);
    const ByteView content = overflow->subspan(kPageNumberBytes, part);
    payload.insert(payload.end(), content.begin(), content.end());
    next = *overflow;
  }
  return payload;
}

Scanner::Row Scanner::ReadRow(ByteView payload, const Shape& shape,
                              std::span<const Column> columns) {
  Row row{};
  std::size_t at = shape.header_bytes;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const ByteView value = payload.subspan(at, *SizeOf(columns[i], shape.types[i]));
    at += value.size();
    if (columns[i] == kText) {
      row.texts[i] = AsText(value);
    } else {
      row.integers[i] = ReadInteger(value, shape.types[i]);
    }
  }
  return row;
}

void Scanner::TryAnswer(ByteView page, std::size_t at) {
  const auto shape = ReadShape(page, at, kAnswerColumns);
  if (!shape) return;
  for (const bool prefer_log : {true, false}) {
    const auto payload = ReadPayload(page, *shape, prefer_log);
    if (!payload) continue;
    const Row row = ReadRow(*payload, *shape, kAnswerColumns);
    AnswerRow answer{row.texts[0],    row.integers[1],
                     row.texts[2],    row.integers[3],
                     row.texts[4],    row.texts[5],
                     row.integers[6], static_cast<std::uint64_t>(row.integers[7])};
    if (answer.digest != DigestOf(answer)) continue;
    found_.answers.push_back(std::move(answer));
    return;
  }
}

void Scanner::TryAssessment(ByteView page, std::size_t at) {
  const auto shape = ReadShape(page, at, kAssessmentColumns);
  if (!shape) return;
  for (const bool prefer_log : {true, false}) {
    const auto payload = ReadPayload(page, *shape, prefer_log);
    if (!payload) continue;
    const Row row = ReadRow(*payload, *shape, kAssessmentColumns);
    AssessmentColumns assessment{row.texts[0],
                                 row.integers[1],
                                 row.texts[2],
                                 row.texts[3],
                                 row.texts[4],
                                 row.texts[5],
                                 row.texts[6],
                                 row.texts[7],
                                 row.texts[8],
                                 row.texts[9],
                                 row.integers[10],
                                 row.texts[11],
                                 static_cast<std::uint64_t>(row.integers[12])};
    if (assessment.digest != DigestOf(assessment)) continue;
    found_.assessments.push_back(std::move(assessment));
    return;
  }
}

ScannedRows Scanner::Scan() {
  for (const ByteView page : pages_) {
    for (std::size_t at = 0; at < page.size(); ++at) {
      TryAnswer(page, at);
      TryAssessment(page, at);
    }
  }
  return std::move(found_);
}

}  // namespace

ScannedRows ScanForRows(ByteView database, ByteView wal) { return Scanner(database, wal).Scan(); }

}  // namespace pingshen::store
