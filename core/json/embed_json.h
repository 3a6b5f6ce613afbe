// JSON that was written before, as a part of JSON that is written now.
#pragma once

#include <string_view>

#include "core/json/json.h"

namespace pingshen::json {

// Writes the value that `text` holds. REQUIRES: `text` was made by Writer, so it parses and
// its numbers are integers.
void EmbedJson(Writer& writer, std::string_view text);

}  // namespace pingshen::json
