// 表单目录: the forms on this device, and three ways to more: a file, a drop, the commission's
// desk.
#pragma once

#include "web/ui/io/geometry.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

void DrawFormsScreen(ScreenContext& context, Rect screen);

}  // namespace pingshen::ui
