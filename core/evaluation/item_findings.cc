#include "core/evaluation/item_findings.h"

#include <algorithm>

#include "core/evaluation/value_fit.h"
#include "core/model/identifiers.h"

namespace pingshen::evaluation {
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

const Text& NameOfInstance(const Item& repeat) {
  return repeat.instance_label.empty() ? repeat.label : repeat.instance_label;
}

std::string WithUnit(const Decimal& number, const std::string& unit, const char* space) {
  return unit.empty() ? number.ToString() : number.ToString() + space + unit;
}

// Whether number = start + n × step with whole n. Exact: nine places are what a typed number has.
bool IsOnStep(const Decimal& number, const Decimal& start, const Decimal& step) {
  constexpr int kPlaces = 9;
  const std::optional<Decimal> steps = (number - start).DividedBy(step, kPlaces);
  return steps && steps->IsInteger() && steps->Times(step) == number - start;
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
  if (item.step && !IsOnStep(*number, item.minimum.value_or(Decimal()), *item.step))
    return Broken(
        "应从 " + zh(item.minimum.value_or(Decimal())) + " 起，每 " + zh(*item.step) + " 一档。",
        "Must be " + en(item.minimum.value_or(Decimal())) + " and so many times " + en(*item.step) +
            " more.");
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

std::optional<Problem> ProblemOfIdentity(const std::string& text) {
  const IdentityProblem problem = model::CheckIdentityNumber(text);
  if (problem == IdentityProblem::kNone) return std::nullopt;
  return Problem{FindingKind::kIdentifier, IdentitySentence(problem, text)};
}

std::optional<Problem> ProblemOfCredit(const std::string& text) {
  const IdentityProblem problem = model::CheckCreditCode(text);
  if (problem == IdentityProblem::kNone) return std::nullopt;
  return Problem{FindingKind::kIdentifier, CreditSentence(problem, text)};
}

std::optional<Problem> ProblemOfRegion(const std::string& text) {
  if (model::IsRegionCode(text)) return std::nullopt;
  return Problem{FindingKind::kIdentifier,
                 {"行政区划代码应为 6 位数字，前两位为省级代码。",
                  "A region code has 6 digits, the first two those of a province."}};
}

std::optional<Problem> ProblemOfPhone(const std::string& text) {
  if (model::IsPhoneNumber(text)) return std::nullopt;
  return Problem{FindingKind::kIdentifier,
                 {"电话号码应为 3 至 20 位数字，可含 + - ( ) 和空格。",
                  "A telephone number has 3 to 20 digits; + - ( ) and blanks may stand in it."}};
}

// Lines: a trace has two points, a shape is closed around three.
std::optional<Problem> ProblemOfLine(const Item& item, const Value& value) {
  constexpr std::size_t kLeastTrace = 2;
  constexpr std::size_t kLeastShape = 4;
  const std::vector<std::string> points = value.Points();
  if (item.type == ItemType::kTrace && points.size() < kLeastTrace)
    return Broken("线路至少要有两个点。", "A line has at least two points.");
  if (item.type == ItemType::kShape &&
      (points.size() < kLeastShape || points.front() != points.back()))
    return Broken("区域要由至少三个点围成，最后一点与第一点相同。",
                  "An area is enclosed by at least three points, and its last point is its first.");
  return std::nullopt;
}

std::optional<Problem> ProblemOfCount(const model::Deduction& deduction, const Value& value) {
  const std::optional<Decimal> number = value.AsDecimal();
  if (!number) return std::nullopt;
  const Text& label = deduction.label;
  if (deduction.kind == model::DeductionKind::kEach) {
    const std::string most = std::to_string(deduction.max_count);
    if (!number->IsNegative() && *number <= Decimal::FromInteger(deduction.max_count))
      return std::nullopt;
    return Broken(
        "“" + label.In(Language::kChinese) + "”的次数应为 0 至 " + most + "。",
        "\"" + label.In(Language::kEnglish) + "\" must be counted from 0 to " + most + ".");
  }
  const bool capped = deduction.kind == model::DeductionKind::kDiscretionary && deduction.cap;
  if (!number->IsNegative() && !(capped && *number > *deduction.cap)) return std::nullopt;
  if (!capped)
    return Broken("“" + label.In(Language::kChinese) + "”不能小于 0。",
                  "\"" + label.In(Language::kEnglish) + "\" must not be below 0.");
  const std::string most = deduction.cap->ToString();
  return Broken("“" + label.In(Language::kChinese) + "”应为 0 至 " + most + "。",
                "\"" + label.In(Language::kEnglish) + "\" must be from 0 to " + most + ".");
}

Problem NoFitProblem() {
  return Broken("这个答案不适合该条目，请重新填写。",
                "This answer does not fit the item; answer again.");
}

}  // namespace

std::optional<Problem> ProblemOfValue(const Item& item, const Value& value) {
  if (value.empty()) return std::nullopt;
  if (!FitValue(item, "", value)) return NoFitProblem();
  if (IsWholeAnswer(item, value)) return std::nullopt;
  switch (item.type) {
    case ItemType::kIdentityNumber:
      return ProblemOfIdentity(value.text());
    case ItemType::kCreditCode:
      return ProblemOfCredit(value.text());
    case ItemType::kRegionCode:
      return ProblemOfRegion(value.text());
    case ItemType::kPhone:
      return ProblemOfPhone(value.text());
    case ItemType::kTrace:
    case ItemType::kShape:
      return ProblemOfLine(item, value);
    case ItemType::kRank:
      if (value.Codes().size() == item.options.size()) return std::nullopt;
      return Broken("请给全部选项排序。", "Put all options in order.");
    default:
      return ProblemOfBounds(item, value);
  }
}

std::optional<Problem> ProblemOfField(const Item& item, std::string_view field,
                                      const Value& value) {
  if (value.empty()) return std::nullopt;
  if (!FitValue(item, field, value)) return NoFitProblem();
  if (field == model::kIdNumberField) return ProblemOfIdentity(value.text());
  if (field == model::kCreditCodeField) return ProblemOfCredit(value.text());
  if (field == model::kRegionField) return ProblemOfRegion(value.text());
  if (field == model::kPhoneField) return ProblemOfPhone(value.text());
  const auto deduction = std::ranges::find(item.deductions, field, &model::Deduction::code);
  if (deduction != item.deductions.end()) return ProblemOfCount(*deduction, value);
  if (const std::optional<Decimal> number = value.AsDecimal(); number && number->IsNegative())
    return Broken("不能小于 0。", "Must not be below 0.");
  return std::nullopt;
}

std::optional<Problem> ProblemOfStages(const Item& item,
                                       const std::vector<std::pair<std::string, Value>>& fields) {
  const model::CodedLabel* before = nullptr;
  std::string latest;
  for (const model::CodedLabel& stage : item.stages) {
    const auto field = std::ranges::find(fields, stage.code, &std::pair<std::string, Value>::first);
    if (field == fields.end() || field->second.empty()) continue;
    const std::string& date = field->second.text();
    if (before != nullptr && date < latest)
      return Broken("“" + stage.label.In(Language::kChinese) + "”（" + date + "）早于“" +
                        before->label.In(Language::kChinese) + "”（" + latest + "）。",
                    "\"" + stage.label.In(Language::kEnglish) + "\" (" + date + ") is before \"" +
                        before->label.In(Language::kEnglish) + "\" (" + latest + ").");
    before = &stage;
    latest = date;
  }
  return std::nullopt;
}

Text MissingSentence(const Item& item) {
  if (!item.required_message.empty()) return item.required_message;
  if (item.type == ItemType::kRepeat)
    return {"请添加" + NameOfInstance(item).In(Language::kChinese) + "，没有时请选择“无”。",
            "Add: " + NameOfInstance(item).In(Language::kEnglish) +
                ". Choose \"none\" if there is none."};
  return {"尚未填写。", "Not answered yet."};
}

Text EvidenceSentence() { return {"请附上佐证材料。", "Attach the evidence."}; }

Text BasisSentence() {
  return {"请填写不适用的批准依据。", "Write down who approved that it does not apply."};
}

Text NotOfferedSentence() {
  return {"这个选项现在不能选，请重新选择。", "This option cannot be chosen now; choose again."};
}

Text DenominatorSentence(const Item& denominator) {
  return {
      "“" + denominator.label.In(Language::kChinese) + "”填写大于 0 的数之后才能计分。",
      "Can be scored only when \"" + denominator.label.In(Language::kEnglish) + "\" is above 0."};
}

}  // namespace pingshen::evaluation
