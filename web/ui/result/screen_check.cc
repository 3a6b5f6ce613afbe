#include "web/ui/result/screen_check.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "web/ui/controls/bars.h"
#include "web/ui/controls/buttons.h"
#include "web/ui/controls/task_row.h"
#include "web/ui/result/result_demands.h"
#include "web/ui/result/result_distribution.h"
#include "web/ui/result/result_facts.h"
#include "web/ui/result/result_gap.h"
#include "web/ui/result/result_parts.h"
#include "web/ui/result/result_verdict.h"
#include "web/ui/result/scheme_view.h"
#include "web/ui/screen/error_banner.h"
#include "web/ui/screen/item_place.h"
#include "web/ui/screen/print_card.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {
namespace {

std::size_t DrawTasks(ScreenContext& context, Column& column, bool count_only) {
  Frame& frame = context.frame;
  const evaluation::Evaluation& evaluation = *context.view.open->evaluation;
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

// One scheme of a result. On a desktop two columns: a ladder has its verdict left and the way to the
// next grade right, then chart and demands over the whole width; every other scheme has verdict and
// figures left, demands and limits right.
class SchemeCards {
 public:
  SchemeCards(ScreenContext& context, Column& column, bool beside)
      : context_(context), whole_(column), beside_(beside), left_(column), right_(column) {
    if (!beside) return;
    left_.width = column.width - kSideWidth - space::k24;
    right_ = {column.x + left_.width + space::k24, column.y, kSideWidth};
  }
  Column& left() { return left_; }

  void Draw(const SchemeView& view, std::size_t to_do, bool with_tasks) {
    DrawVerdictCard(context_, left_, view, to_do);
    if (with_tasks && to_do > 0) DrawTasks(context_, left_, false);
    DrawVetoCard(context_, left_, view);
    const bool gap_right = view.result->ladder && view.result->gap;
    DrawGapCard(context_, gap_right ? side() : left_, view);
    if (beside_ && gap_right) {
      DrawAbsentCard(context_, left_, view);
      Over([&] { DrawDistributionCard(context_, whole_, view); });
      Over([&] { DrawDemandsCard(context_, whole_, view); });
      return;
    }
    DrawDemandsCard(context_, side(), view);
    DrawBandCard(context_, side(), view);
    DrawSectionsCard(context_, left_, view);
    DrawPartsCard(context_, left_, view);
    DrawStagesCard(context_, left_, view);
    DrawRatiosCard(context_, left_, view);
    if (view.result->ladder) Over([&] { DrawDistributionCard(context_, whole_, view); });
    DrawAbsentCard(context_, left_, view);
  }

  // Both columns end where the longer one does.
  void Level() {
    whole_.y = beside_ ? std::max(left_.y, right_.y) : left_.y;
    left_.y = right_.y = whole_.y;
  }

 private:
  Column& side() { return beside_ ? right_ : left_; }
  template <typename Draw>
  void Over(Draw draw) {
    Level();
    draw();
    left_.y = right_.y = whole_.y;
  }

  ScreenContext& context_;
  Column& whole_;
  bool beside_;
  Column left_, right_;
};

void DrawResults(ScreenContext& context, Column& column, std::size_t to_do, bool beside) {
  const std::vector<SchemeView> schemes = SchemesOf(*context.view.open);
  SchemeCards cards(context, column, beside);
  if (schemes.empty()) DrawCompletionCard(context, cards.left(), to_do);
  for (std::size_t i = 0; i < schemes.size(); ++i) {
    if (i > 0) cards.Level();
    cards.Draw(schemes[i], to_do, i + 1 == schemes.size());
  }
  DrawFigureFindings(context, cards.left());
  if (to_do == 0 || schemes.empty()) DrawTasks(context, cards.left(), false);
  cards.Level();
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
  const ButtonSpec back{
      .id = "nav/fill", .label = frame.Say(say::kBackToFill), .kind = ButtonKind::kSecondary};
  const float half =
      std::max((below.width - space::k12) * 0.4f, std::ceil(ButtonWidth(frame, back)));
  if (Button(frame, {below.x, below.y, half, below.height}, back)) context.Go(Screen::kFill);
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
