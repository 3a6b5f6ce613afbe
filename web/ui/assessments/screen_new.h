// 新建评审: which form, which kind, which institution, who.
#pragma once

#include "web/ui/io/geometry.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

void DrawNewScreen(ScreenContext& context, Rect screen);

}  // namespace pingshen::ui
