#include "web/ui/fill/screen_fill.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "web/ui/catalogue/screen_move.h"
#include "web/ui/controls/bars.h"
#include "web/ui/controls/buttons.h"
#include "web/ui/controls/parts.h"
#include "web/ui/draw/surface.h"
#include "web/ui/fill/fill_items.h"
#include "web/ui/fill/fill_navigation.h"
#include "web/ui/fill/fill_sections.h"
#include "web/ui/result/live_figures.h"
#include "web/ui/screen/error_banner.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {
namespace {

// What the figures say, at the right (desktop).
void DrawSidePanel(ScreenContext& context, Rect& screen) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const session::OpenView& open = *context.view.open;
  const Rect panel{Right(screen) - size::kSidePanel - space::k24, screen.y,
                   size::kSidePanel + space::k24, screen.height};
  screen.width -= panel.width;
  ScrollArea area(frame, context.state.side_scroll, panel, ScrollState::Axis::kVertical);
  Column column = area.Content();
  column.width = size::kSidePanel;
  column.Gap(space::k24);
  DrawFiguresCard(context, column);
  column.Gap(space::k12);
  if (WideButton(frame, column, {.id = "nav/check", .label = frame.Say(say::kCheckAndFinish)}))
    context.Go(Screen::kCheck);

  const model::PointsScheme* scheme = PointsSchemeOf(open.form->form);
  if (scheme != nullptr && open.evaluation->points && !open.evaluation->points->vetoes.empty()) {
    column.Gap(space::k16);
    Surface card(frame, column.x, column.y, column.width,
                 {.fill = p.bad_soft, .edge = p.bad_line, .radius = size::kCardRadius});
    Column inner = column.Indented(space::k16, space::k16);
    inner.Gap(space::k12);
    DrawParagraph(frame, inner, kBodyStrong, p.bad, frame.Say(say::kVetoTitle));
    for (const model::Veto& veto : scheme->vetoes) {
      const auto& held = open.evaluation->points->vetoes;
      if (std::find(held.begin(), held.end(), veto.code) == held.end()) continue;
      DrawProblem(frame, inner, frame.Say(veto.label));
    }
    inner.Gap(space::k12);
    column.y = inner.y;
    card.End(column.y);
  }
  area.End(column.y + space::k24);
}

void DrawSectionHead(ScreenContext& context, Column& column, const FillSection& section) {
  Frame& frame = context.frame;
  const std::string_view title = section.title;
  const Rect rect =
      DrawParagraph(frame, column, frame.phone() ? kHeadline : kTitle, frame.palette.text, title);
  Tell(frame, Role::kHeading, "section/" + std::string(section.code) + "/title", title, rect, 2);
  std::string facts = Fill(frame.Say(say::kAnsweredCount), std::to_string(section.answered),
                           std::to_string(section.total));
  if (!section.attainable.IsZero()) {
    facts += " · ";
    facts += frame.Say(say::kScore);
    facts += ' ';
    facts +=
        Fill(frame.Say(say::kEarnedOf), section.earned.ToString(), section.attainable.ToString());
  }
  DrawParagraph(frame, column, kSmall, frame.palette.text_soft, facts);
  column.Gap(space::k16);
}

// A phone's keyboard or a long message may leave so little height that the bars have to make way
// for the items.
struct PhoneBars {
  bool figures = true;
  bool chips = true;
  bool buttons = true;
};
PhoneBars PhoneBarsFor(float height_px) {
  constexpr float kLeastForItems = 200;
  PhoneBars bars;
  float left = height_px - kFiguresStripPx - kChipsBarPx - size::kBottomBar;
  if (left < kLeastForItems) {
    bars.figures = false;
    left += kFiguresStripPx;
  }
  if (left < kLeastForItems) {
    bars.chips = false;
    left += kChipsBarPx;
  }
  bars.buttons = left >= kLeastForItems - size::kBottomBar / 2;
  return bars;
}

}  // namespace

void DrawFillScreen(ScreenContext& context, Rect screen) {
  Frame& frame = context.frame;
  const session::OpenView& open = *context.view.open;
  std::string subtitle(frame.Say(KindPhrase(open.assessment.kind)));
  subtitle += " · ";
  subtitle += frame.Say(open.form->form.title);
  const AppBarAnswer bar =
      DrawAppBar(frame, screen, {.title = open.assessment.institution.name, .subtitle = subtitle});
  FollowAppBar(context, bar, Screen::kAssessments);
  DrawErrorBanner(context, screen);

  const std::vector<FillSection> sections = FillSections(context);
  const std::size_t current = CurrentSection(context, sections);
  const PhoneBars bars = PhoneBarsFor(screen.height);
  Rect buttons;
  if (frame.phone()) {
    if (bars.figures) DrawFiguresStrip(context, screen);
    if (bars.chips) DrawSectionChips(context, sections, screen);
    if (bars.buttons) buttons = TakeBottomBar(frame, screen, size::kReadingWidth);
  } else {
    DrawSectionRail(context, sections, screen, frame.layout == Layout::kTablet);
    if (frame.layout == Layout::kDesktop) DrawSidePanel(context, screen);
  }

  {
    ScrollArea area(frame, context.state.page_scroll, screen, ScrollState::Axis::kVertical);
    const float margin = PageMargin(frame.layout);
    const float width = std::min(screen.width - 2 * margin, size::kReadingWidth);
    Column column = area.Content();
    column.x += (column.width - width) * 0.5f;
    column.width = width;
    column.Gap(frame.phone() ? space::k16 : space::k24);
    if (current < sections.size()) {
      DrawNewerNotice(context, column);
      DrawSectionHead(context, column, sections[current]);
      DrawSectionItems(context, column, sections[current]);
      if (!frame.phone()) DrawSectionTurns(context, column, sections);
    }
    area.End(column.y + space::k24);
  }
  if (frame.phone() && bars.buttons) DrawSectionButtons(context, sections, buttons);
}

}  // namespace pingshen::ui
