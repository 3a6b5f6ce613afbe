// Texts of a form with the styles that XLSForm knows (core/model/rich_text.h). Italic and colour of a
// form are not drawn: there is no italic Chinese, and colours would break contrast; the words are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/rich_text.h"
#include "web/ui/draw/frame.h"

namespace pingshen::ui {

using model::IsPlainText;
using model::ParseRichText;
using model::PlainText;
using model::RichBlock;
using model::RichRun;

// Takes its height from the column. `colour` 0: the palette's text.
void DrawRichText(Frame& frame, Column& column, const TextStyle& style, std::string_view text,
                  ImU32 colour = 0);

}  // namespace pingshen::ui
