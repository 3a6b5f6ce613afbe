// 签名与导出: the device's key, what is declared, the file.
#pragma once

#include "web/ui/io/geometry.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

void DrawSignScreen(ScreenContext& context, Rect screen);

}  // namespace pingshen::ui
