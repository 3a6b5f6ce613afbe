#include "commission/xforms/zone_file.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

namespace pingshen::commission {
namespace {

struct Change {
  std::int64_t utc_ms;
  int offset_minutes;
};

class TableZone final : public expression::TimeZone {
 public:
  TableZone(int first_offset_minutes, std::vector<Change> changes)
      : first_offset_minutes_(first_offset_minutes), changes_(std::move(changes)) {}
  int OffsetMinutes(std::int64_t utc_ms) const override {
    const auto after = std::ranges::upper_bound(changes_, utc_ms, {}, &Change::utc_ms);
    return after == changes_.begin() ? first_offset_minutes_ : std::prev(after)->offset_minutes;
  }

 private:
  int first_offset_minutes_;
  std::vector<Change> changes_;
};

std::int64_t BigEndian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  const auto unused = 64 - 8 * static_cast<int>(bytes.size());
  return static_cast<std::int64_t>(value << unused) >> unused;
}

constexpr std::size_t kHeader_bytes = 44;

// Counts of a header: isut, isstd, leap, times, types, characters.
struct Counts {
  explicit Counts(std::string_view header) {
    for (std::size_t i = 0; i < 6; ++i)
      numbers[i] = static_cast<std::size_t>(BigEndian(header.substr(20 + 4 * i, 4)));
  }
  std::size_t BlockBytes(std::size_t time_bytes) const {
    return numbers[3] * time_bytes + numbers[3] + numbers[4] * 6 + numbers[5] +
           numbers[2] * (time_bytes + 4) + numbers[1] + numbers[0];
  }
  std::size_t numbers[6];
};

}  // namespace

std::unique_ptr<expression::TimeZone> LoadZone(std::string_view name) {
  const bool plain = std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
           c == '_' || c == '-' || c == '+';
  });
  if (name.empty() || !plain || name.front() == '/') return nullptr;
  // "Asia" is a folder there, and reading one throws.
  const std::filesystem::path path = "/usr/share/zoneinfo/" + std::string(name);
  std::error_code none;
  if (!std::filesystem::is_regular_file(path, none)) return nullptr;
  std::ifstream file(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  std::string_view rest = bytes;
  constexpr std::size_t kMostEntries = 10'000;
  if (rest.size() < kHeader_bytes || !rest.starts_with("TZif") || rest[4] < '2') return nullptr;
  // The first block has 32-bit times; the second one says the same with 64 bits.
  const std::size_t skipped = kHeader_bytes + Counts(rest).BlockBytes(4);
  if (rest.size() < skipped + kHeader_bytes) return nullptr;
  rest.remove_prefix(skipped);
  const Counts counts(rest);
  const std::size_t times = counts.numbers[3];
  const std::size_t types = counts.numbers[4];
  if (times > kMostEntries || types == 0 || types > 256) return nullptr;
  if (rest.size() < kHeader_bytes + counts.BlockBytes(8)) return nullptr;
  rest.remove_prefix(kHeader_bytes);
  const std::string_view type_of_time = rest.substr(times * 8, times);
  const std::string_view type_table = rest.substr(times * 9, types * 6);
  const auto offset_of = [&](std::size_t type) {
    return static_cast<int>(BigEndian(type_table.substr(type * 6, 4)) / 60);
  };
  std::vector<Change> changes;
  for (std::size_t i = 0; i < times; ++i) {
    const auto type = static_cast<unsigned char>(type_of_time[i]);
    if (type >= types) return nullptr;
    changes.push_back({BigEndian(rest.substr(i * 8, 8)) * 1000, offset_of(type)});
  }
  return std::make_unique<TableZone>(offset_of(0), std::move(changes));
}

}  // namespace pingshen::commission
