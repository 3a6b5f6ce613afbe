// Moving between the sections of a form.
#pragma once

#include <span>

#include "web/ui/controls/parts.h"
#include "web/ui/fill/fill_sections.h"
#include "web/ui/io/geometry.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

void DrawSectionChips(ScreenContext& context, std::span<const FillSection> sections, Rect& screen);
// Sections below each other (tablet, desktop). `with_figures`: the live figures stand above them and
// the button to the result below. Takes its width from `screen`.
void DrawSectionRail(ScreenContext& context, std::span<const FillSection> sections, Rect& screen,
                     bool with_figures);
// Previous and next at the end of a section (tablet, desktop).
void DrawSectionTurns(ScreenContext& context, Column& column,
                      std::span<const FillSection> sections);
// Previous, next, check in a bar (phone).
void DrawSectionButtons(ScreenContext& context, std::span<const FillSection> sections,
                        const Rect& place);

}  // namespace pingshen::ui
