#include "web/ui/result/result_parts.h"

#include <algorithm>
#include <cmath>

#include "web/ui/controls/marks.h"
#include "web/ui/draw/surface.h"
#include "web/ui/result/result_demands.h"
#include "web/ui/result/scheme_view.h"
#include "web/ui/result/screen_items.h"
#include "web/ui/screen/item_place.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/result_strings.h"

namespace pingshen::ui {
namespace {

struct BarRow {
  std::string id;
  std::string_view title;
  std::string_view value;      // strong, at the right
  std::string_view text = {};  // below the bar
  double share = 0;
  std::optional<double> threshold = {};
  ImU32 colour = 0;
};
double ShareOf(const Decimal& part, const Decimal& whole) {
  return whole.IsZero() ? 0 : part.ToDouble() / whole.ToDouble();
}
double ShareOf(const model::Fraction& share) { return ShareOf(share.numerator, share.denominator); }

// True when it was tapped.
bool DrawBarRow(Frame& frame, Column& column, const BarRow& row) {
  const Palette& p = frame.palette;
  constexpr float kBar = 8;
  const float value_width = std::ceil(frame.text.Width(row.value, kBodyStrong)) + 1;
  const float text_width = column.width - value_width - space::k12;
  const float title_height = frame.text.Height(row.title, kBody, text_width);
  const float text_height =
      row.text.empty() ? 0 : space::k4 + frame.text.Height(row.text, kSmall, column.width);
  const Rect rect = column.Take(std::max(
      size::kTouch, space::k8 + title_height + space::k4 + kBar + text_height + space::k8));
  Control control;
  control.id = row.id;
  control.name = std::string(row.title) + " " + std::string(row.value);
  control.description = row.text;
  control.rect = rect;
  const PointerAnswer answer = Touch(frame, std::move(control));
  if (!frame.Shows(rect)) return answer.tapped;
  if (answer.held || answer.hovered)
    FillBox(frame, Inset(rect, -space::k8, 0), p.accent_soft, size::kControlRadius);
  Column body{rect.x, rect.y + space::k8, text_width};
  DrawText(frame, {rect.x + text_width + space::k12, body.y, value_width, kBody.line_px},
           kBodyStrong, p.text, row.value, Align::kRight);
  DrawParagraph(frame, body, kBody, p.text, row.title);
  body.width = rect.width;
  body.Gap(space::k4);
  const Rect bar = body.Take(kBar);
  if (row.threshold) {
    DrawThresholdBar(frame, bar, row.share, *row.threshold, row.colour);
  } else {
    DrawProgress(frame, bar, row.share, row.colour);
  }
  if (!row.text.empty()) {
    body.Gap(space::k4);
    DrawParagraph(frame, body, kSmall, p.text_soft, row.text);
  }
  return answer.tapped;
}

void OpenPoints(ScreenContext& context, const SchemeView& view, const std::string& section) {
  ItemFilter filter;
  filter.kind = ItemFilter::Kind::kPoints;
  filter.scheme = view.result->scheme;
  filter.section = section;
  OpenItems(context, std::move(filter));
}

bool DrawSectionRow(ScreenContext& context, Column& inner, const SchemeView& view,
                    const model::SectionScore& section, const std::string& id) {
  Frame& frame = context.frame;
  std::string title = SectionTitle(frame, context.view.open->form->form, section.section);
  if (title.empty()) title = section.section;
  const std::string score =
      Fill(frame.Say(say::kOf), section.earned.ToString(), section.attainable.ToString());
  const double share = ShareOf(section.earned, section.attainable);
  const bool tapped =
      DrawBarRow(frame, inner,
                 {.id = id,
                  .title = title,
                  .value = score,
                  .share = share,
                  .colour = share >= 1 ? frame.palette.good : frame.palette.accent});
  if (tapped) OpenPoints(context, view, section.section);
  return tapped;
}

std::string TargetText(const Frame& frame, const model::RatioTarget& target,
                       const std::string& unit) {
  std::string text;
  if (target.at_least)
    text = Fill(frame.Say(say::kTargetAtLeast), target.at_least->ToString(), unit);
  if (target.at_most) {
    if (!text.empty()) text += " · ";
    text += Fill(frame.Say(say::kTargetAtMost), target.at_most->ToString(), unit);
  }
  return text;
}

}  // namespace

void OpenStage(ScreenContext& context, const SchemeView& view, const std::string& stage) {
  ItemFilter filter;
  filter.kind = ItemFilter::Kind::kStages;
  filter.scheme = view.result->scheme;
  filter.stage = stage;
  filter.heading = &say::kStageComposite;
  if (const auto* scheme = std::get_if<model::StagesScheme>(view.scheme)) {
    for (const model::StageWeight& each : scheme->stages) {
      if (each.code != stage) continue;
      filter.heading = &say::kSubject;
      filter.subject = each.label;
    }
  }
  OpenItems(context, std::move(filter));
}

void OpenTargets(ScreenContext& context, const SchemeView& view) {
  ItemFilter filter;
  filter.kind = ItemFilter::Kind::kListed;
  filter.heading = &say::kRatios;
  for (const model::RatioResult& ratio : view.result->ratios) filter.codes.push_back(ratio.item);
  OpenItems(context, std::move(filter));
}

void DrawSectionsCard(ScreenContext& context, Column& column, const SchemeView& view) {
  if (!view.result->points) return;
  Frame& frame = context.frame;
  const auto& sections = view.result->points->sections;
  const bool any = std::ranges::any_of(
      sections, [](const model::SectionScore& score) { return !score.attainable.IsZero(); });
  if (!any) return;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    DrawTitle(frame, inner, view.prefix + "sections", frame.Say(say::kBySection));
    for (const model::SectionScore& section : sections) {
      if (section.attainable.IsZero()) continue;
      DrawSectionRow(context, inner, view, section, view.prefix + "section/" + section.section);
    }
  });
}

void DrawPartsCard(ScreenContext& context, Column& column, const SchemeView& view) {
  const auto* scheme = std::get_if<model::CompositeScheme>(view.scheme);
  if (scheme == nullptr || view.result->parts.empty()) return;
  Frame& frame = context.frame;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    DrawTitle(frame, inner, view.prefix + "parts", frame.Say(say::kParts));
    for (const model::PartResult& part : view.result->parts) {
      const auto found = std::ranges::find(scheme->parts, part.part, &model::CompositePart::code);
      const std::string_view label =
          found == scheme->parts.end() ? part.part : std::string_view(frame.Say(found->label));
      const bool counts = !part.weight.IsZero();
      const auto weighted = part.share.numerator.Times(part.weight);
      const std::optional<Decimal> score =
          weighted ? weighted->DividedBy(part.share.denominator, 2) : std::nullopt;
      const std::string text =
          counts ? Fill(frame.Say(say::kPartWeighted), FractionText(part.share),
                        part.weight.ToString(), score ? score->ToFixed(2) : "—")
                 : FractionText(part.share) + " · " + std::string(frame.Say(say::kPartUnweighted));
      const std::string value = PercentText(part.share);
      if (DrawBarRow(frame, inner,
                     {.id = view.prefix + "part/" + part.part,
                      .title = label,
                      .value = value,
                      .text = text,
                      .share = ShareOf(part.share),
                      .colour = frame.palette.accent}))
        OpenSubject(context, view, part.part);
      if (part.sections.size() < 2) continue;
      Column below = inner.Indented(space::k16);
      for (const model::SectionScore& section : part.sections) {
        if (section.attainable.IsZero()) continue;
        DrawSectionRow(context, below, view, section,
                       view.prefix + "part/" + part.part + "/" + section.section);
      }
      inner.y = below.y;
    }
  });
}

void DrawStagesCard(ScreenContext& context, Column& column, const SchemeView& view) {
  const auto* scheme = std::get_if<model::StagesScheme>(view.scheme);
  if (scheme == nullptr || view.result->stages.empty()) return;
  Frame& frame = context.frame;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    DrawTitle(frame, inner, view.prefix + "stages", frame.Say(say::kStages));
    for (const model::StageShare& stage : view.result->stages) {
      const auto found = std::ranges::find(scheme->stages, stage.stage, &model::StageWeight::code);
      const std::string_view label =
          found == scheme->stages.end() ? stage.stage : std::string_view(frame.Say(found->label));
      const std::string value = PercentText(stage.share);
      const std::string text = FractionText(stage.share);
      if (DrawBarRow(frame, inner,
                     {.id = view.prefix + "stage/" + stage.stage,
                      .title = label,
                      .value = value,
                      .text = text,
                      .share = ShareOf(stage.share),
                      .colour = frame.palette.accent}))
        OpenStage(context, view, stage.stage);
    }
    DrawSeparator(frame, inner);
    const std::string value = PercentText(view.result->composite);
    const std::string composite = FractionText(view.result->composite);
    if (DrawBarRow(frame, inner,
                   {.id = view.prefix + "stages/composite",
                    .title = frame.Say(say::kStageComposite),
                    .value = value,
                    .text = composite,
                    .share = ShareOf(view.result->composite),
                    .colour = frame.palette.good}))
      OpenStage(context, view, {});
  });
}

void DrawRatiosCard(ScreenContext& context, Column& column, const SchemeView& view) {
  const auto* scheme = std::get_if<model::RatioScheme>(view.scheme);
  if (scheme == nullptr || view.result->ratios.empty()) return;
  Frame& frame = context.frame;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    DrawTitle(frame, inner, view.prefix + "ratios", frame.Say(say::kRatios));
    for (const model::RatioResult& ratio : view.result->ratios) {
      const model::Item* item = context.view.open->form->FindItem(ratio.item);
      const std::string title = item == nullptr ? ratio.item : ItemName(frame, *item);
      const std::int64_t per = item == nullptr ? 100 : PerOf(*item);
      const std::string unit = per == 100 ? "%" : per == 1000 ? "‰" : "/" + std::to_string(per);
      const std::string shown = ratio.share.Display(2, per);
      const auto target = std::ranges::find(scheme->targets, ratio.item, &model::RatioTarget::item);
      std::string text =
          shown.empty() ? std::string(frame.Say(say::kNoFigures)) : FractionText(ratio.share);
      std::optional<double> threshold;
      if (target != scheme->targets.end()) {
        const std::string demanded = TargetText(frame, *target, unit);
        if (!demanded.empty()) text += " · " + demanded;
        const auto& bound = target->at_least ? target->at_least : target->at_most;
        if (bound) threshold = bound->ToDouble() / static_cast<double>(per);
      }
      if (ratio.met) {
        text += " · ";
        text += frame.Say(*ratio.met ? say::kDemandMet : say::kDemandMissed);
      }
      const std::string value = shown.empty() ? "—" : shown + unit;
      if (DrawBarRow(frame, inner,
                     {.id = view.prefix + "ratio/" + ratio.item,
                      .title = title,
                      .value = value,
                      .text = text,
                      .share = ShareOf(ratio.share),
                      .threshold = threshold,
                      .colour = !ratio.met   ? frame.palette.accent
                                : *ratio.met ? frame.palette.good
                                             : frame.palette.bad}))
        JumpTo(context, ratio.item);
    }
  });
}

}  // namespace pingshen::ui
