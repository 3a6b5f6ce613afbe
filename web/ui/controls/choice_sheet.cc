#include "web/ui/controls/choice_sheet.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/base/utf8.h"
#include "web/ui/controls/buttons.h"
#include "web/ui/controls/parts.h"
#include "web/ui/controls/text_field.h"
#include "web/ui/draw/icons.h"
#include "web/ui/draw/surface.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

constexpr float kSheetWidth = 560;
constexpr float kSheetHeight = 680;
constexpr float kSmallSheetWidth = 400;
constexpr float kBarPx = size::kAppBar;
constexpr float kBeyondPx =
    600;  // so far outside the list's part on show choices are in the mirror
constexpr float kRowPadding = space::k16;
constexpr float kMark = 22;

// Lower case, narrow: how two spellings of a word compare.
std::string Folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    char32_t c = NextCodePoint(text, offset);
    constexpr char32_t kWideFirst = 0xFF01, kWideLast = 0xFF5E, kWideShift = 0xFEE0;
    if (c >= kWideFirst && c <= kWideLast) c -= kWideShift;
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    if (c == 0x3000) c = U' ';
    AppendUtf8(out, c);
  }
  return out;
}

float RowHeight(Frame& frame, const Choice& choice, float width) {
  const float tail =
      choice.trailing.empty() ? 0 : frame.text.Width(choice.trailing, kSmall) + space::k8;
  const float text_width = width - 2 * kRowPadding - kMark - space::k12 - tail;
  return std::max(size::kControl, frame.text.Height(choice.label, kBodyStrong, text_width) + 22);
}

// Of a few choices: in the middle, also on a phone.
Rect SmallSheetRect(Frame& frame, const ChoiceSheetSpec& spec) {
  const float width = std::min(kSmallSheetWidth, frame.input.width_px - 2 * space::k24);
  float height = kBarPx + 2 * space::k12;
  for (const Choice& choice : spec.choices) height += RowHeight(frame, choice, width);
  height = std::min(height, frame.input.height_px - 2 * space::k24);
  return {std::floor((frame.input.width_px - width) * 0.5f),
          std::floor((frame.input.height_px - height) * 0.5f), width, height};
}

Rect SheetRect(const Frame& frame) {
  const float width = frame.input.width_px, height = frame.input.height_px;
  if (frame.phone() || height < kSheetHeight * 0.75f) return {0, 0, width, height};
  const float sheet_width = std::min(kSheetWidth, width - 2 * space::k24);
  const float sheet_height = std::min(kSheetHeight, height - 2 * space::k40);
  return {std::floor((width - sheet_width) * 0.5f), std::floor((height - sheet_height) * 0.5f),
          sheet_width, sheet_height};
}

// One choice as a row from edge to edge.
bool DrawSheetRow(Frame& frame, const Rect& row, std::string_view group, ChoiceRole role,
                  const Choice& choice) {
  Control control;
  control.id = choice.id;
  control.role = role == ChoiceRole::kOne ? Role::kRadio : Role::kCheckbox;
  control.name = choice.label;
  control.group = group;
  control.description = choice.trailing;
  control.checked = choice.selected;
  control.rect = row;
  const PointerAnswer answer = Touch(frame, std::move(control));
  if (!frame.Shows(row)) return answer.tapped;
  const Palette& p = frame.palette;
  if (choice.selected || answer.held) {
    FillBox(frame, row, p.accent_soft);
  } else if (answer.hovered) {
    FillBox(frame, row, p.sunken);
  }
  DrawChoiceMark(frame, {row.x + kRowPadding, row.y, kMark, row.height}, role, choice.selected,
                 p.accent);
  const float x = row.x + kRowPadding + kMark + space::k12;
  const float tail =
      choice.trailing.empty() ? 0 : frame.text.Width(choice.trailing, kSmall) + space::k8;
  DrawWrapped(frame, {x, row.y, Right(row) - kRowPadding - tail - x, row.height},
              choice.selected ? kBodyStrong : kBody, choice.selected ? p.accent_pressed : p.text,
              choice.label, Align::kLeft);
  if (tail > 0) {
    DrawText(frame, {x, row.y, Right(row) - kRowPadding - x, row.height}, kSmall, p.text_soft,
             choice.trailing, Align::kRight);
  }
  FillBox(frame, {x, Bottom(row) - space::kHair, Right(row) - x, space::kHair}, p.hairline);
  return answer.tapped;
}

}  // namespace

bool MatchesQuery(std::string_view text, std::string_view query) {
  const std::string hay = Folded(text);
  const std::string words = Folded(query);
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (end > at && hay.find(words.substr(at, end - at)) == std::string::npos) return false;
    at = end + 1;
  }
  return true;
}

bool DrawChoiceField(Frame& frame, Column& column, const ChoiceFieldSpec& spec) {
  const Palette& p = frame.palette;
  constexpr float kChoicePadding = space::k12;
  const float text_width = column.width - 2 * kChoicePadding - size::kIcon - space::k8;
  const float lines = frame.text.Height(spec.chosen, kField, text_width);
  const Rect box = column.Take(std::max(size::kControl, lines + 22));
  Control control;
  control.id = spec.id;
  control.name = spec.name;
  control.description = spec.chosen.empty() ? spec.placeholder : spec.chosen;
  control.expanded = Expanded::kClosed;
  control.disabled = spec.disabled;
  control.invalid = spec.invalid;
  control.required = spec.required;
  control.rect = box;
  const PointerAnswer answer = Touch(frame, std::move(control));
  DrawSurface(frame, box,
              {.fill = spec.disabled ? p.page
                       : answer.held ? p.accent_soft
                                     : p.surface,
               .edge = spec.invalid                    ? p.bad
                       : answer.hovered || answer.held ? p.accent
                       : spec.disabled                 ? p.hairline
                                                       : p.border_strong,
               .radius = size::kControlRadius});
  const Rect text{box.x + kChoicePadding, box.y, text_width, box.height};
  if (spec.chosen.empty()) {
    DrawText(frame, text, kField, p.text_soft, spec.placeholder);
  } else {
    DrawWrapped(frame, text, kField, spec.disabled ? p.text_soft : p.text, spec.chosen,
                Align::kLeft);
  }
  if (!spec.disabled) {
    DrawIcon(frame, Icon::kChevronDown,
             {Right(box) - kChoicePadding - size::kIcon, box.y, size::kIcon, box.height},
             p.text_soft, 16);
  }
  return answer.tapped;
}

ChoiceSheetAnswer DrawChoiceSheet(Frame& frame, const ChoiceSheetSpec& spec,
                                  ChoiceSheetState& state) {
  const Palette& p = frame.palette;
  ChoiceSheetAnswer answer;
  const Rect screen{0, 0, frame.input.width_px, frame.input.height_px};
  const Rect sheet = spec.search ? SheetRect(frame) : SmallSheetRect(frame, spec);
  const bool whole = sheet.width >= screen.width;
  FillBox(frame, screen, whole ? p.surface : p.scrim);
  if (!whole)
    DrawSurface(frame, sheet,
                {.fill = p.surface, .edge = p.hairline, .radius = 16, .shadow = true});
  Tell(frame, Role::kDialog, "sheet", spec.title, sheet);
  if (std::exchange(state.fresh, false)) {
    // On a phone the soft keyboard would cover the list that a person may only want to look at.
    frame.output.request_focus = frame.input.touch || !spec.search ? "sheet/close" : "sheet/search";
    frame.output.animating = true;
  }

  Rect rest = sheet;
  if (whole) {
    rest.y += frame.input.safe_top_px;
    rest.height -= frame.input.safe_top_px + frame.input.safe_bottom_px;
  }
  const float margin = frame.phone() ? space::k16 : space::k20;
  const Rect bar{rest.x, rest.y, rest.width, kBarPx};
  const Rect close{Right(bar) - size::kTouch - space::k8, bar.y + (kBarPx - size::kTouch) * 0.5f,
                   size::kTouch, size::kTouch};
  DrawText(frame, {bar.x + margin, bar.y, close.x - bar.x - margin - space::k8, bar.height}, kLabel,
           p.text, spec.title);
  Tell(frame, Role::kHeading, "sheet/title", spec.title,
       {bar.x + margin, bar.y, close.x - bar.x - margin - space::k8, bar.height}, 2);
  if (IconButton(frame, close, "sheet/close", Icon::kCross, frame.Say(say::kClose), p.text))
    answer.closed = true;
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) answer.closed = true;

  Column head{rest.x + margin, Bottom(bar), rest.width - 2 * margin};
  if (spec.search) {
    LocalTextField(frame, head,
                   {.id = "sheet/search",
                    .name = frame.Say(say::kSearch),
                    .text = {},
                    .placeholder = frame.Say(say::kSearchOptions),
                    .icon = Icon::kSearch,
                    .max_length = 60},
                   state.query);
    head.Gap(space::k8);
  }
  FillBox(frame, {rest.x, head.y, rest.width, space::kHair}, p.hairline);
  Rect list{rest.x, head.y + space::kHair, rest.width, 0};
  float foot = 0;
  if (spec.role == ChoiceRole::kMany) foot = size::kBottomBar;
  list.height = std::max(0.0f, Bottom(rest) - foot - list.y - (whole ? 0 : space::k12));

  std::size_t chosen = 0;
  for (const Choice& choice : spec.choices) chosen += choice.selected ? 1 : 0;
  {
    ScrollArea area(frame, state.scroll, list, ScrollState::Axis::kVertical);
    Column column = area.Content();
    const float top = list.y - kBeyondPx, bottom = Bottom(list) + kBeyondPx;
    bool any = false;
    for (std::size_t i = 0; i < spec.choices.size(); ++i) {
      const Choice& choice = spec.choices[i];
      if (!state.query.empty() && !MatchesQuery(choice.label, state.query)) continue;
      any = true;
      const Rect row = column.Take(RowHeight(frame, choice, column.width));
      if (Bottom(row) < top || row.y > bottom) continue;
      if (DrawSheetRow(frame, row, spec.title, spec.role, choice))
        answer.tapped = static_cast<int>(i);
    }
    if (!any) {
      Column text = column.Indented(margin, margin);
      text.Gap(space::k24);
      const std::string nothing = spec.choices.empty()
                                      ? std::string(spec.empty)
                                      : Fill(frame.Say(say::kNothingFound), state.query);
      const Rect place = DrawParagraph(frame, text, kBody, p.text_soft, nothing, Align::kCentre);
      Tell(frame, Role::kStatus, "sheet/nothing", nothing, place);
      column.y = text.y;
    }
    area.End(column.y);
  }
  if (foot > 0) {
    const Rect place{rest.x, Bottom(list), rest.width, foot};
    FillBox(frame, {place.x, place.y, place.width, space::kHair}, p.hairline);
    const ButtonSpec done{.id = "sheet/done", .label = frame.Say(say::kDoneChoosing)};
    const float width = std::max(120.0f, ButtonWidth(frame, done));
    const float y = place.y + (foot - size::kControl) * 0.5f;
    DrawText(frame, {place.x + margin, y, place.width - 3 * margin - width, size::kControl}, kBody,
             p.text_soft, Fill(frame.Say(say::kChosenCount), std::to_string(chosen)));
    if (Button(frame, {Right(place) - margin - width, y, width, size::kControl}, done))
      answer.closed = true;
  }
  return answer;
}

}  // namespace pingshen::ui
