// When to draw, and what the drawing has cost.
#include <emscripten.h>

#include "web/exports/running.h"

namespace pingshen {
extern "C" {

EMSCRIPTEN_KEEPALIVE void pingshen_wake() {
  if (platform::Runner* runner = Running()) runner->pump().Wake();
}

EMSCRIPTEN_KEEPALIVE void pingshen_frame() {
  if (platform::Runner* runner = Running()) runner->pump().OnFrame();
}

EMSCRIPTEN_KEEPALIVE void pingshen_timer() {
  if (platform::Runner* runner = Running()) runner->pump().OnTimer();
}

EMSCRIPTEN_KEEPALIVE void pingshen_context_restored() {
  if (platform::Runner* runner = Running()) runner->ContextRestored();
}

// Valid until the next call.
EMSCRIPTEN_KEEPALIVE const char* pingshen_diagnostics() {
  platform::Runner* runner = Running();
  return runner == nullptr ? "{}" : runner->delivery().Keep(runner->DiagnosticsJson());
}
}

}  // namespace pingshen
