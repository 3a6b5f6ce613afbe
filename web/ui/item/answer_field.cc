#include "web/ui/item/answer_field.h"

#include <utility>

#include "core/model/identifiers.h"
#include "web/ui/controls/buttons.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/strings_items.h"
#include "web/ui/words/time_text.h"

namespace pingshen::ui {
namespace {

constexpr std::uint32_t kMaxLine = 500;
constexpr std::uint32_t kMaxLongText = 5000;
constexpr std::uint32_t kMaxNumber = 40;

const Phrase& MalformedPhrase(model::ValueKind kind) {
  switch (kind) {
    case model::ValueKind::kInteger:
      return say::kNotAnInteger;
    case model::ValueKind::kDate:
      return say::kNotADate;
    case model::ValueKind::kTime:
    case model::ValueKind::kDateTime:
      return say::kNotATime;
    default:
      return say::kNotANumber;
  }
}

// Why a draft is not stored; "" when there is no problem.
std::string ProblemSentence(const Frame& frame, model::ValueKind kind, const Drafts::Shown& shown) {
  if (shown.problem == nullptr) return {};
  switch (shown.problem->kind) {
    case DraftProblem::Kind::kMalformed:
      return Fill(frame.Say(say::kNotStored), Fill(frame.Say(MalformedPhrase(kind)), shown.text));
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

// What the kind of value says about the field.
void CompleteLook(const Frame& frame, model::ValueKind kind, TextFieldSpec& field) {
  const auto placeholder = [&](const Phrase& phrase) {
    if (field.placeholder.empty()) field.placeholder = frame.Say(phrase);
  };
  switch (kind) {
    case model::ValueKind::kInteger:
    case model::ValueKind::kDecimal:
    case model::ValueKind::kFigure:
      if (field.mode == InputMode::kText)
        field.mode = kind == model::ValueKind::kInteger ? InputMode::kNumeric : InputMode::kDecimal;
      placeholder(say::kNumberPlaceholder);
      if (field.max_length == 0) field.max_length = kMaxNumber;
      break;
    case model::ValueKind::kDate:
      field.mode = InputMode::kDate;
      placeholder(say::kDatePlaceholder);
      if (!field.icon) field.icon = Icon::kCalendar;
      break;
    case model::ValueKind::kTime:
      field.mode = InputMode::kTime;
      placeholder(say::kTimePlaceholder);
      if (!field.icon) field.icon = Icon::kClock;
      break;
    case model::ValueKind::kDateTime:
      field.mode = InputMode::kDateTime;
      placeholder(say::kDateTimePlaceholder);
      if (!field.icon) field.icon = Icon::kCalendar;
      break;
    default:
      placeholder(say::kTextPlaceholder);
      if (field.max_length == 0) field.max_length = field.multiline ? kMaxLongText : kMaxLine;
  }
}

}  // namespace

void DrawAnswerField(ScreenContext& context, Column& column, AnswerFieldSpec spec) {
  Frame& frame = context.frame;
  TextFieldSpec& field = spec.field;
  Drafts& drafts = context.OpenDrafts();
  const model::Value& value = AnswerAt(context, spec.path);
  drafts.Know(field.id, {spec.path, spec.kind, spec.spelling, frame.input.utc_offset_minutes},
              value);

  // "na" and the like stand in the same place but are no text.
  std::string stored = value.kind() == model::ValueKind::kChoice ? std::string() : value.text();
  if (value.kind() == model::ValueKind::kTime) stored = TimeShown(stored);
  if (value.kind() == model::ValueKind::kDateTime) stored = DateTimeField(stored);
  const Drafts::Shown shown = drafts.Show(field.id, stored, frame.mirror.Focused(field.id));
  const std::string problem = ProblemSentence(frame, spec.kind, shown);
  CompleteLook(frame, spec.kind, field);
  field.text = shown.text;
  if (!problem.empty()) field.error = problem;
  std::string instead;
  if (spec.masked && !shown.text.empty()) instead = model::MaskIdentityNumber(shown.text);
  if (spec.kind == model::ValueKind::kDateTime && shown.text == stored && !stored.empty())
    instead = DateTimeShown(value.text(), frame.input.utc_offset_minutes);
  if (!instead.empty()) field.shown = instead;
  DrawTextField(frame, column, field);
  OfferCorrection(context, column, field.id, shown);
}

}  // namespace pingshen::ui
