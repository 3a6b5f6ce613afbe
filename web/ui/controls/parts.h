// Small parts that screens are made of.
#pragma once

#include <string>
#include <string_view>

#include "core/model/form.h"
#include "web/ui/draw/frame.h"
#include "web/ui/draw/icons.h"
#include "web/ui/draw/surface.h"

namespace pingshen::ui {

struct Shade {
  ImU32 ink, soft;
};
enum class Mood { kNeutral, kAccent, kGood, kWarn, kBad };
Shade ShadeOf(const Frame& frame, Mood mood);
Mood MoodOf(model::Tone tone);

// A word on a soft ground, 26 px high. Returns its width.
float DrawBadge(Frame& frame, float x, float y, std::string_view text, Mood mood);
float BadgeWidth(Frame& frame, std::string_view text);
inline constexpr float kBadgeHeight = 26;

// A red line with a warning sign. Takes a small gap and its height.
void DrawProblem(Frame& frame, Column& column, std::string_view sentence);
// An amber or quiet line with a sign, for what is no fault.
void DrawRemark(Frame& frame, Column& column, Icon icon, std::string_view sentence, ImU32 ink);

// share: 0…1.
void DrawProgress(Frame& frame, const Rect& rect, double share, ImU32 colour);
// A ring that fills, with a tick when full.
void DrawProgressRing(Frame& frame, const Rect& box, double share);

void DrawSeparator(Frame& frame, Column& column);

// Label left (or above, on a phone) and value right; the value wraps.
void DrawFact(Frame& frame, Column& column, std::string_view label, std::string_view value,
              bool strong = false);

// A message on a soft ground with a sign: title, text.
void DrawNotice(Frame& frame, Column& column, Mood mood, Icon icon, std::string_view title,
                std::string_view text);

// A heading of level 2 in a card; in the mirror under `id`.
void DrawTitle(Frame& frame, Column& column, std::string id, std::string_view text);

// A card with padding; `draw(inner)` fills it and leaves inner.y at its end. The column moves
// behind it.
template <typename Draw>
void DrawCard(Frame& frame, Column& column, const Surface::Look& look, Draw draw) {
  const float padding = frame.phone() ? space::k16 : space::k24;
  Surface card(frame, column.x, column.y, column.width, look);
  Column inner = column.Indented(padding, padding);
  inner.Gap(padding);
  draw(inner);
  inner.Gap(padding);
  column.y = inner.y;
  card.End(column.y);
  column.Gap(space::k16);
}

// A check mark or a ring in front of a rule that a text must meet.
void DrawRule(Frame& frame, Column& column, bool met, std::string_view rule);

}  // namespace pingshen::ui
