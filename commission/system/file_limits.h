// How much of a file the desk's commands read.
#pragma once

#include <cstdint>
#include <limits>

namespace pingshen::commission {

inline constexpr std::uint64_t kLargestForm_bytes = 16u << 20;  // of a form file, a workbook
inline constexpr std::uint64_t kNoLimit_bytes = std::numeric_limits<std::int64_t>::max();

}  // namespace pingshen::commission
