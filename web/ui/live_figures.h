// The figures that stay in sight while the form is filled in.
#pragma once

#include "core/model/form.h"
#include "web/ui/parts.h"
#include "web/ui/ui_state.h"

namespace pingshen::ui {

struct LiveFigures {
  std::string earned;    // "42.5", "" when the form has no points; once complete the score as the
                         // bands see it
  std::string total;     // "100": attainable so far; once complete the full score
  std::string answered;  // "9"
  std::string items;     // "20"
  double share = 0;      // answered / items, 0…1
  std::size_t vetoes = 0;
  const model::Band* band = nullptr;  // once nothing is missing
};
LiveFigures FiguresOf(const session::OpenView& open);

// The band with that code, or nullptr.
const model::Band* FindBand(const model::Form& form, const std::optional<std::string>& code);
const model::PointsScheme* PointsSchemeOf(const model::Form& form);

// "✓ 已保存 12:03:22"; aligned in `rect`, and in the mirror as status/saved.
void DrawSavedMark(ScreenContext& context, const Rect& rect, Align align);

inline constexpr float kStripTopPx = 6;
inline constexpr float kStripFirstRowPx = 28;
inline constexpr float kStripSecondRowPx = 22;
inline constexpr float kStripProgressPx = 3;
inline constexpr float kFiguresStripPx =
    kStripTopPx + kStripFirstRowPx + kStripSecondRowPx + 8 + kStripProgressPx;
// One strip over the whole width (phone). Takes its height from `screen`.
void DrawFiguresStrip(ScreenContext& context, Rect& screen);
// A card with large figures (tablet, desktop).
void DrawFiguresCard(ScreenContext& context, Column& column);

}  // namespace pingshen::ui
