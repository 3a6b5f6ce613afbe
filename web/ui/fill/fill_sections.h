// The parts of the form that are filled in one at a time: what is asked about the institution, then
// the top-level sections.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/decimal.h"
#include "core/evaluation/evaluation.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// Borrows from the view.
struct FillSection {
  std::string_view code;
  std::string_view title;
  std::span<const evaluation::ItemState> items;
  std::span<const evaluation::SectionState> sections;
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

}  // namespace pingshen::ui
