// Which device answers come from.
#pragma once

#include <string>

#include "core/base/error.h"
#include "core/ports/clock.h"
#include "core/ports/random.h"
#include "core/store/store.h"

namespace pingshen::session {

// The id of this browser profile: a UUID made at the first call and kept among the settings. Errors of
// the store and of the random source.
Result<std::string> DeviceId(store::Store& store, ports::Clock& clock, ports::Random& random);

}  // namespace pingshen::session
