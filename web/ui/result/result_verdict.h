// The verdict of a scheme, large, and what the demands of its outcomes make of it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "web/ui/controls/parts.h"
#include "web/ui/draw/frame.h"
#include "web/ui/result/scheme_view.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

std::vector<SchemeView> SchemesOf(const session::OpenView& open);
// nullptr without a verdict.
const model::Outcome* OutcomeOf(const SchemeView& view);
std::string_view OutcomeLabel(const Frame& frame, const SchemeView& view, std::string_view code);
// The verdict, large, with its score. `to_do`: things that still block it.
void DrawVerdictCard(ScreenContext& context, Column& column, const SchemeView& view,
                     std::size_t to_do);
// Of a form without schemes: whether it is complete.
void DrawCompletionCard(ScreenContext& context, Column& column, std::size_t to_do);

}  // namespace pingshen::ui
