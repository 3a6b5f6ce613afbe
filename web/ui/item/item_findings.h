// What is wrong with an answer, below it.
#pragma once

#include <string>

#include "core/evaluation/evaluation.h"
#include "web/ui/controls/parts.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// Findings below an answer; what is merely missing only once the check screen was seen.
void DrawFindings(ScreenContext& context, Column& column, const evaluation::ItemState& item,
                  const std::string& path_text);

}  // namespace pingshen::ui
