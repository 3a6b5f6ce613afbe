#include "web/ui/result/screen_items.h"

#include <utility>

#include "web/ui/controls/bars.h"
#include "web/ui/controls/task_row.h"
#include "web/ui/result/result_facts.h"
#include "web/ui/result/scheme_view.h"
#include "web/ui/screen/error_banner.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/screen/item_place.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/screen/ui_state.h"
#include "web/ui/words/result_strings.h"

namespace pingshen::ui {
namespace {

// An object with stages: which instance it is, and whether it reached the stage in question.
void DrawObject(ScreenContext& context, Column& column, const FilteredItem& entry,
                const std::string& stage) {
  Frame& frame = context.frame;
  const evaluation::ItemState& state = *entry.item;
  std::string title = ItemName(frame, *state.item);
  std::string text = frame.Say(entry.top->section->title);
  if (entry.repeat != nullptr) {
    const model::Item& repeat = *entry.repeat->item;
    const std::string& label =
        frame.Say(repeat.instance_label.empty() ? repeat.label : repeat.instance_label);
    const std::string called = CalledBy(context, entry.repeat->instances[entry.place]);
    text = frame.Say(state.item->label);
    title = Fill(frame.Say(say::kInstance), label, std::to_string(entry.place + 1));
    if (!called.empty()) title += " " + called;
  }
  std::string trailing;
  std::size_t reached = 0;
  for (const model::CodedLabel& each : state.item->stages) {
    const std::string& date = AnswerAt(context, WithField(state.path, each.code)).text();
    reached += date.empty() ? 0 : 1;
    if (each.code == stage) trailing = date.empty() ? frame.Say(say::kDemandMissed) : date;
  }
  const std::size_t all = state.item->stages.size();
  if (stage.empty())
    trailing = Fill(frame.Say(say::kOf), std::to_string(reached), std::to_string(all));
  const bool done =
      stage.empty() ? reached == all : !AnswerAt(context, WithField(state.path, stage)).empty();
  if (DrawTaskRow(frame, column,
                  {.id = "items/" + state.path.ToString(),
                   .title = title,
                   .text = text,
                   .trailing = trailing,
                   .trailing_ink = done ? frame.palette.good : frame.palette.warn}))
    JumpTo(context, state.path, entry.top->section->code);
}

// `of_one_section`: the heading says which, the rows need not.
void DrawRow(ScreenContext& context, Column& column, const FilteredItem& entry,
             bool of_one_section) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const evaluation::ItemState& state = *entry.item;
  const model::Item& item = *state.item;
  std::string title = ItemName(frame, item);
  if (item.core) title += " ★";
  std::string text = of_one_section ? std::string() : frame.Say(entry.top->section->title);
  TaskRow row{.id = "items/" + item.code, .title = title};
  if (IsGraded(item)) {
    row.mark = StandingOf(state.mark);
    if (state.mark == model::Mark::kE) {
      if (!text.empty()) text += " · ";
      text += BasisText(context, state);
    }
  }
  std::string points;
  if (item.points) {
    if (!state.applicable) {
      points = frame.Say(say::kNotApplicable);
    } else if (!state.answered || !state.earned) {
      points = frame.Say(say::kMissingAnswer);
      row.trailing_ink = p.warn;
    } else {
      points = Fill(frame.Say(say::kEarnedOf), state.earned->ToString(), item.points->ToString());
      row.trailing_ink = *state.earned == *item.points ? p.good
                         : state.earned->IsZero()      ? p.bad
                                                       : p.warn;
    }
  }
  row.trailing = points;
  row.text = text;
  if (DrawTaskRow(frame, column, row)) JumpTo(context, state.path, entry.top->section->code);
}

}  // namespace

void DrawItemsScreen(ScreenContext& context, Rect screen) {
  Frame& frame = context.frame;
  const session::OpenView& open = *context.view.open;
  const ItemFilter& filter = context.state.items;
  const std::vector<FilteredItem> items = ItemsOf(open, filter);
  const AppBarAnswer bar = DrawAppBar(
      frame, screen,
      {.title = frame.Say(say::kItemsBehind), .subtitle = open.assessment.institution.name});
  FollowAppBar(context, bar, Screen::kCheck);
  DrawErrorBanner(context, screen);
  ScrollArea area(frame, context.state.items_scroll, screen, ScrollState::Axis::kVertical);
  const float width = std::min(screen.width - 2 * PageMargin(frame.layout), size::kReadingWidth);
  Column column = area.Content();
  column.x += (column.width - width) * 0.5f;
  column.width = width;
  column.Gap(frame.phone() ? space::k16 : space::k24);
  const std::string title = TitleOf(frame, open.form->form, filter);
  const Rect heading = DrawParagraph(frame, column, kHeadline, frame.palette.text, title);
  Tell(frame, Role::kHeading, "items/title", title, heading, 2);
  const std::string count = items.size() == 1
                                ? std::string(frame.Say(say::kOneItem))
                                : Fill(frame.Say(say::kItemsCount), std::to_string(items.size()));
  const Rect line = DrawParagraph(frame, column, kSmall, frame.palette.text_soft,
                                  items.empty() ? frame.Say(say::kNoItemsBehind) : count);
  Tell(frame, Role::kText, "items/count", items.empty() ? frame.Say(say::kNoItemsBehind) : count,
       line);
  column.Gap(space::k12);
  for (const FilteredItem& entry : items) {
    if (filter.kind == ItemFilter::Kind::kStages)
      DrawObject(context, column, entry, filter.stage);
    else
      DrawRow(context, column, entry, !filter.section.empty());
  }
  area.End(column.y + space::k24);
}

void OpenItems(ScreenContext& context, ItemFilter filter) {
  context.state.items = std::move(filter);
  context.Go(Screen::kItems);
}

}  // namespace pingshen::ui
