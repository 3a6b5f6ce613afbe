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
    const model::Item* repeat = nullptr;      // the innermost repeat or table around it
    const model::Item* group = nullptr;       // the innermost group around it inside that repeat
    const model::Section* section = nullptr;  // the innermost one around it; nullptr: an attribute
  };

  // `form` must remain live and unmoved while this is used.
  explicit ItemIndex(const model::Form& form);

  // nullptr when unknown.
  const Entry* Find(std::string_view code) const;
  const std::vector<Entry>& in_form_order() const { return entries_; }
  // Groups around the item inside the same repeat and, outside repeats, sections, that have a
  // relevance of their own. Innermost first.
  struct Frame {
    const std::string* code;
    const model::Expression* relevant;
  };
  std::vector<Frame> FramesAround(const Entry& entry) const;

 private:
  void AddSection(const model::Section& section, const model::Section* outer);
  void AddItem(const Entry& entry);

  std::vector<Entry> entries_;
  std::unordered_map<std::string_view, std::size_t> by_code_;
  std::unordered_map<const model::Section*, const model::Section*> outer_;
};

}  // namespace pingshen::forms
