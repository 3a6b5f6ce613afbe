#include "core/forms/item_index.h"

namespace pingshen::forms {

ItemIndex::ItemIndex(const model::Form& form) {
  for (const model::Item& item : form.attributes) AddItem(item, nullptr);
  for (const model::Section& section : form.sections) AddSection(section);
}

void ItemIndex::AddSection(const model::Section& section) {
  for (const model::Item& item : section.items) AddItem(item, nullptr);
  for (const model::Section& inner : section.sections) AddSection(inner);
}

void ItemIndex::AddItem(const model::Item& item, const model::Item* repeat) {
  by_code_.emplace(item.code, Entry{&item, repeat});
  const model::Item* inside = model::HasInstances(item.type) ? &item : repeat;
  for (const model::Item& child : item.children) AddItem(child, inside);
}

const ItemIndex::Entry* ItemIndex::Find(std::string_view code) const {
  const auto found = by_code_.find(code);
  return found == by_code_.end() ? nullptr : &found->second;
}

}  // namespace pingshen::forms
