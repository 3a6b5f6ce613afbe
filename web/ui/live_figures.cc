#include "web/ui/live_figures.h"

#include <cmath>
#include <utility>

#include "web/ui/time_text.h"

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
  Tell(frame, Role::kText, "status/answered",
       Fill(frame.Say(say::kAnsweredCount), figures.answered, figures.items), answered);
}

std::string VetoText(const Frame& frame, const LiveFigures& figures) {
  return figures.vetoes == 0 ? std::string(frame.Say(say::kNoVetoes))
                             : Fill(frame.Say(say::kVetoes), std::to_string(figures.vetoes));
}

}  // namespace

const model::PointsScheme* PointsSchemeOf(const model::Form& form) {
  return std::get_if<model::PointsScheme>(&form.scheme);
}

const model::Band* FindBand(const model::Form& form, const std::optional<std::string>& code) {
  const model::PointsScheme* scheme = PointsSchemeOf(form);
  if (scheme == nullptr || !code) return nullptr;
  for (const model::Band& band : scheme->bands) {
    if (band.code == *code) return &band;
  }
  return nullptr;
}

LiveFigures FiguresOf(const session::OpenView& open) {
  LiveFigures figures;
  const session::Evaluation& evaluation = *open.evaluation;
  figures.answered = std::to_string(evaluation.answered);
  figures.items = std::to_string(evaluation.total);
  figures.share =
      evaluation.total == 0 ? 0 : static_cast<double>(evaluation.answered) / evaluation.total;
  if (evaluation.points) {
    figures.earned = evaluation.points->earned.ToString();
    figures.total = evaluation.points->attainable.IsZero()
                        ? evaluation.points->total.ToString()
                        : evaluation.points->attainable.ToString();
    figures.vetoes = evaluation.points->vetoes.size();
    figures.band = FindBand(open.form->form, evaluation.points->band);
    if (figures.band != nullptr) {
      figures.earned = evaluation.points->DisplayScore();
      figures.total = evaluation.points->total.ToString();
    }
  }
  return figures;
}

void DrawSavedMark(ScreenContext& context, const Rect& rect, Align align) {
  Frame& frame = context.frame;
  const session::OpenView& open = *context.view.open;
  std::string text;
  ImU32 ink = frame.palette.good;
  Icon icon = Icon::kCheck;
  switch (open.save_state) {
    case session::SaveState::kNothingYet:
      text = frame.Say(say::kSavedNothingYet);
      ink = frame.palette.text_soft;
      icon = Icon::kInfo;
      break;
    case session::SaveState::kSaved:
      text =
          Fill(frame.Say(say::kSaved), ClockText(open.saved_at_ms, frame.input.utc_offset_minutes));
      break;
    case session::SaveState::kFailed:
      text = frame.Say(say::kSaveFailed);
      ink = frame.palette.bad;
      icon = Icon::kWarning;
      break;
  }
  constexpr float kSign = 16;
  const float width = std::ceil(frame.text.Width(text, kSmall)) + 1;
  const float whole = kSign + space::k4 + width;
  const float x = align == Align::kRight    ? Right(rect) - whole
                  : align == Align::kCentre ? rect.x + (rect.width - whole) * 0.5f
                                            : rect.x;
  DrawIcon(frame, icon, {x, rect.y, kSign, rect.height}, ink, kSign);
  DrawText(frame, {x + kSign + space::k4, rect.y, width, rect.height}, kSmall, ink, text);
  Tell(frame, Role::kStatus, "status/saved", text, {x, rect.y, whole, rect.height});
}

void DrawFiguresStrip(ScreenContext& context, Rect& screen) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const LiveFigures figures = FiguresOf(*context.view.open);
  const Rect strip{screen.x, screen.y, screen.width, kFiguresStripPx};
  screen.y += strip.height;
  screen.height -= strip.height;
  FillBox(frame, strip, p.surface);

  const Rect row{strip.x + space::k16, strip.y + kStripTopPx, strip.width - 2 * space::k16,
                 kStripFirstRowPx};
  float x = row.x;
  const std::string_view word =
      frame.Say(figures.band != nullptr ? say::kFinalScore : say::kScoreSoFar);
  if (!figures.earned.empty()) {
    DrawText(frame, {x, row.y, 140, row.height}, kSmall, p.text_soft, word);
    x += frame.text.Width(word, kSmall) + space::k8;
    x += DrawScore(frame, x, row.y, row.height, figures, kHeadline) + space::k12;
  }
  const Rect score{row.x, row.y, x - row.x, row.height};
  if (figures.band != nullptr) {
    DrawBadge(frame, x, row.y + 1, frame.Say(figures.band->label), MoodOf(figures.band->tone));
  }
  const Rect below{row.x, Bottom(row), row.width, kStripSecondRowPx};
  const std::string answered =
      Fill(frame.Say(say::kAnsweredCount), figures.answered, figures.items);
  const float answered_width = std::ceil(frame.text.Width(answered, kSmall)) + 1;
  DrawText(frame, {below.x, below.y, answered_width, below.height}, kSmall, p.text_soft, answered);
  TellFigures(frame, figures, score, {below.x, below.y, answered_width, below.height});
  if (PointsSchemeOf(context.view.open->form->form) != nullptr) {
    const std::string veto = VetoText(frame, figures);
    const bool bad = figures.vetoes > 0;
    const float veto_x = below.x + answered_width + space::k12;
    const float veto_width = std::ceil(frame.text.Width(veto, bad ? kSmallStrong : kSmall)) + 1;
    DrawText(frame, {veto_x, below.y, veto_width, below.height}, bad ? kSmallStrong : kSmall,
             bad ? p.bad : p.text_soft, veto);
    Tell(frame, Role::kText, "status/vetoes", veto, {veto_x, below.y, veto_width, below.height});
  }
  DrawSavedMark(context, below, Align::kRight);
  DrawProgress(frame, {strip.x, Bottom(strip) - kStripProgressPx, strip.width, kStripProgressPx},
               figures.share, figures.share >= 1 ? p.good : p.accent);
}

void DrawFiguresCard(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const LiveFigures figures = FiguresOf(*context.view.open);
  Surface card(frame, column.x, column.y, column.width, CardLook(frame));
  Column inner = column.Indented(space::k16, space::k16);
  inner.Gap(space::k16);
  Rect score{};
  if (!figures.earned.empty()) {
    const Rect line = inner.Take(kSmall.line_px);
    DrawText(frame, line, kSmall, p.text_soft,
             frame.Say(figures.band != nullptr ? say::kFinalScore : say::kScoreSoFar));
    score = inner.Take(kDisplay.line_px);
    DrawScore(frame, score.x, score.y, score.height, figures, kDisplay);
    if (figures.band != nullptr) {
      const std::string& label = frame.Say(figures.band->label);
      DrawBadge(frame, Right(score) - BadgeWidth(frame, label),
                score.y + (score.height - kBadgeHeight) * 0.5f, label, MoodOf(figures.band->tone));
    }
    inner.Gap(space::k12);
  }
  DrawProgress(frame, inner.Take(space::k8), figures.share, figures.share >= 1 ? p.good : p.accent);
  inner.Gap(space::k8);
  const Rect row = inner.Take(kSmall.line_px);
  DrawText(frame, row, kSmall, p.text,
           Fill(frame.Say(say::kAnsweredCount), figures.answered, figures.items));
  TellFigures(frame, figures, score, row);
  if (PointsSchemeOf(context.view.open->form->form) != nullptr) {
    const std::string veto = VetoText(frame, figures);
    const bool bad = figures.vetoes > 0;
    DrawText(frame, row, bad ? kSmallStrong : kSmall, bad ? p.bad : p.text_soft, veto,
             Align::kRight);
    Tell(frame, Role::kText, "status/vetoes", veto, row);
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
