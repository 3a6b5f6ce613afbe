#include "web/ui/result/result_demands.h"

#include <algorithm>
#include <cmath>

#include "web/ui/controls/marks.h"
#include "web/ui/draw/surface.h"
#include "web/ui/result/result_parts.h"
#include "web/ui/result/result_verdict.h"
#include "web/ui/result/scheme_view.h"
#include "web/ui/result/screen_items.h"
#include "web/ui/screen/item_place.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/result_strings.h"

namespace pingshen::ui {
namespace {

using model::DemandKind;
using model::DemandResult;

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
      if (std::holds_alternative<model::StagesScheme>(*view.scheme))
        return Fill(frame.Say(say::kStagesAtLeast), demand.minimum.ToString());
      if (std::holds_alternative<model::RatioScheme>(*view.scheme))
        return Fill(frame.Say(say::kTargetsAtLeast), demand.minimum.ToString());
      return Fill(frame.Say(say::kScoreAtLeast), demand.minimum.ToString(), unit);
    case DemandKind::kPart:
      return Fill(frame.Say(say::kPartAtLeast), SubjectText(context, view, demand.subject),
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

bool IsComposite(const SchemeView& view) {
  return std::holds_alternative<model::CompositeScheme>(*view.scheme);
}

// What a percentage of a composite was taken from, as it was counted: earned and attainable.
model::Fraction CountedOf(const SchemeView& view, const DemandResult& demand) {
  const std::size_t slash = demand.subject.find('/');
  for (const model::PartResult& part : view.result->parts) {
    if (slash == std::string::npos && part.part == demand.subject) return part.share;
    if (slash == std::string::npos || part.part != demand.subject.substr(0, slash)) continue;
    for (const model::SectionScore& section : part.sections) {
      if (section.section == demand.subject.substr(slash + 1))
        return {section.earned, section.attainable};
    }
  }
  return {};
}

// "350 / 583 = 60.03%", "86.25 分".
std::string ActualText(const Frame& frame, const SchemeView& view, const DemandResult& demand) {
  if (demand.kind == DemandKind::kMustPass) return {};
  if (demand.percent && IsComposite(view)) {
    // The demand's own fraction is in percent already.
    const std::string percent = demand.actual.Display(2, 1) + "%";
    const model::Fraction counted = CountedOf(view, demand);
    return counted.denominator.IsZero() ? percent : FractionText(counted) + " = " + percent;
  }
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
  if (demand.percent && IsComposite(view)) return {actual / 100, demand.minimum.ToDouble() / 100};
  if (demand.percent || IsShare(demand)) return {actual, demand.minimum.ToDouble() / 100};
  double full = std::max(actual, demand.minimum.ToDouble());
  if (const auto* points = std::get_if<model::PointsScheme>(view.scheme))
    full = std::max(full, points->total.ToDouble());
  if (IsComposite(view)) {
    double weights = 0;
    const std::string subject = "+" + demand.subject + "+";
    for (const model::PartResult& part : view.result->parts) {
      if (demand.subject.empty() || subject.find("+" + part.part + "+") != std::string::npos)
        weights += part.weight.ToDouble();
    }
    full = std::max(full, weights);
  }
  return full == 0 ? Along{} : Along{actual / full, demand.minimum.ToDouble() / full};
}

void Open(ScreenContext& context, const SchemeView& view, const DemandResult& demand) {
  if (demand.kind == DemandKind::kMustPass) return JumpTo(context, demand.subject);
  if (std::holds_alternative<model::StagesScheme>(*view.scheme))
    return OpenStage(context, view, {});
  if (std::holds_alternative<model::RatioScheme>(*view.scheme)) return OpenTargets(context, view);
  if (!IsShare(demand)) return OpenSubject(context, view, demand.subject);
  ItemFilter filter;
  filter.scheme = view.result->scheme;
  const auto mark = model::MarkOf(demand.subject);
  const auto* ladder = std::get_if<model::LadderScheme>(view.scheme);
  const bool apart = ladder != nullptr && !ladder->core_in_all;
  filter.which = demand.kind == DemandKind::kShareOfCore ? ItemFilter::Class::kCore
                 : apart                                 ? ItemFilter::Class::kOther
                                                         : ItemFilter::Class::kAll;
  filter.AddBelow(mark.value_or(model::Mark::kC));
  OpenItems(context, std::move(filter));
}

void DrawDemand(ScreenContext& context, Column& column, const SchemeView& view,
                const DemandResult& demand, const std::string& id) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  constexpr float kSign = 20, kBar = 8;
  const bool must_pass = demand.kind == DemandKind::kMustPass;
  const std::string text = DemandText(context, view, demand);
  const std::string actual = ActualText(frame, view, demand);
  std::string state;
  if (demand.met || must_pass || demand.lacking.IsZero()) {
    state = frame.Say(demand.met ? say::kDemandMet : say::kDemandMissed);
  } else {
    state = Fill(frame.Say(IsShare(demand)  ? say::kLackItems
                           : demand.percent ? say::kLackPercent
                                            : say::kLackPoints),
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

std::size_t EndOfOutcome(const std::vector<DemandResult>& demands, std::size_t from) {
  std::size_t end = from;
  while (end < demands.size() && demands[end].outcome == demands[from].outcome) ++end;
  return end;
}

// The demands from `first` to before `end`, all of one outcome.
void DrawOutcome(ScreenContext& context, Column& column, const SchemeView& view, std::size_t first,
                 std::size_t end) {
  Frame& frame = context.frame;
  const std::vector<DemandResult>& demands = view.result->demands;
  const std::string& outcome = demands[first].outcome;
  std::size_t missed = 0;
  for (std::size_t i = first; i < end; ++i) missed += demands[i].met ? 0 : 1;
  const std::string_view label = OutcomeLabel(frame, view, outcome);
  const std::string state = missed == 0 ? std::string(frame.Say(say::kAllMet))
                                        : Fill(frame.Say(say::kSomeMissed), std::to_string(missed));
  const Rect head = column.Take(kBadgeHeight);
  DrawBadge(frame, head.x, head.y, label, missed == 0 ? Mood::kGood : Mood::kNeutral);
  DrawText(frame, head, kSmall, missed == 0 ? frame.palette.good : frame.palette.text_soft, state,
           Align::kRight);
  Tell(frame, Role::kHeading, view.prefix + "demands/" + outcome, std::string(label) + " " + state,
       head, 3);
  column.Gap(space::k4);
  for (std::size_t i = first; i < end; ++i) {
    DrawDemand(context, column, view, demands[i],
               view.prefix + "demands/" + outcome + "/" + std::to_string(i));
  }
}

}  // namespace

std::string SubjectText(const ScreenContext& context, const SchemeView& view,
                        std::string_view subject) {
  const Frame& frame = context.frame;
  const auto* composite = std::get_if<model::CompositeScheme>(view.scheme);
  if (composite == nullptr) return std::string(subject);
  std::string labels;
  while (!subject.empty()) {
    const std::size_t plus = subject.find('+');
    std::string_view code = subject.substr(0, plus);
    subject = plus == std::string_view::npos ? std::string_view() : subject.substr(plus + 1);
    const std::size_t slash = code.find('/');
    std::string label;
    if (slash != std::string_view::npos) {
      label = SectionTitle(frame, context.view.open->form->form, code.substr(slash + 1));
    } else {
      const auto part = std::ranges::find(composite->parts, code, &model::CompositePart::code);
      if (part != composite->parts.end()) label = frame.Say(part->label);
    }
    if (!labels.empty()) labels += " + ";
    labels += label.empty() ? std::string(code) : label;
  }
  return labels;
}

void OpenSubject(ScreenContext& context, const SchemeView& view, std::string_view subject) {
  ItemFilter filter;
  filter.scheme = view.result->scheme;
  const auto* composite = std::get_if<model::CompositeScheme>(view.scheme);
  bool by_marks = false;
  if (composite != nullptr) {
    const std::size_t slash = subject.find('/');
    const std::string parts = "+" + std::string(subject.substr(0, slash)) + "+";
    for (const model::CompositePart& part : composite->parts) {
      if (!subject.empty() && parts.find("+" + part.code + "+") == std::string::npos) continue;
      if (subject.empty() && part.weight.IsZero()) continue;
      if (part.mark) {
        filter.AddBelow(*part.mark);
        by_marks = true;
      }
      if (slash == std::string_view::npos)
        filter.sections.insert(filter.sections.end(), part.sections.begin(), part.sections.end());
    }
    if (slash != std::string_view::npos) filter.section = subject.substr(slash + 1);
  }
  if (!by_marks) filter.kind = ItemFilter::Kind::kPoints;
  OpenItems(context, std::move(filter));
}

void DrawDemandsCard(ScreenContext& context, Column& column, const SchemeView& view) {
  const std::vector<DemandResult>& demands = view.result->demands;
  if (demands.empty()) return;
  Frame& frame = context.frame;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    DrawTitle(frame, inner, view.prefix + "demands", frame.Say(say::kThresholds));
    // Outcomes beside each other where there is room for two.
    constexpr float kTwoFrom = 760;
    const bool two = inner.width >= kTwoFrom;
    const float width = two ? (inner.width - space::k40) * 0.5f : inner.width;
    Column columns[2] = {{inner.x, inner.y, width}, {inner.x + width + space::k40, inner.y, width}};
    std::size_t group = 0;
    for (std::size_t i = 0; i < demands.size(); ++group) {
      const std::size_t end = EndOfOutcome(demands, i);
      Column& place = columns[two ? group % 2 : 0];
      if (group >= (two ? 2U : 1U)) {
        place.Gap(space::k8);
        DrawSeparator(frame, place);
        place.Gap(space::k16);
      } else {
        place.Gap(space::k4);
      }
      DrawOutcome(context, place, view, i, end);
      i = end;
    }
    inner.y = two ? std::max(columns[0].y, columns[1].y) : columns[0].y;
  });
}

}  // namespace pingshen::ui
