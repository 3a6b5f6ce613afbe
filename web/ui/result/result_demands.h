// 达标条件: every demand of every outcome, met or missed, with a bar that shows how far.
#pragma once

#include <string>
#include <string_view>

#include "web/ui/controls/parts.h"
#include "web/ui/result/scheme_view.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// What a demand is about: a part, several added up, a section of a part ("p1", "p1+p2", "p1/2").
std::string SubjectText(const ScreenContext& context, const SchemeView& view,
                        std::string_view subject);
// The items behind it; "" = of the whole scheme.
void OpenSubject(ScreenContext& context, const SchemeView& view, std::string_view subject);
// What every outcome demands, met or missed and by how much.
void DrawDemandsCard(ScreenContext& context, Column& column, const SchemeView& view);

}  // namespace pingshen::ui
