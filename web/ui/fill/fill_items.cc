#include "web/ui/fill/fill_items.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "web/ui/controls/parts.h"
#include "web/ui/draw/rich_text.h"
#include "web/ui/fill/fill_sections.h"
#include "web/ui/item/item_answer.h"
#include "web/ui/item/item_card.h"

namespace pingshen::ui {
namespace {

// So many items of a section are always all in the mirror, so that the keyboard and a screen reader
// go through the whole section; of a longer one they go on as the focus moves.
constexpr std::size_t kMostInFull = 80;
constexpr float kNearPx = 1600;  // beyond the part on show, both ways: what is drawn all the same

std::size_t CountItems(std::span<const evaluation::ItemState> items) {
  std::size_t count = 0;
  for (const evaluation::ItemState& item : items) count += 1 + CountItems(item.children);
  return count;
}
std::size_t CountItems(std::span<const evaluation::SectionState> sections) {
  std::size_t count = 0;
  for (const evaluation::SectionState& section : sections)
    count += CountItems(section.items) + CountItems(section.sections);
  return count;
}

bool HasRelevant(const evaluation::ItemState& item) {
  if (!item.relevant || IsHidden(*item.item)) return false;
  if (item.item->type != model::ItemType::kGroup) return true;
  return std::ranges::any_of(item.children, HasRelevant);
}

class ItemList {
 public:
  ItemList(ScreenContext& context, Column& column, bool in_full)
      : context_(context), frame_(context.frame), column_(column), in_full_(in_full) {
    ItemHeights& heights = context.state.item_heights;
    if (heights.width_px != column.width || heights.language != frame_.language ||
        heights.form_language != frame_.form_language) {
      heights = {};
      heights.width_px = column.width;
      heights.language = frame_.language;
      heights.form_language = frame_.form_language;
    }
  }

  void Draw(std::span<const evaluation::ItemState> items,
            std::span<const evaluation::SectionState> sections, std::uint8_t level) {
    for (const evaluation::ItemState& item : items) DrawItem(item, level);
    for (const evaluation::SectionState& below : sections) {
      column_.Gap(space::k12);
      const std::string& title = frame_.Say(below.section->title);
      const Rect rect = DrawParagraph(frame_, column_, kLabel, frame_.palette.text, title);
      Tell(frame_, Role::kHeading, "section/" + below.section->code + "/title", title, rect,
           Depth(level));
      column_.Gap(space::k12);
      Draw(below.items, below.sections, Depth(level + 1));
    }
  }
  int shown() const { return shown_; }

 private:
  static std::uint8_t Depth(int level) { return static_cast<std::uint8_t>(std::min(level, 6)); }

  void DrawItem(const evaluation::ItemState& item, std::uint8_t level) {
    if (!HasRelevant(item)) return;
    if (item.item->type == model::ItemType::kGroup) {
      DrawGroup(item, level);
      return;
    }
    ++shown_;
    if (in_full_) {
      DrawItemCard(context_, column_, item);
      column_.Gap(space::k12);
      return;
    }
    auto& known = context_.state.item_heights.by_item;
    const auto found = known.find(item.item);
    const float top = column_.y;
    const bool wanted =
        frame_.reveal != nullptr && !frame_.reveal->empty() && OwnsReveal(item.item->code);
    if (found != known.end() && !wanted &&
        (top > Bottom(frame_.clip) + kNearPx || top + found->second < frame_.clip.y - kNearPx)) {
      column_.Gap(found->second);
      return;
    }
    // Heights of items never seen are found once, without a word to anybody.
    const bool far = found == known.end() && !wanted && top > Bottom(frame_.clip) + kNearPx;
    const bool muted = frame_.mirror.muted();
    if (far) frame_.mirror.set_muted(true);
    DrawItemCard(context_, column_, item);
    column_.Gap(space::k12);
    if (far) frame_.mirror.set_muted(muted);
    known[item.item] = column_.y - top;
  }

  // The thing to scroll to is this item or something in it: "VC-09", "VC-09#2/name".
  bool OwnsReveal(std::string_view code) const {
    const std::string& id = *frame_.reveal;
    if (!id.starts_with(code)) return false;
    return id.size() == code.size() || id[code.size()] == '#' || id[code.size()] == ':' ||
           id[code.size()] == '/';
  }

  void DrawGroup(const evaluation::ItemState& group, std::uint8_t level) {
    const model::Item& item = *group.item;
    const std::string path_text = group.path.ToString();
    RevealHere(frame_, path_text, column_.y);
    if (!item.label.empty()) {
      column_.Gap(space::k4);
      const float top = column_.y;
      Column text = column_.Indented(space::k12);
      const std::string title = PlainText(frame_.Say(item.label));
      const Rect rect = DrawParagraph(frame_, text, kLabel, frame_.palette.text, title);
      Tell(frame_, Role::kHeading, path_text + "/title", item.code + " " + title, rect,
           Depth(level));
      if (!item.hint.empty())
        DrawRichText(frame_, text, kSmall, frame_.Say(item.hint), frame_.palette.text_soft);
      column_.y = text.y;
      FillBox(frame_, {column_.x, top + 2, 4, column_.y - top - 4}, frame_.palette.accent, 2);
      column_.Gap(space::k12);
    }
    for (const evaluation::ItemState& child : group.children) DrawItem(child, Depth(level + 1));
    column_.Gap(space::k8);
  }

  ScreenContext& context_;
  Frame& frame_;
  Column& column_;
  bool in_full_;
  int shown_ = 0;
};

}  // namespace

void DrawSectionItems(ScreenContext& context, Column& column, const FillSection& section) {
  const bool in_full = CountItems(section.items) + CountItems(section.sections) <= kMostInFull;
  ItemList list(context, column, in_full);
  list.Draw(section.items, section.sections, 3);
  if (list.shown() == 0)
    DrawParagraph(context.frame, column, kBody, context.frame.palette.text_soft,
                  context.frame.Say(say::kNothingRelevant));
}

}  // namespace pingshen::ui
