// A form shown without answers: what it asks, in its order.
#pragma once

#include <cstddef>
#include <string_view>

#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// Items that somebody answers.
std::size_t QuestionCount(const model::Form& form);
std::string_view TypeWord(const Frame& frame, model::ItemType type);
// Sections and items with their types, options and conditions, at most `most` items.
void DrawFormPreview(Frame& frame, Column& column, const model::Form& form, std::size_t most);

}  // namespace pingshen::ui
