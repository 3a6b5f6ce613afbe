#include "core/forms/item_index.h"

namespace pingshen::forms {

ItemIndex::ItemIndex(const model::Form& form) {
  for (const model::Item& item : form.attributes) AddItem({.item = &item});
  for (const model::Section& section : form.sections) AddSection(section, nullptr);
}

void ItemIndex::AddSection(const model::Section& section, const model::Section* outer) {
  outer_.emplace(&section, outer);
  for (const model::Item& item : section.items) AddItem({.item = &item, .section = &section});
  for (const model::Section& inner : section.sections) AddSection(inner, &section);
}

void ItemIndex::AddItem(const Entry& entry) {
  const model::Item& item = *entry.item;
  by_code_.emplace(item.code, entries_.size());
  entries_.push_back(entry);
  Entry inside = {.repeat = entry.repeat, .group = &item, .section = entry.section};
  if (model::HasInstances(item.type)) inside = {.repeat = &item, .section = entry.section};
  for (const model::Item& child : item.children) {
    inside.item = &child;
    AddItem(inside);
  }
}

const ItemIndex::Entry* ItemIndex::Find(std::string_view code) const {
  const auto found = by_code_.find(code);
  return found == by_code_.end() ? nullptr : &entries_[found->second];
}

std::vector<ItemIndex::Frame> ItemIndex::FramesAround(const Entry& entry) const {
  std::vector<Frame> frames;
  const auto add = [&](const std::string& code, const model::Expression& relevant) {
    if (!relevant.empty()) frames.push_back({&code, &relevant});
  };
  for (const model::Item* group = entry.group; group != nullptr; group = Find(group->code)->group)
    add(group->code, group->relevant);
  if (entry.repeat != nullptr) return frames;
  for (const model::Section* section = entry.section; section != nullptr;
       section = outer_.find(section)->second)
    add(section->code, section->relevant);
  return frames;
}

}  // namespace pingshen::forms
