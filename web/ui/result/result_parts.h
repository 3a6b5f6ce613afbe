// Points by section; parts of a composite; stages; ratios: rows with a bar, each opening its items.
#pragma once

#include <string>

#include "web/ui/controls/parts.h"
#include "web/ui/result/scheme_view.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// The objects of a stages scheme, those first that have not reached `stage`; "" = any stage.
void OpenStage(ScreenContext& context, const SchemeView& view, const std::string& stage);
// The items with a target of a ratio scheme.
void OpenTargets(ScreenContext& context, const SchemeView& view);
// Points by section; parts, stages, ratios.
void DrawSectionsCard(ScreenContext& context, Column& column, const SchemeView& view);
void DrawPartsCard(ScreenContext& context, Column& column, const SchemeView& view);
void DrawStagesCard(ScreenContext& context, Column& column, const SchemeView& view);
void DrawRatiosCard(ScreenContext& context, Column& column, const SchemeView& view);

}  // namespace pingshen::ui
