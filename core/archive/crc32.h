// CRC-32 as ZIP uses it (ISO 3309, reflected polynomial 0xEDB88320).
#pragma once

#include <cstdint>

#include "core/base/bytes.h"

namespace pingshen::archive {

std::uint32_t Crc32(ByteView bytes);

}  // namespace pingshen::archive
