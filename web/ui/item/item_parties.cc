#include "web/ui/item/item_parties.h"

#include <string>
#include <utility>

#include "core/model/item_fields.h"
#include "web/ui/controls/parts.h"
#include "web/ui/item/answer_field.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

constexpr std::uint32_t kMaxIdentifier = 40;

struct Part {
  std::string_view field;
  const Phrase* placeholder;
  InputMode mode = InputMode::kText;
  Spelling spelling = Spelling::kAny;
};
constexpr Part kInstitutionParts[] = {
    {model::kCreditCodeField, &say::kCreditCodePlaceholder, InputMode::kText,
     Spelling::kCreditCode},
    {model::kRegionField, &say::kRegionCodePlaceholder, InputMode::kNumeric},
};
constexpr Part kPersonParts[] = {
    {model::kIdNumberField, &say::kIdentityPlaceholder, InputMode::kText,
     Spelling::kIdentityNumber},
    {model::kPhoneField, &say::kPhonePlaceholder, InputMode::kTelephone},
    {model::kTitleField, &say::kTitlePlaceholder},
};

}  // namespace

void DrawPartyAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                     const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const bool person = state.item->type == model::ItemType::kPerson;
  const Phrase& main = person ? say::kPersonName : say::kInstitutionName;
  const auto named = [&](std::string_view label) {
    std::string full(name);
    full += ' ';
    full += label;
    return full;
  };
  const std::string main_name = named(frame.Say(main));
  DrawAnswerField(context, column,
                  {.path = state.path,
                   .field = {.id = path_text,
                             .name = main_name,
                             .label = frame.Say(main),
                             .text = {},
                             .placeholder = frame.Say(person ? say::kPersonPlaceholder
                                                             : say::kInstitutionNamePlaceholder),
                             .required = IsRequired(state)}});

  const std::span<const Part> parts =
      person ? std::span<const Part>(kPersonParts) : std::span<const Part>(kInstitutionParts);
  constexpr float kLeastField = 230;
  const float gap = space::k12;
  const bool two = column.width >= 2 * kLeastField + gap;
  const float width = two ? (column.width - gap) * 0.5f : column.width;
  float row_y = column.y + space::k12, lowest = row_y;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Part& part = parts[i];
    const bool right = two && i % 2 == 1;
    if (!right) row_y = i == 0 ? row_y : lowest + space::k12;
    Column place{right ? column.x + width + gap : column.x, row_y, width};
    const model::Text words = model::FieldLabel(*state.item, part.field);
    const std::string& label = frame.Say(words);
    const std::string full_name = named(label);
    DrawAnswerField(context, place,
                    {.path = WithField(state.path, part.field),
                     .spelling = part.spelling,
                     .field = {.id = path_text + ":" + std::string(part.field),
                               .name = full_name,
                               .label = label,
                               .text = {},
                               .placeholder = frame.Say(*part.placeholder),
                               .mode = part.mode,
                               .max_length = part.field == model::kTitleField ? 0 : kMaxIdentifier},
                     .masked = part.field == model::kIdNumberField});
    lowest = right ? std::max(lowest, place.y) : place.y;
  }
  column.y = lowest;
}

}  // namespace pingshen::ui
