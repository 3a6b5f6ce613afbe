#include "web/ui/item/item_card.h"

#include <cmath>
#include <utility>

#include "web/ui/controls/buttons.h"
#include "web/ui/controls/parts.h"
#include "web/ui/draw/rich_text.h"
#include "web/ui/draw/surface.h"
#include "web/ui/item/item_answer.h"
#include "web/ui/item/item_attachments.h"
#include "web/ui/item/item_children.h"
#include "web/ui/item/item_findings.h"
#include "web/ui/item/item_text.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

// Code, star and points.
void DrawCardHead(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                  const std::string& path_text) {
  Frame& frame = context.frame;
  const model::Item& item = *state.item;
  const Rect row = column.Take(kBadgeHeight);
  float x = row.x + DrawBadge(frame, row.x, row.y, item.code,
                              state.answered ? Mood::kAccent : Mood::kNeutral);
  if (item.core) {
    constexpr float kStar = 16;
    x += space::k8;
    DrawIcon(frame, Icon::kStar, {x, row.y, kStar, row.height}, frame.palette.warn, kStar);
    x += kStar + space::k4;
    const std::string_view word = frame.Say(say::kCore);
    DrawText(frame, {x, row.y, 120, row.height}, kSmallStrong, frame.palette.warn, word);
    x += frame.text.Width(word, kSmallStrong);
  }
  if (item.evidence_required) {
    constexpr float kSign = 16;
    const std::string_view word = frame.Say(say::kEvidenceNeeded);
    const float width = kSign + space::k4 + std::ceil(frame.text.Width(word, kSmall)) + 1;
    const float reserve = item.points ? 96.0f : 0.0f;
    if (x + space::k12 + width + reserve <= Right(row)) {
      x += space::k12;
      DrawIcon(frame, Icon::kPaperclip, {x, row.y, kSign, row.height}, frame.palette.text_soft,
               kSign);
      DrawText(frame, {x + kSign + space::k4, row.y, width, row.height}, kSmall,
               frame.palette.text_soft, word);
      x += width;
    }
  }
  if (!item.points) return;
  std::string score;
  ImU32 ink = frame.palette.text_soft;
  if (!state.applicable) {
    score = frame.Say(say::kNotApplicable);
  } else if (state.answered && state.earned) {
    score = Fill(frame.Say(say::kEarnedOf), state.earned->ToString(), item.points->ToString());
    ink = *state.earned == *item.points ? frame.palette.good
          : state.earned->IsZero()      ? frame.palette.bad
                                        : frame.palette.warn;
  } else {
    score = Fill(frame.Say(say::kItemPoints), item.points->ToString());
  }
  const Rect place{x + space::k8, row.y, std::max(1.0f, Right(row) - x - space::k8), row.height};
  DrawText(frame, place, kSmallStrong, ink, score, Align::kRight);
  Tell(frame, Role::kText, path_text + "/score", item.code + " " + score, place);
}

void Toggle(std::set<std::string>& open, const std::string& id) {
  if (!open.erase(id)) open.insert(id);
}

// 依据 and 备注: buttons side by side, what they open below.
void DrawCardFoot(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                  const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  UiState& ui = context.state;
  const model::Item& item = *state.item;
  const bool has_sources = !item.sources.empty();
  const model::Value& note = AnswerAt(context, WithField(state.path, model::kNoteField));
  const bool sources_open = ui.open_sources.contains(path_text);
  const bool note_open = ui.open_notes.contains(path_text) || !note.empty();

  const bool evidence_shown =
      item.evidence_required || ui.open_evidence.contains(path_text) ||
      !AnswerAt(context, WithField(state.path, model::kEvidenceField)).empty();
  const bool asked = model::IsAsked(item.type);

  // Buttons that open something, one behind another, on a second line where they must.
  const float left = column.x - space::k8;
  float x = left, y = column.y;
  bool any = false;
  const auto disclose = [&](std::string_view suffix, Icon icon, const Phrase& word, bool open) {
    const std::string full = std::string(name) + " " + std::string(frame.Say(word));
    const float width = DisclosureWidth(frame, frame.Say(word));
    if (x > left && x + width > column.x + column.width) {
      x = left;
      y += size::kTouch;
    }
    any = true;
    float used = 0;
    const bool tapped = Disclosure(frame, x, y, path_text + std::string(suffix), icon,
                                   frame.Say(word), full, open, &used);
    x += used + space::k4;
    if (tapped) frame.output.animating = true;  // what opens is drawn in the next frame
    return tapped;
  };
  if (asked && !note_open && disclose("/note", Icon::kNote, say::kNote, false)) {
    Toggle(ui.open_notes, path_text);
    frame.output.request_focus = path_text + ":note";
  }
  if (asked && !evidence_shown && disclose("/evidence", Icon::kPaperclip, say::kEvidence, false))
    Toggle(ui.open_evidence, path_text);
  if (has_sources && disclose("/source", Icon::kDocument, say::kSources, sources_open))
    Toggle(ui.open_sources, path_text);
  if (any) column.Gap(y + size::kTouch - column.y);
  if (has_sources && sources_open) {
    Surface ground(frame, column.x, column.y, column.width,
                   {.fill = frame.palette.sunken, .radius = size::kControlRadius});
    Column inner = column.Indented(space::k12, space::k12);
    inner.Gap(space::k8);
    for (const model::Source& source : item.sources) DrawSource(frame, inner, source);
    inner.Gap(space::k4);
    column.y = inner.y;
    ground.End(column.y);
    column.Gap(space::k8);
  }
  if (asked && note_open) DrawNoteField(context, column, state, path_text, name);
}

}  // namespace

void DrawItemCard(ScreenContext& context, Column& column, const evaluation::ItemState& state) {
  Frame& frame = context.frame;
  const Palette& p = frame.palette;
  const model::Item& item = *state.item;
  const std::string path_text = state.path.ToString();
  const std::string name = ItemName(frame, item);
  RevealHere(frame, path_text, column.y);

  Surface::Look look = CardLook(frame);
  if (IsBroken(state)) look.left_bar = p.bad;
  const float padding = frame.phone() ? space::k16 : space::k20;
  Surface card(frame, column.x, column.y, column.width, look);
  Column inner = column.Indented(padding, padding);
  inner.Gap(padding);
  DrawCardHead(context, inner, state, path_text);
  inner.Gap(space::k8);
  const float label_y = inner.y;
  DrawItemText(context, inner, state, kLabel);
  Tell(frame, Role::kHeading, path_text + "/title", name,
       {inner.x, label_y, inner.width, inner.y - label_y}, 3);
  if (item.type != model::ItemType::kNote) {
    inner.Gap(space::k12);
    DrawAnswer(context, inner, state, path_text, name);
    if (IsDefault(context, state))
      DrawRemark(frame, inner, Icon::kInfo, frame.Say(say::kDefaultTaken), p.text_soft);
    DrawFindings(context, inner, state, path_text);
    DrawEvidence(context, inner, state, path_text, name);
    inner.Gap(space::k8);
    DrawCardFoot(context, inner, state, path_text, name);
    inner.Gap(space::k8);
  } else {
    inner.Gap(padding);
  }
  column.y = inner.y;
  card.End(column.y);
}

}  // namespace pingshen::ui
