// Items of a form by their codes.
#pragma once

#include <string_view>
#include <unordered_map>

#include "core/model/form.h"

namespace pingshen::forms {

class ItemIndex {
 public:
  struct Entry {
    const model::Item* item = nullptr;
    const model::Item* repeat = nullptr;  // the innermost repeat or table around it
  };

  // `form` must remain live and unmoved while this is used.
  explicit ItemIndex(const model::Form& form);

  // nullptr when unknown.
  const Entry* Find(std::string_view code) const;

 private:
  void AddSection(const model::Section& section);
  void AddItem(const model::Item& item, const model::Item* repeat);

  std::unordered_map<std::string_view, Entry> by_code_;
};

}  // namespace pingshen::forms
