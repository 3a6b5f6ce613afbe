#include "core/forms/lint_conditions.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/expression/syntax.h"
#include "core/forms/problems.h"
#include "core/forms/truth.h"

namespace pingshen::forms {
namespace {

using expression::Operator;
using expression::Syntax;
using expression::SyntaxKind;

class ConditionLint {
 public:
  explicit ConditionLint(LintContext& context) : context_(context) {}

  void Run() {
    FindUnreachable();
    for (const auto& [item, object] : context_.items()) {
      CheckConstraint(*item, *object);
      CheckFilter(*item, *object);
    }
  }

 private:
  // nullptr when it does not parse. `text`: of the form.
  const Syntax* Parsed(const std::string& text) {
    const auto found = parsed_.find(text);
    if (found != parsed_.end()) return found->second ? &found->second->root() : nullptr;
    auto syntax = expression::Parse(text);
    auto& kept = parsed_[text];
    if (syntax) kept = *std::move(syntax);
    return kept ? &kept->root() : nullptr;
  }

  // What is known of ${code} as seen from `place`; of "." nothing.
  std::optional<Known> KnownAt(const model::Item* place, const std::string& code) const {
    const model::Item* item = context_.loaded().FindItem(code);
    if (item == nullptr || model::HasInstances(item->type)) return std::nullopt;
    // Outside its repeat it stands for many answers, of which each comparison may mean another.
    const model::Item* repeat = context_.loaded().RepeatOf(code);
    const model::Item* around =
        place == nullptr ? nullptr : context_.loaded().RepeatOf(place->code);
    while (repeat != nullptr && around != repeat) {
      if (around == nullptr) return std::nullopt;
      around = context_.loaded().RepeatOf(around->code);
    }
    Known known;
    known.always_empty = unreachable_.contains(code);
    if (item->type == model::ItemType::kInteger || item->type == model::ItemType::kDecimal) {
      if (item->minimum) known.at_least = item->minimum->ToDouble();
      if (item->maximum) known.at_most = item->maximum->ToDouble();
    }
    return known;
  }

  // The relevance of the item itself and of all that it stands in.
  std::vector<const Syntax*> ConditionsOf(const model::Item& item) {
    std::vector<const Syntax*> conditions;
    const auto add = [&](const std::string& text) {
      if (const Syntax* syntax = text.empty() ? nullptr : Parsed(text))
        conditions.push_back(syntax);
    };
    for (const model::Item* each = &item; each != nullptr;
         each = context_.loaded().RepeatOf(each->code)) {
      add(each->relevant.text);
      for (const std::string& frame : context_.loaded().FramesAround(each->code))
        add(RelevantOf(frame));
    }
    return conditions;
  }

  const std::string& RelevantOf(const std::string& frame) {
    if (const model::Item* group = context_.loaded().FindItem(frame)) return group->relevant.text;
    if (sections_.empty()) AddSections(context_.form().sections);
    return sections_[frame];
  }
  void AddSections(const std::vector<model::Section>& sections) {
    for (const model::Section& section : sections) {
      sections_[section.code] = section.relevant.text;
      AddSections(section.sections);
    }
  }

  // An item that waits for an answer of an unreachable one is unreachable, too: until nothing new
  // is found.
  void FindUnreachable() {
    for (bool found = true; found;) {
      found = false;
      for (const auto& [item, object] : context_.items()) {
        if (unreachable_.contains(item->code)) continue;
        const std::vector<const Syntax*> conditions = ConditionsOf(*item);
        if (conditions.empty()) continue;
        const model::Item* place = item;
        const Truth truth =
            TruthOf(conditions, [&](const std::string& code) { return KnownAt(place, code); });
        if (truth != Truth::kNever) continue;
        unreachable_.insert(item->code);
        found = true;
        Report(ErrorCode::ERR_LINT_NEVER_RELEVANT, *object, "relevant", item->code);
      }
    }
  }

  void CheckConstraint(const model::Item& item, const json::Value& object) {
    const Syntax* constraint = item.constraint.empty() ? nullptr : Parsed(item.constraint.text);
    if (constraint == nullptr) return;
    const Truth truth = TruthOf({constraint}, [&](const std::string& code) {
      return KnownAt(&item, code.empty() ? item.code : code);
    });
    if (truth == Truth::kNever)
      Report(ErrorCode::ERR_LINT_CONSTRAINT_NEVER, object, "constraint", item.code);
  }

  // column = 'literal' in a filter, alone or joined by `and`: options with another value are out.
  void CheckFilter(const model::Item& item, const json::Value& object) {
    const Syntax* filter = item.choice_filter.empty() ? nullptr : Parsed(item.choice_filter.text);
    if (filter == nullptr) return;
    std::vector<const Syntax*> conjuncts = {filter};
    if (filter->kind == SyntaxKind::kOperation && filter->operators.front() == Operator::kAnd) {
      conjuncts.clear();
      for (const Syntax& child : filter->children) conjuncts.push_back(&child);
    }
    std::string out;
    for (const model::Option& option : item.options)
      for (const Syntax* conjunct : conjuncts)
        if (IsExcluded(option, *conjunct)) {
          out += (out.empty() ? "" : ", ") + option.code;
          break;
        }
    if (!out.empty()) Report(ErrorCode::ERR_LINT_OPTION_NEVER, object, "choice_filter", out);
  }

  static bool IsExcluded(const model::Option& option, const Syntax& condition) {
    if (condition.kind != SyntaxKind::kOperation || condition.operators.size() != 1 ||
        condition.operators.front() != Operator::kEqual)
      return false;
    const Syntax* name = &condition.children[0];
    const Syntax* literal = &condition.children[1];
    if (literal->kind != SyntaxKind::kText) std::swap(name, literal);
    const bool column =
        name->kind == SyntaxKind::kPath && !name->absolute && !name->has_start &&
        name->children.size() == 1 && name->children[0].axis == expression::Axis::kChild &&
        name->children[0].test == expression::NodeTest::kName && name->children[0].children.empty();
    if (!column || literal->kind != SyntaxKind::kText) return false;
    for (const auto& [key, value] : option.columns)
      if (key == name->children[0].text) return value != literal->text;
    return name->children[0].text != "name" && name->children[0].text != "label" &&
           !literal->text.empty();
  }

  void Report(ErrorCode code, const json::Value& object, std::string_view member,
              const std::string& what) {
    const json::Value* written = object.Find(member);
    context_.Report(code, written == nullptr ? object.place : written->place, Named(what));
  }

  LintContext& context_;
  std::unordered_map<std::string, std::optional<expression::SyntaxTree>> parsed_;
  std::unordered_map<std::string, std::string> sections_;
  std::unordered_set<std::string> unreachable_;
};

}  // namespace

void LintConditions(LintContext& context) { ConditionLint(context).Run(); }

}  // namespace pingshen::forms
