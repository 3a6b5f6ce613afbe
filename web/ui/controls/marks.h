// The marks A–E as the screens show them: one colour and one word each, and the bar that stacks
// them.
#pragma once

#include <string>

#include "core/model/grading_result.h"
#include "web/ui/draw/frame.h"

namespace pingshen::ui {

// What an item can be counted as, in the order of tables and bars.
enum class Standing : std::uint8_t { kA, kB, kC, kD, kE, kUnanswered };
inline constexpr std::size_t kStandings = 6;
Standing StandingOf(std::optional<model::Mark> mark);
std::int64_t CountOf(const model::MarkCounts& counts, Standing standing);

struct MarkPaint {
  ImU32 fill;  // 3:1 against a card for A–D
  ImU32 ink;   // on `fill`, 4.5:1
};
MarkPaint PaintOf(const Frame& frame, Standing standing);
// "A" … "E", "未评".
std::string_view ShortWord(const Frame& frame, Standing standing);
// "A 优秀", "未评".
std::string WordOf(const Frame& frame, Standing standing);
std::string_view WordOf(const Frame& frame, model::Mark mark);

// "98.80%" of an exact fraction, "—" when there is nothing to share.
std::string PercentText(const model::Fraction& fraction);
// "576 / 583".
std::string FractionText(const model::Fraction& fraction);

// A square or a pill with the letter in it.
void DrawMarkChip(Frame& frame, const Rect& rect, Standing standing);
// All items side by side by their marks, without a gap in the count: every item has the same width.
// `labels`: letters and counts where they fit.
void DrawMarkBar(Frame& frame, const Rect& rect, const model::MarkCounts& counts, bool labels);
// "A 12 条 2.06%，B …": what the bar shows, in words.
std::string MarkBarText(const Frame& frame, const model::MarkCounts& counts);

// A bar for a share, with a tick where it has to reach. All of 0…1.
void DrawThresholdBar(Frame& frame, const Rect& rect, double share, double threshold, ImU32 colour);

}  // namespace pingshen::ui
