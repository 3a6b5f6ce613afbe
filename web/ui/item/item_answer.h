// The answer control for each type of item.
#pragma once

#include <string>
#include <string_view>

#include "core/evaluation/evaluation.h"
#include "core/model/item.h"
#include "web/ui/controls/parts.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// The answer control for the item's type, or what it shows when it is read-only. `path_text`:
// item.path as text. `name`: of the item for people.
void DrawAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& item,
                const std::string& path_text, std::string_view name);
// Items that never show: calculations that the form does not want to be seen.
bool IsHidden(const model::Item& item);

}  // namespace pingshen::ui
