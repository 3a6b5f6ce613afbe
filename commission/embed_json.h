// JSON that was written before, as a part of JSON that is written now.
#pragma once

#include <string_view>

#include "core/json/json.h"

namespace pingshen::commission {

// Writes the value that `text` holds. REQUIRES: `text` was made by json::Writer, so it parses and
// its numbers are integers.
void EmbedJson(json::Writer& writer, std::string_view text);

}  // namespace pingshen::commission
