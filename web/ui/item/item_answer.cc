#include "web/ui/item/item_answer.h"

#include "core/model/item_fields.h"
#include "web/ui/item/item_attachments.h"
#include "web/ui/item/item_choice.h"
#include "web/ui/item/item_deductions.h"
#include "web/ui/item/item_grade.h"
#include "web/ui/item/item_not_applicable.h"
#include "web/ui/item/item_order.h"
#include "web/ui/item/item_parties.h"
#include "web/ui/item/item_position.h"
#include "web/ui/item/item_range.h"
#include "web/ui/item/item_ratio.h"
#include "web/ui/item/item_read_only.h"
#include "web/ui/item/item_repeat.h"
#include "web/ui/item/item_stages.h"
#include "web/ui/item/item_table.h"
#include "web/ui/item/item_text.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/screen/item_words.h"

namespace pingshen::ui {

bool IsHidden(const model::Item& item) {
  return item.type == model::ItemType::kCalculated && item.label.empty();
}

namespace {

using model::ItemType;

using AnswerDrawer = void(ScreenContext& context, Column& column, const evaluation::ItemState& item,
                          const std::string& path_text, std::string_view name);

AnswerDrawer* DrawerOf(const model::Item& item) {
  switch (item.type) {
    case ItemType::kNote:
    case ItemType::kGroup:
      return nullptr;
    case ItemType::kYesNoNa:
    case ItemType::kSingleChoice:
    case ItemType::kMultipleChoice:
      return DrawChoiceAnswer;
    case ItemType::kInteger:
    case ItemType::kDecimal:
      return IsSlider(item) ? DrawRangeAnswer : DrawTextAnswer;
    case ItemType::kDate:
    case ItemType::kTime:
    case ItemType::kDateTime:
    case ItemType::kText:
    case ItemType::kLongText:
    case ItemType::kIdentityNumber:
    case ItemType::kCreditCode:
    case ItemType::kRegionCode:
    case ItemType::kPhone:
    case ItemType::kBarcode:
      return DrawTextAnswer;
    case ItemType::kDeductions:
      return DrawDeductionsAnswer;
    case ItemType::kRepeat:
      return DrawRepeatAnswer;
    case ItemType::kTable:
      return DrawTableAnswer;
    case ItemType::kGrade:
      return DrawGradeAnswer;
    case ItemType::kRatio:
      return DrawRatioAnswer;
    case ItemType::kStages:
      return DrawStagesAnswer;
    case ItemType::kInstitution:
    case ItemType::kPerson:
      return DrawPartyAnswer;
    case ItemType::kPhoto:
    case ItemType::kFile:
    case ItemType::kAudio:
    case ItemType::kVideo:
    case ItemType::kSignature:
      return DrawAttachmentAnswer;
    case ItemType::kPosition:
    case ItemType::kTrace:
    case ItemType::kShape:
      return DrawPositionAnswer;
    case ItemType::kRank:
      return DrawRankAnswer;
    case ItemType::kAcknowledge:
      return DrawAcknowledgeAnswer;
    case ItemType::kCalculated:
      return DrawReadOnlyAnswer;
  }
  return nullptr;
}

// Controls with "does not apply" among their own choices.
bool OffersNotApplicable(ItemType type) {
  switch (type) {
    case ItemType::kYesNoNa:
    case ItemType::kSingleChoice:
    case ItemType::kMultipleChoice:
    case ItemType::kDeductions:
    case ItemType::kGrade:
      return true;
    default:
      return false;
  }
}

}  // namespace

void DrawAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                const std::string& path_text, std::string_view name) {
  const model::Item& item = *state.item;
  AnswerDrawer* const draw = DrawerOf(item);
  if (draw == nullptr) return;
  // Frames stay open for what is inside them.
  if (IsReadOnly(state) && !model::HasInstances(item.type)) {
    DrawReadOnlyAnswer(context, column, state, path_text, name);
    return;
  }
  // What stands instead of a whole table of fields leaves no field to fill in.
  const bool na = item.allows_not_applicable &&
                  AnswerAt(context, state.path).HasCode(model::kNotApplicable) &&
                  AnswerAt(context, state.path).kind() == model::ValueKind::kChoice;
  const bool apart = !OffersNotApplicable(item.type);
  if (!na || !apart || model::AnswerKind(item.type)) draw(context, column, state, path_text, name);
  if (apart) DrawNotApplicable(context, column, state, path_text, name);
}

}  // namespace pingshen::ui
