// Time zones of the operating system (RFC 8536).
#pragma once

#include <memory>
#include <string_view>

#include "core/expression/time_zone.h"

namespace pingshen::commission {

// The zone "Europe/Berlin" as /usr/share/zoneinfo has it; after the last change that its table
// lists (2037) the last offset holds. nullptr: unknown or malformed.
std::unique_ptr<expression::TimeZone> LoadZone(std::string_view name);

}  // namespace pingshen::commission
