// 转到新版本: what changes, which answers go along, before anything is done.
#pragma once

#include "web/ui/controls/parts.h"
#include "web/ui/io/geometry.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// REQUIRES: view.move has a value.
void DrawMoveScreen(ScreenContext& context, Rect screen);
// In the fill screen: that a newer version of the form is here; nothing when there is none.
void DrawNewerNotice(ScreenContext& context, Column& column);

}  // namespace pingshen::ui
