#include "web/ui/item/item_attachments.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "core/evaluation/attachment_rules.h"
#include "web/ui/controls/buttons.h"
#include "web/ui/controls/parts.h"
#include "web/ui/draw/surface.h"
#include "web/ui/io/page_request.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/strings_items.h"
#include "web/ui/words/time_text.h"

namespace pingshen::ui {
namespace {

using model::ItemType;

constexpr float kTileGap = space::k8;
constexpr float kLeastTile = 100, kMostTile = 160;

struct Shelf {
  ScreenContext& context;
  const evaluation::ItemState& state;
  model::FieldPath path;  // with kEvidenceField for evidence
  std::string id;         // of the strip
  std::string_view name;  // for people
  std::vector<std::string> names;
  std::size_t most = 1;
};

std::string_view ExtensionOf(std::string_view name) {
  const std::size_t point = name.rfind('.');
  return point == std::string_view::npos ? std::string_view() : name.substr(point + 1);
}

Icon IconOf(std::string_view name) {
  const std::string_view extension = ExtensionOf(name);
  if (evaluation::IsPicture(extension)) return Icon::kImage;
  const std::string_view type = evaluation::MediaTypeOf(extension);
  if (type.starts_with("audio/")) return Icon::kMicrophone;
  if (type.starts_with("video/")) return Icon::kVideo;
  return Icon::kDocument;
}

// What people call an attachment: its own name, or its number.
struct Label {
  std::string name;
  std::string size;
};
Label LabelOf(const Shelf& shelf, std::size_t index) {
  const Frame& frame = shelf.context.frame;
  const auto* known = shelf.context.view.open->attachments;
  if (known != nullptr) {
    if (const auto found = known->find(shelf.names[index]); found != known->end()) {
      const model::Attachment& attachment = found->second;
      return {attachment.original_name.empty()
                  ? Fill(frame.Say(say::kAttachmentName), std::to_string(index + 1))
                  : attachment.original_name,
              SizeText(attachment.size_bytes)};
    }
  }
  return {Fill(frame.Say(say::kAttachmentName), std::to_string(index + 1)),
          std::string(ExtensionOf(shelf.names[index]))};
}

std::string IdOf(const Shelf& shelf, std::size_t index) {
  return shelf.id + "/" + std::to_string(index + 1);
}

void AskToRemove(const Shelf& shelf, std::size_t index, const std::string& label) {
  shelf.context.state.question =
      Question{session::Detach{shelf.path, shelf.names[index]},
               Fill(shelf.context.frame.Say(say::kRemoveAttachmentTitle), label),
               &say::kRemoveAttachmentText};
}

// The picture, filling the box, or a sign where there is none yet.
void DrawPicture(Frame& frame, const Rect& box, std::string_view name, bool whole) {
  const Palette& p = frame.palette;
  FillBox(frame, box, p.sunken, size::kControlRadius);
  if (!frame.Shows(box)) return;
  Pictures::Picture picture;
  if (frame.input.pictures != nullptr && evaluation::IsPicture(ExtensionOf(name)))
    picture = frame.input.pictures->Find(name);
  if (picture.state != Pictures::State::kReady || picture.width_px <= 0 || picture.height_px <= 0) {
    DrawIcon(frame, IconOf(name), box, p.border_strong, 28);
    return;
  }
  const float box_shape = box.width / box.height, shape = picture.width_px / picture.height_px;
  const auto texture = static_cast<ImTextureID>(picture.texture);
  if (whole) {  // all of it, with margins
    const float scale = std::min(box.width / picture.width_px, box.height / picture.height_px);
    const float width = picture.width_px * scale, height = picture.height_px * scale;
    const ImVec2 at(box.x + (box.width - width) * 0.5f, box.y + (box.height - height) * 0.5f);
    frame.draw.AddImage(texture, at, {at.x + width, at.y + height});
    return;
  }
  // Cut to the box around its middle.
  float u = 0, v = 0;
  if (shape > box_shape) {
    u = (1 - box_shape / shape) * 0.5f;
  } else {
    v = (1 - shape / box_shape) * 0.5f;
  }
  frame.draw.AddImageRounded(texture, {box.x, box.y}, {Right(box), Bottom(box)}, {u, v},
                             {1 - u, 1 - v}, IM_COL32_WHITE, size::kControlRadius - 1,
                             ImDrawFlags_RoundCornersTop);
}

bool RemoveButton(Shelf& shelf, const Rect& rect, std::size_t index, const std::string& label) {
  Frame& frame = shelf.context.frame;
  std::string name(shelf.name);
  name += ' ';
  name += frame.Say(say::kRemoveAttachment);
  name += ' ';
  name += label;
  return IconButton(frame, rect, IdOf(shelf, index) + "/remove", Icon::kTrash, name,
                    frame.palette.text_soft);
}

void DrawTile(Shelf& shelf, const Rect& tile, std::size_t index) {
  Frame& frame = shelf.context.frame;
  const Palette& p = frame.palette;
  const Label label = LabelOf(shelf, index);
  DrawSurface(frame, tile, {.fill = p.surface, .edge = p.hairline, .radius = size::kControlRadius});
  const Rect picture{tile.x + 1, tile.y + 1, tile.width - 2, tile.height - size::kTouch - 1};
  Control control;
  control.id = IdOf(shelf, index);
  control.name = shelf.name;
  control.name += ' ';
  control.name += label.name;
  control.description = frame.Say(say::kOpenAttachment);
  control.rect = picture;
  const PointerAnswer answer = Touch(frame, std::move(control));
  DrawPicture(frame, picture, shelf.names[index], false);
  if (answer.held || answer.hovered) StrokeBox(frame, tile, p.accent, size::kControlRadius, 2);
  if (answer.tapped) shelf.context.Apply(session::SaveAttachment{shelf.names[index]});
  const Rect foot{tile.x, Bottom(picture), tile.width, size::kTouch};
  DrawText(frame, {foot.x + space::k8, foot.y, foot.width - space::k8 - size::kTouch, foot.height},
           kSmall, p.text_soft, label.size);
  if (RemoveButton(shelf, {Right(foot) - size::kTouch, foot.y, size::kTouch, size::kTouch}, index,
                   label.name))
    AskToRemove(shelf, index, label.name);
}

void DrawTiles(Shelf& shelf, Column& column) {
  const int fitting = static_cast<int>((column.width + kTileGap) / (kLeastTile + kTileGap));
  const int per_row = std::max(1, std::min(fitting, 4));
  const float width =
      std::min(kMostTile, std::floor((column.width - kTileGap * static_cast<float>(per_row - 1)) /
                                     static_cast<float>(per_row)));
  Rect row;
  for (std::size_t i = 0; i < shelf.names.size(); ++i) {
    const int place = static_cast<int>(i) % per_row;
    if (place == 0) {
      if (i > 0) column.Gap(kTileGap);
      row = column.Take(std::round(width * 0.75f) + size::kTouch);
    }
    DrawTile(shelf,
             {row.x + static_cast<float>(place) * (width + kTileGap), row.y, width, row.height}, i);
  }
}

void DrawFileRow(Shelf& shelf, Column& column, std::size_t index) {
  Frame& frame = shelf.context.frame;
  const Palette& p = frame.palette;
  const Label label = LabelOf(shelf, index);
  const Rect row = column.Take(size::kControl + space::k8);
  DrawSurface(frame, row, {.fill = p.surface, .edge = p.hairline, .radius = size::kControlRadius});
  const Rect remove{Right(row) - size::kTouch - 2, row.y + (row.height - size::kTouch) * 0.5f,
                    size::kTouch, size::kTouch};
  const Rect open{row.x, row.y, remove.x - row.x, row.height};
  Control control;
  control.id = IdOf(shelf, index);
  control.name = shelf.name;
  control.name += ' ';
  control.name += label.name;
  control.description = label.size;
  control.rect = open;
  const PointerAnswer answer = Touch(frame, std::move(control));
  if (answer.held || answer.hovered)
    FillBox(frame, Inset(open, 1, 1), p.accent_soft, size::kControlRadius);
  if (answer.tapped) shelf.context.Apply(session::SaveAttachment{shelf.names[index]});
  constexpr float kSign = 36;
  const Rect sign{row.x + space::k8, row.y + (row.height - kSign) * 0.5f, kSign, kSign};
  FillBox(frame, sign, p.accent_soft, 8);
  DrawIcon(frame, IconOf(shelf.names[index]), sign, p.accent);
  const float x = Right(sign) + space::k12;
  const float top = row.y + (row.height - kBody.line_px - kSmall.line_px) * 0.5f;
  DrawText(frame, {x, top, open.width + open.x - x - space::k4, kBody.line_px}, kBody, p.text,
           label.name);
  DrawText(frame, {x, top + kBody.line_px, open.width + open.x - x - space::k4, kSmall.line_px},
           kSmall, p.text_soft, label.size);
  if (RemoveButton(shelf, remove, index, label.name)) AskToRemove(shelf, index, label.name);
}

struct Adding {
  PageService service;
  const Phrase* label;
  Icon icon;
};
std::vector<Adding> AddingsOf(ItemType type, bool evidence) {
  if (evidence)
    return {{PageService::kCamera, &say::kTakePhoto, Icon::kCamera},
            {PageService::kFiles, &say::kPickFile, Icon::kPaperclip}};
  switch (type) {
    case ItemType::kPhoto:
      return {{PageService::kCamera, &say::kTakePhoto, Icon::kCamera},
              {PageService::kFiles, &say::kPickPhoto, Icon::kImage}};
    case ItemType::kAudio:
      return {{PageService::kCamera, &say::kRecordAudio, Icon::kMicrophone},
              {PageService::kFiles, &say::kPickAudio, Icon::kPaperclip}};
    case ItemType::kVideo:
      return {{PageService::kCamera, &say::kRecordVideo, Icon::kVideo},
              {PageService::kFiles, &say::kPickVideo, Icon::kPaperclip}};
    default:
      return {{PageService::kFiles, &say::kPickFile, Icon::kPaperclip}};
  }
}

void Ask(Shelf& shelf, PageService service) {
  shelf.context.frame.output.requests.push_back(
      RequestFor(service, *shelf.state.item, shelf.path, shelf.name, shelf.names.size()));
}

void DrawAddButtons(Shelf& shelf, Column& column, const std::vector<Adding>& addings) {
  Frame& frame = shelf.context.frame;
  const bool full = shelf.names.size() >= shelf.most;
  const float gap = space::k8;
  const float count = static_cast<float>(addings.size());
  float widest = 0;
  for (const Adding& adding : addings)
    widest = std::max(widest, ButtonWidth(frame, {.id = {},
                                                  .label = frame.Say(*adding.label),
                                                  .kind = ButtonKind::kSecondary,
                                                  .icon = adding.icon}));
  const bool beside = widest * count + gap * (count - 1) <= column.width;
  const float width =
      beside ? std::min((column.width - gap * (count - 1)) / count, std::max(widest, 200.0f))
             : column.width;
  Rect row = column.Take(size::kControl);
  for (std::size_t i = 0; i < addings.size(); ++i) {
    if (i > 0 && !beside) {
      column.Gap(gap);
      row = column.Take(size::kControl);
    }
    std::string full_name(shelf.name);
    full_name += ' ';
    full_name += frame.Say(*addings[i].label);
    const float x = beside ? row.x + static_cast<float>(i) * (width + gap) : row.x;
    if (Button(frame, {x, row.y, width, row.height},
               {.id = shelf.id + (addings[i].service == PageService::kCamera ? "/camera" : "/add"),
                .label = frame.Say(*addings[i].label),
                .name = full_name,
                .kind = ButtonKind::kSecondary,
                .icon = addings[i].icon,
                .disabled = full,
                .description = full ? frame.Say(say::kAttachmentFull) : std::string_view()}))
      Ask(shelf, addings[i].service);
  }
  if (shelf.most <= 1) return;
  column.Gap(space::k4);
  DrawParagraph(frame, column, kSmall, frame.palette.text_soft,
                Fill(frame.Say(say::kAttachmentCount), std::to_string(shelf.names.size()),
                     std::to_string(shelf.most)));
}

void DrawShelf(Shelf& shelf, Column& column, bool evidence) {
  const float top = column.y;
  const bool pictures =
      !shelf.names.empty() && std::ranges::all_of(shelf.names, [](const std::string& name) {
        return evaluation::IsPicture(ExtensionOf(name));
      });
  if (pictures) {
    DrawTiles(shelf, column);
    column.Gap(space::k12);
  } else {
    for (std::size_t i = 0; i < shelf.names.size(); ++i) {
      DrawFileRow(shelf, column, i);
      column.Gap(space::k8);
    }
  }
  DrawAddButtons(shelf, column, AddingsOf(shelf.state.item->type, evidence));
  Frame& frame = shelf.context.frame;
  const Rect whole{column.x, top, column.width, column.y - top};
  if (shelf.names.size() < shelf.most && frame.Shows(whole) && !frame.mirror.muted()) {
    frame.output.file_places.push_back(
        {Intersection(whole, frame.clip), RequestFor(PageService::kFiles, *shelf.state.item,
                                                     shelf.path, shelf.name, shelf.names.size())});
  }
}

// An empty line to sign on, or the signature.
void DrawSignature(Shelf& shelf, Column& column) {
  Frame& frame = shelf.context.frame;
  const Palette& p = frame.palette;
  constexpr float kHeight = 132, kWidest = 420;
  Rect box = column.Take(kHeight);
  box.width = std::min(box.width, kWidest);
  const bool there = !shelf.names.empty();
  std::string full_name(shelf.name);
  full_name += ' ';
  full_name += frame.Say(there ? say::kDrawAgain : say::kDrawSignature);
  if (there) {
    DrawSurface(frame, box,
                {.fill = p.surface, .edge = p.hairline, .radius = size::kControlRadius});
    DrawPicture(frame, Inset(box, 8, 8), shelf.names.front(), true);
    std::string told(shelf.name);
    Tell(frame, Role::kImage, shelf.id + "/picture", told, box);
    column.Gap(space::k8);
    Column row{column.x, column.y, box.width};
    const Rect place = row.Take(size::kControl);
    const Rect remove{Right(place) - size::kTouch, place.y + 2, size::kTouch, size::kTouch};
    if (Button(frame, {place.x, place.y, place.width - size::kTouch - space::k8, place.height},
               {.id = shelf.id + "/draw",
                .label = frame.Say(say::kDrawAgain),
                .name = full_name,
                .kind = ButtonKind::kSecondary,
                .icon = Icon::kPen}))
      Ask(shelf, PageService::kDrawing);
    const Label label = LabelOf(shelf, 0);
    if (RemoveButton(shelf, remove, 0, label.name)) AskToRemove(shelf, 0, label.name);
    column.y = row.y;
    return;
  }
  Control control;
  control.id = shelf.id + "/draw";
  control.name = full_name;
  control.required = IsRequired(shelf.state);
  control.rect = box;
  const PointerAnswer answer = Touch(frame, std::move(control));
  DrawSurface(frame, box,
              {.fill = answer.held ? p.accent_soft : p.surface,
               .edge = answer.held || answer.hovered ? p.accent : p.border_strong,
               .radius = size::kControlRadius});
  // The line to sign on, and what to do.
  FillBox(frame,
          {box.x + space::k24, box.y + kHeight - 40, box.width - 2 * space::k24, space::kHair},
          p.border_strong);
  const std::string_view word = frame.Say(say::kDrawSignature);
  const float width = size::kIcon + space::k8 + frame.text.Width(word, kBodyStrong);
  const float x = box.x + (box.width - width) * 0.5f;
  const Rect line{x, box.y, width, kHeight - 40};
  DrawIcon(frame, Icon::kPen, {line.x, line.y, size::kIcon, line.height}, p.accent);
  DrawText(frame, {line.x + size::kIcon + space::k8, line.y, width, line.height}, kBodyStrong,
           p.accent, word);
  if (answer.tapped) Ask(shelf, PageService::kDrawing);
}

Shelf ShelfOf(ScreenContext& context, const evaluation::ItemState& state, std::string_view field,
              std::string id, std::string_view name) {
  const model::FieldPath path = WithField(state.path, field);
  return {context,
          state,
          path,
          std::move(id),
          name,
          AnswerAt(context, path).Attachments(),
          evaluation::RuleOf(*state.item, field).max_count};
}

}  // namespace

void DrawAttachmentAnswer(ScreenContext& context, Column& column,
                          const evaluation::ItemState& state, const std::string& path_text,
                          std::string_view name) {
  Shelf shelf = ShelfOf(context, state, {}, path_text, name);
  if (state.item->type == ItemType::kSignature) {
    DrawSignature(shelf, column);
  } else {
    DrawShelf(shelf, column, false);
  }
}

void DrawEvidence(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                  const std::string& path_text, std::string_view name) {
  if (!model::IsAsked(state.item->type)) return;
  const bool open = context.state.open_evidence.contains(path_text);
  std::string full_name(name);
  full_name += ' ';
  full_name += context.frame.Say(say::kEvidence);
  Shelf shelf = ShelfOf(context, state, model::kEvidenceField,
                        path_text + ":" + std::string(model::kEvidenceField), full_name);
  if (!state.item->evidence_required && shelf.names.empty() && !open) return;
  Frame& frame = context.frame;
  column.Gap(space::k12);
  const Rect line = column.Take(kBodyStrong.line_px);
  const std::string_view label = frame.Say(say::kEvidence);
  DrawText(frame, line, kBodyStrong, frame.palette.text, label);
  if (state.item->evidence_required) {
    const float used = frame.text.Width(label, kBodyStrong) + space::k8;
    DrawText(frame, {line.x + used, line.y, line.width - used, line.height}, kSmall,
             frame.palette.text_soft, frame.Say(say::kRequired));
  }
  column.Gap(6);
  DrawShelf(shelf, column, true);
}

}  // namespace pingshen::ui
