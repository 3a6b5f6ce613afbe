// 检查与结果: what is missing, and the result once nothing is.
#pragma once

#include "web/ui/io/geometry.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

void DrawCheckScreen(ScreenContext& context, Rect screen);

}  // namespace pingshen::ui
