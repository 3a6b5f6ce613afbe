// What could be read of a damaged database, as a file for the person to keep.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/store/salvage.h"

namespace pingshen::platform {

// JSON, one line for each answer record; says in both languages that it is unsigned and proves nothing.
std::string SalvageJson(const store::Salvage& salvage, std::string_view app_version,
                        std::int64_t now_utc_ms);

}  // namespace pingshen::platform
