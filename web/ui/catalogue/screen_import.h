// 预览表单: what the import says, and the form itself, before it is installed.
#pragma once

#include "web/ui/io/geometry.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// REQUIRES: view.examined has a value.
void DrawImportScreen(ScreenContext& context, Rect screen);

}  // namespace pingshen::ui
