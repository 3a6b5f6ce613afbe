#include "core/forms/lint_texts.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/forms/problems.h"

namespace pingshen::forms {
namespace {

using Kind = json::Value::Kind;

// Members whose objects have members of the author's own naming.
constexpr std::string_view kColumns = "columns";

class TextLint {
 public:
  explicit TextLint(LintContext& context) : context_(context) {}

  void Visit(const json::Value& value) {
    for (const json::Value& element : value.items) Visit(element);
    if (value.kind != Kind::kObject) return;
    if (IsText(value)) return Check(value);
    for (const json::Value::Member& member : value.members)
      if (member.name != kColumns || member.value.kind == Kind::kArray) Visit(member.value);
  }

 private:
  // All members are languages of the form, which no other object of the format has.
  bool IsText(const json::Value& value) const {
    if (value.members.empty()) return false;
    for (const json::Value::Member& member : value.members)
      if (std::ranges::find(context_.form().languages, member.name) ==
              context_.form().languages.end() ||
          member.value.kind != Kind::kString)
        return false;
    return true;
  }

  void Check(const json::Value& text) {
    std::string missing;
    for (const std::string& language : context_.form().languages)
      if (text.Find(language) == nullptr) missing += (missing.empty() ? "" : ", ") + language;
    if (!missing.empty())
      context_.Report(ErrorCode::ERR_LINT_TRANSLATION, text.place,
                      Named(text.members.front().value.text) + ": " + missing);
  }

  LintContext& context_;
};

// The same words for two things of one list, in one language.
void CheckSame(LintContext& context, const json::Value* list) {
  if (list == nullptr || list->kind != Kind::kArray) return;
  for (const std::string& language : context.form().languages) {
    std::unordered_map<std::string_view, const std::string*> seen;
    for (const json::Value& element : list->items) {
      const json::Value* label = element.Find("label");
      const json::Value* text = label == nullptr ? nullptr : label->Find(language);
      if (text == nullptr) continue;
      const std::string& code = element.Find("code")->text;
      const auto [first, fresh] = seen.emplace(text->text, &code);
      if (!fresh)
        context.Report(ErrorCode::ERR_LINT_LABEL_TWICE, text->place,
                       Named(text->text) + " (" + *first->second + ", " + code + ")");
    }
  }
}

}  // namespace

void LintTexts(LintContext& context) {
  TextLint(context).Visit(context.file());
  static constexpr std::array<std::string_view, 4> kLists = {"options", "deductions", "stages",
                                                             "rows"};
  for (const LintContext::Place& place : context.items()) {
    for (const std::string_view name : kLists) CheckSame(context, place.object->Find(name));
    if (model::IsChoice(place.item->type) && place.item->options.size() == 1)
      context.Report(ErrorCode::ERR_LINT_OPTION_ONLY, place.object->place, Named(place.item->code));
  }
  if (const json::Value* lists = context.file().Find("lists"))
    for (const json::Value::Member& list : lists->members)
      CheckSame(context, list.value.Find("options"));
}

}  // namespace pingshen::forms
