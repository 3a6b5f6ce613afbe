// The error of the last command: its sentence, its code, and what can be done.
#pragma once

#include "core/model/assessment.h"
#include "web/ui/controls/bars.h"
#include "web/ui/io/geometry.h"
#include "web/ui/screen/ui_state.h"
#include "web/ui/words/strings.h"

namespace pingshen::ui {

// The error of the last command, if it was not dismissed. Takes its height from `screen`.
void DrawErrorBanner(ScreenContext& context, Rect& screen);
// Switches the language when asked for, or offers all of the form's, and goes back.
void FollowAppBar(ScreenContext& context, const AppBarAnswer& answer, Screen back_to);
const Phrase& KindPhrase(model::AssessmentKind kind);

}  // namespace pingshen::ui
