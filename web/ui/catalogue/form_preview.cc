#include "web/ui/catalogue/form_preview.h"

#include <iterator>

#include "web/ui/controls/parts.h"
#include "web/ui/words/form_strings.h"

namespace pingshen::ui {
namespace {

static_assert(std::size(say::kItemTypes) == static_cast<std::size_t>(model::kLastItemType) + 1);

std::size_t CountIn(const std::vector<model::Item>& items) {
  std::size_t count = 0;
  for (const model::Item& item : items)
    count += (model::IsAsked(item.type) ? 1 : 0) + CountIn(item.children);
  return count;
}
std::size_t CountIn(const std::vector<model::Section>& sections) {
  std::size_t count = 0;
  for (const model::Section& section : sections)
    count += CountIn(section.items) + CountIn(section.sections);
  return count;
}

class Preview {
 public:
  Preview(Frame& frame, std::size_t most) : frame_(frame), left_(most) {}

  void Draw(Column& column, const std::vector<model::Section>& sections, std::uint8_t level) {
    for (const model::Section& section : sections) {
      if (left_ == 0) return;
      const std::string& title = frame_.Say(section.title);
      if (!title.empty()) {
        column.Gap(space::k12);
        const Rect rect = DrawParagraph(frame_, column, level == 3 ? kLabel : kBodyStrong,
                                        frame_.palette.text, title);
        Tell(frame_, Role::kHeading, "preview/section/" + section.code, title, rect, level);
        column.Gap(space::k4);
      }
      Draw(column, section.items);
      Draw(column, section.sections, static_cast<std::uint8_t>(level + 1));
    }
  }

 private:
  void Draw(Column& column, const std::vector<model::Item>& items) {
    for (const model::Item& item : items) {
      if (left_ == 0) return;
      if (item.type == model::ItemType::kCalculated) continue;
      --left_;
      DrawItem(column, item);
      if (item.children.empty()) continue;
      Column inner = column.Indented(space::k20);
      Draw(inner, item.children);
      FillBox(frame_, {column.x + space::k4, column.y, 2, inner.y - column.y - space::k8},
              frame_.palette.accent_line);
      column.y = inner.y;
    }
  }

  void DrawItem(Column& column, const model::Item& item) {
    const Palette& p = frame_.palette;
    const float top = column.y;
    const std::string_view type = TypeWord(frame_, item.type);
    const float badge = BadgeWidth(frame_, type);
    Column text = column.Indented(0, badge + space::k12);
    std::string label = frame_.Say(item.label);
    if (label.empty()) label = item.code;
    if (item.required || !item.required_when.empty()) label += " *";
    DrawParagraph(frame_, text, kBody, p.text, label);
    DrawBadge(frame_, column.x + column.width - badge, top, type, Mood::kNeutral);
    std::string more;
    const auto add = [&](std::string part) {
      if (!more.empty()) more += " · ";
      more += part;
    };
    constexpr std::size_t kShownOptions = 6;
    std::string options;
    for (std::size_t i = 0; i < item.options.size() && i < kShownOptions; ++i) {
      if (i > 0) options += frame_.language == Language::kEnglish ? ", " : "、";
      options += frame_.Say(item.options[i].label);
    }
    if (item.options.size() > kShownOptions)
      options += " … (" + std::to_string(item.options.size()) + ")";
    if (!options.empty()) add(options);
    if (!item.hint.empty()) add(frame_.Say(item.hint));
    if (!item.relevant.empty()) add(Fill(frame_.Say(say::kShownWhen), item.relevant.text));
    if (!item.constraint.empty()) add(Fill(frame_.Say(say::kMustHold), item.constraint.text));
    text.width = column.width;
    if (!more.empty()) DrawParagraph(frame_, text, kSmall, p.text_soft, more);
    std::string spoken = label;
    spoken += ' ';
    spoken += type;
    if (!more.empty()) spoken += " " + more;
    Tell(frame_, Role::kText, "preview/" + item.code, spoken,
         {column.x, top, column.width, text.y - top});
    column.y = std::max(text.y, top + kBadgeHeight) + space::k8;
  }

  Frame& frame_;
  std::size_t left_;
};

}  // namespace

std::size_t QuestionCount(const model::Form& form) { return CountIn(form.sections); }

std::string_view TypeWord(const Frame& frame, model::ItemType type) {
  return frame.Say(say::kItemTypes[static_cast<std::size_t>(type)]);
}

void DrawFormPreview(Frame& frame, Column& column, const model::Form& form, std::size_t most) {
  Preview(frame, most).Draw(column, form.sections, 3);
}

}  // namespace pingshen::ui
