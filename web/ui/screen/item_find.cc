#include "web/ui/screen/item_find.h"

#include <span>

namespace pingshen::ui {
namespace {

using evaluation::ItemState;

// Among items of one level and, through groups and instances, below them. `depth`: steps of the path
// that led here.
const ItemState* FindAmong(std::span<const ItemState> items, const model::FieldPath& path,
                           std::size_t depth) {
  for (const ItemState& item : items) {
    if (depth == path.repeats.size() && item.item->code == path.item) return &item;
    if (const ItemState* found = FindAmong(item.children, path, depth)) return found;
    if (depth == path.repeats.size() || item.item->code != path.repeats[depth].repeat) continue;
    for (const ItemState::Instance& instance : item.instances) {
      if (instance.number == path.repeats[depth].instance)
        return FindAmong(instance.children, path, depth + 1);
    }
  }
  return nullptr;
}

const ItemState* FindBelow(const evaluation::SectionState& section, const model::FieldPath& path) {
  if (const ItemState* found = FindAmong(section.items, path, 0)) return found;
  for (const evaluation::SectionState& below : section.sections) {
    if (const ItemState* found = FindBelow(below, path)) return found;
  }
  return nullptr;
}

}  // namespace

const ItemState* FindItemState(const evaluation::Evaluation& evaluation,
                               const model::FieldPath& path) {
  if (const ItemState* found = FindAmong(evaluation.attributes, path, 0)) return found;
  for (const evaluation::SectionState& section : evaluation.sections) {
    if (const ItemState* found = FindBelow(section, path)) return found;
  }
  return nullptr;
}

}  // namespace pingshen::ui
