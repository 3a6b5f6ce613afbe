// Answers by choosing, and the way to all the others.
#include <utility>
#include <vector>

#include "web/ui/choices.h"
#include "web/ui/item_card.h"

namespace pingshen::ui {
namespace {

void DrawYesNo(ScreenContext& context, Column& column, const session::ItemState& state,
               const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const model::Item& item = *state.item;
  const model::Value& value = AnswerAt(context, state.path);
  struct Answer {
    std::string_view code;
    const Phrase* phrase;
    Choice::Tone tone;
  };
  constexpr Answer kAnswers[] = {
      {model::kYes, &say::kYes, Choice::Tone::kGood},
      {model::kNo, &say::kNo, Choice::Tone::kBad},
      {model::kNotApplicable, &say::kNotApplicable, Choice::Tone::kPlain}};
  const std::size_t count = item.allows_not_applicable ? 3 : 2;
  Choice choices[3];
  for (std::size_t i = 0; i < count; ++i) {
    const Answer& answer = kAnswers[i];
    std::string_view label = frame.Say(*answer.phrase);
    for (const model::Option& option : item.options) {
      if (option.code == answer.code && !option.label.empty()) label = frame.Say(option.label);
    }
    choices[i] = {.id = path_text + "=" + std::string(answer.code),
                  .label = label,
                  .description = i == 2 ? std::string_view(frame.Say(item.not_applicable_basis))
                                        : std::string_view(),
                  .selected = value.HasCode(answer.code),
                  .tone = answer.tone};
  }
  const int tapped = Segments(frame, column, name, std::span(choices, count));
  if (tapped >= 0)
    Set(context, state.path, model::Value::Choice(std::string(kAnswers[tapped].code)));
  if (item.allows_not_applicable && !item.not_applicable_basis.empty() &&
      value.HasCode(model::kNotApplicable)) {
    column.Gap(6);
    DrawParagraph(frame, column, kSmall, frame.palette.text_soft,
                  frame.Say(item.not_applicable_basis));
  }
}

// Texts that the choices of one item point at.
class OptionTexts {
 public:
  OptionTexts(const Frame& frame, const model::Item& item) {
    points_.reserve(item.options.size());
    for (const model::Option& option : item.options) {
      points_.push_back(option.points ? Fill(frame.Say(say::kItemPoints), option.points->ToString())
                                      : std::string());
    }
  }
  // Valid while this object and the form are.
  std::vector<Choice> Choices(const Frame& frame, const model::Item& item,
                              const std::string& path_text, const model::Value& value) const {
    std::vector<Choice> choices;
    choices.reserve(item.options.size() + 1);
    for (std::size_t i = 0; i < item.options.size(); ++i) {
      const model::Option& option = item.options[i];
      choices.push_back({.id = path_text + "=" + option.code,
                         .label = frame.Say(option.label),
                         .trailing = points_[i],
                         .selected = value.HasCode(option.code)});
    }
    return choices;
  }

 private:
  std::vector<std::string> points_;
};

Choice NotApplicable(const Frame& frame, const model::Item& item, const std::string& path_text,
                     const model::Value& value) {
  return {.id = path_text + "=" + std::string(model::kNotApplicable),
          .label = frame.Say(say::kNotApplicable),
          .description = frame.Say(item.not_applicable_basis),
          .selected =
              value.kind() == model::ValueKind::kChoice && value.HasCode(model::kNotApplicable)};
}

void DrawSingleChoice(ScreenContext& context, Column& column, const session::ItemState& state,
                      const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const model::Item& item = *state.item;
  const model::Value& value = AnswerAt(context, state.path);
  const OptionTexts texts(frame, item);
  std::vector<Choice> choices = texts.Choices(frame, item, path_text, value);
  if (item.allows_not_applicable) choices.push_back(NotApplicable(frame, item, path_text, value));
  const int tapped = ChoiceRows(frame, column, name, ChoiceRole::kOne, choices);
  if (tapped < 0) return;
  const auto index = static_cast<std::size_t>(tapped);
  Set(context, state.path,
      model::Value::Choice(index < item.options.size() ? item.options[index].code
                                                       : std::string(model::kNotApplicable)));
}

void DrawMultipleChoice(ScreenContext& context, Column& column, const session::ItemState& state,
                        const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const model::Item& item = *state.item;
  const model::Value& value = AnswerAt(context, state.path);
  const OptionTexts texts(frame, item);
  const std::vector<Choice> choices = texts.Choices(frame, item, path_text, value);
  DrawParagraph(frame, column, kSmall, frame.palette.text_soft, frame.Say(say::kChooseAny));
  column.Gap(space::k4);
  if (const int tapped = ChoiceGrid(frame, column, name, ChoiceRole::kMany, choices); tapped >= 0) {
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (choices[i].selected != (i == static_cast<std::size_t>(tapped)))
        codes.push_back(item.options[i].code);
    }
    Set(context, state.path, codes.empty() ? model::Value() : model::Value::Choices(codes));
  }

  // To have none of them is an answer, too; leaving everything open is not.
  column.Gap(space::k8);
  Choice whole[2];
  whole[0] = {
      .id = path_text + "=" + std::string(model::kNoInstance),
      .label = frame.Say(say::kNoneOfThese),
      .selected = value.kind() == model::ValueKind::kChoice && value.HasCode(model::kNoInstance),
      .tone = Choice::Tone::kBad};
  whole[1] = NotApplicable(frame, item, path_text, value);
  const int tapped =
      Segments(frame, column, name, std::span(whole, item.allows_not_applicable ? 2u : 1u));
  if (tapped < 0) return;
  const std::string code(tapped == 0 ? model::kNoInstance : model::kNotApplicable);
  Set(context, state.path, whole[tapped].selected ? model::Value() : model::Value::Choice(code));
}

}  // namespace

void DrawAnswer(ScreenContext& context, Column& column, const session::ItemState& state,
                const std::string& path_text, std::string_view name) {
  switch (state.item->type) {
    case model::ItemType::kNote:
      return;
    case model::ItemType::kYesNoNa:
      return DrawYesNo(context, column, state, path_text, name);
    case model::ItemType::kSingleChoice:
      return DrawSingleChoice(context, column, state, path_text, name);
    case model::ItemType::kMultipleChoice:
      return DrawMultipleChoice(context, column, state, path_text, name);
    case model::ItemType::kInteger:
    case model::ItemType::kDecimal:
    case model::ItemType::kDate:
    case model::ItemType::kText:
    case model::ItemType::kLongText:
    case model::ItemType::kIdentityNumber:
    case model::ItemType::kCreditCode:
    case model::ItemType::kTime:
    case model::ItemType::kDateTime:
    case model::ItemType::kRegionCode:
    case model::ItemType::kPhone:
    case model::ItemType::kBarcode:
    case model::ItemType::kInstitution:
    case model::ItemType::kPerson:
      return DrawTextAnswer(context, column, state, path_text, name);
    case model::ItemType::kDeductions:
      return DrawDeductionsAnswer(context, column, state, path_text, name);
    case model::ItemType::kRepeat:
      return DrawRepeatAnswer(context, column, state, path_text, name);
    case model::ItemType::kGrade:
    case model::ItemType::kRatio:
    case model::ItemType::kStages:
    case model::ItemType::kPhoto:
    case model::ItemType::kFile:
    case model::ItemType::kAudio:
    case model::ItemType::kVideo:
    case model::ItemType::kSignature:
    case model::ItemType::kPosition:
    case model::ItemType::kTrace:
    case model::ItemType::kShape:
    case model::ItemType::kRank:
    case model::ItemType::kAcknowledge:
    case model::ItemType::kCalculated:
    case model::ItemType::kGroup:
    case model::ItemType::kTable:
      DrawParagraph(context.frame, column, kSmall, context.frame.palette.text_soft,
                    context.frame.Say(say::kNoControl));
      return;
  }
}

}  // namespace pingshen::ui
