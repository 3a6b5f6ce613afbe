// The items of a section: all of a short one; of a long one those near the part on show, while the
// others keep their remembered heights.
#pragma once

#include "web/ui/controls/parts.h"
#include "web/ui/fill/fill_sections.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// The items of a section, below its subsections' titles. Of a long section only what is near the
// part on show is drawn and mirrored.
void DrawSectionItems(ScreenContext& context, Column& column, const FillSection& section);

}  // namespace pingshen::ui
