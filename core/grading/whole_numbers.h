// Whole numbers that shares and rates are reckoned with.
#pragma once

#include "core/base/decimal.h"

namespace pingshen::grading {

inline const Decimal kOne = Decimal::FromInteger(1);
inline const Decimal kHundred = Decimal::FromInteger(100);

}  // namespace pingshen::grading
