// 检查与结果: what is missing, and the result once nothing is.
#include <algorithm>
#include <cmath>
#include <utility>

#include "web/ui/bars.h"
#include "web/ui/buttons.h"
#include "web/ui/check_result.h"
#include "web/ui/item_card.h"
#include "web/ui/live_figures.h"
#include "web/ui/parts.h"
#include "web/ui/ui_state.h"

namespace pingshen::ui {
namespace {

// One thing to do: where, what, a chevron. Leads there.
bool DrawTask(Frame& frame, Column& column, std::string id, std::string_view where,
              std::string_view what, Icon icon, ImU32 ink) {
  const Palette& p = frame.palette;
  constexpr float kSign = 20;
  const float text_width =
      column.width - 2 * space::k12 - kSign - space::k12 - size::kIcon - space::k8;
  const float height = std::max(size::kControl + space::k8,
                                frame.text.Height(where, kBody, text_width) +
                                    frame.text.Height(what, kSmall, text_width) + 2 * 10);
  const Rect row = column.Take(height);
  Control control;
  control.id = std::move(id);
  control.role = Role::kButton;
  control.name = where;
  control.description = what;
  control.rect = row;
  const PointerAnswer answer = Touch(frame, std::move(control));
  DrawSurface(frame, row,
              {.fill = answer.held ? p.accent_soft : p.surface,
               .edge = answer.hovered || answer.held ? p.accent : p.hairline,
               .radius = size::kControlRadius});
  DrawIcon(frame, icon, {row.x + space::k12, row.y, kSign, row.height}, ink, kSign);
  Column text{row.x + 2 * space::k12 + kSign, 0, text_width};
  text.y = row.y + (height - frame.text.Height(where, kBody, text_width) -
                    frame.text.Height(what, kSmall, text_width)) *
                       0.5f;
  DrawParagraph(frame, text, kBody, p.text, where);
  DrawParagraph(frame, text, kSmall, ink, what);
  DrawIcon(frame, Icon::kChevronRight,
           {Right(row) - space::k12 - size::kIcon, row.y, size::kIcon, row.height}, p.text_soft,
           18);
  column.Gap(space::k8);
  return answer.tapped;
}

// Name of the place that a path points at, and the top-level section that holds it.
struct Place {
  std::string name;
  std::string section;
};
bool FindIn(const Frame& frame, const std::vector<session::ItemState>& items,
            const std::string& code, std::string& name) {
  for (const session::ItemState& item : items) {
    if (item.item->code == code) {
      name = ItemName(frame, *item.item);
      return true;
    }
  }
  return false;
}
bool SectionHolds(const Frame& frame, const session::SectionState& section, const std::string& code,
                  std::string& name) {
  if (FindIn(frame, section.items, code, name)) return true;
  return std::ranges::any_of(section.sections, [&](const session::SectionState& below) {
    return SectionHolds(frame, below, code, name);
  });
}
Place PlaceOf(const ScreenContext& context, const model::FieldPath& path) {
  const Frame& frame = context.frame;
  const std::string& outermost = path.repeats.empty() ? path.item : path.repeats.front().repeat;
  for (const session::SectionState& section : context.view.open->evaluation->sections) {
    std::string name;
    if (!SectionHolds(frame, section, outermost, name)) continue;
    if (!path.repeats.empty() && !path.item.empty()) {
      if (const model::Item* child = context.view.open->form->FindItem(path.item))
        name += " · " + frame.Say(child->label);
    }
    return {std::move(name), section.section->code};
  }
  return {path.ToString(), {}};
}

void JumpTo(ScreenContext& context, const model::FieldPath& path, const std::string& section) {
  context.Go(Screen::kFill, section);
  model::FieldPath item = path;
  item.field.clear();
  context.state.reveal = item.ToString();
}

std::size_t DrawTasks(ScreenContext& context, Column& column, bool count_only) {
  Frame& frame = context.frame;
  const session::Evaluation& evaluation = *context.view.open->evaluation;
  Drafts& drafts = context.OpenDrafts();
  const std::vector<std::string> unstored = drafts.Unstored();
  std::size_t to_do = unstored.size();
  std::size_t remarks = 0;
  for (const model::Finding& finding : evaluation.findings) {
    if (finding.kind == model::FindingKind::kVeto) continue;
    (finding.blocks_finish ? to_do : remarks) += 1;
  }
  if (count_only) return to_do;
  const auto list = [&](bool blocking) {
    std::size_t number = 0;
    for (const model::Finding& finding : evaluation.findings) {
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
      if (DrawTask(frame, column, "check/finding/" + std::to_string(number), place.name, what, icon,
                   ink))
        JumpTo(context, finding.path, place.section);
    }
  };
  if (to_do > 0) {
    DrawTitle(frame, column, "check/todo", frame.Say(say::kToDo));
    for (const std::string& id : unstored) {
      const DraftTarget* target = drafts.TargetOf(id);
      if (target == nullptr) continue;
      const Place place = PlaceOf(context, target->path);
      if (DrawTask(frame, column, "check/unsaved/" + id, place.name, frame.Say(say::kUnsavedInput),
                   Icon::kWarning, frame.palette.bad))
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
    if (frame.layout == Layout::kDesktop) {
      // Result and tasks left, figures right.
      const float width = std::min(screen.width - 2 * margin, size::kListWidth);
      const float x = column.x + (column.width - width) * 0.5f;
      const float side = 400;
      Column left{x, column.y, width - side - space::k24};
      Column right{x + left.width + space::k24, column.y, side};
      DrawResultCard(context, left, to_do);
      DrawTasks(context, left, false);
      DrawVetoCard(context, left);
      DrawSectionTable(context, right);
      DrawBandCard(context, right);
      column.y = std::max(left.y, right.y);
    } else {
      const float width = std::min(screen.width - 2 * margin, size::kReadingWidth);
      column.x += (column.width - width) * 0.5f;
      column.width = width;
      DrawResultCard(context, column, to_do);
      DrawTasks(context, column, false);
      DrawVetoCard(context, column);
      DrawSectionTable(context, column);
      DrawBandCard(context, column);
    }
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
