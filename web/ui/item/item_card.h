// One item of the form: what is asked, the answer, its points, what is wrong with it.
#pragma once

#include <string>

#include "core/evaluation/evaluation.h"
#include "web/ui/controls/parts.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// Draws the card and moves the column behind it.
void DrawItemCard(ScreenContext& context, Column& column, const evaluation::ItemState& item);

}  // namespace pingshen::ui
