// The items behind a figure of the result; each leads to its place in the form.
#pragma once

#include "web/ui/io/geometry.h"
#include "web/ui/screen/item_filter.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

void DrawItemsScreen(ScreenContext& context, Rect screen);
// Goes to the items that a figure of the result counts.
void OpenItems(ScreenContext& context, ItemFilter filter);

}  // namespace pingshen::ui
