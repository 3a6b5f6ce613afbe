// Answers that are typed.
#include <utility>

#include "core/base/utf8.h"
#include "web/ui/buttons.h"
#include "web/ui/item_card.h"
#include "web/ui/parts.h"
#include "web/ui/text_field.h"

namespace pingshen::ui {
namespace {

constexpr std::uint32_t kMaxLine = 500;
constexpr std::uint32_t kMaxLongText = 5000;
constexpr std::uint32_t kMaxNumber = 40;

std::string MalformedSentence(const Frame& frame, model::ItemType type, std::string_view text) {
  const Phrase& what = type == model::ItemType::kInteger ? say::kNotAnInteger
                       : type == model::ItemType::kDate  ? say::kNotADate
                                                         : say::kNotANumber;
  return Fill(frame.Say(say::kNotStored), Fill(frame.Say(what), text));
}

// Why a draft is not stored; "" when there is no problem.
std::string ProblemSentence(const Frame& frame, model::ItemType type, const Drafts::Shown& shown) {
  if (shown.problem == nullptr) return {};
  switch (shown.problem->kind) {
    case DraftProblem::Kind::kMalformed:
      return MalformedSentence(frame, type, shown.text);
    case DraftProblem::Kind::kCorrectable:
      return Fill(frame.Say(say::kNotStored), frame.Say(say::kNotCanonical));
    case DraftProblem::Kind::kRefused:
      return Fill(frame.Say(say::kNotStored), shown.problem->sentence);
  }
  return {};
}

void OfferCorrection(ScreenContext& context, Column& column, const std::string& id,
                     const Drafts::Shown& shown) {
  if (shown.problem == nullptr || shown.problem->kind != DraftProblem::Kind::kCorrectable) return;
  const std::string correction = shown.problem->correction;
  const std::string label = Fill(context.frame.Say(say::kCorrectTo), correction);
  column.Gap(space::k8);
  const ButtonSpec button{.id = id + "/correct", .label = label, .kind = ButtonKind::kSecondary};
  const float width = std::min(column.width, ButtonWidth(context.frame, button));
  const Rect row = column.Take(size::kControl);
  if (Button(context.frame, {row.x, row.y, width, row.height}, button))
    context.OpenDrafts().Replace(id, correction);
}

}  // namespace

std::string IdentifierSentence(const Frame& frame, model::IdentityProblem problem,
                               std::string_view text) {
  using enum model::IdentityProblem;
  switch (problem) {
    case kNone:
      return {};
    case kLength:
      return Fill(frame.Say(say::kLengthWrong), std::to_string(CodePointCount(text)));
    case kFifteenDigits:
      return std::string(frame.Say(say::kFifteenDigits));
    case kCharacter:
      return std::string(frame.Say(say::kCharacterWrong));
    case kDate:
      return std::string(frame.Say(say::kDateWrong));
    case kCheckDigit:
      return std::string(frame.Say(say::kCheckDigitWrong));
    case kNotCanonical:
      return std::string(frame.Say(say::kNotCanonical));
  }
  return {};
}

void DrawTextAnswer(ScreenContext& context, Column& column, const session::ItemState& state,
                    const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const model::Item& item = *state.item;
  const model::Value& value = AnswerAt(context, state.path);
  Drafts& drafts = context.OpenDrafts();
  const bool may_not_apply = item.allows_not_applicable;
  const bool not_applicable = may_not_apply && value.kind() == model::ValueKind::kChoice;
  drafts.Know(path_text, {state.path, item.type}, value);
  const Drafts::Shown shown =
      drafts.Show(path_text, not_applicable ? std::string_view() : std::string_view(value.text()),
                  frame.mirror.Focused(path_text));
  const std::string problem = ProblemSentence(frame, item.type, shown);

  std::string full_name(name);
  const std::string& unit = frame.Say(item.unit);
  if (!unit.empty())
    full_name += frame.language == Language::kEnglish ? " (" + unit + ")" : "（" + unit + "）";
  TextFieldSpec spec{.id = path_text,
                     .name = full_name,
                     .text = shown.text,
                     .unit = unit,
                     .error = problem,
                     .required = item.required};
  std::string masked;
  switch (item.type) {
    case model::ItemType::kInteger:
    case model::ItemType::kDecimal:
      spec.mode =
          item.type == model::ItemType::kInteger ? InputMode::kNumeric : InputMode::kDecimal;
      spec.placeholder = frame.Say(say::kNumberPlaceholder);
      spec.max_length = kMaxNumber;
      break;
    case model::ItemType::kDate:
      spec.mode = InputMode::kDate;
      spec.placeholder = frame.Say(say::kDatePlaceholder);
      spec.icon = Icon::kClock;
      break;
    case model::ItemType::kIdentityNumber:
      spec.placeholder = frame.Say(say::kIdentityPlaceholder);
      spec.max_length = kMaxNumber;
      if (!shown.text.empty()) masked = model::MaskIdentityNumber(shown.text);
      spec.shown = masked;
      break;
    case model::ItemType::kCreditCode:
      spec.placeholder = frame.Say(say::kCreditCodePlaceholder);
      spec.max_length = kMaxNumber;
      break;
    case model::ItemType::kLongText:
      spec.multiline = true;
      spec.placeholder = frame.Say(say::kTextPlaceholder);
      spec.max_length = kMaxLongText;
      break;
    default:
      spec.placeholder = frame.Say(say::kTextPlaceholder);
      spec.max_length = kMaxLine;
  }
  // A number needs no field as wide as a page.
  constexpr float kShortField = 320;
  const bool is_short = item.type == model::ItemType::kInteger ||
                        item.type == model::ItemType::kDecimal ||
                        item.type == model::ItemType::kDate;
  Column field = column;
  if (is_short && !frame.phone()) field.width = std::min(field.width, kShortField);
  DrawTextField(frame, field, spec);
  OfferCorrection(context, field, path_text, shown);
  column.y = field.y;

  if (may_not_apply) {
    column.Gap(space::k8);
    const ButtonSpec button{.id = path_text + "=" + std::string(model::kNotApplicable),
                            .label = frame.Say(say::kNotApplicable),
                            .kind = ButtonKind::kSecondary};
    const Rect row = column.Take(size::kControl);
    Control control;
    control.id = button.id;
    control.role = Role::kCheckbox;
    control.name = button.label;
    control.group = name;
    control.checked = not_applicable;
    control.rect = {row.x, row.y, std::min(row.width, ButtonWidth(frame, button)), row.height};
    const Rect box = control.rect;
    const PointerAnswer answer = Touch(frame, std::move(control));
    const Palette& p = frame.palette;
    DrawSurface(frame, box,
                {.fill = not_applicable || answer.held ? p.accent_soft : p.surface,
                 .edge = not_applicable ? p.accent : p.border_strong,
                 .radius = size::kControlRadius});
    DrawText(frame, box, not_applicable ? kBodyStrong : kBody,
             not_applicable ? p.accent_pressed : p.text, button.label, Align::kCentre);
    if (answer.tapped) {
      Set(context, state.path,
          not_applicable ? model::Value()
                         : model::Value::Choice(std::string(model::kNotApplicable)));
    }
  }
}

void DrawNoteField(ScreenContext& context, Column& column, const session::ItemState& state,
                   const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const model::FieldPath path = WithField(state.path, model::kNoteField);
  const model::Value& value = AnswerAt(context, path);
  const std::string id = path_text + ":" + std::string(model::kNoteField);
  Drafts& drafts = context.OpenDrafts();
  drafts.Know(id, {path, model::ItemType::kLongText}, value);
  const Drafts::Shown shown = drafts.Show(id, value.text(), frame.mirror.Focused(id));
  const std::string problem = ProblemSentence(frame, model::ItemType::kLongText, shown);
  std::string full_name(name);
  full_name += ' ';
  full_name += frame.Say(say::kNote);
  DrawTextField(frame, column,
                {.id = id,
                 .name = full_name,
                 .label = frame.Say(say::kNote),
                 .text = shown.text,
                 .placeholder = frame.Say(say::kNotePlaceholder),
                 .error = problem,
                 .multiline = true,
                 .max_length = kMaxLongText});
  column.Gap(space::k12);
}

}  // namespace pingshen::ui
