// 打印版: the open assessment as a file for printing.
#pragma once

#include "web/ui/controls/parts.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

void DrawPrintCard(ScreenContext& context, Column& column);

}  // namespace pingshen::ui
