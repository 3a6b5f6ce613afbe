// 达标条件: every demand of every outcome, met or missed, with a bar that shows how far.
#include <algorithm>
#include <cmath>

#include "web/ui/item_card.h"
#include "web/ui/item_place.h"
#include "web/ui/marks.h"
#include "web/ui/result_cards.h"
#include "web/ui/result_strings.h"

namespace pingshen::ui {
namespace {

using model::DemandKind;
using model::DemandResult;

std::string PartLabels(const Frame& frame, const SchemeView& view, std::string_view codes) {
  const auto* composite = std::get_if<model::CompositeScheme>(view.scheme);
  std::string labels;
  while (!codes.empty()) {
    const std::size_t plus = codes.find('+');
    const std::string_view code = codes.substr(0, plus);
    codes = plus == std::string_view::npos ? std::string_view() : codes.substr(plus + 1);
    std::string_view label = code;
    if (composite != nullptr) {
      for (const model::CompositePart& part : composite->parts) {
        if (part.code == code) label = frame.Say(part.label);
      }
    }
    if (!labels.empty()) labels += " + ";
    labels += label;
  }
  return labels;
}

std::string DemandText(const ScreenContext& context, const SchemeView& view,
                       const DemandResult& demand) {
  const Frame& frame = context.frame;
  const std::string unit = demand.percent ? "%" : " " + std::string(frame.Say(say::kPoints));
  switch (demand.kind) {
    case DemandKind::kShareOfAll:
    case DemandKind::kShareOfCore: {
      const auto* ladder = std::get_if<model::LadderScheme>(view.scheme);
      const bool core = demand.kind == DemandKind::kShareOfCore;
      const bool apart = ladder != nullptr && !ladder->core_in_all;
      return Fill(frame.Say(say::kShareAtLeast),
                  frame.Say(core    ? say::kCoreItems
                            : apart ? say::kOtherItems
                                    : say::kAllItems),
                  demand.subject, demand.minimum.ToString());
    }
    case DemandKind::kScore:
      return Fill(frame.Say(say::kScoreAtLeast), demand.minimum.ToString(), unit);
    case DemandKind::kPart:
      return Fill(frame.Say(say::kPartAtLeast), PartLabels(frame, view, demand.subject),
                  demand.minimum.ToString(), unit);
    case DemandKind::kMustPass: {
      const model::Item* item = context.view.open->form->FindItem(demand.subject);
      return Fill(frame.Say(say::kMustPassItem),
                  item == nullptr ? demand.subject : ItemName(frame, *item));
    }
  }
  return {};
}

bool IsShare(const DemandResult& demand) {
  return demand.kind == DemandKind::kShareOfAll || demand.kind == DemandKind::kShareOfCore;
}

// "350 / 583 = 60.03%", "86.25 分".
std::string ActualText(const Frame& frame, const DemandResult& demand) {
  if (demand.kind == DemandKind::kMustPass) return {};
  if (demand.percent || IsShare(demand))
    return FractionText(demand.actual) + " = " + PercentText(demand.actual);
  return demand.actual.Display(2, 1) + " " + std::string(frame.Say(say::kPoints));
}

// How far along the bar, and where it has to reach; the bar ends at 100 % or the full score.
struct Along {
  double share = 0;
  double threshold = 0;
};
Along AlongOf(const SchemeView& view, const DemandResult& demand) {
  const double denominator = demand.actual.denominator.ToDouble();
  const double actual = denominator == 0 ? 0 : demand.actual.numerator.ToDouble() / denominator;
  if (demand.percent || IsShare(demand)) return {actual, demand.minimum.ToDouble() / 100};
  double full = std::max(actual, demand.minimum.ToDouble());
  if (const auto* points = std::get_if<model::PointsScheme>(view.scheme))
    full = std::max(full, points->total.ToDouble());
  if (const auto* composite = std::get_if<model::CompositeScheme>(view.scheme)) {
    double weights = 0;
    const std::string subject = "+" + demand.subject + "+";
    for (const model::CompositePart& part : composite->parts) {
      if (demand.subject.empty() || subject.find("+" + part.code + "+") != std::string::npos)
        weights += part.weight.ToDouble();
    }
    full = std::max(full, weights);
  }
  return full == 0 ? Along{} : Along{actual / full, demand.minimum.ToDouble() / full};
}

void Open(ScreenContext& context, const SchemeView& view, const DemandResult& demand) {
  if (demand.kind == DemandKind::kMustPass) return JumpTo(context, demand.subject);
  ItemFilter filter;
  filter.scheme = view.result->scheme;
  if (IsShare(demand)) {
    const auto mark = model::MarkOf(demand.subject);
    const auto* ladder = std::get_if<model::LadderScheme>(view.scheme);
    const bool apart = ladder != nullptr && !ladder->core_in_all;
    filter.which = demand.kind == DemandKind::kShareOfCore ? ItemFilter::Class::kCore
                   : apart                                 ? ItemFilter::Class::kOther
                                                           : ItemFilter::Class::kAll;
    filter.AddBelow(mark.value_or(model::Mark::kC));
  } else {
    filter.kind = ItemFilter::Kind::kPoints;
    const auto* composite = std::get_if<model::CompositeScheme>(view.scheme);
    if (composite != nullptr) {
      for (const model::CompositePart& part : composite->parts) {
        if (part.code == demand.subject && part.sections.size() == 1)
          filter.section = part.sections.front();
      }
    }
  }
  OpenItems(context, std::move(filter));
}

void DrawDemand(ScreenContext& context, Column& column, const SchemeView& view,
                const DemandResult& demand, const std::string& id) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  constexpr float kSign = 20, kBar = 8;
  const bool must_pass = demand.kind == DemandKind::kMustPass;
  const std::string text = DemandText(context, view, demand);
  const std::string actual = ActualText(frame, demand);
  std::string state;
  if (demand.met || must_pass || demand.lacking.IsZero()) {
    state = frame.Say(demand.met ? say::kDemandMet : say::kDemandMissed);
  } else {
    state = Fill(frame.Say(IsShare(demand) ? say::kLackItems : say::kLackPoints),
                 demand.lacking.ToFixed(demand.lacking.IsInteger() ? 0 : 2));
  }
  const float state_width = std::ceil(frame.text.Width(state, kSmallStrong)) + 1;
  const float left = kSign + space::k8;
  const float text_width = column.width - left - state_width - space::k12;
  const float text_height = frame.text.Height(text, kBody, text_width);
  const float height =
      std::max(size::kTouch, space::k8 + text_height +
                                 (must_pass ? 0 : space::k8 + kBar + space::k4 + kSmall.line_px) +
                                 space::k8);
  const Rect rect = column.Take(height);
  Control control;
  control.id = id;
  control.name = text;
  if (!actual.empty()) control.name += " " + actual;
  control.name += " " + std::string(frame.Say(demand.met ? say::kDemandMet : say::kDemandMissed));
  if (!demand.met && !must_pass && !demand.lacking.IsZero()) control.name += " " + state;
  control.description = frame.Say(say::kOpenItems);
  control.rect = rect;
  const PointerAnswer answer = Touch(frame, std::move(control));
  if (answer.tapped) Open(context, view, demand);
  if (!frame.Shows(rect)) return;
  if (answer.held || answer.hovered)
    FillBox(frame, Inset(rect, -space::k8, 0), p.accent_soft, size::kControlRadius);
  const ImU32 ink = demand.met ? p.good : p.bad;
  const float top = rect.y + space::k8;
  DrawIcon(frame, demand.met ? Icon::kCheck : Icon::kCross, {rect.x, top, kSign, kBody.line_px},
           ink, kSign);
  Column body{rect.x + left, top, text_width};
  DrawParagraph(frame, body, kBody, p.text, text);
  DrawText(frame, {Right(rect) - state_width, top, state_width, kBody.line_px}, kSmallStrong, ink,
           state, Align::kRight);
  if (must_pass) return;
  body.width = column.width - left;
  body.Gap(space::k8);
  const Along along = AlongOf(view, demand);
  DrawThresholdBar(frame, body.Take(kBar), along.share, along.threshold, ink);
  body.Gap(space::k4);
  DrawText(frame, body.Take(kSmall.line_px), kSmall, p.text_soft, actual);
}

}  // namespace

void DrawDemandsCard(ScreenContext& context, Column& column, const SchemeView& view) {
  const std::vector<DemandResult>& demands = view.result->demands;
  if (demands.empty()) return;
  Frame& frame = context.frame;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    DrawTitle(frame, inner, view.prefix + "demands", frame.Say(say::kThresholds));
    for (std::size_t i = 0; i < demands.size();) {
      const std::string& outcome = demands[i].outcome;
      std::size_t end = i;
      std::size_t missed = 0;
      for (; end < demands.size() && demands[end].outcome == outcome; ++end)
        missed += demands[end].met ? 0 : 1;
      if (i > 0) {
        inner.Gap(space::k8);
        DrawSeparator(frame, inner);
        inner.Gap(space::k16);
      } else {
        inner.Gap(space::k4);
      }
      const std::string_view label = OutcomeLabel(frame, view, outcome);
      const std::string state = missed == 0
                                    ? std::string(frame.Say(say::kAllMet))
                                    : Fill(frame.Say(say::kSomeMissed), std::to_string(missed));
      const Rect head = inner.Take(kBadgeHeight);
      DrawBadge(frame, head.x, head.y, label, missed == 0 ? Mood::kGood : Mood::kNeutral);
      DrawText(frame, head, kSmall, missed == 0 ? frame.palette.good : frame.palette.text_soft,
               state, Align::kRight);
      Tell(frame, Role::kHeading, view.prefix + "demands/" + outcome,
           std::string(label) + " " + state, head, 3);
      inner.Gap(space::k4);
      for (; i < end; ++i)
        DrawDemand(context, inner, view, demands[i],
                   view.prefix + "demands/" + outcome + "/" + std::to_string(i));
    }
  });
}

}  // namespace pingshen::ui
