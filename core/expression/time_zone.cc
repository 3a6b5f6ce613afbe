#include "core/expression/time_zone.h"

#include <algorithm>
#include <array>

namespace pingshen::expression {
namespace {

constexpr std::int64_t kMsOfMinute = 60'000;

const FixedZone kUtc(0);
const FixedZone kChina(480);
const FixedZone kPhoenix(-420);

struct NamedZone {
  std::string_view name;
  const FixedZone* zone;
};

const std::array kNamedZones = {
    NamedZone{"UTC", &kUtc},
    NamedZone{"GMT", &kUtc},
    NamedZone{"Etc/UTC", &kUtc},
    NamedZone{"Asia/Shanghai", &kChina},
    NamedZone{"Asia/Chongqing", &kChina},
    NamedZone{"Asia/Harbin", &kChina},
    NamedZone{"PRC", &kChina},
    NamedZone{"America/Phoenix", &kPhoenix},
};

}  // namespace

std::int64_t InstantOfLocal(std::int64_t local_ms, const TimeZone& zone) {
  // Offsets change by less than a day: those a day before and after bracket the right one.
  constexpr std::int64_t kDay_ms = 1440 * kMsOfMinute;
  const int before = zone.OffsetMinutes(local_ms - kDay_ms);
  const int after = zone.OffsetMinutes(local_ms + kDay_ms);
  if (zone.OffsetMinutes(local_ms - before * kMsOfMinute) == before || before == after)
    return local_ms - before * kMsOfMinute;
  if (zone.OffsetMinutes(local_ms - after * kMsOfMinute) == after)
    return local_ms - after * kMsOfMinute;
  return local_ms - before * kMsOfMinute;  // in the gap
}

const TimeZone* FindTimeZone(std::string_view name) {
  const auto* row = std::ranges::find(kNamedZones, name, &NamedZone::name);
  return row == kNamedZones.end() ? nullptr : row->zone;
}

}  // namespace pingshen::expression
