// Answers by choosing from options.
#pragma once

#include <string>
#include <string_view>

#include "core/evaluation/evaluation.h"
#include "web/ui/controls/parts.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// The control of such an answer; as DrawAnswer.
void DrawChoiceAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& item,
                      const std::string& path_text, std::string_view name);

// The sheet over the fill screen. REQUIRES: context.state.sheet has a value.
void DrawOpenSheet(ScreenContext& context);

}  // namespace pingshen::ui
