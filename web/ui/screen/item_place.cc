#include "web/ui/screen/item_place.h"

#include <algorithm>
#include <utility>

#include "web/ui/screen/item_words.h"

namespace pingshen::ui {
namespace {

using Visitor =
    std::function<void(const evaluation::SectionState& top, const evaluation::ItemState& item)>;

// A group is where its children are.
const evaluation::ItemState* FindIn(const std::vector<evaluation::ItemState>& items,
                                    std::string_view code) {
  for (const evaluation::ItemState& item : items) {
    if (item.item->code == code) return &item;
    if (const evaluation::ItemState* found = FindIn(item.children, code)) return found;
  }
  return nullptr;
}
const evaluation::ItemState* FindIn(const evaluation::SectionState& section,
                                    std::string_view code) {
  if (const evaluation::ItemState* found = FindIn(section.items, code)) return found;
  for (const evaluation::SectionState& below : section.sections) {
    if (const evaluation::ItemState* found = FindIn(below, code)) return found;
  }
  return nullptr;
}

void Visit(const evaluation::SectionState& top, const std::vector<evaluation::ItemState>& items,
           const Visitor& visit) {
  for (const evaluation::ItemState& item : items) {
    visit(top, item);
    Visit(top, item.children, visit);
  }
}
void Visit(const evaluation::SectionState& top, const evaluation::SectionState& section,
           const Visitor& visit) {
  Visit(top, section.items, visit);
  for (const evaluation::SectionState& below : section.sections) Visit(top, below, visit);
}

const model::Section* FindSection(const std::vector<model::Section>& sections,
                                  std::string_view code) {
  for (const model::Section& section : sections) {
    if (section.code == code) return &section;
    if (const model::Section* below = FindSection(section.sections, code)) return below;
  }
  return nullptr;
}

}  // namespace

Place PlaceOf(const ScreenContext& context, const model::FieldPath& path) {
  const Frame& frame = context.frame;
  const std::string& outermost = path.repeats.empty() ? path.item : path.repeats.front().repeat;
  for (const evaluation::SectionState& section : context.view.open->evaluation->sections) {
    const evaluation::ItemState* item = FindIn(section, outermost);
    if (item == nullptr) continue;
    std::string name = ItemName(frame, *item->item);
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

void JumpTo(ScreenContext& context, const std::string& item) {
  const model::FieldPath path = model::FieldPath::Of(item);
  JumpTo(context, path, PlaceOf(context, path).section);
}

bool IsGraded(const model::Item& item) { return item.type == model::ItemType::kGrade; }

bool IsStages(const model::Item& item) { return item.type == model::ItemType::kStages; }

std::int64_t PerOf(const model::Item& item) { return item.per.ToInteger().value_or(100); }

void ForEachItem(const evaluation::Evaluation& evaluation,
                 const std::function<void(const evaluation::SectionState& top,
                                          const evaluation::ItemState& item)>& visit) {
  for (const evaluation::SectionState& section : evaluation.sections)
    Visit(section, section, visit);
}

std::string CalledBy(const ScreenContext& context,
                     const evaluation::ItemState::Instance& instance) {
  for (const evaluation::ItemState& child : instance.children) {
    switch (child.item->type) {
      case model::ItemType::kText:
      case model::ItemType::kPerson:
      case model::ItemType::kInstitution:
        return AnswerAt(context, child.path).text();
      default:
        break;
    }
  }
  return {};
}

const evaluation::ItemState* StateOf(const evaluation::Evaluation& evaluation,
                                     std::string_view code) {
  for (const evaluation::SectionState& section : evaluation.sections) {
    if (const evaluation::ItemState* found = FindIn(section, code)) return found;
  }
  return nullptr;
}

std::string SectionTitle(const Frame& frame, const model::Form& form, std::string_view code) {
  const model::Section* section = FindSection(form.sections, code);
  return section == nullptr ? std::string() : frame.Say(section->title);
}

}  // namespace pingshen::ui
