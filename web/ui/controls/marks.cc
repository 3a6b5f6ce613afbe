#include "web/ui/controls/marks.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "web/ui/words/result_strings.h"

namespace pingshen::ui {
namespace {

constexpr ImU32 MarkRgb(unsigned rgb) {
  return IM_COL32((rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff, 0xff);
}

// Ordered from deep green to red, and by lightness, so that neighbours differ without colour, too.
constexpr std::array<MarkPaint, kStandings> kPaints{{
    {MarkRgb(0x0F5A31), MarkRgb(0xFFFFFF)},
    {MarkRgb(0x257B81), MarkRgb(0xFFFFFF)},
    {MarkRgb(0xE0B04C), MarkRgb(0x14252B)},
    {MarkRgb(0xB4231C), MarkRgb(0xFFFFFF)},
    {MarkRgb(0xA9B6BB), MarkRgb(0x14252B)},
    {MarkRgb(0xE6ECEE), MarkRgb(0x14252B)},
}};

constexpr std::array<const Phrase*, 5> kWords{&say::kWordA, &say::kWordB, &say::kWordC,
                                              &say::kWordD, &say::kWordE};

}  // namespace

Standing StandingOf(std::optional<model::Mark> mark) {
  return mark ? static_cast<Standing>(*mark) : Standing::kUnanswered;
}

std::int64_t CountOf(const model::MarkCounts& counts, Standing standing) {
  return standing == Standing::kUnanswered ? counts.unanswered
                                           : counts.Count(static_cast<model::Mark>(standing));
}

MarkPaint PaintOf(const Frame&, Standing standing) {
  return kPaints[static_cast<std::size_t>(standing)];
}

std::string_view WordOf(const Frame& frame, model::Mark mark) {
  return frame.Say(*kWords[static_cast<std::size_t>(mark)]);
}

std::string_view ShortWord(const Frame& frame, Standing standing) {
  return standing == Standing::kUnanswered ? frame.Say(say::kUnmarked)
                                           : model::MarkName(static_cast<model::Mark>(standing));
}

std::string WordOf(const Frame& frame, Standing standing) {
  std::string word(ShortWord(frame, standing));
  if (standing == Standing::kUnanswered) return word;
  word += ' ';
  word += WordOf(frame, static_cast<model::Mark>(standing));
  return word;
}

std::string PercentText(const model::Fraction& fraction) {
  const std::string figure = fraction.Display();
  return figure.empty() ? "—" : figure + "%";
}

std::string FractionText(const model::Fraction& fraction) {
  return fraction.numerator.ToString() + " / " + fraction.denominator.ToString();
}

void DrawMarkChip(Frame& frame, const Rect& rect, Standing standing) {
  const MarkPaint paint = PaintOf(frame, standing);
  FillBox(frame, rect, paint.fill, size::kBadgeRadius);
  DrawText(frame, rect, kSmallStrong, paint.ink, ShortWord(frame, standing), Align::kCentre);
}

void DrawMarkBar(Frame& frame, const Rect& rect, const model::MarkCounts& counts, bool labels) {
  const std::int64_t total = counts.Total();
  const float radius = std::min(size::kBadgeRadius, rect.height * 0.5f);
  FillBox(frame, rect, frame.palette.hairline, radius);
  if (total == 0 || !frame.Shows(rect)) return;
  std::int64_t before = 0;
  for (std::size_t i = 0; i < kStandings; ++i) {
    const auto standing = static_cast<Standing>(i);
    const std::int64_t count = CountOf(counts, standing);
    if (count == 0) continue;
    const auto edge = [&](std::int64_t at) {
      return rect.x + std::round(rect.width * static_cast<float>(at) / static_cast<float>(total));
    };
    const bool first = before == 0;
    const bool last = before + count == total;
    const float left = edge(before);
    const float right = std::max(left + 2, edge(before + count) - (last ? 0.0f : 2.0f));
    before += count;
    const MarkPaint paint = PaintOf(frame, standing);
    const ImDrawFlags corners =
        (first ? ImDrawFlags_RoundCornersLeft : 0) | (last ? ImDrawFlags_RoundCornersRight : 0);
    frame.draw.AddRectFilled({left, rect.y}, {right, Bottom(rect)}, paint.fill,
                             corners == 0 ? 0 : radius,
                             corners == 0 ? ImDrawFlags_RoundCornersNone : corners);
    if (!labels) continue;
    std::string text(ShortWord(frame, standing));
    text += ' ';
    text += std::to_string(count);
    if (frame.text.Width(text, kSmallStrong) + space::k8 > right - left)
      text = std::to_string(count);
    if (frame.text.Width(text, kSmallStrong) + space::k4 > right - left) continue;
    DrawText(frame, {left, rect.y, right - left, rect.height}, kSmallStrong, paint.ink, text,
             Align::kCentre);
  }
}

std::string MarkBarText(const Frame& frame, const model::MarkCounts& counts) {
  std::string text;
  const Decimal total = Decimal::FromInteger(counts.Total());
  for (std::size_t i = 0; i < kStandings; ++i) {
    const auto standing = static_cast<Standing>(i);
    const std::int64_t count = CountOf(counts, standing);
    if (count == 0) continue;
    if (!text.empty()) text += frame.language == Language::kEnglish ? ", " : "，";
    const model::Fraction share{Decimal::FromInteger(count), total};
    text += Fill(frame.Say(say::kMarkCount), WordOf(frame, standing), std::to_string(count),
                 PercentText(share));
  }
  return text;
}

void DrawThresholdBar(Frame& frame, const Rect& rect, double share, double threshold,
                      ImU32 colour) {
  const float radius = rect.height * 0.5f;
  FillBox(frame, rect, frame.palette.hairline, radius);
  const float width = rect.width * static_cast<float>(std::clamp(share, 0.0, 1.0));
  if (width >= 1)
    FillBox(frame, {rect.x, rect.y, std::max(width, rect.height), rect.height}, colour, radius);
  const float at = rect.x + rect.width * static_cast<float>(std::clamp(threshold, 0.0, 1.0));
  constexpr float kTick = 2, kOver = 4;
  FillBox(frame, {at - kTick * 0.5f - 1, rect.y - kOver, kTick + 2, rect.height + 2 * kOver},
          frame.palette.surface);
  FillBox(frame, {at - kTick * 0.5f, rect.y - kOver, kTick, rect.height + 2 * kOver},
          frame.palette.text);
}

}  // namespace pingshen::ui
