// Which items a figure of the result counts: what opens when it is tapped.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/session/session.h"
#include "web/ui/controls/marks.h"

namespace pingshen::ui {

struct ItemFilter {
  enum class Kind {
    kMarks,   // graded items with one of `standings`
    kPoints,  // scored items, those that lost most first
    kListed,  // `codes`, in their order
    kStages,  // objects with stages, also inside repeats: those that did not reach `stage` first
  };
  enum class Class { kAll, kCore, kOther };

  Kind kind = Kind::kMarks;
  std::string scheme;                 // "" or code of the section scheme whose items are meant
  std::string section;                // code of a section of any level, "" = all
  std::vector<std::string> sections;  // several of them; empty: as `section` says
  Class which = Class::kAll;
  std::uint8_t standings = 0;            // bits by Standing
  std::optional<model::Mark> or_better;  // for the heading: the standings are those of this share …
  bool below = false;                    // … or what is below it
  const Phrase* heading = nullptr;       // kListed, kStages; "{}" is `subject`
  model::Text subject;
  std::vector<std::string> codes;
  std::string stage;  // "" = all of them

  static constexpr std::uint8_t Bit(Standing standing) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(standing));
  }
  bool Has(Standing standing) const { return (standings & Bit(standing)) != 0; }
  void Add(Standing standing) { standings = static_cast<std::uint8_t>(standings | Bit(standing)); }
  void AddOrBetter(model::Mark mark);
  void AddBelow(model::Mark mark);  // unanswered ones, too; without E
};

// "第二章 医院服务 · 核心条款 · B 级及以上".
std::string TitleOf(const Frame& frame, const model::Form& form, const ItemFilter& filter);

struct FilteredItem {
  const evaluation::SectionState* top = nullptr;
  const evaluation::ItemState* item = nullptr;
  const evaluation::ItemState* repeat = nullptr;  // that it stands in, its innermost one
  std::size_t place = 0;                          // of its instance there, from 0
};
std::vector<FilteredItem> ItemsOf(const session::OpenView& open, const ItemFilter& filter);

}  // namespace pingshen::ui
