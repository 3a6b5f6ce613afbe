// Where an item stands in the form, and the way there.
#pragma once

#include <functional>
#include <string>

#include "core/evaluation/evaluation.h"
#include "web/ui/screen/ui_state.h"

namespace pingshen::ui {

// Name of the place that a path points at, and the top-level section that holds it.
struct Place {
  std::string name;
  std::string section;
};
Place PlaceOf(const ScreenContext& context, const model::FieldPath& path);

// The fill screen, scrolled to that item.
void JumpTo(ScreenContext& context, const model::FieldPath& path, const std::string& section);
void JumpTo(ScreenContext& context, const std::string& item);

// What an item is for grading.
bool IsGraded(const model::Item& item);  // has a mark A–E
bool IsStages(const model::Item& item);
std::int64_t PerOf(const model::Item& item);  // of a ratio: 100, 1000 …

// Every item outside repeats, in form order, with its top-level section.
void ForEachItem(const evaluation::Evaluation& evaluation,
                 const std::function<void(const evaluation::SectionState& top,
                                          const evaluation::ItemState& item)>& visit);
// The first words that tell an instance of a repeat from others: a name; "" when there is none.
std::string CalledBy(const ScreenContext& context, const evaluation::ItemState::Instance& instance);
// nullptr when there is none outside repeats.
const evaluation::ItemState* StateOf(const evaluation::Evaluation& evaluation,
                                     std::string_view code);
// The title of the section with that code, at any level; "" when there is none.
std::string SectionTitle(const Frame& frame, const model::Form& form, std::string_view code);

}  // namespace pingshen::ui
