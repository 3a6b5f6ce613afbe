#include "web/ui/result/result_gap.h"

#include <algorithm>
#include <cmath>

#include "web/ui/controls/buttons.h"
#include "web/ui/controls/marks.h"
#include "web/ui/controls/task_row.h"
#include "web/ui/draw/surface.h"
#include "web/ui/result/result_demands.h"
#include "web/ui/result/result_verdict.h"
#include "web/ui/result/scheme_view.h"
#include "web/ui/result/screen_items.h"
#include "web/ui/screen/item_place.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/result_strings.h"

namespace pingshen::ui {
namespace {

constexpr std::size_t kShownCandidates = 3;

// A line with a sign that may open something.
bool DrawLine(Frame& frame, Column& column, Icon icon, ImU32 ink, const std::string& id,
              std::string_view text) {
  return DrawTaskRow(frame, column, {.id = id, .title = text, .icon = icon, .ink = ink});
}

// "3 条  C → B": count large, marks as they look everywhere.
void DrawRaiseHead(Frame& frame, Column& column, const model::RaiseGroup& group,
                   const std::string& id) {
  const Palette& p = frame.palette;
  const std::string spoken =
      Fill(frame.Say(group.core ? say::kGapRaiseCore : say::kGapRaise), std::to_string(group.count),
           model::MarkName(group.from), model::MarkName(group.to));
  const Rect row = column.Take(kHeadline.line_px + space::k4);
  constexpr float kChip = 26;
  float x = row.x;
  const std::string count = std::to_string(group.count);
  const float count_width = std::ceil(frame.text.Width(count, kHeadline)) + 1;
  DrawText(frame, {x, row.y, count_width, row.height}, kHeadline, p.text, count);
  x += count_width + space::k4;
  const std::string_view unit = frame.Say(group.core ? say::kGapUnitCore : say::kGapUnit);
  const float unit_width = std::ceil(frame.text.Width(unit, kBody)) + 1;
  DrawText(frame, {x, row.y + 2, unit_width, row.height}, kBody, group.core ? p.warn : p.text_soft,
           unit);
  x += unit_width + space::k12;
  const float chip_y = row.y + (row.height - kChip) * 0.5f;
  DrawMarkChip(frame, {x, chip_y, kChip, kChip}, StandingOf(group.from));
  x += kChip + space::k4;
  DrawIcon(frame, Icon::kChevronRight, {x, row.y, 16, row.height}, p.text_soft, 14);
  x += 16 + space::k4;
  DrawMarkChip(frame, {x, chip_y, kChip, kChip}, StandingOf(group.to));
  Tell(frame, Role::kText, id, spoken, row);
  column.Gap(space::k8);
}

bool DrawCandidate(ScreenContext& context, Column& column, const std::string& id,
                   const evaluation::ItemState& state, std::string_view trailing) {
  Frame& frame = context.frame;
  std::string title = ItemName(frame, *state.item);
  if (state.item->core) title += " ★";
  TaskRow row{.id = id, .title = title};
  if (IsGraded(*state.item)) row.mark = StandingOf(state.mark);
  row.trailing = trailing;
  return DrawTaskRow(frame, column, row);
}

void DrawRaises(ScreenContext& context, Column& inner, const SchemeView& view,
                const model::Gap& gap) {
  Frame& frame = context.frame;
  for (std::size_t i = 0; i < gap.raises.size(); ++i) {
    const model::RaiseGroup& group = gap.raises[i];
    const std::string id = view.prefix + "gap/" + std::to_string(i);
    DrawRaiseHead(frame, inner, group, id);
    std::size_t shown = 0;
    for (const std::string& code : group.candidates) {
      if (shown == kShownCandidates) break;
      const evaluation::ItemState* state = StateOf(*context.view.open->evaluation, code);
      if (state == nullptr) continue;
      ++shown;
      if (DrawCandidate(context, inner, id + "/" + code, *state, {})) JumpTo(context, code);
    }
    if (group.candidates.size() > shown) {
      const std::string label =
          Fill(frame.Say(say::kGapAllCandidates), std::to_string(group.candidates.size()));
      const ButtonSpec all{.id = id + "/all", .label = label, .kind = ButtonKind::kQuiet};
      const Rect row = inner.Take(size::kTouch);
      if (Button(frame, {row.x, row.y, std::min(row.width, ButtonWidth(frame, all)), row.height},
                 all)) {
        ItemFilter filter;
        filter.kind = ItemFilter::Kind::kListed;
        filter.heading = &say::kGapTitle;
        if (const model::Outcome* target = model::FindOutcome(*view.scheme, gap.target))
          filter.subject = target->label;
        filter.codes = group.candidates;
        OpenItems(context, std::move(filter));
      }
    }
    inner.Gap(space::k12);
  }
}

void DrawGains(ScreenContext& context, Column& inner, const SchemeView& view,
               const model::Gap& gap) {
  Frame& frame = context.frame;
  if (!gap.points.IsZero()) {
    const std::string text = Fill(frame.Say(say::kGapPoints), gap.points.ToString());
    const Rect rect = DrawParagraph(frame, inner, kHeadline, frame.palette.text, text);
    Tell(frame, Role::kText, view.prefix + "gap/points", text, rect);
    inner.Gap(space::k8);
  }
  std::size_t shown = 0;
  for (const model::PointsGain& gain : gap.gains) {
    const evaluation::ItemState* state = StateOf(*context.view.open->evaluation, gain.item);
    if (state == nullptr) continue;
    if (shown++ == 2 * kShownCandidates) break;
    const std::string trailing = "+" + gain.points.ToString();
    if (DrawCandidate(context, inner, view.prefix + "gap/gain/" + gain.item, *state, trailing))
      JumpTo(context, gain.item);
  }
  if (gap.by_section.empty() || gap.points.IsZero()) return;
  inner.Gap(space::k8);
  DrawParagraph(frame, inner, kSmallStrong, frame.palette.text_soft, frame.Say(say::kGapBySection));
  inner.Gap(space::k4);
  for (const model::PointsGain& gain : gap.by_section) {
    if (gain.points.IsZero()) continue;
    std::string title = SectionTitle(frame, context.view.open->form->form, gain.section);
    if (title.empty()) title = gain.section;
    const std::string trailing = "+" + gain.points.ToString();
    if (!DrawTaskRow(frame, inner,
                     {.id = view.prefix + "gap/section/" + gain.section,
                      .title = title,
                      .trailing = trailing}))
      continue;
    ItemFilter filter;
    filter.kind = ItemFilter::Kind::kPoints;
    filter.scheme = view.result->scheme;
    filter.section = gain.section;
    OpenItems(context, std::move(filter));
  }
}

// What each demand of a composite's better grade lacks by itself; one point may serve several.
void DrawLacks(ScreenContext& context, Column& inner, const SchemeView& view,
               const model::Gap& gap) {
  Frame& frame = context.frame;
  if (gap.by_section.empty()) return;
  DrawParagraph(frame, inner, kSmallStrong, frame.palette.text_soft, frame.Say(say::kGapByDemand));
  inner.Gap(space::k4);
  for (const model::DemandResult& demand : view.result->demands) {
    if (demand.outcome != gap.target || demand.met) continue;
    std::string title = SubjectText(context, view, demand.subject);
    if (title.empty()) title = frame.Say(say::kTotal);
    const std::string trailing =
        Fill(frame.Say(demand.percent ? say::kLackPercent : say::kLackPoints),
             demand.lacking.ToFixed(demand.lacking.IsInteger() ? 0 : 2));
    if (DrawTaskRow(frame, inner,
                    {.id = view.prefix + "gap/lack/" + demand.subject,
                     .title = title,
                     .trailing = trailing}))
      OpenSubject(context, view, demand.subject);
  }
}

void DrawBlocks(ScreenContext& context, Column& inner, const SchemeView& view,
                const model::Gap& gap) {
  Frame& frame = context.frame;
  for (const std::string& code : gap.vetoes) {
    std::string label = code;
    for (const model::Veto& veto : model::VetoesOf(*view.scheme)) {
      if (veto.code == code) label = frame.Say(veto.label);
    }
    const std::string text = Fill(frame.Say(say::kGapVeto), label);
    const float y = inner.y;
    DrawProblem(frame, inner, text);
    Tell(frame, Role::kText, view.prefix + "gap/veto/" + code, text,
         {inner.x, y, inner.width, inner.y - y});
  }
  if (!gap.vetoes.empty()) inner.Gap(space::k12);
  for (const std::string& code : gap.must_pass) {
    const model::Item* item = context.view.open->form->FindItem(code);
    const std::string text =
        Fill(frame.Say(say::kGapMustPass), item == nullptr ? code : ItemName(frame, *item));
    if (DrawLine(frame, inner, Icon::kStar, frame.palette.warn,
                 view.prefix + "gap/must_pass/" + code, text))
      JumpTo(context, code);
  }
  if (gap.unanswered.empty()) return;
  const std::string text =
      Fill(frame.Say(say::kGapUnanswered), std::to_string(gap.unanswered.size()));
  if (!DrawLine(frame, inner, Icon::kCircle, frame.palette.warn, view.prefix + "gap/unanswered",
                text))
    return;
  ItemFilter filter;
  filter.kind = ItemFilter::Kind::kListed;
  filter.heading = &say::kUnmarked;
  filter.codes = gap.unanswered;
  OpenItems(context, std::move(filter));
}

}  // namespace

void DrawGapCard(ScreenContext& context, Column& column, const SchemeView& view) {
  Frame& frame = context.frame;
  if (!view.result->gap) return;
  const model::Gap& gap = *view.result->gap;
  const std::string_view target = OutcomeLabel(frame, view, gap.target);
  Surface::Look look = CardLook(frame);
  look.left_bar = frame.palette.accent;
  DrawCard(frame, column, look, [&](Column& inner) {
    DrawTitle(frame, inner, view.prefix + "gap", Fill(frame.Say(say::kGapTitle), target));
    if (!gap.reachable) {
      const std::string text = Fill(frame.Say(say::kGapUnreachable), target);
      const Rect rect = DrawParagraph(frame, inner, kBody, frame.palette.text_soft, text);
      Tell(frame, Role::kText, view.prefix + "gap/unreachable", text, rect);
    }
    const bool by_demand = std::holds_alternative<model::CompositeScheme>(*view.scheme);
    if (gap.items > 0 && !by_demand) {
      const std::string text = gap.steps > 0
                                   ? Fill(frame.Say(say::kGapSteps), std::to_string(gap.items),
                                          std::to_string(gap.steps))
                                   : Fill(frame.Say(say::kGapItems), std::to_string(gap.items));
      const Rect rect = DrawParagraph(frame, inner, kSmall, frame.palette.text_soft, text);
      Tell(frame, Role::kText, view.prefix + "gap/steps", text, rect);
      inner.Gap(space::k12);
    }
    DrawRaises(context, inner, view, gap);
    if (by_demand)
      DrawLacks(context, inner, view, gap);
    else
      DrawGains(context, inner, view, gap);
    DrawBlocks(context, inner, view, gap);
    inner.y -= space::k8;  // of the last row
  });
}

}  // namespace pingshen::ui
