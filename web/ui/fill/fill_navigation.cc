#include "web/ui/fill/fill_navigation.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "web/ui/controls/bars.h"
#include "web/ui/controls/buttons.h"
#include "web/ui/controls/parts.h"
#include "web/ui/fill/fill_sections.h"
#include "web/ui/result/live_figures.h"

namespace pingshen::ui {
namespace {

double ShareOf(const FillSection& section) {
  return section.total == 0 ? 1.0 : static_cast<double>(section.answered) / section.total;
}

std::string CountText(const FillSection& section) {
  return std::to_string(section.answered) + "/" + std::to_string(section.total);
}

constexpr const char* kTablistId = "sections";

Control TabControl(const Frame& frame, const FillSection& section, bool selected,
                   const Rect& rect) {
  Control control;
  control.id = "section/" + std::string(section.code);
  control.role = Role::kTab;
  control.name = section.title;
  control.description = Fill(frame.Say(say::kAnsweredCount), std::to_string(section.answered),
                             std::to_string(section.total));
  control.owner = kTablistId;
  control.checked = selected;
  control.rect = rect;
  return control;
}

}  // namespace

void DrawSectionChips(ScreenContext& context, std::span<const FillSection> sections, Rect& screen) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const std::size_t current = CurrentSection(context, sections);
  constexpr float kSign = 16;
  const Rect bar{screen.x, screen.y, screen.width, kChipsBarPx};
  screen.y += kChipsBarPx;
  screen.height -= kChipsBarPx;
  FillBox(frame, bar, p.surface);
  FillBox(frame, {bar.x, Bottom(bar) - space::kHair, bar.width, space::kHair}, p.hairline);

  Tell(frame, Role::kTablist, kTablistId, frame.Say(say::kSections), bar);
  ScrollArea area(frame, context.state.chips_scroll, bar, ScrollState::Axis::kHorizontal);
  Column content = area.Content();
  float x = content.x + space::k16;
  std::pair<float, float> shown;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const FillSection& section = sections[i];
    const bool selected = i == current;
    const bool done = section.done();
    const std::string_view title = section.title;
    const std::string count = CountText(section);
    const TextStyle& style = selected ? kBodyStrong : kBody;
    const float title_width = std::ceil(frame.text.Width(title, kBodyStrong));
    const float tail = done ? kSign : std::ceil(frame.text.Width(count, kSmall));
    const Rect chip{x, bar.y + 6, space::k16 + title_width + space::k8 + tail + space::k12,
                    size::kTouch};
    const PointerAnswer answer = Touch(frame, TabControl(frame, section, selected, chip));
    if (answer.tapped) GoToSection(context, sections, i);
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

void DrawSectionRail(ScreenContext& context, std::span<const FillSection> sections, Rect& screen,
                     bool with_figures) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const std::size_t current = CurrentSection(context, sections);
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
  Tell(frame, Role::kTablist, kTablistId, frame.Say(say::kSections), upper);
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const FillSection& section = sections[i];
    const bool selected = i == current;
    constexpr float kRing = 22;
    const std::string_view title = section.title;
    const std::string count = CountText(section);
    const float count_width = std::ceil(frame.text.Width(count, kSmall)) + 1;
    const float text_width =
        column.width - space::k12 - kRing - space::k12 - space::k8 - count_width - space::k12;
    const float height = std::max(size::kControl + space::k4,
                                  frame.text.Height(title, kBodyStrong, text_width) + 2 * 13);
    const Rect row = column.Take(height);
    column.Gap(space::k4);
    const PointerAnswer answer = Touch(frame, TabControl(frame, section, selected, row));
    if (answer.tapped) GoToSection(context, sections, i);
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

void DrawSectionTurns(ScreenContext& context, Column& column,
                      std::span<const FillSection> sections) {
  const std::size_t current = CurrentSection(context, sections);
  Frame& frame = context.frame;
  column.Gap(space::k12);
  const Rect row = column.Take(size::kControl);
  if (current > 0) {
    const ButtonSpec previous{.id = "nav/previous",
                              .label = frame.Say(say::kPreviousSection),
                              .kind = ButtonKind::kSecondary,
                              .icon = Icon::kChevronLeft};
    if (Button(frame, {row.x, row.y, ButtonWidth(frame, previous), row.height}, previous))
      GoToSection(context, sections, current - 1);
  }
  if (current + 1 < sections.size()) {
    const ButtonSpec next{.id = "nav/next",
                          .label = frame.Say(say::kNextSection),
                          .kind = ButtonKind::kSecondary,
                          .icon = Icon::kChevronRight,
                          .icon_behind = true};
    const float width = ButtonWidth(frame, next);
    if (Button(frame, {Right(row) - width, row.y, width, row.height}, next))
      GoToSection(context, sections, current + 1);
  }
}

void DrawSectionButtons(ScreenContext& context, std::span<const FillSection> sections,
                        const Rect& place) {
  const std::size_t current = CurrentSection(context, sections);
  Frame& frame = context.frame;
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
      GoToSection(context, sections, current - 1);
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
    GoToSection(context, sections, current + 1);
  }
}

}  // namespace pingshen::ui
