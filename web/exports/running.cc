#include "web/exports/running.h"

namespace pingshen {
namespace {

// Exported functions have nothing else to reach the app by.
platform::Runner* g_running = nullptr;

}  // namespace

platform::Runner* Running() { return g_running; }

void SetRunning(platform::Runner* runner) { g_running = runner; }

}  // namespace pingshen
