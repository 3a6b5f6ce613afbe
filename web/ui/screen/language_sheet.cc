#include "web/ui/screen/language_sheet.h"

#include <algorithm>

#include "core/model/language_names.h"
#include "web/ui/controls/choice_sheet.h"

namespace pingshen::ui {

const model::Form* FormOnShow(const session::SessionView& view, const UiState& state) {
  if (view.open) return &view.open->form->form;
  const bool previewed =
      state.route.screen == Screen::kImport && view.examined && view.examined->ok();
  return previewed ? &view.examined->form->form : nullptr;
}

std::vector<std::string> FurtherLanguages(const model::Form* form) {
  std::vector<std::string> further;
  if (form == nullptr) return further;
  for (const std::string& tag : form->languages) {
    if (tag != model::kChineseTag && tag != model::kEnglishTag) further.push_back(tag);
  }
  return further;
}

void DrawLanguageSheet(ScreenContext& context) {
  Frame& frame = context.frame;
  struct Offer {
    session::SetLanguage command;
    std::string label;
  };
  // The product's own two are called what they call themselves, as on the button that switches.
  std::vector<Offer> offers{{{Language::kChinese, {}}, "中文"},
                            {{Language::kEnglish, {}}, "English"}};
  const std::vector<std::string> further =
      FurtherLanguages(FormOnShow(context.view, context.state));
  for (const std::string& tag : further)
    offers.push_back(
        {{context.view.language, tag}, model::LanguageNameIn(tag, context.view.language)});
  const bool in_further = std::ranges::find(further, context.view.form_language) != further.end();
  std::vector<Choice> choices;
  for (const Offer& offer : offers) {
    const bool of_form = !offer.command.form_language.empty();
    choices.push_back(
        {.id = "language/" + (of_form                   ? offer.command.form_language
                              : &offer == offers.data() ? std::string(model::kChineseTag)
                                                        : std::string(model::kEnglishTag)),
         .label = offer.label,
         .trailing = of_form ? frame.Say(say::kFormTextsOnly) : std::string_view(),
         .selected = of_form ? offer.command.form_language == context.view.form_language
                             : !in_further && offer.command.language == context.view.language});
  }
  const ChoiceSheetAnswer answer = DrawChoiceSheet(
      frame, {.title = frame.Say(say::kLanguagesName), .choices = choices, .search = false},
      *context.state.languages);
  if (answer.tapped >= 0) context.Apply(offers[static_cast<std::size_t>(answer.tapped)].command);
  if (answer.tapped < 0 && !answer.closed) return;
  context.state.languages.reset();
  context.state.focus_next = "nav/language";
  frame.output.animating = true;
}

}  // namespace pingshen::ui
