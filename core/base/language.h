// The languages of the product.
#pragma once

#include <cstdint>

namespace pingshen {

enum class Language : std::uint8_t { kChinese = 0, kEnglish = 1 };

}  // namespace pingshen
