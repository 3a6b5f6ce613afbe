// 检查与结果: what is missing, and the result once nothing is.
#include <algorithm>
#include <cmath>
#include <utility>

#include "web/ui/bars.h"
#include "web/ui/buttons.h"
#include "web/ui/item_place.h"
#include "web/ui/print_card.h"
#include "web/ui/result_cards.h"
#include "web/ui/task_row.h"
#include "web/ui/ui_state.h"

namespace pingshen::ui {
namespace {

std::size_t DrawTasks(ScreenContext& context, Column& column, bool count_only) {
  Frame& frame = context.frame;
  const session::Evaluation& evaluation = *context.view.open->evaluation;
  Drafts& drafts = context.OpenDrafts();
  const std::vector<std::string> unstored = drafts.Unstored();
  std::size_t to_do = unstored.size();
  std::size_t remarks = 0;
  const std::vector<const model::Finding*> findings = evaluation.Findings();
  for (const model::Finding* finding : findings) {
    if (finding->kind == model::FindingKind::kVeto) continue;
    (finding->blocks_finish ? to_do : remarks) += 1;
  }
  if (count_only) return to_do;
  const auto list = [&](bool blocking) {
    std::size_t number = 0;
    for (const model::Finding* each : findings) {
      const model::Finding& finding = *each;
      ++number;
      if (finding.kind == model::FindingKind::kVeto || finding.blocks_finish != blocking) continue;
      const Place place = PlaceOf(context, finding.path);
      const std::string what =
          finding.kind == model::FindingKind::kMissing && finding.sentence.empty()
              ? std::string(frame.Say(say::kMissingAnswer))
              : frame.Say(finding.sentence);
      const bool missing = finding.kind == model::FindingKind::kMissing;
      const Icon icon = missing ? Icon::kCircle : blocking ? Icon::kWarning : Icon::kInfo;
      const ImU32 ink = blocking && !missing ? frame.palette.bad : frame.palette.warn;
      if (DrawTaskRow(frame, column,
                      {.id = "check/finding/" + std::to_string(number),
                       .title = place.name,
                       .text = what,
                       .icon = icon,
                       .ink = ink}))
        JumpTo(context, finding.path, place.section);
    }
  };
  if (to_do > 0) {
    DrawTitle(frame, column, "check/todo", frame.Say(say::kToDo));
    for (const std::string& id : unstored) {
      const DraftTarget* target = drafts.TargetOf(id);
      if (target == nullptr) continue;
      const Place place = PlaceOf(context, target->path);
      if (DrawTaskRow(frame, column,
                      {.id = "check/unsaved/" + id,
                       .title = place.name,
                       .text = frame.Say(say::kUnsavedInput),
                       .icon = Icon::kWarning,
                       .ink = frame.palette.bad}))
        JumpTo(context, target->path, place.section);
    }
    list(true);
    column.Gap(space::k16);
  }
  if (remarks > 0) {
    DrawTitle(frame, column, "check/remarks", frame.Say(say::kHints));
    list(false);
    column.Gap(space::k16);
  }
  return to_do;
}

// Widest column of cards below each other: a table of marks needs more room than text.
constexpr float kNarrowWidth = 900;
constexpr float kSideWidth = 440;

// Verdict and what to do about it left, demands and limits right; charts over the whole width.
void DrawResults(ScreenContext& context, Column& column, std::size_t to_do, bool beside) {
  const std::vector<SchemeView> schemes = SchemesOf(*context.view.open);
  Column left = column;
  Column right = column;
  if (beside) {
    left.width = column.width - kSideWidth - space::k24;
    right = {column.x + left.width + space::k24, column.y, kSideWidth};
  }
  Column& side = beside ? right : left;
  if (schemes.empty()) DrawCompletionCard(context, left, to_do);
  for (std::size_t i = 0; i < schemes.size(); ++i) {
    const SchemeView& view = schemes[i];
    DrawVerdictCard(context, left, view, to_do);
    if (i + 1 == schemes.size() && to_do > 0) DrawTasks(context, left, false);
    DrawVetoCard(context, left, view);
    DrawGapCard(context, left, view);
    DrawDemandsCard(context, side, view);
    DrawBandCard(context, side, view);
    DrawSectionsCard(context, side, view);
    DrawPartsCard(context, side, view);
    DrawStagesCard(context, side, view);
    DrawRatiosCard(context, side, view);
    if (view.result->ladder) {
      column.y = beside ? std::max(left.y, right.y) : left.y;
      DrawDistributionCard(context, column, view);
      left.y = right.y = column.y;
    }
    DrawAbsentCard(context, left, view);
  }
  DrawFigureFindings(context, left);
  if (to_do == 0 || schemes.empty()) DrawTasks(context, left, false);
  column.y = beside ? std::max(left.y, right.y) : left.y;
}

}  // namespace

void DrawCheckScreen(ScreenContext& context, Rect screen) {
  Frame& frame = context.frame;
  const session::OpenView& open = *context.view.open;
  context.state.show_missing = true;
  const AppBarAnswer bar = DrawAppBar(
      frame, screen,
      {.title = frame.Say(say::kCheckTitle), .subtitle = open.assessment.institution.name});
  FollowAppBar(context, bar, Screen::kFill);
  DrawErrorBanner(context, screen);
  const Rect below = TakeBottomBar(frame, screen, size::kReadingWidth);
  Column nowhere;
  const std::size_t to_do = DrawTasks(context, nowhere, true);
  {
    ScrollArea area(frame, context.state.page_scroll, screen, ScrollState::Axis::kVertical);
    const float margin = PageMargin(frame.layout);
    Column column = area.Content();
    column.Gap(frame.phone() ? space::k16 : space::k24);
    const bool beside = frame.layout == Layout::kDesktop;
    const float width =
        std::min(screen.width - 2 * margin, beside ? size::kListWidth : kNarrowWidth);
    column.x += (column.width - width) * 0.5f;
    column.width = width;
    DrawResults(context, column, to_do, beside);
    DrawPrintCard(context, column);
    area.End(column.y + space::k16);
  }
  const float half = (below.width - space::k12) * 0.4f;
  if (Button(
          frame, {below.x, below.y, half, below.height},
          {.id = "nav/fill", .label = frame.Say(say::kBackToFill), .kind = ButtonKind::kSecondary}))
    context.Go(Screen::kFill);
  if (Button(frame,
             {below.x + half + space::k12, below.y, below.width - half - space::k12, below.height},
             {.id = "nav/sign",
              .label = frame.Say(say::kSignAndExport),
              .icon = Icon::kShield,
              .disabled = !open.evaluation->complete || to_do > 0})) {
    context.Go(Screen::kSign);
  }
}

}  // namespace pingshen::ui
