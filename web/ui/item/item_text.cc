#include "web/ui/item/item_text.h"

#include <utility>

#include "web/ui/controls/buttons.h"
#include "web/ui/io/page_request.h"
#include "web/ui/item/answer_field.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

using model::ItemType;

constexpr std::uint32_t kMaxIdentifierLength = 40;
// A number needs no field as wide as a page.
constexpr float kShortField = 320;

model::ValueKind KindOf(ItemType type) {
  switch (type) {
    case ItemType::kInteger:
      return model::ValueKind::kInteger;
    case ItemType::kDecimal:
      return model::ValueKind::kDecimal;
    case ItemType::kDate:
      return model::ValueKind::kDate;
    case ItemType::kTime:
      return model::ValueKind::kTime;
    case ItemType::kDateTime:
      return model::ValueKind::kDateTime;
    default:
      return model::ValueKind::kText;
  }
}

Spelling SpellingOf(ItemType type) {
  return type == ItemType::kIdentityNumber ? Spelling::kIdentityNumber
         : type == ItemType::kCreditCode   ? Spelling::kCreditCode
                                           : Spelling::kAny;
}

bool IsShort(ItemType type) {
  switch (type) {
    case ItemType::kInteger:
    case ItemType::kDecimal:
    case ItemType::kDate:
    case ItemType::kTime:
    case ItemType::kDateTime:
    case ItemType::kRegionCode:
    case ItemType::kPhone:
      return true;
    default:
      return false;
  }
}

void LookOf(const Frame& frame, const model::Item& item, TextFieldSpec& field) {
  switch (item.type) {
    case ItemType::kIdentityNumber:
      field.placeholder = frame.Say(say::kIdentityPlaceholder);
      field.max_length = kMaxIdentifierLength;
      break;
    case ItemType::kCreditCode:
      field.placeholder = frame.Say(say::kCreditCodePlaceholder);
      field.max_length = kMaxIdentifierLength;
      break;
    case ItemType::kRegionCode:
      field.mode = InputMode::kNumeric;
      field.placeholder = frame.Say(say::kRegionCodePlaceholder);
      field.max_length = kMaxIdentifierLength;
      break;
    case ItemType::kPhone:
      field.mode = InputMode::kTelephone;
      field.icon = Icon::kPhone;
      field.placeholder = frame.Say(say::kPhonePlaceholder);
      field.max_length = kMaxIdentifierLength;
      break;
    case ItemType::kLongText:
      field.multiline = true;
      break;
    case ItemType::kBarcode:
      field.placeholder = frame.Say(say::kBarcodePlaceholder);
      break;
    case ItemType::kText:
      field.multiline = Appears(item, "multiline");
      if (Appears(item, "numbers")) field.mode = InputMode::kNumeric;
      break;
    default:
      break;
  }
}

}  // namespace

void DrawTextAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                    const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const model::Item& item = *state.item;
  std::string full_name(name);
  const std::string& unit = frame.Say(item.unit);
  if (!unit.empty())
    full_name += frame.language == Language::kEnglish ? " (" + unit + ")" : "（" + unit + "）";
  AnswerFieldSpec spec{.path = state.path,
                       .kind = KindOf(item.type),
                       .spelling = SpellingOf(item.type),
                       .field = {.id = path_text,
                                 .name = full_name,
                                 .text = {},
                                 .unit = unit,
                                 .invalid = IsBroken(state),
                                 .required = IsRequired(state)},
                       .masked = item.type == ItemType::kIdentityNumber};
  LookOf(frame, item, spec.field);
  Column field = column;
  if (IsShort(item.type) && !frame.phone()) field.width = std::min(field.width, kShortField);
  const bool scan = item.type == ItemType::kBarcode && frame.input.services.scan;
  const std::string scan_name = full_name + " " + std::string(frame.Say(say::kScan));
  const std::string scan_id = path_text + "/scan";
  const ButtonSpec button{.id = scan_id,
                          .label = frame.Say(say::kScan),
                          .name = scan_name,
                          .kind = ButtonKind::kSecondary,
                          .icon = Icon::kScan};
  const float button_width = scan ? ButtonWidth(frame, button) : 0;
  const Rect place{column.x + column.width - button_width, field.y, button_width, size::kControl};
  if (scan) field.width -= button_width + space::k8;
  DrawAnswerField(context, field, std::move(spec));
  column.y = field.y;
  if (scan && Button(frame, place, button))
    frame.output.requests.push_back(RequestFor(PageService::kScan, item, state.path, name, 0));
}

void DrawNoteField(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                   const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  std::string full_name(name);
  full_name += ' ';
  full_name += frame.Say(say::kNote);
  DrawAnswerField(context, column,
                  {.path = WithField(state.path, model::kNoteField),
                   .field = {.id = path_text + ":" + std::string(model::kNoteField),
                             .name = full_name,
                             .label = frame.Say(say::kNote),
                             .text = {},
                             .placeholder = frame.Say(say::kNotePlaceholder),
                             .multiline = true}});
  column.Gap(space::k12);
}

}  // namespace pingshen::ui
