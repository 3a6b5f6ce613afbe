// The figures that stay in sight while the form is filled in.
#pragma once

#include <string>
#include <vector>

#include "core/model/form.h"
#include "web/ui/controls/parts.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

struct LiveFigures {
  std::string earned;    // "42.5", "" when the form has no points; once complete the score as the
                         // bands see it
  std::string total;     // "100": attainable so far; once complete the full score
  std::string answered;  // "9"
  std::string items;     // "20"
  double share = 0;      // answered / items, 0…1
  bool has_vetoes = false;                  // the form knows vetoes
  std::size_t vetoes = 0;                   // that hold
  std::vector<std::string> shares;          // of a ladder: "C+ 94.74%", "B+ 63.16%", "A+ 15.79%"
  const model::Outcome* outcome = nullptr;  // once nothing is missing
  std::string gap;  // "距甲等差 1 条", "" at the best grade or before any answer
};
// Of the form's first scheme.
LiveFigures FiguresOf(const Frame& frame, const session::OpenView& open);

// The verdicts of all schemes, as one phrase: "40 分，甲级", "乙等".
std::string ResultInWords(const Frame& frame, const session::OpenView& open);
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
