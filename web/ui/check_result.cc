#include "web/ui/check_result.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "web/ui/item_card.h"
#include "web/ui/live_figures.h"
#include "web/ui/parts.h"

namespace pingshen::ui {
namespace {

std::string BandRange(const Frame& frame, const model::Band& band) {
  if (band.at_least && band.below)
    return Fill(frame.Say(say::kBetween), band.at_least->ToString(), band.below->ToString());
  if (band.at_least) return Fill(frame.Say(say::kAtLeast), band.at_least->ToString());
  if (band.below) return Fill(frame.Say(say::kBelow), band.below->ToString());
  return {};
}

void DrawFigure(Frame& frame, const Rect& rect, std::string_view label, std::string_view value) {
  Column column{rect.x, rect.y, rect.width};
  DrawText(frame, column.Take(kSmall.line_px), kSmall, frame.palette.text_soft, label);
  DrawText(frame, column.Take(kHeadline.line_px), kHeadline, frame.palette.text, value);
}

}  // namespace

void DrawResultCard(ScreenContext& context, Column& column, std::size_t to_do) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const session::OpenView& open = *context.view.open;
  const session::Evaluation& evaluation = *open.evaluation;
  const model::Band* band =
      evaluation.points ? FindBand(open.form->form, evaluation.points->band) : nullptr;
  Surface::Look look = CardLook(frame);
  const Mood mood = band != nullptr       ? MoodOf(band->tone)
                    : evaluation.complete ? Mood::kGood
                                          : Mood::kNeutral;
  DrawCard(frame, column, look, [&](Column& inner) {
    const Shade shade = ShadeOf(frame, mood);
    std::string spoken(frame.Say(say::kResult));
    spoken += ' ';
    if (band != nullptr) {
      const std::string& label = frame.Say(band->label);
      spoken += label;
      spoken += ' ';
      spoken += Fill(frame.Say(say::kEarnedOf), evaluation.points->DisplayScore(),
                     evaluation.points->total.ToString());
      const float height =
          2 * space::k20 + kDisplay.line_px +
          (band->consequence.empty() ? 0
                                     : frame.text.Height(frame.Say(band->consequence), kSmall,
                                                         inner.width - 2 * space::k20));
      const Rect banner = inner.Take(height);
      FillBox(frame, banner, shade.soft, size::kControlRadius);
      const Rect line{banner.x + space::k20, banner.y + space::k20, banner.width - 2 * space::k20,
                      kDisplay.line_px};
      DrawText(frame, line, kDisplay, shade.ink, label);
      const std::string score = evaluation.points->DisplayScore();
      const std::string unit(frame.Say(say::kPoints));
      const float unit_width = frame.text.Width(unit, kBody);
      DrawText(frame, {line.x, line.y + 6, line.width, line.height}, kBody, shade.ink, unit,
               Align::kRight);
      DrawText(frame, {line.x, line.y, line.width - unit_width - 6, line.height}, kDisplay,
               shade.ink, score, Align::kRight);
      if (!band->consequence.empty()) {
        Column text{line.x, Bottom(line), line.width};
        DrawParagraph(frame, text, kSmall, p.text, frame.Say(band->consequence));
      }
      Tell(frame, Role::kStatus, "check/result", spoken, banner);
      inner.Gap(space::k16);
    } else {
      const std::string_view title =
          frame.Say(evaluation.complete ? say::kCompleteText : say::kNotComplete);
      spoken += title;
      const Rect rect = DrawParagraph(frame, inner, kTitle, p.text, title);
      Tell(frame, Role::kStatus, "check/result", spoken, rect);
    }
    const std::string sentence = to_do > 0
                                     ? Fill(frame.Say(say::kNotCompleteText), std::to_string(to_do))
                                     : std::string(frame.Say(say::kCompleteText));
    if (to_do > 0 || band != nullptr) {
      const Rect rect = DrawParagraph(frame, inner, kBody, p.text_soft, sentence);
      Tell(frame, Role::kText, "check/summary", sentence, rect);
    }
    if (!evaluation.points) return;
    const model::PointsVerdict& points = *evaluation.points;
    inner.Gap(space::k16);
    DrawSeparator(frame, inner);
    inner.Gap(space::k12);
    const Rect row = inner.Take(kSmall.line_px + kHeadline.line_px);
    const float third = row.width / 3;
    DrawFigure(frame, {row.x, row.y, third, row.height}, frame.Say(say::kEarned),
               points.earned.ToString());
    DrawFigure(frame, {row.x + third, row.y, third, row.height}, frame.Say(say::kAttainable),
               points.attainable.ToString());
    DrawFigure(frame, {row.x + 2 * third, row.y, third, row.height}, frame.Say(say::kTotal),
               points.total.ToString());
    std::string figures(frame.Say(say::kEarned));
    figures += " " + points.earned.ToString() + ", ";
    figures += frame.Say(say::kAttainable);
    figures += " " + points.attainable.ToString() + ", ";
    figures += frame.Say(say::kTotal);
    figures += " " + points.total.ToString();
    Tell(frame, Role::kText, "check/figures", figures, row);
    if (points.attainable != points.total && !points.attainable.IsZero()) {
      inner.Gap(space::k4);
      DrawParagraph(frame, inner, kSmall, p.text_soft,
                    Fill(frame.Say(say::kScaled), points.DisplayScore()));
    }
  });
}

void DrawSectionTable(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const session::OpenView& open = *context.view.open;
  if (!open.evaluation->points) return;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    DrawTitle(frame, inner, "check/sections", frame.Say(say::kBySection));
    for (const session::SectionState& section : open.evaluation->sections) {
      if (section.attainable.IsZero()) continue;
      const std::string score =
          Fill(frame.Say(say::kOf), section.earned.ToString(), section.attainable.ToString());
      const std::string& title = frame.Say(section.section->title);
      const float score_width = std::ceil(frame.text.Width(score, kBodyStrong)) + 1;
      Column name = inner;
      name.width -= score_width + space::k12;
      const Rect text = DrawParagraph(frame, name, kBody, p.text, title);
      DrawText(frame, {Right(inner.Take(0)) - score_width, text.y, score_width, kBody.line_px},
               kBodyStrong, p.text, score, Align::kRight);
      Tell(frame, Role::kText, "check/section/" + section.section->code, title + " " + score,
           {text.x, text.y, inner.width, text.height});
      inner.y = name.y + space::k4;
      const double share = section.earned.ToDouble() / section.attainable.ToDouble();
      DrawProgress(frame, inner.Take(space::k8), share, share >= 1 ? p.good : p.accent);
      inner.Gap(space::k16);
    }
    inner.y -= space::k16;
  });
}

void DrawVetoCard(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const session::OpenView& open = *context.view.open;
  const model::PointsScheme* scheme = PointsSchemeOf(open.form->form);
  if (scheme == nullptr || !open.evaluation->points || scheme->vetoes.empty()) return;
  const auto& held = open.evaluation->points->vetoes;
  Surface::Look look = CardLook(frame);
  if (!held.empty()) look.left_bar = p.bad;
  DrawCard(frame, column, look, [&](Column& inner) {
    DrawTitle(frame, inner, "check/vetoes", frame.Say(say::kVetoTitle));
    if (held.empty()) {
      DrawRule(frame, inner, true, frame.Say(say::kVetoNone));
      return;
    }
    for (const model::Veto& veto : scheme->vetoes) {
      if (std::ranges::find(held, veto.code) == held.end()) continue;
      const std::string& label = frame.Say(veto.label);
      const float y = inner.y;
      DrawProblem(frame, inner, label);
      Tell(frame, Role::kText, "check/veto/" + veto.code, label,
           {inner.x, y, inner.width, inner.y - y});
      Column source = inner.Indented(24);
      for (const model::Source& from : veto.sources) DrawSource(frame, source, from);
      inner.y = source.y + space::k8;
    }
    inner.y -= space::k8;
  });
}

void DrawBandCard(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const session::OpenView& open = *context.view.open;
  const model::PointsScheme* scheme = PointsSchemeOf(open.form->form);
  if (scheme == nullptr || !open.evaluation->points) return;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    DrawTitle(frame, inner, "check/bands", frame.Say(say::kBands));
    for (const model::Band& band : scheme->bands) {
      const bool ours = open.evaluation->points->band == band.code;
      const std::string& label = frame.Say(band.label);
      const std::string range = BandRange(frame, band);
      const Rect row = inner.Take(kBadgeHeight + space::k8);
      DrawBadge(frame, row.x, row.y + space::k4, label, ours ? MoodOf(band.tone) : Mood::kNeutral);
      const float x = row.x + std::max(112.0f, BadgeWidth(frame, label) + space::k12);
      DrawText(frame, {x, row.y, Right(row) - x, row.height}, ours ? kBodyStrong : kBody,
               ours ? p.text : p.text_soft, range);
      Tell(frame, Role::kText, "check/band/" + band.code, label + " " + range, row);
    }
    for (const model::Band& band : scheme->bands) {
      for (const model::Source& source : band.sources) {
        if (source.confidence != model::Confidence::kOurReading) continue;
        inner.Gap(space::k12);
        const std::string& note = frame.Say(source.note.empty() ? source.document : source.note);
        const float y = inner.y;
        DrawNotice(frame, inner, Mood::kWarn, Icon::kInfo, frame.Say(say::kOurReadingTitle), note);
        Tell(frame, Role::kText, "check/reading/" + band.code, note,
             {inner.x, y, inner.width, inner.y - y});
      }
    }
  });
}

}  // namespace pingshen::ui
