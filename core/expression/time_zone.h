// Offsets from UTC: what dates without a zone mean.
#pragma once

#include <cstdint>
#include <string_view>

namespace pingshen::expression {

class TimeZone {
 public:
  virtual ~TimeZone() = default;
  // Local time minus UTC at that instant, in minutes.
  virtual int OffsetMinutes(std::int64_t utc_ms) const = 0;
};

class FixedZone final : public TimeZone {
 public:
  explicit constexpr FixedZone(int offset_minutes) : offset_minutes_(offset_minutes) {}
  int OffsetMinutes(std::int64_t) const override { return offset_minutes_; }

 private:
  int offset_minutes_;
};

// Instants are milliseconds since 1970-01-01T00:00:00Z, local times milliseconds since
// 1970-01-01T00:00 of the clock on the wall. A local time that the clock skips is read with the
// offset before the gap, one that it shows twice with the earlier instant.
std::int64_t InstantOfLocal(std::int64_t local_ms, const TimeZone& zone);

// UTC, Asia/Shanghai (UTC+8; without the daylight saving of 1986 to 1991) and the other names of
// the same two, America/Phoenix (UTC-7). nullptr for others. Valid as long as the program runs.
const TimeZone* FindTimeZone(std::string_view name);

}  // namespace pingshen::expression
