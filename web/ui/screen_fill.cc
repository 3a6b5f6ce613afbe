// The form, one section at a time.
#include <algorithm>
#include <cmath>
#include <utility>

#include "web/ui/bars.h"
#include "web/ui/buttons.h"
#include "web/ui/item_card.h"
#include "web/ui/live_figures.h"
#include "web/ui/parts.h"
#include "web/ui/ui_state.h"

namespace pingshen::ui {
namespace {

const std::vector<session::SectionState>& SectionsOf(const ScreenContext& context) {
  return context.view.open->evaluation->sections;
}

std::size_t CurrentSection(const ScreenContext& context) {
  const auto& sections = SectionsOf(context);
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (sections[i].section->code == context.state.route.section) return i;
  }
  return 0;
}

void GoToSection(ScreenContext& context, std::size_t index) {
  const auto& sections = SectionsOf(context);
  if (index >= sections.size()) return;
  context.Go(Screen::kFill, sections[index].section->code);
}

double ShareOf(const session::SectionState& section) {
  return section.total == 0 ? 1.0 : static_cast<double>(section.answered) / section.total;
}

std::string CountText(const session::SectionState& section) {
  return std::to_string(section.answered) + "/" + std::to_string(section.total);
}

Control TabControl(const Frame& frame, const session::SectionState& section, bool selected,
                   const Rect& rect) {
  Control control;
  control.id = "section/" + section.section->code;
  control.role = Role::kTab;
  control.name = frame.Say(section.section->title);
  control.description = Fill(frame.Say(say::kAnsweredCount), std::to_string(section.answered),
                             std::to_string(section.total));
  control.group = frame.Say(say::kSections);
  control.checked = selected;
  control.rect = rect;
  return control;
}

constexpr float kChipsBarPx = size::kTouch + 2 * 6;

// Sections side by side (phone).
void DrawChips(ScreenContext& context, Rect& screen) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const auto& sections = SectionsOf(context);
  const std::size_t current = CurrentSection(context);
  constexpr float kSign = 16;
  const Rect bar{screen.x, screen.y, screen.width, kChipsBarPx};
  screen.y += kChipsBarPx;
  screen.height -= kChipsBarPx;
  FillBox(frame, bar, p.surface);
  FillBox(frame, {bar.x, Bottom(bar) - space::kHair, bar.width, space::kHair}, p.hairline);

  ScrollArea area(frame, context.state.chips_scroll, bar, ScrollState::Axis::kHorizontal);
  Column content = area.Content();
  float x = content.x + space::k16;
  std::pair<float, float> shown;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const session::SectionState& section = sections[i];
    const bool selected = i == current;
    const bool done = section.total > 0 && section.answered == section.total;
    const std::string& title = frame.Say(section.section->title);
    const std::string count = CountText(section);
    const TextStyle& style = selected ? kBodyStrong : kBody;
    const float title_width = std::ceil(frame.text.Width(title, kBodyStrong));
    const float tail = done ? kSign : std::ceil(frame.text.Width(count, kSmall));
    const Rect chip{x, bar.y + 6, space::k16 + title_width + space::k8 + tail + space::k12,
                    size::kTouch};
    const PointerAnswer answer = Touch(frame, TabControl(frame, section, selected, chip));
    if (answer.tapped) GoToSection(context, i);
    if (selected) shown = {chip.x - content.x - space::k16, Right(chip) - content.x + space::k16};
    const ImU32 fill = selected ? p.accent : answer.held || answer.hovered ? p.accent_soft : p.page;
    const ImU32 ink = selected ? p.on_accent : p.text;
    FillBox(frame, chip, fill, size::kTouch * 0.5f);
    DrawText(frame, {chip.x + space::k16, chip.y, title_width + 1, chip.height}, style, ink, title);
    const Rect place{chip.x + space::k16 + title_width + space::k8, chip.y, tail + 1, chip.height};
    if (done) {
      DrawIcon(frame, Icon::kCheck, place, selected ? p.on_accent : p.good, kSign);
    } else {
      DrawText(frame, place, kSmall, selected ? p.on_accent : p.text_soft, count);
    }
    x = Right(chip) + space::k8;
  }
  area.End(x + space::k8);
  if (std::exchange(context.state.show_section_chip, false)) {
    context.state.chips_scroll.BringIntoView(shown.first, shown.second);
    frame.output.animating = true;
  }
}

// Sections below each other (tablet, desktop).
void DrawRail(ScreenContext& context, Rect& screen, bool with_figures) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const auto& sections = SectionsOf(context);
  const std::size_t current = CurrentSection(context);
  const Rect rail{screen.x, screen.y, size::kRail, screen.height};
  screen.x += rail.width;
  screen.width -= rail.width;
  FillBox(frame, rail, with_figures ? p.page : p.surface);
  FillBox(frame, {Right(rail) - space::kHair, rail.y, space::kHair, rail.height}, p.hairline);

  Rect upper = rail;
  if (with_figures) {
    const float foot = size::kBottomBar + frame.input.safe_bottom_px;
    upper.height -= foot;
    const Rect button{rail.x + space::k16, Bottom(upper) + space::k12, rail.width - 2 * space::k16,
                      size::kControl};
    if (Button(frame, button, {.id = "nav/check", .label = frame.Say(say::kCheckAndFinish)}))
      context.Go(Screen::kCheck);
  }
  ScrollArea area(frame, context.state.rail_scroll, upper, ScrollState::Axis::kVertical);
  Column column = area.Content().Indented(space::k12, space::k12);
  column.Gap(space::k16);
  if (with_figures) {
    DrawFiguresCard(context, column);
    column.Gap(space::k16);
  }
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const session::SectionState& section = sections[i];
    const bool selected = i == current;
    constexpr float kRing = 22;
    const std::string& title = frame.Say(section.section->title);
    const std::string count = CountText(section);
    const float count_width = std::ceil(frame.text.Width(count, kSmall)) + 1;
    const float text_width =
        column.width - space::k12 - kRing - space::k12 - space::k8 - count_width - space::k12;
    const float height = std::max(size::kControl + space::k4,
                                  frame.text.Height(title, kBodyStrong, text_width) + 2 * 13);
    const Rect row = column.Take(height);
    column.Gap(space::k4);
    const PointerAnswer answer = Touch(frame, TabControl(frame, section, selected, row));
    if (answer.tapped) GoToSection(context, i);
    if (selected || answer.held || answer.hovered) {
      FillBox(frame, row,
              selected       ? p.accent_soft
              : with_figures ? p.surface
                             : p.page,
              size::kControlRadius);
    }
    DrawProgressRing(frame, {row.x + space::k12, row.y + (row.height - kRing) * 0.5f, kRing, kRing},
                     section.total == 0 ? 0 : ShareOf(section));
    const Rect text{row.x + space::k12 + kRing + space::k12, row.y, text_width, row.height};
    DrawWrapped(frame, text, selected ? kBodyStrong : kBody, selected ? p.accent_pressed : p.text,
                title, Align::kLeft);
    DrawText(frame, {Right(row) - space::k12 - count_width, row.y, count_width, row.height}, kSmall,
             p.text_soft, count, Align::kRight);
  }
  area.End(column.y + space::k16);
}

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

void DrawItems(ScreenContext& context, Column& column, const session::SectionState& section,
               std::uint8_t level, int& shown) {
  Frame& frame = context.frame;
  for (const session::ItemState& item : section.items) {
    if (!item.relevant) continue;
    DrawItemCard(context, column, item);
    column.Gap(space::k12);
    ++shown;
  }
  for (const session::SectionState& below : section.sections) {
    column.Gap(space::k12);
    const std::string& title = frame.Say(below.section->title);
    const Rect rect = DrawParagraph(frame, column, kLabel, frame.palette.text, title);
    Tell(frame, Role::kHeading, "section/" + below.section->code + "/title", title, rect, level);
    column.Gap(space::k12);
    DrawItems(context, column, below, static_cast<std::uint8_t>(level + 1), shown);
  }
}

void DrawSectionHead(ScreenContext& context, Column& column, const session::SectionState& section) {
  Frame& frame = context.frame;
  const std::string& title = frame.Say(section.section->title);
  const Rect rect =
      DrawParagraph(frame, column, frame.phone() ? kHeadline : kTitle, frame.palette.text, title);
  Tell(frame, Role::kHeading, "section/" + section.section->code + "/title", title, rect, 2);
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

// Previous and next at the end of the section (tablet, desktop).
void DrawTurns(ScreenContext& context, Column& column, std::size_t current) {
  Frame& frame = context.frame;
  const auto& sections = SectionsOf(context);
  column.Gap(space::k12);
  const Rect row = column.Take(size::kControl);
  if (current > 0) {
    const ButtonSpec previous{.id = "nav/previous",
                              .label = frame.Say(say::kPreviousSection),
                              .kind = ButtonKind::kSecondary,
                              .icon = Icon::kChevronLeft};
    if (Button(frame, {row.x, row.y, ButtonWidth(frame, previous), row.height}, previous))
      GoToSection(context, current - 1);
  }
  if (current + 1 < sections.size()) {
    const ButtonSpec next{.id = "nav/next",
                          .label = frame.Say(say::kNextSection),
                          .kind = ButtonKind::kSecondary,
                          .icon = Icon::kChevronRight,
                          .icon_behind = true};
    const float width = ButtonWidth(frame, next);
    if (Button(frame, {Right(row) - width, row.y, width, row.height}, next))
      GoToSection(context, current + 1);
  }
}

void DrawPhoneButtons(ScreenContext& context, const Rect& place, std::size_t current) {
  Frame& frame = context.frame;
  const auto& sections = SectionsOf(context);
  const bool last = current + 1 >= sections.size();
  const float small = std::floor((place.width - space::k12) * 0.36f);
  const Rect left{place.x, place.y, small, place.height};
  const Rect right{place.x + small + space::k12, place.y, place.width - small - space::k12,
                   place.height};
  const std::string_view check = frame.Say(say::kCheckAndFinish);
  if (last) {
    if (Button(frame, left,
               {.id = "nav/previous",
                .label = frame.Say(say::kPreviousSection),
                .kind = ButtonKind::kSecondary,
                .disabled = current == 0})) {
      GoToSection(context, current - 1);
    }
    if (Button(frame, right, {.id = "nav/check", .label = check})) context.Go(Screen::kCheck);
    return;
  }
  if (Button(frame, left,
             {.id = "nav/check",
              .label = frame.Say(say::kCheckShort),
              .name = check,
              .kind = ButtonKind::kSecondary}))
    context.Go(Screen::kCheck);
  if (Button(frame, right,
             {.id = "nav/next",
              .label = frame.Say(say::kNextSection),
              .icon = Icon::kChevronRight,
              .icon_behind = true})) {
    GoToSection(context, current + 1);
  }
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

  const PhoneBars bars = PhoneBarsFor(screen.height);
  Rect buttons;
  if (frame.phone()) {
    if (bars.figures) DrawFiguresStrip(context, screen);
    if (bars.chips) DrawChips(context, screen);
    if (bars.buttons) buttons = TakeBottomBar(frame, screen, size::kReadingWidth);
  } else {
    DrawRail(context, screen, frame.layout == Layout::kTablet);
    if (frame.layout == Layout::kDesktop) DrawSidePanel(context, screen);
  }

  const auto& sections = SectionsOf(context);
  const std::size_t current = CurrentSection(context);
  {
    ScrollArea area(frame, context.state.page_scroll, screen, ScrollState::Axis::kVertical);
    const float margin = PageMargin(frame.layout);
    const float width = std::min(screen.width - 2 * margin, size::kReadingWidth);
    Column column = area.Content();
    column.x += (column.width - width) * 0.5f;
    column.width = width;
    column.Gap(frame.phone() ? space::k16 : space::k24);
    if (current < sections.size()) {
      DrawSectionHead(context, column, sections[current]);
      int shown = 0;
      DrawItems(context, column, sections[current], 3, shown);
      if (shown == 0)
        DrawParagraph(frame, column, kBody, frame.palette.text_soft,
                      frame.Say(say::kNothingRelevant));
      if (!frame.phone()) DrawTurns(context, column, current);
    }
    area.End(column.y + space::k24);
  }
  if (frame.phone() && bars.buttons) DrawPhoneButtons(context, buttons, current);
}

}  // namespace pingshen::ui
