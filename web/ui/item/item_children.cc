#include "web/ui/item/item_children.h"

#include <algorithm>
#include <string>

#include "web/ui/controls/parts.h"
#include "web/ui/draw/rich_text.h"
#include "web/ui/item/item_answer.h"
#include "web/ui/item/item_attachments.h"
#include "web/ui/item/item_findings.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

constexpr std::uint8_t kDeepestHeading = 6;

std::string NameIn(const Frame& frame, std::string_view around, const model::Item& item) {
  std::string name(around);
  name += ' ';
  name += PlainText(frame.Say(item.label));
  return name;
}

}  // namespace

float InnerPadding(float width_px) {
  constexpr float kNarrow = 240;
  return width_px < kNarrow ? space::k4 : space::k12;
}

// Who of the team scores the item; "": anybody.
std::string GroupNames(const ScreenContext& context, const model::Item& item) {
  std::string names;
  for (const std::string& code : item.scored_by) {
    const auto& groups = context.view.open->form->form.groups;
    const auto group = std::ranges::find(groups, code, &model::CodedLabel::code);
    if (group == groups.end()) continue;
    if (!names.empty()) names += context.frame.language == Language::kEnglish ? ", " : "、";
    names += context.frame.Say(group->label);
  }
  return names;
}

void DrawItemText(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                  const TextStyle& style) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const model::Item& item = *state.item;
  if (item.type == model::ItemType::kNote) {
    DrawRichText(frame, column, style.bold ? kBody : style, frame.Say(item.label));
  } else {
    // The asterisk hangs in front of the line, so that labels stay in one column.
    if (IsRequired(state) && !IsReadOnly(state))
      DrawText(frame, {column.x - kAsteriskPx, column.y + 1, kAsteriskPx, style.line_px},
               kBodyStrong, p.bad, "*");
    DrawParagraph(frame, column, style, p.text, frame.Say(item.label));
  }
  if (!item.hint.empty()) {
    column.Gap(2);
    DrawRichText(frame, column, kSmall, frame.Say(item.hint), p.text_soft);
  }
  if (!item.method.empty()) {
    column.Gap(2);
    DrawParagraph(frame, column, kSmall, p.text_soft,
                  Fill(frame.Say(say::kMethod), frame.Say(item.method)));
  }
  if (const std::string groups = GroupNames(context, item); !groups.empty()) {
    column.Gap(2);
    const std::string text = Fill(frame.Say(say::kScoredBy), groups);
    const Rect rect = DrawParagraph(frame, column, kSmall, p.text_soft, text);
    Tell(frame, Role::kText, state.path.ToString() + "/groups", text, rect);
  }
  if (!item.look_back.empty()) {
    constexpr const Phrase* kUnits[] = {&say::kDays, &say::kWeeks, &say::kMonths, &say::kYears};
    column.Gap(2);
    DrawParagraph(frame, column, kSmall, p.text_soft,
                  Fill(frame.Say(say::kLookBack), std::to_string(item.look_back.count),
                       frame.Say(*kUnits[static_cast<std::size_t>(item.look_back.unit)])));
  }
}

void DrawChild(ScreenContext& context, Column& column, const evaluation::ItemState& child,
               std::string_view around, std::uint8_t level) {
  Frame& frame = context.frame;
  const model::Item& item = *child.item;
  if (!child.relevant || IsHidden(item)) return;
  const std::string path_text = child.path.ToString();
  RevealHere(frame, path_text, column.y);
  const std::string name = NameIn(frame, around, item);
  if (item.type == model::ItemType::kGroup) {
    if (!item.label.empty()) {
      column.Gap(space::k4);
      const Rect rect = DrawParagraph(frame, column, kBodyStrong, frame.palette.accent_pressed,
                                      frame.Say(item.label));
      Tell(frame, Role::kHeading, path_text + "/title", name, rect,
           std::min(level, kDeepestHeading));
      column.Gap(space::k4);
    }
    DrawChildren(context, column, child.children, around, static_cast<std::uint8_t>(level + 1));
    return;
  }
  column.Gap(space::k4);
  Column question = column;
  if (IsRequired(child)) question = column.Indented(kAsteriskPx);
  DrawItemText(context, question, child, kBodyStrong);
  column.y = question.y;
  if (item.type != model::ItemType::kNote) {
    column.Gap(6);
    DrawAnswer(context, column, child, path_text, name);
    DrawFindings(context, column, child, path_text);
    DrawEvidence(context, column, child, path_text, name);
  }
  column.Gap(space::k12);
}

void DrawChildren(ScreenContext& context, Column& column,
                  const std::vector<evaluation::ItemState>& children, std::string_view around,
                  std::uint8_t level) {
  for (const evaluation::ItemState& child : children)
    DrawChild(context, column, child, around, level);
}

}  // namespace pingshen::ui
