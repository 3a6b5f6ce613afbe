// The app that the exported functions work on. Exports are called by page/worker.js: strings are UTF-8 and
// belong to the caller; places are CSS pixels; `at_ms` is the monotonic time of the event. Each may be
// called at any time; before the start has succeeded nothing happens.
#pragma once

#include "web/platform/runner.h"

namespace pingshen {

// nullptr before pingshen_start has succeeded and after pingshen_close.
platform::Runner* Running();
// `runner` must remain live until it is replaced.
void SetRunning(platform::Runner* runner);

}  // namespace pingshen
