#include "web/ui/screen/item_words.h"

#include <utility>

#include "core/base/utf8.h"
#include "web/ui/controls/parts.h"
#include "web/ui/draw/rich_text.h"
#include "web/ui/words/strings_items.h"

namespace pingshen::ui {
namespace {

const Phrase& ConfidencePhrase(model::Confidence confidence) {
  switch (confidence) {
    case model::Confidence::kToBeConfirmed:
      return say::kConfidence0;
    case model::Confidence::kOneSource:
      return say::kConfidence1;
    case model::Confidence::kTwoSources:
      return say::kConfidence2;
    case model::Confidence::kOurReading:
      return say::kConfidence3;
  }
  return say::kConfidence0;
}

}  // namespace

std::string ItemName(const Frame& frame, const model::Item& item) {
  std::string name = item.code;
  name += ' ';
  name += PlainText(frame.Say(item.label));
  return name;
}

const model::Value& AnswerAt(const ScreenContext& context, const model::FieldPath& path) {
  return context.view.open->answers->At(path);
}

model::FieldPath WithField(model::FieldPath path, std::string_view field) {
  path.field = field;
  return path;
}

void Set(ScreenContext& context, const model::FieldPath& path, model::Value value) {
  if (value == AnswerAt(context, path)) return;
  context.Apply(session::SetAnswer{path, std::move(value)});
}

void DrawSource(Frame& frame, Column& column, const model::Source& source) {
  std::string text = frame.Say(source.document);
  if (!source.clause.empty()) {
    text += ' ';
    text += source.clause;
  }
  DrawParagraph(frame, column, kSmall, frame.palette.text, text);
  std::string remark(frame.Say(ConfidencePhrase(source.confidence)));
  if (!source.note.empty()) {
    remark += frame.language == Language::kEnglish ? ": " : "：";
    remark += frame.Say(source.note);
  }
  const bool sure = source.confidence == model::Confidence::kTwoSources ||
                    source.confidence == model::Confidence::kOneSource;
  DrawParagraph(frame, column, kSmall, sure ? frame.palette.text_soft : frame.palette.warn, remark);
  column.Gap(space::k4);
}

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

}  // namespace pingshen::ui
