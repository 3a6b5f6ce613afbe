// The parts of the form that are filled in one at a time: what is asked about the institution, then
// the top-level sections.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/decimal.h"
#include "core/session/evaluation.h"
#include "web/ui/ui_state.h"

namespace pingshen::ui {

// Borrows from the view.
struct FillSection {
  std::string_view code;
  std::string_view title;
  std::span<const session::ItemState> items;
  std::span<const session::SectionState> sections;
  std::uint32_t answered = 0;
  std::uint32_t total = 0;
  Decimal earned;
  Decimal attainable;

  bool done() const { return total > 0 && answered == total; }
};
// Sections in which nothing is relevant are left out.
std::vector<FillSection> FillSections(const ScreenContext& context);
// Index of the section on show.
std::size_t CurrentSection(const ScreenContext& context, std::span<const FillSection> sections);
void GoToSection(ScreenContext& context, std::span<const FillSection> sections, std::size_t index);

// Sections side by side (phone). Takes its height from `screen`.
inline constexpr float kChipsBarPx = size::kTouch + 2 * 6;
void DrawSectionChips(ScreenContext& context, std::span<const FillSection> sections, Rect& screen);
// Sections below each other (tablet, desktop). `with_figures`: the live figures stand above them and
// the button to the result below. Takes its width from `screen`.
void DrawSectionRail(ScreenContext& context, std::span<const FillSection> sections, Rect& screen,
                     bool with_figures);
// Previous and next at the end of a section (tablet, desktop).
void DrawSectionTurns(ScreenContext& context, Column& column,
                      std::span<const FillSection> sections);
// Previous, next, check in a bar (phone).
void DrawSectionButtons(ScreenContext& context, std::span<const FillSection> sections,
                        const Rect& place);

// The items of a section, below its subsections' titles. Of a long section only what is near the
// part on show is drawn and mirrored.
void DrawSectionItems(ScreenContext& context, Column& column, const FillSection& section);

}  // namespace pingshen::ui
