// The unsigned copy of an answer log, for a damaged or full device.
#pragma once

#include <cstdint>
#include <string>

#include "core/session/open_draft.h"

namespace pingshen::session {

// JSON, one line for each record: what was kept, in plain words, with a sentence that it is
// unsigned and proves nothing.
std::string RescueJson(const OpenDraft& open, std::string_view app_version,
                       std::string_view device_id, std::int64_t now_utc_ms);

}  // namespace pingshen::session
