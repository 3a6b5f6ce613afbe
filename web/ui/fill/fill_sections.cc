#include "web/ui/fill/fill_sections.h"

#include <algorithm>

#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

// What is asked about the institution has no section of its own in the form. No code of a form
// begins with a blank.
constexpr std::string_view kAttributesCode = " attributes";

bool AnyRelevant(const evaluation::SectionState& section) {
  return std::ranges::any_of(section.items, &evaluation::ItemState::relevant) ||
         std::ranges::any_of(section.sections, AnyRelevant);
}

}  // namespace

std::vector<FillSection> FillSections(const ScreenContext& context) {
  const evaluation::Evaluation& evaluation = *context.view.open->evaluation;
  std::vector<FillSection> sections;
  sections.reserve(evaluation.sections.size() + 1);
  if (std::ranges::any_of(evaluation.attributes, &evaluation::ItemState::relevant)) {
    FillSection& first = sections.emplace_back();
    first.code = kAttributesCode;
    first.title = context.frame.Say(say::kAttributes);
    first.items = evaluation.attributes;
    for (const evaluation::ItemState& item : evaluation.attributes) {
      if (!item.relevant || !model::IsAsked(item.item->type)) continue;
      ++first.total;
      if (item.answered) ++first.answered;
    }
  }
  for (const evaluation::SectionState& state : evaluation.sections) {
    // An empty section of the form stays: it says so itself. One that is closed by a condition goes.
    if (!state.section->relevant.empty() && !AnyRelevant(state)) continue;
    FillSection& section = sections.emplace_back();
    section.code = state.section->code;
    section.title = context.frame.Say(state.section->title);
    section.items = state.items;
    section.sections = state.sections;
    section.answered = state.answered;
    section.total = state.total;
    section.earned = state.earned;
    section.attainable = state.attainable;
  }
  return sections;
}

std::size_t CurrentSection(const ScreenContext& context, std::span<const FillSection> sections) {
  const auto found = std::ranges::find(sections, std::string_view(context.state.route.section),
                                       &FillSection::code);
  return found == sections.end() ? 0 : static_cast<std::size_t>(found - sections.begin());
}

void GoToSection(ScreenContext& context, std::span<const FillSection> sections, std::size_t index) {
  if (index >= sections.size()) return;
  context.Go(Screen::kFill, std::string(sections[index].code));
}

}  // namespace pingshen::ui
