// What stands beside the figures: vetoes, bands, items that do not apply, the figure checker.
#pragma once

#include <string>

#include "core/evaluation/evaluation.h"
#include "web/ui/controls/parts.h"
#include "web/ui/result/scheme_view.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// Why an item is E, as the assessor wrote it down.
std::string BasisText(const ScreenContext& context, const evaluation::ItemState& item);
// Vetoes, preconditions.
void DrawVetoCard(ScreenContext& context, Column& column, const SchemeView& view);
// The bands of a points scheme with their limits.
void DrawBandCard(ScreenContext& context, Column& column, const SchemeView& view);
// Items that do not apply, with their basis.
void DrawAbsentCard(ScreenContext& context, Column& column, const SchemeView& view);
// What the figure checker found.
void DrawFigureFindings(ScreenContext& context, Column& column);

}  // namespace pingshen::ui
