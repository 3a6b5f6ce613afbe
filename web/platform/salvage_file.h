// What could be read of a damaged database, as a file for the person to keep.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/ports/file_saver.h"
#include "core/store/salvage.h"

namespace pingshen::platform {

// JSON, one line for each answer record; says in both languages that it is unsigned and proves nothing.
std::string SalvageJson(const store::Salvage& salvage, std::string_view app_version,
                        std::int64_t now_utc_ms);

// Reads what is left of the database and saves it as pingshen-rescue.json. Errors of SalvageRecords and
// FileSaver::Save.
Status SaveSalvage(const store::Store::Options& database, std::string_view app_version,
                   std::int64_t now_utc_ms, ports::FileSaver& saver);

}  // namespace pingshen::platform
