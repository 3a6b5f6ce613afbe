#include "web/ui/result/live_figures.h"

#include <cmath>
#include <utility>

#include "web/ui/controls/marks.h"
#include "web/ui/draw/surface.h"
#include "web/ui/result/result_verdict.h"
#include "web/ui/result/scheme_view.h"
#include "web/ui/words/result_strings.h"
#include "web/ui/words/time_text.h"

namespace pingshen::ui {
namespace {

// "42.5" large and " / 100" small behind it. Returns the width.
float DrawScore(Frame& frame, float x, float y, float line_px, const LiveFigures& figures,
                const TextStyle& large) {
  const float number = frame.text.Width(figures.earned, large);
  DrawText(frame, {x, y, number + 1, line_px}, large, frame.palette.text, figures.earned);
  const std::string rest = "/ " + figures.total;
  const float rest_width = frame.text.Width(rest, kSmall);
  // The small figures stand on the base line of the large ones.
  const float drop = (large.size_px - kSmall.size_px) * 0.36f;
  DrawText(frame, {x + number + 6, y + drop, rest_width + 1, line_px}, kSmall,
           frame.palette.text_soft, rest);
  return number + 6 + rest_width;
}

void TellFigures(Frame& frame, const LiveFigures& figures, const Rect& score,
                 const Rect& answered) {
  if (!figures.earned.empty()) {
    std::string text(frame.Say(say::kScoreSoFar));
    text += ' ';
    text += Fill(frame.Say(say::kEarnedOf), figures.earned, figures.total);
    Tell(frame, Role::kText, "status/score", text, score);
  }
  if (!figures.shares.empty()) {
    std::string text;
    for (const std::string& share : figures.shares) text += (text.empty() ? "" : ", ") + share;
    Tell(frame, Role::kText, "status/shares", text, score);
  }
  Tell(frame, Role::kText, "status/answered",
       Fill(frame.Say(say::kAnsweredCount), figures.answered, figures.items), answered);
}

// "C+ 94.74%", letters quiet, figures strong. Returns where it ends.
float DrawShares(Frame& frame, float x, float y, float line_px, const LiveFigures& figures) {
  for (const std::string& share : figures.shares) {
    const std::size_t blank = share.find(' ');
    const std::string_view letter = std::string_view(share).substr(0, blank);
    const std::string_view figure = std::string_view(share).substr(blank + 1);
    const float letter_width = frame.text.Width(letter, kSmall);
    const float figure_width = frame.text.Width(figure, kBodyStrong);
    DrawText(frame, {x, y, letter_width + 1, line_px}, kSmall, frame.palette.text_soft, letter);
    x += letter_width + space::k4;
    DrawText(frame, {x, y, figure_width + 1, line_px}, kBodyStrong, frame.palette.text, figure);
    x += figure_width + space::k12;
  }
  return x;
}

// The shares side by side, each over its letter.
Rect DrawSharesCard(Frame& frame, Column& column, const LiveFigures& figures) {
  const Rect row = column.Take(kSmall.line_px + kLabel.line_px);
  const float width = row.width / static_cast<float>(figures.shares.size());
  float x = row.x;
  for (const std::string& share : figures.shares) {
    const std::size_t blank = share.find(' ');
    DrawText(frame, {x, row.y, width, kSmall.line_px}, kSmall, frame.palette.text_soft,
             std::string_view(share).substr(0, blank));
    DrawText(frame, {x, row.y + kSmall.line_px, width, kLabel.line_px}, kLabel, frame.palette.text,
             std::string_view(share).substr(blank + 1));
    x += width;
  }
  return row;
}

// One remark has room in a strip: a veto that holds, else what is missing for the next grade, else
// that no veto holds.
struct Remark {
  std::string id;
  std::string text;
  bool bad = false;
};
Remark VetoRemark(const Frame& frame, const LiveFigures& figures) {
  if (!figures.has_vetoes) return {};
  if (figures.vetoes > 0)
    return {"status/vetoes", Fill(frame.Say(say::kVetoes), std::to_string(figures.vetoes)), true};
  return {"status/vetoes", std::string(frame.Say(say::kNoVetoes)), false};
}
Remark RemarkOf(const Frame& frame, const LiveFigures& figures) {
  Remark veto = VetoRemark(frame, figures);
  if (figures.gap.empty() || !veto.text.empty()) return veto;
  return {"status/gap", figures.gap, false};
}

}  // namespace

const model::PointsScheme* PointsSchemeOf(const model::Form& form) {
  return std::get_if<model::PointsScheme>(&form.scheme);
}

LiveFigures FiguresOf(const Frame& frame, const session::OpenView& open) {
  LiveFigures figures;
  const evaluation::Evaluation& evaluation = *open.evaluation;
  figures.answered = std::to_string(evaluation.answered);
  figures.items = std::to_string(evaluation.total);
  figures.share =
      evaluation.total == 0 ? 0 : static_cast<double>(evaluation.answered) / evaluation.total;
  const std::vector<SchemeView> schemes = SchemesOf(open);
  if (schemes.empty()) return figures;
  const SchemeView& view = schemes.front();
  const model::SchemeResult& result = *view.result;
  figures.outcome = OutcomeOf(view);
  figures.has_vetoes = !model::VetoesOf(*view.scheme).empty();
  figures.vetoes = result.vetoes.size();
  if (result.points) {
    const model::PointsVerdict& points = *result.points;
    figures.earned = points.earned.ToString();
    figures.total =
        points.attainable.IsZero() ? points.total.ToString() : points.attainable.ToString();
    if (figures.outcome != nullptr) {
      figures.earned = points.DisplayScore();
      figures.total = points.total.ToString();
    }
  }
  if (result.ladder && result.ladder->all.Applicable() > 0) {
    for (const model::Mark mark : {model::Mark::kC, model::Mark::kB, model::Mark::kA}) {
      figures.shares.push_back(Fill(frame.Say(say::kPlus), model::MarkName(mark)) + " " +
                               PercentText(result.ladder->all.Share(mark)));
    }
  }
  if (result.gap && evaluation.answered > 0) {
    const std::string_view target = OutcomeLabel(frame, view, result.gap->target);
    if (!result.gap->raises.empty()) {
      figures.gap = Fill(frame.Say(say::kGapShort), target, std::to_string(result.gap->items));
    } else if (!result.gap->points.IsZero()) {
      figures.gap = Fill(frame.Say(say::kGapShortPoints), target, result.gap->points.ToFixed(2));
    }
  }
  return figures;
}

std::string ResultInWords(const Frame& frame, const session::OpenView& open) {
  std::string words;
  for (const SchemeView& view : SchemesOf(open)) {
    const model::Outcome* outcome = OutcomeOf(view);
    const std::string label =
        outcome != nullptr ? frame.Say(outcome->label) : std::string(frame.Say(say::kNoVerdict));
    if (!words.empty()) words += frame.language == Language::kEnglish ? "; " : "；";
    if (view.label != nullptr) words += frame.Say(*view.label) + " ";
    words += view.result->points
                 ? Fill(frame.Say(say::kScoreInWords), view.result->points->DisplayScore(), label)
                 : label;
  }
  return words.empty() ? std::string(frame.Say(say::kNoVerdict)) : words;
}

namespace {

constexpr float kSavedSign = 16;

struct Saved {
  std::string text;
  ImU32 ink = 0;
  Icon icon = Icon::kCheck;
};
Saved SavedOf(const ScreenContext& context) {
  const Frame& frame = context.frame;
  const session::OpenView& open = *context.view.open;
  switch (open.save_state) {
    case session::SaveState::kNothingYet:
      return {std::string(frame.Say(say::kSavedNothingYet)), frame.palette.text_soft, Icon::kInfo};
    case session::SaveState::kSaved:
      return {
          Fill(frame.Say(say::kSaved), ClockText(open.saved_at_ms, frame.input.utc_offset_minutes)),
          frame.palette.good, Icon::kCheck};
    case session::SaveState::kFailed:
      return {std::string(frame.Say(say::kSaveFailed)), frame.palette.bad, Icon::kWarning};
  }
  return {};
}

float SavedMarkWidth(const ScreenContext& context) {
  return kSavedSign + space::k4 +
         std::ceil(context.frame.text.Width(SavedOf(context).text, kSmall)) + 1;
}

}  // namespace

void DrawSavedMark(ScreenContext& context, const Rect& rect, Align align) {
  Frame& frame = context.frame;
  const Saved saved = SavedOf(context);
  const float whole = SavedMarkWidth(context);
  const float x = align == Align::kRight    ? Right(rect) - whole
                  : align == Align::kCentre ? rect.x + (rect.width - whole) * 0.5f
                                            : rect.x;
  DrawIcon(frame, saved.icon, {x, rect.y, kSavedSign, rect.height}, saved.ink, kSavedSign);
  const float left = kSavedSign + space::k4;
  DrawText(frame, {x + left, rect.y, whole - left, rect.height}, kSmall, saved.ink, saved.text);
  Tell(frame, Role::kStatus, "status/saved", saved.text, {x, rect.y, whole, rect.height});
}

void DrawFiguresStrip(ScreenContext& context, Rect& screen) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const LiveFigures figures = FiguresOf(frame, *context.view.open);
  const Rect strip{screen.x, screen.y, screen.width, kFiguresStripPx};
  screen.y += strip.height;
  screen.height -= strip.height;
  FillBox(frame, strip, p.surface);

  const Rect row{strip.x + space::k16, strip.y + kStripTopPx, strip.width - 2 * space::k16,
                 kStripFirstRowPx};
  float x = row.x;
  if (!figures.earned.empty()) {
    const std::string_view word =
        frame.Say(figures.outcome != nullptr ? say::kFinalScore : say::kScoreSoFar);
    DrawText(frame, {x, row.y, 140, row.height}, kSmall, p.text_soft, word);
    x += frame.text.Width(word, kSmall) + space::k8;
    x += DrawScore(frame, x, row.y, row.height, figures, kHeadline) + space::k12;
  }
  x = DrawShares(frame, x, row.y, row.height, figures);
  const Rect score{row.x, row.y, std::max(1.0f, x - row.x), row.height};
  if (figures.outcome != nullptr) {
    // Behind a score, at the edge behind shares, where it would be crowded.
    const std::string& label = frame.Say(figures.outcome->label);
    const float badge = BadgeWidth(frame, label);
    if (figures.shares.empty() || x + badge <= Right(row))
      DrawBadge(frame, figures.shares.empty() ? x : Right(row) - badge, row.y + 1, label,
                MoodOf(figures.outcome->tone));
  }
  const Rect below{row.x, Bottom(row), row.width, kStripSecondRowPx};
  const std::string answered =
      Fill(frame.Say(say::kAnsweredCount), figures.answered, figures.items);
  const float answered_width = std::ceil(frame.text.Width(answered, kSmall)) + 1;
  DrawText(frame, {below.x, below.y, answered_width, below.height}, kSmall, p.text_soft, answered);
  TellFigures(frame, figures, score, {below.x, below.y, answered_width, below.height});
  const Remark remark = RemarkOf(frame, figures);
  if (!remark.text.empty()) {
    const TextStyle& style = remark.bad ? kSmallStrong : kSmall;
    const float remark_x = below.x + answered_width + space::k12;
    const float remark_width =
        std::min(std::ceil(frame.text.Width(remark.text, style)) + 1,
                 Right(below) - SavedMarkWidth(context) - space::k8 - remark_x);
    DrawText(frame, {remark_x, below.y, remark_width, below.height}, style,
             remark.bad ? p.bad : p.text_soft, remark.text);
    Tell(frame, Role::kText, remark.id, remark.text,
         {remark_x, below.y, remark_width, below.height});
  }
  DrawSavedMark(context, below, Align::kRight);
  DrawProgress(frame, {strip.x, Bottom(strip) - kStripProgressPx, strip.width, kStripProgressPx},
               figures.share, figures.share >= 1 ? p.good : p.accent);
}

void DrawFiguresCard(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const LiveFigures figures = FiguresOf(frame, *context.view.open);
  Surface card(frame, column.x, column.y, column.width, CardLook(frame));
  Column inner = column.Indented(space::k16, space::k16);
  inner.Gap(space::k16);
  Rect score{};
  const auto badge = [&](const Rect& line) {
    if (figures.outcome == nullptr) return;
    const std::string& label = frame.Say(figures.outcome->label);
    DrawBadge(frame, Right(line) - BadgeWidth(frame, label),
              line.y + (line.height - kBadgeHeight) * 0.5f, label, MoodOf(figures.outcome->tone));
  };
  if (!figures.earned.empty()) {
    const Rect line = inner.Take(kSmall.line_px);
    DrawText(frame, line, kSmall, p.text_soft,
             frame.Say(figures.outcome != nullptr ? say::kFinalScore : say::kScoreSoFar));
    score = inner.Take(kDisplay.line_px);
    DrawScore(frame, score.x, score.y, score.height, figures, kDisplay);
    badge(score);
    inner.Gap(space::k12);
  } else if (!figures.shares.empty()) {
    score = DrawSharesCard(frame, inner, figures);
    if (figures.outcome != nullptr) {
      inner.Gap(space::k8);
      const Rect line = inner.Take(kBadgeHeight);
      DrawBadge(frame, line.x, line.y, frame.Say(figures.outcome->label),
                MoodOf(figures.outcome->tone));
    }
    inner.Gap(space::k12);
  } else if (figures.outcome != nullptr) {
    badge(inner.Take(kBadgeHeight));
    inner.Gap(space::k12);
  }
  if (!figures.gap.empty()) {
    const Rect line = inner.Take(kSmall.line_px);
    DrawText(frame, line, kSmall, p.accent_pressed, figures.gap);
    Tell(frame, Role::kText, "status/gap", figures.gap, line);
    inner.Gap(space::k8);
  }
  DrawProgress(frame, inner.Take(space::k8), figures.share, figures.share >= 1 ? p.good : p.accent);
  inner.Gap(space::k8);
  const Rect row = inner.Take(kSmall.line_px);
  DrawText(frame, row, kSmall, p.text,
           Fill(frame.Say(say::kAnsweredCount), figures.answered, figures.items));
  TellFigures(frame, figures, score, row);
  const Remark veto = VetoRemark(frame, figures);
  if (!veto.text.empty()) {
    DrawText(frame, row, veto.bad ? kSmallStrong : kSmall, veto.bad ? p.bad : p.text_soft,
             veto.text, Align::kRight);
    Tell(frame, Role::kText, veto.id, veto.text, row);
  }
  inner.Gap(space::k12);
  DrawSeparator(frame, inner);
  inner.Gap(space::k8);
  DrawSavedMark(context, inner.Take(kSmall.line_px + space::k4), Align::kLeft);
  inner.Gap(space::k8);
  column.y = inner.y;
  card.End(column.y);
}

}  // namespace pingshen::ui
