// 距离上一等级: the smallest set of changes, and the items where they cost least.
#pragma once

#include "web/ui/controls/parts.h"
#include "web/ui/result/scheme_view.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// What still separates from the next better outcome.
void DrawGapCard(ScreenContext& context, Column& column, const SchemeView& view);

}  // namespace pingshen::ui
