// The form, one section at a time.
#pragma once

#include "web/ui/io/geometry.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

void DrawFillScreen(ScreenContext& context, Rect screen);

}  // namespace pingshen::ui
