#include "web/ui/result/result_verdict.h"

#include <algorithm>
#include <cmath>

#include "web/ui/controls/marks.h"
#include "web/ui/draw/surface.h"
#include "web/ui/result/result_demands.h"
#include "web/ui/result/scheme_view.h"
#include "web/ui/result/screen_items.h"
#include "web/ui/screen/item_place.h"
#include "web/ui/words/result_strings.h"

namespace pingshen::ui {
namespace {

// True when it was tapped.
bool DrawFigure(Frame& frame, const Rect& rect, const std::string& id, std::string_view label,
                std::string_view value) {
  Control control;
  control.id = id;
  control.name = std::string(label) + " " + std::string(value);
  control.description = frame.Say(say::kOpenItems);
  control.rect = rect;
  const PointerAnswer answer = Touch(frame, std::move(control));
  if (answer.held || answer.hovered)
    FillBox(frame, Inset(rect, -space::k8, -space::k4), frame.palette.accent_soft,
            size::kControlRadius);
  Column column{rect.x, rect.y, rect.width};
  DrawText(frame, column.Take(kSmall.line_px), kSmall, frame.palette.text_soft, label);
  DrawText(frame, column.Take(kHeadline.line_px), kHeadline, frame.palette.text, value);
  return answer.tapped;
}

// The figure beside the verdict: a score, or a share.
struct Figure {
  std::string value;  // "" = none
  std::string unit;
  std::string spoken;
};
Figure FigureOf(const Frame& frame, const SchemeView& view) {
  const model::SchemeResult& result = *view.result;
  Figure figure;
  if (result.points) {
    figure.value = result.points->DisplayScore();
    figure.unit = frame.Say(say::kPoints);
    figure.spoken = Fill(frame.Say(say::kEarnedOf), figure.value, result.points->total.ToString());
  } else if (result.kind == "composite") {
    // score / full score over one denominator: divided by the full score it is the score's own.
    Decimal full;
    for (const model::PartResult& part : result.parts) full += part.weight;
    const auto over = result.composite.denominator.DividedBy(full, Decimal::kMaxFractionDigits);
    const auto score = over ? result.composite.numerator.DividedBy(*over, 2) : std::nullopt;
    if (score) {
      figure.value = score->ToString();
      figure.unit = frame.Say(say::kPoints);
      figure.spoken = Fill(frame.Say(say::kEarnedOf), figure.value, full.ToString());
    }
  } else if (result.kind == "stages" && !result.composite.Display().empty()) {
    figure.value = result.composite.Display() + "%";
    figure.spoken = figure.value;
  } else if (result.kind == "ratio" && !result.composite.denominator.IsZero()) {
    figure.value = Fill(frame.Say(say::kMetTargets), result.composite.numerator.ToString(),
                        result.composite.denominator.ToString());
    figure.spoken = figure.value;
  }
  return figure;
}

// Figures of a points scheme below the verdict.
void DrawPointsFigures(ScreenContext& context, Column& inner, const SchemeView& view) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const model::PointsVerdict& points = *view.result->points;
  inner.Gap(space::k16);
  DrawSeparator(frame, inner);
  inner.Gap(space::k12);
  struct Named {
    const Phrase& label;
    std::string value;
  };
  std::vector<Named> figures{{say::kEarned, points.earned.ToString()},
                             {say::kAttainable, points.attainable.ToString()}};
  if (!points.bonus.IsZero()) figures.push_back({say::kBonus, points.bonus.ToString()});
  figures.push_back({say::kTotal, points.total.ToString()});
  const Rect row = inner.Take(kSmall.line_px + kHeadline.line_px);
  const float width = row.width / static_cast<float>(figures.size());
  std::string spoken;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const std::string_view label = frame.Say(figures[i].label);
    const float x = row.x + static_cast<float>(i) * width;
    if (DrawFigure(frame, {x, row.y, width - space::k16, row.height},
                   view.prefix + "figures/" + std::to_string(i), label, figures[i].value))
      OpenSubject(context, view, {});
    if (!spoken.empty()) spoken += ", ";
    spoken += label;
    spoken += " " + figures[i].value;
  }
  Tell(frame, Role::kText, view.prefix + "figures", spoken, row);
  if (points.attainable != points.total && !points.attainable.IsZero()) {
    inner.Gap(space::k4);
    DrawParagraph(frame, inner, kSmall, p.text_soft,
                  Fill(frame.Say(say::kScaled), points.DisplayScore()));
  }
}

// Cumulative shares of a ladder below the verdict.
void DrawLadderFigures(ScreenContext& context, Column& inner, const SchemeView& view) {
  Frame& frame = context.frame;
  const model::MarkCounts& all = view.result->ladder->all;
  inner.Gap(space::k16);
  DrawSeparator(frame, inner);
  inner.Gap(space::k12);
  const Rect row = inner.Take(kSmall.line_px + kHeadline.line_px + kSmall.line_px);
  const float third = row.width / 3;
  std::string spoken;
  float x = row.x;
  for (const model::Mark mark : {model::Mark::kC, model::Mark::kB, model::Mark::kA}) {
    const model::Fraction share = all.Share(mark);
    const std::string label = Fill(frame.Say(say::kOrBetter), model::MarkName(mark));
    if (DrawFigure(frame, {x, row.y, third - space::k16, row.height},
                   view.prefix + "figures/" + std::string(model::MarkName(mark)) + "+", label,
                   PercentText(share))) {
      ItemFilter filter;
      filter.scheme = view.result->scheme;
      const auto* ladder = std::get_if<model::LadderScheme>(view.scheme);
      if (ladder != nullptr && !ladder->core_in_all) filter.which = ItemFilter::Class::kOther;
      filter.AddBelow(mark);
      OpenItems(context, std::move(filter));
    }
    DrawText(frame, {x, Bottom(row) - kSmall.line_px, third, kSmall.line_px}, kSmall,
             frame.palette.text_soft, FractionText(share));
    if (!spoken.empty()) spoken += ", ";
    spoken += label + " " + PercentText(share) + " " + FractionText(share);
    x += third;
  }
  Tell(frame, Role::kText, view.prefix + "figures", spoken, row);
}

void DrawBanner(Frame& frame, Column& inner, const SchemeView& view, const model::Outcome& outcome,
                std::string spoken) {
  const Palette& p = frame.palette;
  const Shade shade = ShadeOf(frame, MoodOf(outcome.tone));
  const Figure figure = FigureOf(frame, view);
  const std::string& label = frame.Say(outcome.label);
  spoken += label;
  if (!figure.spoken.empty()) spoken += " " + figure.spoken;

  const float width = inner.width - 2 * space::k20;
  const float unit_width =
      figure.unit.empty() ? 0 : std::ceil(frame.text.Width(figure.unit, kBody)) + 6;
  const TextStyle& style = figure.unit.empty() ? kTitle : kDisplay;
  const float figure_width =
      figure.value.empty() ? 0 : std::ceil(frame.text.Width(figure.value, style)) + 1 + unit_width;
  const bool beside = frame.text.Width(label, kDisplay) + space::k12 + figure_width <= width;
  const float label_width = beside ? width - figure_width : width;
  const float label_height = frame.text.Height(label, kDisplay, label_width);
  const std::string& consequence = frame.Say(outcome.consequence);
  const float consequence_height =
      outcome.consequence.empty() ? 0 : frame.text.Height(consequence, kSmall, width);
  const float figure_line = beside || figure.value.empty() ? 0 : kDisplay.line_px;
  const Rect banner = inner.Take(2 * space::k20 + label_height + figure_line + consequence_height);
  FillBox(frame, banner, shade.soft, size::kControlRadius);
  Column text{banner.x + space::k20, banner.y + space::k20, label_width};
  DrawParagraph(frame, text, kDisplay, shade.ink, label);
  if (!figure.value.empty()) {
    const float y = beside ? banner.y + space::k20 : text.y;
    const Rect line{text.x, y, width, kDisplay.line_px};
    const Align align = beside ? Align::kRight : Align::kLeft;
    const Rect number{line.x, line.y, beside ? width - unit_width : figure_width, line.height};
    DrawText(frame, number, style, shade.ink, figure.value, align);
    const float unit_x =
        beside ? Right(line) - unit_width + 6 : line.x + figure_width - unit_width + 6;
    DrawText(frame, {unit_x, line.y + 6, unit_width, line.height}, kBody, shade.ink, figure.unit);
    text.y += figure_line;
  }
  if (!outcome.consequence.empty()) {
    text.width = width;
    DrawParagraph(frame, text, kSmall, p.text, consequence);
  }
  Tell(frame, Role::kStatus, view.prefix + "result", spoken, banner);
  inner.Gap(space::k16);
}

}  // namespace

std::vector<SchemeView> SchemesOf(const session::OpenView& open) {
  const model::Form& form = open.form->form;
  std::vector<SchemeView> views;
  for (const model::SchemeResult& result : open.evaluation->grading.schemes) {
    SchemeView view{
        .scheme = &form.scheme, .result = &result, .label = nullptr, .prefix = "check/"};
    for (const model::SectionScheme& part : form.schemes) {
      if (part.code != result.scheme) continue;
      view.scheme = &part.scheme;
      view.label = &part.label;
      view.prefix = "check/scheme/" + part.code + "/";
    }
    views.push_back(std::move(view));
  }
  return views;
}

const model::Outcome* OutcomeOf(const SchemeView& view) {
  return view.result->outcome ? model::FindOutcome(*view.scheme, *view.result->outcome) : nullptr;
}

std::string_view OutcomeLabel(const Frame& frame, const SchemeView& view, std::string_view code) {
  const model::Outcome* outcome = model::FindOutcome(*view.scheme, code);
  return outcome == nullptr ? code : std::string_view(frame.Say(outcome->label));
}

void DrawVerdictCard(ScreenContext& context, Column& column, const SchemeView& view,
                     std::size_t to_do) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const evaluation::Evaluation& evaluation = *context.view.open->evaluation;
  const model::Outcome* outcome = OutcomeOf(view);
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    std::string spoken(frame.Say(say::kResult));
    if (view.label != nullptr) {
      DrawTitle(frame, inner, view.prefix + "title", frame.Say(*view.label));
      spoken = Fill(frame.Say(say::kResultOf), frame.Say(*view.label));
    }
    spoken += ' ';
    if (outcome != nullptr) {
      DrawBanner(frame, inner, view, *outcome, spoken);
    } else {
      // A scheme without outcomes is as finished as its answers are.
      const bool open = !evaluation.complete || !view.result->missing.empty();
      const bool has_outcomes = !model::OutcomesOf(*view.scheme).empty();
      const std::string_view title = frame.Say(open           ? say::kNotComplete
                                               : has_outcomes ? say::kNothingApplies
                                                              : say::kCompleteText);
      spoken += title;
      const Rect rect = DrawParagraph(frame, inner, kTitle, p.text, title);
      Tell(frame, Role::kStatus, view.prefix + "result", spoken, rect);
    }
    if (to_do > 0 || outcome != nullptr) {
      const std::string sentence =
          to_do > 0 ? Fill(frame.Say(say::kNotCompleteText), std::to_string(to_do))
                    : std::string(frame.Say(say::kCompleteText));
      const Rect rect = DrawParagraph(frame, inner, kBody, p.text_soft, sentence);
      Tell(frame, Role::kText, view.prefix + "summary", sentence, rect);
    }
    if (view.result->points) DrawPointsFigures(context, inner, view);
    if (view.result->ladder) DrawLadderFigures(context, inner, view);
  });
}

void DrawCompletionCard(ScreenContext& context, Column& column, std::size_t to_do) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const bool complete = context.view.open->evaluation->complete;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    const std::string_view title = frame.Say(complete ? say::kCompleteText : say::kNotComplete);
    std::string spoken(frame.Say(say::kResult));
    spoken += ' ';
    spoken += title;
    const Rect rect = DrawParagraph(frame, inner, kTitle, p.text, title);
    Tell(frame, Role::kStatus, "check/result", spoken, rect);
    if (to_do == 0) return;
    const std::string sentence = Fill(frame.Say(say::kNotCompleteText), std::to_string(to_do));
    const Rect line = DrawParagraph(frame, inner, kBody, p.text_soft, sentence);
    Tell(frame, Role::kText, "check/summary", sentence, line);
  });
}

}  // namespace pingshen::ui
