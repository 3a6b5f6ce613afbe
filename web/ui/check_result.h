// The parts of the check screen that tell the result.
#pragma once

#include <cstddef>

#include "web/ui/ui_state.h"

namespace pingshen::ui {

// Each draws a card and moves the column behind it; nothing when the form has no points scheme, the
// first excepted. The band, large, with its score; earned, attainable and total exactly. `to_do`:
// things that still block it.
void DrawResultCard(ScreenContext& context, Column& column, std::size_t to_do);
// Earned of attainable for each top-level section, with bars.
void DrawSectionTable(ScreenContext& context, Column& column);
// The vetoes that hold, with their sources.
void DrawVetoCard(ScreenContext& context, Column& column);
// All bands with their limits, and where the limits are our reading of the source.
void DrawBandCard(ScreenContext& context, Column& column);

}  // namespace pingshen::ui
