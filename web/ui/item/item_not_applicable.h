// "Does not apply" beside an answer of any kind.
#pragma once

#include <string>
#include <string_view>

#include "core/evaluation/evaluation.h"
#include "web/ui/controls/parts.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// "Does not apply", where that may be said; takes nothing otherwise.
void DrawNotApplicable(ScreenContext& context, Column& column, const evaluation::ItemState& item,
                       const std::string& path_text, std::string_view name);

}  // namespace pingshen::ui
