#include "core/grading/share.h"

#include <algorithm>

#include "core/grading/whole_numbers.h"

namespace pingshen::grading {
namespace {}  // namespace

bool ReachesPercent(std::int64_t count, const Decimal& percent, std::int64_t total) {
  return Decimal::CompareProducts(Decimal::FromInteger(count), kHundred, percent,
                                  Decimal::FromInteger(total)) >= 0;
}

std::int64_t LeastCount(const Decimal& percent, std::int64_t total) {
  // A rounded quotient is at most one off.
  const auto product = percent.Times(Decimal::FromInteger(total));
  const auto rounded = product ? product->DividedBy(kHundred, 0) : std::nullopt;
  std::int64_t count = std::max<std::int64_t>(0, rounded ? rounded->ToInteger().value_or(0) : 0);
  while (!ReachesPercent(count, percent, total)) ++count;
  while (count > 0 && ReachesPercent(count - 1, percent, total)) --count;
  return count;
}

}  // namespace pingshen::grading
