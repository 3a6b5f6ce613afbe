#include "web/ui/item/item_choice.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "web/ui/controls/choice_sheet.h"
#include "web/ui/controls/choices.h"
#include "web/ui/item/item_not_applicable.h"
#include "web/ui/screen/item_facts.h"
#include "web/ui/screen/item_find.h"
#include "web/ui/screen/item_words.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

using model::ItemType;

// More options than this are chosen from a sheet with a search, unless the form wants them all on
// the page.
constexpr std::size_t kMostOnPage = 20;

void DrawYesNo(ScreenContext& context, Column& column, const evaluation::ItemState& state,
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
  const bool not_applicable = value.HasCode(model::kNotApplicable);
  const std::size_t count = MayNotApply(state) || not_applicable ? 3 : 2;
  Choice choices[3];
  for (std::size_t i = 0; i < count; ++i) {
    const Answer& answer = kAnswers[i];
    std::string_view label = frame.Say(*answer.phrase);
    if (const model::Option* option = item.options.Find(answer.code);
        option != nullptr && !option->label.empty())
      label = frame.Say(option->label);
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
  if (!item.not_applicable_basis.empty() && not_applicable) {
    column.Gap(6);
    DrawParagraph(frame, column, kSmall, frame.palette.text_soft,
                  frame.Say(item.not_applicable_basis));
  }
}

// The options of an item as choices; texts that they point at live here.
class ItemChoices {
 public:
  ItemChoices(const ScreenContext& context, const evaluation::ItemState& state,
              const std::string& path_text, const model::Value& value)
      : options_(OptionsOf(context, state, value)) {
    const Frame& frame = context.frame;
    const bool fixed = value.kind() == model::ValueKind::kChoice &&
                       state.item->type == ItemType::kMultipleChoice;  // "none", "na"
    points_.reserve(options_.size());
    choices_.reserve(options_.size() + 1);
    for (const model::Option* option : options_) {
      points_.push_back(option->points
                            ? Fill(frame.Say(say::kItemPoints), option->points->ToString())
                            : std::string());
      choices_.push_back({.id = path_text + "=" + option->code,
                          .label = option->label.empty() ? std::string_view(option->code)
                                                         : frame.Say(option->label),
                          .trailing = points_.back(),
                          .selected = !fixed && value.HasCode(option->code)});
    }
  }
  const std::vector<Choice>& all() const { return choices_; }
  std::vector<Choice>& all() { return choices_; }
  const model::Option& option(int index) const {
    return *options_[static_cast<std::size_t>(index)];
  }
  std::size_t size() const { return options_.size(); }

  // The codes chosen after a tap on one of several.
  std::vector<std::string> CodesAfter(int tapped) const {
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < options_.size(); ++i) {
      if (choices_[i].selected != (i == static_cast<std::size_t>(tapped)))
        codes.push_back(options_[i]->code);
    }
    return codes;
  }
  // The labels of what is chosen.
  std::string Chosen(const Frame& frame) const {
    std::string text;
    for (const Choice& choice : choices_) {
      if (!choice.selected) continue;
      if (!text.empty()) text += frame.language == Language::kEnglish ? ", " : "、";
      text += choice.label;
    }
    return text;
  }

 private:
  std::vector<const model::Option*> options_;
  std::vector<std::string> points_;
  std::vector<Choice> choices_;
};

Choice NotApplicable(const Frame& frame, const model::Item& item, const std::string& path_text,
                     const model::Value& value) {
  return {.id = path_text + "=" + std::string(model::kNotApplicable),
          .label = frame.Say(say::kNotApplicable),
          .description = frame.Say(item.not_applicable_basis),
          .selected =
              value.kind() == model::ValueKind::kChoice && value.HasCode(model::kNotApplicable)};
}

// "columns", "columns-3", "horizontal", "likert" … → how the options stand on the page.
enum class Placing { kRows, kGrid, kScale, kSheet };
Placing PlacingOf(const model::Item& item, std::size_t options) {
  if (Appears(item, "minimal") || Appears(item, "autocomplete") || Appears(item, "search"))
    return Placing::kSheet;
  if (Appears(item, "likert")) return Placing::kScale;
  if (Appears(item, "columns") || Appears(item, "columns-pack") || Appears(item, "horizontal") ||
      Appears(item, "horizontal-compact") || Appears(item, "compact") ||
      Appears(item, "quickcompact") || AppearanceNumber(item, "columns-") > 0)
    return Placing::kGrid;
  if (Appears(item, "vertical") || Appears(item, "full")) return Placing::kRows;
  if (options > kMostOnPage) return Placing::kSheet;
  return item.type == ItemType::kMultipleChoice ? Placing::kGrid : Placing::kRows;
}

int MostColumns(const model::Item& item) {
  constexpr int kUsual = 4, kMost = 6;
  const int wanted = AppearanceNumber(item, "columns-");
  return wanted > 0 ? std::min(wanted, kMost) : kUsual;
}

// Index of the choice that was tapped, or -1.
int DrawPlaced(ScreenContext& context, Column& column, const evaluation::ItemState& state,
               const std::string& path_text, std::string_view name, ChoiceRole role,
               const ItemChoices& choices, std::span<const Choice> shown) {
  Frame& frame = context.frame;
  if (shown.empty()) {
    DrawParagraph(frame, column, kBody, frame.palette.text_soft, frame.Say(say::kNoOptions));
    return -1;
  }
  switch (PlacingOf(*state.item, choices.size())) {
    case Placing::kRows:
      return ChoiceRows(frame, column, name, role, shown);
    case Placing::kGrid:
      return ChoiceGrid(frame, column, name, role, shown, MostColumns(*state.item));
    case Placing::kScale:
      return ChoiceScale(frame, column, name, shown);
    case Placing::kSheet:
      break;
  }
  const std::string chosen = choices.Chosen(frame);
  if (DrawChoiceField(frame, column,
                      {.id = path_text,
                       .name = name,
                       .chosen = chosen,
                       .placeholder = frame.Say(say::kChoose),
                       .required = IsRequired(state)}))
    context.state.sheet = OpenSheet{state.path, {}};
  return -1;
}

void SetSingle(ScreenContext& context, const evaluation::ItemState& state, const std::string& code,
               bool again) {
  // A required answer is changed, not taken back; an optional one can be.
  if (again && IsRequired(state)) return;
  Set(context, state.path, again ? model::Value() : model::Value::Choice(code));
}

void DrawSingleChoice(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                      const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const model::Item& item = *state.item;
  const model::Value& value = AnswerAt(context, state.path);
  ItemChoices choices(context, state, path_text, value);
  const bool sheet = PlacingOf(item, choices.size()) == Placing::kSheet;
  const Choice na = NotApplicable(frame, item, path_text, value);
  const bool offer_na = MayNotApply(state) || na.selected;
  std::vector<Choice> shown = choices.all();
  if (offer_na && !sheet && !shown.empty()) shown.push_back(na);
  const int tapped =
      DrawPlaced(context, column, state, path_text, name, ChoiceRole::kOne, choices, shown);
  if (tapped >= 0) {
    const auto index = static_cast<std::size_t>(tapped);
    const std::string code =
        index < choices.size() ? choices.option(tapped).code : std::string(model::kNotApplicable);
    SetSingle(context, state, code, shown[index].selected);
  }
  if (offer_na && sheet) DrawNotApplicable(context, column, state, path_text, name);
}

void DrawMultipleChoice(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                        const std::string& path_text, std::string_view name) {
  Frame& frame = context.frame;
  const model::Item& item = *state.item;
  const model::Value& value = AnswerAt(context, state.path);
  const ItemChoices choices(context, state, path_text, value);
  if (PlacingOf(item, choices.size()) != Placing::kSheet) {
    DrawParagraph(frame, column, kSmall, frame.palette.text_soft, frame.Say(say::kChooseAny));
    column.Gap(space::k4);
  }
  const int chosen = DrawPlaced(context, column, state, path_text, name, ChoiceRole::kMany, choices,
                                choices.all());
  if (chosen >= 0) {
    const std::vector<std::string> codes = choices.CodesAfter(chosen);
    Set(context, state.path, codes.empty() ? model::Value() : model::Value::Choices(codes));
  }

  // To have none of them is an answer, too; leaving everything open is not.
  column.Gap(space::k8);
  Choice whole[2];
  whole[0] = {
      .id = path_text + "=" + std::string(model::kNoneOfThese),
      .label = frame.Say(say::kNoneOfThese),
      .selected = value.kind() == model::ValueKind::kChoice && value.HasCode(model::kNoneOfThese),
      .tone = Choice::Tone::kBad};
  whole[1] = NotApplicable(frame, item, path_text, value);
  const int tapped = Segments(frame, column, name,
                              std::span(whole, MayNotApply(state) || whole[1].selected ? 2u : 1u));
  if (tapped < 0) return;
  const std::string code(tapped == 0 ? model::kNoneOfThese : model::kNotApplicable);
  Set(context, state.path, whole[tapped].selected ? model::Value() : model::Value::Choice(code));
}

}  // namespace

void DrawChoiceAnswer(ScreenContext& context, Column& column, const evaluation::ItemState& state,
                      const std::string& path_text, std::string_view name) {
  switch (state.item->type) {
    case ItemType::kYesNoNa:
      return DrawYesNo(context, column, state, path_text, name);
    case ItemType::kSingleChoice:
      return DrawSingleChoice(context, column, state, path_text, name);
    default:
      return DrawMultipleChoice(context, column, state, path_text, name);
  }
}

void DrawOpenSheet(ScreenContext& context) {
  Frame& frame = context.frame;
  OpenSheet& sheet = *context.state.sheet;
  const evaluation::ItemState* state =
      context.view.open ? FindItemState(*context.view.open->evaluation, sheet.path) : nullptr;
  const std::string path_text = sheet.path.ToString();
  bool close = state == nullptr;
  if (state != nullptr) {
    const bool many = state->item->type == ItemType::kMultipleChoice;
    const ItemChoices choices(context, *state, path_text, AnswerAt(context, sheet.path));
    const ChoiceSheetAnswer answer =
        DrawChoiceSheet(frame,
                        {.title = frame.Say(state->item->label),
                         .role = many ? ChoiceRole::kMany : ChoiceRole::kOne,
                         .choices = choices.all(),
                         .empty = frame.Say(say::kNoOptions)},
                        sheet.state);
    close = answer.closed;
    if (answer.tapped >= 0) {
      const bool again = choices.all()[static_cast<std::size_t>(answer.tapped)].selected;
      if (many) {
        const std::vector<std::string> codes = choices.CodesAfter(answer.tapped);
        Set(context, sheet.path, codes.empty() ? model::Value() : model::Value::Choices(codes));
      } else {
        SetSingle(context, *state, choices.option(answer.tapped).code, again);
        close = true;
      }
    }
  }
  if (!close) return;
  context.state.sheet.reset();
  context.state.focus_next = path_text;  // its field is in the mirror again in the next frame
  frame.output.animating = true;
}

}  // namespace pingshen::ui
