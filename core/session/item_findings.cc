#include "core/session/item_findings.h"

#include "core/model/identifiers.h"
#include "core/session/answer_rules.h"

namespace pingshen::session {
namespace {

using model::FindingKind;
using model::IdentityProblem;
using model::Item;
using model::ItemType;
using model::Text;
using model::Value;

Problem Broken(std::string zh, std::string en) {
  return {FindingKind::kConstraint, {std::move(zh), std::move(en)}};
}

std::string WithUnit(const Decimal& number, const std::string& unit, const char* space) {
  return unit.empty() ? number.ToString() : number.ToString() + space + unit;
}

std::optional<Problem> ProblemOfBounds(const Item& item, const Value& value) {
  const std::optional<Decimal> number = value.AsDecimal();
  if (!number) return std::nullopt;
  const auto zh = [&](const Decimal& bound) { return WithUnit(bound, item.unit.zh, " "); };
  const auto en = [&](const Decimal& bound) {
    return WithUnit(bound, item.unit.In(Language::kEnglish), " ");
  };
  if (item.minimum && *number < *item.minimum)
    return Broken("不能小于 " + zh(*item.minimum) + "。",
                  "Must be at least " + en(*item.minimum) + ".");
  if (item.maximum && *number > *item.maximum)
    return Broken("不能大于 " + zh(*item.maximum) + "。",
                  "Must be at most " + en(*item.maximum) + ".");
  return std::nullopt;
}

Text IdentitySentence(IdentityProblem problem, const std::string& text) {
  switch (problem) {
    case IdentityProblem::kLength:
      return {"身份证号应为 18 位。", "An identity number has 18 characters."};
    case IdentityProblem::kFifteenDigits:
      return {"15 位旧号码已停用，请填写 18 位身份证号。",
              "Old numbers of 15 digits are no longer valid; enter the one of 18."};
    case IdentityProblem::kCharacter:
      return {"身份证号应为 17 位数字，加一位数字或 X。",
              "An identity number is 17 digits and one more digit or X."};
    case IdentityProblem::kDate:
      return {"身份证号中的出生日期不存在，请核对。",
              "The date of birth in the identity number does not exist; check it."};
    case IdentityProblem::kCheckDigit:
      return {"身份证号的校验码不符，请逐位核对。",
              "The identity number's check character is wrong; check every digit."};
    default: {
      const std::string corrected = model::CorrectedIdentityNumber(text).value_or("");
      return {"请写作 " + corrected + "。", "Write it as " + corrected + "."};
    }
  }
}

Text CreditSentence(IdentityProblem problem, const std::string& text) {
  switch (problem) {
    case IdentityProblem::kLength:
      return {"统一社会信用代码应为 18 位。", "A unified social credit code has 18 characters."};
    case IdentityProblem::kCharacter:
      return {
          "统一社会信用代码只含数字和大写字母（不含 I、O、S、V、Z）。",
          "A unified social credit code has digits and capital letters only (no I, O, S, V, Z)."};
    case IdentityProblem::kCheckDigit:
      return {"统一社会信用代码的校验码不符，请逐位核对。",
              "The credit code's check character is wrong; check every character."};
    default: {
      const std::string corrected = model::CorrectedCreditCode(text).value_or("");
      return {"请写作 " + corrected + "。", "Write it as " + corrected + "."};
    }
  }
}

}  // namespace

std::optional<Problem> ProblemOfValue(const Item& item, const Value& value) {
  if (value.empty()) return std::nullopt;
  if (!FitValue(item, "", value))
    return Broken("这个答案不适合该条目，请重新填写。",
                  "This answer does not fit the item; answer again.");
  if (item.type == ItemType::kIdentityNumber) {
    const IdentityProblem problem = model::CheckIdentityNumber(value.text());
    if (problem != IdentityProblem::kNone)
      return Problem{FindingKind::kIdentifier, IdentitySentence(problem, value.text())};
  }
  if (item.type == ItemType::kCreditCode) {
    const IdentityProblem problem = model::CheckCreditCode(value.text());
    if (problem != IdentityProblem::kNone)
      return Problem{FindingKind::kIdentifier, CreditSentence(problem, value.text())};
  }
  return ProblemOfBounds(item, value);
}

std::optional<Problem> ProblemOfCount(const Item& item, const model::Deduction& deduction,
                                      const Value& value) {
  if (value.empty()) return std::nullopt;
  const std::optional<std::int64_t> count =
      FitValue(item, deduction.code, value) ? value.AsInteger() : std::nullopt;
  if (count && *count >= 0 && *count <= deduction.max_count) return std::nullopt;
  const std::string most = std::to_string(deduction.max_count);
  return Broken(
      "“" + deduction.label.In(Language::kChinese) + "”的次数应为 0 至 " + most + "。",
      "\"" + deduction.label.In(Language::kEnglish) + "\" must be counted from 0 to " + most + ".");
}

Text MissingSentence(const Item& item) {
  if (item.type == ItemType::kRepeat)
    return {"请添加" + item.instance_label.In(Language::kChinese) + "，没有时请选择“无”。",
            "Add: " + item.instance_label.In(Language::kEnglish) +
                ". Choose \"none\" if there is none."};
  return {"尚未填写。", "Not answered yet."};
}

Text DenominatorSentence(const Item& denominator) {
  return {
      "“" + denominator.label.In(Language::kChinese) + "”填写大于 0 的数之后才能计分。",
      "Can be scored only when \"" + denominator.label.In(Language::kEnglish) + "\" is above 0."};
}

}  // namespace pingshen::session
