// 等次分布: one table whose rows are charts. Every figure opens the items that it counts.
#pragma once

#include "web/ui/controls/parts.h"
#include "web/ui/result/scheme_view.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// Marks of all items and by chapter: stacked bars, counts, cumulative shares.
void DrawDistributionCard(ScreenContext& context, Column& column, const SchemeView& view);

}  // namespace pingshen::ui
