#include "core/forms/plan_literals.h"

#include "core/base/named.h"

namespace pingshen::forms {
namespace {

using expression::Operator;
using expression::Syntax;
using expression::SyntaxKind;
using model::Item;
using model::ItemType;

// Whether the item's own answer can be `text`; true when that cannot be said.
bool CanAnswer(const Item& item, std::string_view text) {
  if (text.empty()) return true;
  if (text == model::kNotApplicable && item.allows_not_applicable) return true;
  switch (item.type) {
    case ItemType::kYesNoNa:
      return text == model::kYes || text == model::kNo;
    case ItemType::kSingleChoice:
      return item.options.Find(text) != nullptr;
    case ItemType::kMultipleChoice:
      return text == model::kNoneOfThese || item.options.Find(text) != nullptr;
    case ItemType::kDeductions:
      return text == model::kFullMarks ||
             (text == model::kNotOccurred && item.allows_not_occurred) ||
             (text == model::kNoEvidence && item.allows_no_evidence);
    case ItemType::kRepeat:
      return text == model::kNoInstance;
    case ItemType::kGrade:
      return text.size() == 1 &&
             (text.front() >= 'A' && text.front() <= (item.allows_not_applicable ? 'E' : 'D'));
    case ItemType::kAcknowledge:
      return text == model::kAcknowledged;
    default:
      return true;
  }
}

class LiteralCheck {
 public:
  LiteralCheck(const Plan& plan, std::uint32_t place) : plan_(plan), place_(place) {}

  std::string FirstWrong(const Syntax& syntax) const {
    if (syntax.kind == SyntaxKind::kOperation) {
      for (std::size_t i = 0; i < syntax.operators.size(); ++i) {
        if (syntax.operators[i] != Operator::kEqual && syntax.operators[i] != Operator::kNotEqual)
          continue;
        std::string wrong = Wrong(syntax.children[i], syntax.children[i + 1], false);
        if (wrong.empty()) wrong = Wrong(syntax.children[i + 1], syntax.children[i], false);
        if (!wrong.empty()) return wrong;
      }
    } else if (syntax.kind == SyntaxKind::kCall && syntax.text == "selected" &&
               syntax.children.size() == 2) {
      if (std::string wrong = Wrong(syntax.children[0], syntax.children[1], true); !wrong.empty())
        return wrong;
    }
    for (const Syntax& child : syntax.children)
      if (std::string wrong = FirstWrong(child); !wrong.empty()) return wrong;
    return {};
  }

 private:
  std::string Wrong(const Syntax& reference, const Syntax& literal, bool of_several) const {
    if (literal.kind != SyntaxKind::kText) return {};
    const Item* item = ItemOf(reference);
    if (item == nullptr) return {};
    if (item->type == ItemType::kMultipleChoice && !of_several) return {};  // "a b" may be meant
    return CanAnswer(*item, literal.text) ? std::string()
                                          : Named(item->code) + ": " + Named(literal.text);
  }

  const Item* ItemOf(const Syntax& syntax) const {
    if (syntax.kind == SyntaxKind::kReference) {
      const std::uint32_t node = plan_.Find(syntax.text);
      return node == kNone ? nullptr : plan_.nodes[node].item;
    }
    const bool is_self = syntax.kind == SyntaxKind::kPath && !syntax.absolute &&
                         !syntax.has_start && syntax.children.size() == 1 &&
                         syntax.children[0].axis == expression::Axis::kSelf;
    return is_self && place_ != kNone ? plan_.nodes[place_].item : nullptr;
  }

  const Plan& plan_;
  std::uint32_t place_;
};

}  // namespace

std::string WrongLiteral(const Syntax& syntax, const Plan& plan, std::uint32_t place) {
  return LiteralCheck(plan, place).FirstWrong(syntax);
}

}  // namespace pingshen::forms
