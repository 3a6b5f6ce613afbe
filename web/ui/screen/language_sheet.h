// The languages of the form on show, to choose from.
#pragma once

#include <string>
#include <vector>

#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// The form whose texts the screen shows; nullptr: none, or several.
const model::Form* FormOnShow(const session::SessionView& view, const UiState& state);

// Tags of the form's languages besides the product's own. `form` may be nullptr.
std::vector<std::string> FurtherLanguages(const model::Form* form);

// Over the screen: Chinese, English and the further languages. REQUIRES: state.languages has a
// value.
void DrawLanguageSheet(ScreenContext& context);

}  // namespace pingshen::ui
