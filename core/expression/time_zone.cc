#include "core/expression/time_zone.h"

#include <algorithm>
#include <array>

namespace pingshen::expression {
namespace {

constexpr std::int64_t kMinute_ms = 60'000;

const FixedZone kUtc(0);
const FixedZone kChina(480);
const FixedZone kPhoenix(-420);

struct Row {
  std::string_view name;
  const FixedZone* zone;
};

const std::array kRows = {
    Row{"UTC", &kUtc},
    Row{"GMT", &kUtc},
    Row{"Etc/UTC", &kUtc},
    Row{"Asia/Shanghai", &kChina},
    Row{"Asia/Chongqing", &kChina},
    Row{"Asia/Harbin", &kChina},
    Row{"PRC", &kChina},
    Row{"America/Phoenix", &kPhoenix},
};

}  // namespace

std::int64_t InstantOfLocal(std::int64_t local_ms, const TimeZone& zone) {
  // Offsets change by less than a day: those a day before and after bracket the right one.
  constexpr std::int64_t kDay_ms = 1440 * kMinute_ms;
  const int before = zone.OffsetMinutes(local_ms - kDay_ms);
  const int after = zone.OffsetMinutes(local_ms + kDay_ms);
  if (zone.OffsetMinutes(local_ms - before * kMinute_ms) == before || before == after)
    return local_ms - before * kMinute_ms;
  if (zone.OffsetMinutes(local_ms - after * kMinute_ms) == after)
    return local_ms - after * kMinute_ms;
  return local_ms - before * kMinute_ms;  // in the gap
}

const TimeZone* FindTimeZone(std::string_view name) {
  const auto* row = std::ranges::find(kRows, name, &Row::name);
  return row == kRows.end() ? nullptr : row->zone;
}

}  // namespace pingshen::expression
