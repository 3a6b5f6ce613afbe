// Items of a form by their codes.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/model/form.h"

namespace pingshen::forms {

class ItemIndex {
 public:
  struct Entry {
    const model::Item* item = nullptr;
    const model::Item* repeat = nullptr;  // the innermost one around it
  };

  // `form` must remain live and unmoved while this is used.
  explicit ItemIndex(const model::Form& form);

  // nullptr when unknown.
  const Entry* Find(std::string_view code) const;
  const std::vector<Entry>& in_form_order() const { return entries_; }

 private:
  void AddSection(const model::Section& section);
  void AddItem(const model::Item& item, const model::Item* repeat);

  std::vector<Entry> entries_;
  std::unordered_map<std::string_view, std::size_t> by_code_;
};

}  // namespace pingshen::forms
