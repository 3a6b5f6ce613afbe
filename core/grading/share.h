// Shares in whole numbers: how many of `total` are so many percent.
#pragma once

#include <cstdint>

#include "core/base/decimal.h"

namespace pingshen::grading {

// count × 100 ≥ percent × total.
bool ReachesPercent(std::int64_t count, const Decimal& percent, std::int64_t total);
// The least count that reaches it. REQUIRES: total ≥ 0, 0 ≤ percent ≤ 1000.
std::int64_t LeastCount(const Decimal& percent, std::int64_t total);

}  // namespace pingshen::grading
