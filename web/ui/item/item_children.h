// Items inside instances, rows and groups: without a card of their own.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/evaluation/evaluation.h"
#include "web/ui/controls/parts.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// Left of a question's column: room for the asterisk of one that must be answered.
inline constexpr float kAsteriskPx = 12;

// Label with its asterisk, hint, how to check, look-back period. The asterisk stands kAsteriskPx left
// of the column.
void DrawItemText(ScreenContext& context, Column& column, const evaluation::ItemState& item,
                  const TextStyle& style);
// Items without a card: label, answer, findings. `around`: how the names of their controls begin.
// `level`: of headings.
void DrawChild(ScreenContext& context, Column& column, const evaluation::ItemState& child,
               std::string_view around, std::uint8_t level);
void DrawChildren(ScreenContext& context, Column& column,
                  const std::vector<evaluation::ItemState>& children, std::string_view around,
                  std::uint8_t level);
// Of something inside a card: less where there is little room.
float InnerPadding(float width_px);

}  // namespace pingshen::ui
