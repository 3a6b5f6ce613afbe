// What a person does: pointer, keys, text, the size of the window.
#include <emscripten.h>

#include "web/exports/running.h"

namespace pingshen {
extern "C" {

EMSCRIPTEN_KEEPALIVE void pingshen_resize(float width, float height, float density, float safe_top,
                                          float safe_bottom) {
  if (platform::Runner* runner = Running()) {
    runner->input().Resize({width, height, density}, safe_top, safe_bottom);
    runner->pump().Wake();
  }
}

EMSCRIPTEN_KEEPALIVE void pingshen_pointer(int action, float x, float y, int touch, double at_ms) {
  if (platform::Runner* runner = Running()) {
    const auto what = static_cast<platform::PointerAction>(action);
    runner->input().Pointer(what, x, y, touch != 0);
    if (what == platform::PointerAction::kMove) {
      runner->pump().Wake();
    } else {
      runner->Happened(at_ms);
      runner->pump().TurnNow();
    }
  }
}

EMSCRIPTEN_KEEPALIVE void pingshen_wheel(float dx, float dy) {
  if (platform::Runner* runner = Running()) {
    runner->input().Wheel(dx, dy);
    runner->pump().Wake();
  }
}

EMSCRIPTEN_KEEPALIVE void pingshen_key(int key, int down) {
  if (platform::Runner* runner = Running()) {
    runner->input().Key(static_cast<platform::PageKey>(key), down != 0);
    runner->pump().Wake();
  }
}

EMSCRIPTEN_KEEPALIVE void pingshen_activate(const char* id, double at_ms) {
  if (platform::Runner* runner = Running()) {
    runner->input().Activate(id);
    runner->Happened(at_ms);
    runner->pump().TurnNow();
  }
}

EMSCRIPTEN_KEEPALIVE void pingshen_focus(const char* id) {
  if (platform::Runner* runner = Running()) {
    runner->input().Focus(id);
    runner->pump().Wake();
  }
}

EMSCRIPTEN_KEEPALIVE void pingshen_edit(const char* id, const char* text, int composing,
                                        int committed, unsigned number, double at_ms) {
  if (platform::Runner* runner = Running()) {
    runner->input().Edit(
        {.id = id, .text = text, .composing = composing != 0, .committed = committed != 0}, number);
    if (committed != 0) {
      runner->Happened(at_ms);
      runner->pump().TurnNow();
    } else {
      runner->pump().Wake();
    }
  }
}
}

}  // namespace pingshen
