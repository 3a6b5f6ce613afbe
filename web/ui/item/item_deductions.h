// Points with deductions: how often each fault was found, or that there is nothing to deduct.
#pragma once

#include <string>
#include <string_view>

#include "core/evaluation/evaluation.h"
#include "web/ui/controls/parts.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// The control of such an answer; as DrawAnswer.
void DrawDeductionsAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& item,
                          const std::string& path_text, std::string_view name);

}  // namespace pingshen::ui
