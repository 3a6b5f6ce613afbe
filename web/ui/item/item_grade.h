// A grade from A to E: given directly, or derived from points that are met or not.
#pragma once

#include <string>
#include <string_view>

#include "core/evaluation/evaluation.h"
#include "web/ui/controls/parts.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// The control of such an answer; as DrawAnswer.
void DrawGradeAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& item,
                     const std::string& path_text, std::string_view name);

}  // namespace pingshen::ui
