#include "web/ui/catalogue/screen_move.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "web/ui/controls/bars.h"
#include "web/ui/controls/buttons.h"
#include "web/ui/controls/parts.h"
#include "web/ui/draw/surface.h"
#include "web/ui/screen/error_banner.h"
#include "web/ui/screen/ui_state.h"
#include "web/ui/words/form_strings.h"

namespace pingshen::ui {
namespace {

using evaluation::ItemChange;

void DrawChanges(ScreenContext& context, Column& column, const evaluation::VersionMove& plan,
                 ItemChange::Kind kind, const Phrase& title, const char* id) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  if (std::ranges::count(plan.changes, kind, &ItemChange::kind) == 0) return;
  DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
    DrawTitle(frame, inner, std::string("move/") + id, frame.Say(title));
    for (const ItemChange& change : plan.changes) {
      if (change.kind != kind) continue;
      const float top = inner.y;
      const float badge = DrawBadge(frame, inner.x, inner.y, change.code,
                                    kind == ItemChange::Kind::kAdded     ? Mood::kGood
                                    : kind == ItemChange::Kind::kRemoved ? Mood::kBad
                                                                         : Mood::kWarn);
      Column text = inner.Indented(badge + space::k12);
      DrawParagraph(frame, text, kBody, p.text, frame.Say(change.label));
      std::string spoken = change.code + " " + frame.Say(change.label);
      if (kind == ItemChange::Kind::kChanged) {
        const std::string_view what =
            frame.Say(change.answer_counts_differently ? say::kChangedRules : say::kChangedWords);
        DrawParagraph(frame, text, kSmall, change.answer_counts_differently ? p.warn : p.text_soft,
                      what);
        spoken += ' ';
        spoken += what;
      }
      inner.y = std::max(text.y, top + kBadgeHeight);
      Tell(frame, Role::kText, std::string("move/") + id + "/" + change.code, spoken,
           {inner.x, top, inner.width, inner.y - top});
      inner.Gap(space::k8);
    }
    inner.y -= space::k8;
  });
}

void DrawAside(ScreenContext& context, Column& column, const evaluation::VersionMove& plan) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  if (plan.set_aside.empty()) return;
  Surface::Look look = CardLook(frame);
  look.left_bar = p.warn;
  DrawCard(frame, column, look, [&](Column& inner) {
    DrawTitle(frame, inner, "move/aside", frame.Say(say::kAside));
    for (const evaluation::SetAside& aside : plan.set_aside) {
      const float top = inner.y;
      const std::string path = aside.path.ToString();
      std::string name = path;
      if (!aside.label.empty()) name += " " + frame.Say(aside.label);
      DrawParagraph(frame, inner, kSmall, p.text_soft, name);
      const std::string& value = frame.Say(aside.value);
      DrawParagraph(frame, inner, kBody, p.text, value);
      Tell(frame, Role::kText, "move/aside/" + path, name + " " + value,
           {inner.x, top, inner.width, inner.y - top});
      inner.Gap(space::k8);
    }
    inner.y -= space::k8;
  });
}

}  // namespace

void DrawMoveScreen(ScreenContext& context, Rect screen) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const session::MoveView& move = *context.view.move;
  const AppBarAnswer bar = DrawAppBar(frame, screen,
                                      {.title = frame.Say(say::kMoveTitle),
                                       .subtitle = context.view.open->assessment.institution.name});
  FollowAppBar(context, bar, Screen::kFill);
  bool leave = bar.back;
  DrawErrorBanner(context, screen);
  const Rect below = TakeBottomBar(frame, screen, size::kReadingWidth);
  {
    ScrollArea area(frame, context.state.page_scroll, screen, ScrollState::Axis::kVertical);
    const float width = std::min(screen.width - 2 * PageMargin(frame.layout), size::kReadingWidth);
    Column column = area.Content();
    column.x += (column.width - width) * 0.5f;
    column.width = width;
    column.Gap(frame.phone() ? space::k16 : space::k24);
    DrawCard(frame, column, CardLook(frame), [&](Column& inner) {
      const Rect title = DrawParagraph(frame, inner, kTitle, p.text, frame.Say(move.form_title));
      Tell(frame, Role::kHeading, "move/title", frame.Say(move.form_title), title, 2);
      const std::string versions =
          Fill(frame.Say(say::kMoveFromTo), move.from_version, move.to_version);
      DrawParagraph(frame, inner, kBodyStrong, p.accent_pressed, versions);
      inner.Gap(space::k12);
      const std::string kept = Fill(frame.Say(say::kMoveKept), std::to_string(move.plan.kept));
      DrawRule(frame, inner, true, kept);
      std::string spoken = versions + " " + kept;
      if (!move.plan.set_aside.empty()) {
        const std::string aside =
            Fill(frame.Say(say::kMoveAside), std::to_string(move.plan.set_aside.size()));
        DrawRemark(frame, inner, Icon::kWarning, aside, p.warn);
        spoken += " " + aside;
      }
      if (move.plan.changes.empty())
        DrawRemark(frame, inner, Icon::kInfo, frame.Say(say::kNoChanges), p.text_soft);
      Tell(frame, Role::kText, "move/summary", spoken,
           {inner.x, Bottom(title), inner.width, inner.y - Bottom(title)});
      inner.Gap(space::k12);
      const Rect safe = DrawParagraph(frame, inner, kSmall, p.text_soft, frame.Say(say::kMoveSafe));
      Tell(frame, Role::kText, "move/safe", frame.Say(say::kMoveSafe), safe);
    });
    DrawAside(context, column, move.plan);
    DrawChanges(context, column, move.plan, ItemChange::Kind::kRemoved, say::kRemoved, "removed");
    DrawChanges(context, column, move.plan, ItemChange::Kind::kAdded, say::kAdded, "added");
    DrawChanges(context, column, move.plan, ItemChange::Kind::kChanged, say::kChanged, "changed");
    area.End(column.y + space::k16);
  }
  const float half = std::floor((below.width - space::k12) * 0.4f);
  if (Button(
          frame, {below.x, below.y, half, below.height},
          {.id = "move/cancel", .label = frame.Say(say::kCancel), .kind = ButtonKind::kSecondary}))
    leave = true;
  if (Button(frame,
             {below.x + half + space::k12, below.y, below.width - half - space::k12, below.height},
             {.id = "move/confirm", .label = frame.Say(say::kMoveNow)})) {
    context.Apply(session::MoveToVersion{});
    context.Go(Screen::kFill, {});
  } else if (leave) {
    context.Apply(session::DismissMove{});
    context.Go(Screen::kFill);
  }
}

void DrawNewerNotice(ScreenContext& context, Column& column) {
  Frame& frame = context.frame;
  const model::Assessment& assessment = context.view.open->assessment;
  const auto summary = std::ranges::find_if(
      context.view.assessments,
      [&](const session::AssessmentSummary& each) { return each.assessment.id == assessment.id; });
  if (summary == context.view.assessments.end() || summary->form_sha256_newer.empty() ||
      summary->moved)
    return;
  const auto entry = std::ranges::find(context.view.catalogue, summary->form_sha256_newer,
                                       &session::CatalogueEntry::form_sha256);
  if (entry == context.view.catalogue.end()) return;
  const std::string text =
      Fill(frame.Say(say::kNewerText), assessment.form_version, entry->form->form.version);
  const float top = column.y;
  DrawNotice(frame, column, Mood::kAccent, Icon::kInfo, frame.Say(say::kNewerTitle), text);
  Tell(frame, Role::kText, "newer/text", text, {column.x, top, column.width, column.y - top});
  column.Gap(space::k8);
  const ButtonSpec see{
      .id = "newer/see", .label = frame.Say(say::kSeeChanges), .kind = ButtonKind::kSecondary};
  const Rect row = column.Take(size::kControl);
  if (Button(frame, {row.x, row.y, std::min(row.width, ButtonWidth(frame, see)), row.height}, see))
    context.Apply(session::PlanMove{summary->form_sha256_newer});
  column.Gap(space::k24);
}

}  // namespace pingshen::ui
