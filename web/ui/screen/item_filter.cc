#include "web/ui/screen/item_filter.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "web/ui/screen/item_place.h"
#include "web/ui/words/result_strings.h"

namespace pingshen::ui {
namespace {

constexpr std::uint8_t kEveryStanding = (1U << kStandings) - 1;

using Visitor =
    std::function<void(const evaluation::SectionState& top, const evaluation::ItemState& item)>;

void VisitAll(const evaluation::SectionState& top, const std::vector<evaluation::ItemState>& items,
              const Visitor& visit) {
  for (const evaluation::ItemState& item : items) {
    visit(top, item);
    VisitAll(top, item.children, visit);  // of a group
  }
}

void VisitSections(const evaluation::SectionState& top, const evaluation::SectionState& section,
                   bool inside, const std::function<bool(const std::string&)>& wanted,
                   const Visitor& visit) {
  inside = inside || wanted(section.section->code);
  if (inside) VisitAll(top, section.items, visit);
  for (const evaluation::SectionState& below : section.sections)
    VisitSections(top, below, inside, wanted, visit);
}

// Items of the scheme's sections, further narrowed to one section.
void VisitItems(const session::OpenView& open, const ItemFilter& filter, const Visitor& visit) {
  const model::SectionScheme* part = nullptr;
  for (const model::SectionScheme& scheme : open.form->form.schemes) {
    if (scheme.code == filter.scheme) part = &scheme;
  }
  const auto wanted = [&](const std::string& code) {
    if (!filter.sections.empty())
      return std::ranges::find(filter.sections, code) != filter.sections.end();
    if (!filter.section.empty()) return code == filter.section;
    return part == nullptr || std::ranges::find(part->sections, code) != part->sections.end();
  };
  for (const evaluation::SectionState& section : open.evaluation->sections)
    VisitSections(section, section, false, wanted, visit);
}

bool Wanted(const ItemFilter& filter, const evaluation::ItemState& item) {
  if (!item.relevant) return false;
  if (filter.which == ItemFilter::Class::kCore && !item.item->core) return false;
  if (filter.which == ItemFilter::Class::kOther && item.item->core) return false;
  if (filter.kind == ItemFilter::Kind::kPoints) return item.item->points.has_value();
  return IsGraded(*item.item) && filter.Has(StandingOf(item.mark));
}

// The objects at and below an item; groups were visited already.
void AddObjects(const evaluation::SectionState& top, const evaluation::ItemState& item,
                const evaluation::ItemState* repeat, std::size_t place,
                std::vector<FilteredItem>& objects) {
  if (!item.relevant) return;
  if (IsStages(*item.item)) objects.push_back({&top, &item, repeat, place});
  for (std::size_t i = 0; i < item.instances.size(); ++i) {
    for (const evaluation::ItemState& child : item.instances[i].children)
      AddObjects(top, child, &item, i, objects);
  }
  if (repeat == nullptr) return;
  for (const evaluation::ItemState& child : item.children)
    AddObjects(top, child, repeat, place, objects);
}

std::size_t StagesLeft(const session::OpenView& open, const ItemFilter& filter,
                       const evaluation::ItemState& item) {
  std::size_t left = 0;
  for (const model::CodedLabel& stage : item.item->stages) {
    if (!filter.stage.empty() && stage.code != filter.stage) continue;
    model::FieldPath path = item.path;
    path.field = stage.code;
    left += open.answers->At(path).empty() ? 1 : 0;
  }
  return left;
}

Decimal Lost(const evaluation::ItemState& item) {
  if (!item.applicable) return {};
  return *item.item->points - item.earned.value_or(Decimal());
}

}  // namespace

void ItemFilter::AddOrBetter(model::Mark mark) {
  or_better = mark;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(mark); ++i) Add(static_cast<Standing>(i));
}

void ItemFilter::AddBelow(model::Mark mark) {
  or_better = mark;
  below = true;
  for (std::size_t i = static_cast<std::size_t>(mark) + 1; i < kStandings; ++i) {
    if (static_cast<Standing>(i) != Standing::kE) Add(static_cast<Standing>(i));
  }
}

std::string TitleOf(const Frame& frame, const model::Form& form, const ItemFilter& filter) {
  std::string title;
  const auto add = [&](std::string_view part) {
    if (part.empty()) return;
    if (!title.empty()) title += " · ";
    title += part;
  };
  if (filter.heading != nullptr) {
    add(Fill(frame.Say(*filter.heading), frame.Say(filter.subject)));
    return title;
  }
  add(SectionTitle(frame, form, filter.section));
  for (const std::string& section : filter.sections) add(SectionTitle(frame, form, section));
  if (filter.which == ItemFilter::Class::kCore) add(frame.Say(say::kCoreItems));
  if (filter.which == ItemFilter::Class::kOther) add(frame.Say(say::kOtherItems));
  if (filter.or_better) {
    add(Fill(frame.Say(filter.below ? say::kBelowMark : say::kOrBetter),
             model::MarkName(*filter.or_better)));
  } else if (filter.kind == ItemFilter::Kind::kMarks && filter.standings != kEveryStanding) {
    for (std::size_t i = 0; i < kStandings; ++i) {
      if (filter.Has(static_cast<Standing>(i))) add(WordOf(frame, static_cast<Standing>(i)));
    }
  }
  add(title.empty() ? frame.Say(say::kAllItems) : std::string_view());
  return title;
}

std::vector<FilteredItem> ItemsOf(const session::OpenView& open, const ItemFilter& filter) {
  std::vector<FilteredItem> items;
  if (filter.kind == ItemFilter::Kind::kListed) {
    for (const std::string& code : filter.codes) {
      ForEachItem(*open.evaluation, [&](const auto& top, const auto& item) {
        if (item.item->code == code) items.push_back({&top, &item});
      });
    }
    return items;
  }
  if (filter.kind == ItemFilter::Kind::kStages) {
    VisitItems(open, filter, [&](const auto& top, const auto& item) {
      AddObjects(top, item, nullptr, 0, items);
    });
    std::ranges::stable_sort(items, [&](const FilteredItem& a, const FilteredItem& b) {
      return StagesLeft(open, filter, *a.item) > StagesLeft(open, filter, *b.item);
    });
    return items;
  }
  VisitItems(open, filter, [&](const auto& top, const auto& item) {
    if (Wanted(filter, item)) items.push_back({&top, &item});
  });
  if (filter.kind == ItemFilter::Kind::kPoints) {
    std::ranges::stable_sort(items, [](const FilteredItem& a, const FilteredItem& b) {
      return Lost(*a.item) > Lost(*b.item);
    });
  }
  return items;
}

}  // namespace pingshen::ui
