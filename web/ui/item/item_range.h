// Numbers that are set rather than typed, and the box that is ticked.
#pragma once

#include <string>
#include <string_view>

#include "core/evaluation/evaluation.h"
#include "core/model/item.h"
#include "web/ui/controls/parts.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// The control of such an answer; as DrawAnswer.
void DrawRangeAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& item,
                     const std::string& path_text, std::string_view name);
// The control of such an answer; as DrawAnswer.
void DrawAcknowledgeAnswer(ScreenContext& context, Column& column,
                           const evaluation::ItemState& item, const std::string& path_text,
                           std::string_view name);
// A number with least, greatest and step that is set on a line.
bool IsSlider(const model::Item& item);

}  // namespace pingshen::ui
