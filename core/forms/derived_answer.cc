#include "core/forms/derived_answer.h"

#include "core/expression/number.h"

namespace pingshen::forms {
namespace {

using Fields = std::map<std::string, model::Value>;
using model::ItemType;

const std::string& TextAt(const Fields& fields, const std::string& field) {
  static const std::string kNothing;
  const auto found = fields.find(field);
  return found == fields.end() ? kNothing : found->second.text();
}

std::string MarkOf(const model::Item& item, const Fields& fields) {
  std::string mark = "D";
  for (const char level : {'C', 'B', 'A'}) {
    bool any = false;
    bool open = false;
    for (const model::SubPoint& point : item.sub_points) {
      if (point.level != level) continue;
      any = true;
      const std::string& answer = TextAt(fields, point.code);
      if (answer == model::kNo) return mark;
      open = open || answer.empty();
    }
    if (open) return {};
    if (any) mark = level;
  }
  return mark;
}

std::string RateOf(const model::Item& item, const Fields& fields) {
  const double numerator =
      expression::NumberOf(TextAt(fields, std::string(model::kNumeratorField)));
  const double denominator =
      expression::NumberOf(TextAt(fields, std::string(model::kDenominatorField)));
  if (!(numerator == numerator) || !(denominator > 0)) return {};
  return expression::TextOf(numerator * expression::NumberOf(item.per.ToString()) / denominator);
}

}  // namespace

bool HasDerivedAnswer(const model::Item& item) {
  return (item.type == ItemType::kGrade && !item.sub_points.empty()) ||
         item.type == ItemType::kRatio || item.type == ItemType::kStages;
}

std::string DerivedAnswer(const model::Item& item, const Fields& fields) {
  if (const std::string& whole = TextAt(fields, ""); !whole.empty()) return whole;
  if (item.type == ItemType::kGrade) return MarkOf(item, fields);
  if (item.type == ItemType::kRatio) return RateOf(item, fields);
  std::string last;
  for (const model::CodedLabel& stage : item.stages)
    if (!TextAt(fields, stage.code).empty()) last = stage.code;
  return last;
}

}  // namespace pingshen::forms
