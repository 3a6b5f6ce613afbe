// 我的评审: every assessment on this device.
#pragma once

#include "web/ui/io/geometry.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// Each draws the whole screen. REQUIRES of the last four: view.open has a value.
void DrawAssessmentsScreen(ScreenContext& context, Rect screen);

}  // namespace pingshen::ui
