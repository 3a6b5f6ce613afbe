#include "core/session/answer_rules.h"

#include <algorithm>

#include "core/model/identifiers.h"
#include "core/session/relevance.h"

namespace pingshen::session {
namespace {

using model::FieldPath;
using model::Item;
using model::ItemType;
using model::Value;
using model::ValueKind;

constexpr std::int64_t kMaxInstances = 999;

std::unexpected<Error> NoPlace(const FieldPath& path) {
  return Fail(ErrorCode::ERR_SESSION_PATH, path.ToString());
}
std::unexpected<Error> NoFit(const Item& item) {
  return Fail(ErrorCode::ERR_SESSION_VALUE, item.code);
}

bool IsOption(const Item& item, const std::string& code) {
  return std::any_of(item.options.begin(), item.options.end(),
                     [&](const auto& option) { return option.code == code; });
}

bool IsChoiceOf(const Item& item, const std::string& code) {
  if (code == model::kNotApplicable && item.allows_not_applicable) return true;
  switch (item.type) {
    case ItemType::kYesNoNa:
      return code == model::kYes || code == model::kNo;
    case ItemType::kSingleChoice:
      return IsOption(item, code);
    case ItemType::kDeductions:
      return code == model::kFullMarks;
    case ItemType::kRepeat:
      return code == model::kNoInstance;
    default:
      return false;
  }
}

Result<Value> FitChoices(const Item& item, const Value& value) {
  if (value == Value::Choice(std::string(model::kNoneOfThese)) && !IsOption(item, value.text()))
    return value;
  if (value.kind() != ValueKind::kChoices) return NoFit(item);
  std::vector<std::string> in_order;
  for (const model::Option& option : item.options)
    if (value.HasCode(option.code)) in_order.push_back(option.code);
  if (in_order.size() != value.Codes().size()) return NoFit(item);
  return Value::Choices(in_order);
}

enum class Lines { kOne, kMany };

Result<Value> FitText(const Item& item, const Value& value, Lines lines) {
  if (value.kind() != ValueKind::kText) return NoFit(item);
  for (const char c : value.text()) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    if (control && !(lines == Lines::kMany && (c == '\n' || c == '\t'))) return NoFit(item);
  }
  return value;
}

Result<Value> FitIdentifier(const Item& item, const Value& value) {
  PINGSHEN_TRY(Value text, FitText(item, value, Lines::kOne));
  const auto corrected = item.type == ItemType::kIdentityNumber
                             ? model::CorrectedIdentityNumber(text.text())
                             : model::CorrectedCreditCode(text.text());
  return corrected ? Value::Make(ValueKind::kText, *corrected) : text;
}

Result<Value> OfKind(const Item& item, const Value& value, ValueKind kind) {
  if (value.kind() != kind) return NoFit(item);
  return value;
}

Result<Value> FitMainValue(const Item& item, const Value& value) {
  switch (item.type) {
    case ItemType::kNote:
      return NoFit(item);
    case ItemType::kMultipleChoice:
      return FitChoices(item, value);
    case ItemType::kInteger:
      return OfKind(item, value, ValueKind::kInteger);
    case ItemType::kDecimal:
      return OfKind(item, value, ValueKind::kDecimal);
    case ItemType::kDate:
      return OfKind(item, value, ValueKind::kDate);
    case ItemType::kText:
      return FitText(item, value, Lines::kOne);
    case ItemType::kLongText:
      return FitText(item, value, Lines::kMany);
    case ItemType::kIdentityNumber:
    case ItemType::kCreditCode:
      return FitIdentifier(item, value);
    case ItemType::kYesNoNa:
    case ItemType::kSingleChoice:
    case ItemType::kDeductions:
    case ItemType::kRepeat:
      break;
  }
  if (value.kind() != ValueKind::kChoice || !IsChoiceOf(item, value.text())) return NoFit(item);
  return value;
}

bool IsDeduction(const Item& item, std::string_view field) {
  return std::any_of(item.deductions.begin(), item.deductions.end(),
                     [&](const auto& d) { return d.code == field; });
}

// The repeat whose instance the path names.
Result<const Item*> FindRepeat(const forms::LoadedForm& form, const FieldPath& repeat) {
  PINGSHEN_TRY(const Item* item, FindPlace(form, repeat));
  if (item->type != ItemType::kRepeat || !repeat.field.empty()) return NoPlace(repeat);
  return item;
}

Status CheckRoom(const Item& repeat, const AnswerSheet& answers, const FieldPath& path) {
  const std::int64_t limit = repeat.max_instances > 0 ? repeat.max_instances : kMaxInstances;
  if (static_cast<std::int64_t>(answers.Instances(path).size()) < limit) return {};
  return Fail(ErrorCode::ERR_SESSION_INSTANCES, repeat.code + " (" + std::to_string(limit) + ")");
}

// What the answer of a deductions item outweighs.
void AppendTakenBack(const Item& item, const AnswerSheet& answers, const FieldPath& path,
                     const Value& value, std::vector<Change>& changes) {
  if (item.type != ItemType::kDeductions) return;
  FieldPath other = path;
  if (path.field.empty()) {
    if (value.empty()) return;
    for (const auto& [field, count] : answers.Fields(path)) {
      if (!IsDeduction(item, field)) continue;
      other.field = field;
      changes.push_back({other, {}});
    }
  } else if (IsDeduction(item, path.field) && value.AsInteger().value_or(0) > 0) {
    other.field.clear();
    if (!answers.At(other).empty()) changes.push_back({other, {}});
  }
}

}  // namespace

Result<const Item*> FindPlace(const forms::LoadedForm& form, const FieldPath& path) {
  const Item* item = path.item.empty() ? nullptr : form.FindItem(path.item);
  if (item == nullptr) return NoPlace(path);
  const std::vector<std::string> repeats = RepeatsAround(form, item->code);
  const bool same = std::equal(
      repeats.begin(), repeats.end(), path.repeats.begin(), path.repeats.end(),
      [](const std::string& code, const FieldPath::Step& step) { return code == step.repeat; });
  if (!same) return NoPlace(path);
  return item;
}

Result<Value> FitValue(const Item& item, std::string_view field, const Value& value) {
  const bool is_note = field == model::kNoteField && item.type != ItemType::kNote;
  if (!field.empty() && !is_note && !IsDeduction(item, field))
    return NoPlace(FieldPath::Of(item.code, std::string(field)));
  if (value.empty()) return value;
  if (is_note) return FitText(item, value, Lines::kMany);
  if (!field.empty()) return OfKind(item, value, ValueKind::kInteger);
  return FitMainValue(item, value);
}

Result<std::vector<Change>> AnswerChanges(const forms::LoadedForm& form, const AnswerSheet& answers,
                                          const FieldPath& path, const Value& value) {
  PINGSHEN_TRY(const Item* item, FindPlace(form, path));
  if (!answers.InstancesExist(path)) return NoPlace(path);
  PINGSHEN_TRY(Value fitted, FitValue(*item, path.field, value));
  if (item->type == ItemType::kRepeat && path.field.empty() && !fitted.empty() &&
      !answers.Instances(path).empty())
    return NoFit(*item);  // "none" while instances exist
  std::vector<Change> changes;
  if (fitted == answers.At(path)) return changes;
  AppendTakenBack(*item, answers, path, fitted, changes);
  changes.push_back({path, std::move(fitted)});
  return changes;
}

Result<std::vector<Change>> AddInstanceChanges(const forms::LoadedForm& form,
                                               const AnswerSheet& answers,
                                               const FieldPath& repeat) {
  PINGSHEN_TRY(const Item* item, FindRepeat(form, repeat));
  if (!answers.InstancesExist(repeat)) return NoPlace(repeat);
  PINGSHEN_CHECK(CheckRoom(*item, answers, repeat));
  const std::uint32_t number = answers.NextInstance(repeat);
  if (number == 0)
    return Fail(ErrorCode::ERR_SESSION_INSTANCES, item->code);  // all numbers are used up
  std::vector<Change> changes;
  if (!answers.At(repeat).empty()) changes.push_back({repeat, {}});
  changes.push_back({InstanceOf(repeat, number), Value::Presence(true)});
  return changes;
}

Result<std::vector<Change>> RemoveInstanceChanges(const forms::LoadedForm& form,
                                                  const AnswerSheet& answers,
                                                  const FieldPath& instance) {
  if (!instance.item.empty() || instance.repeats.empty()) return NoPlace(instance);
  PINGSHEN_CHECK(FindRepeat(form, RepeatOfInstance(instance)));
  if (!answers.InstancesExist(instance)) return NoPlace(instance);
  return std::vector<Change>{{instance, Value::Presence(false)}};
}

Status CheckRecord(const forms::LoadedForm& form, const AnswerSheet& answers,
                   const model::AnswerRecord& record) {
  const FieldPath& path = record.path;
  if (path.item.empty()) {
    const FieldPath repeat = RepeatOfInstance(path);
    PINGSHEN_TRY(const Item* item, FindRepeat(form, repeat));
    if (!answers.InstancesExist(repeat)) return NoPlace(path);
    if (record.value == Value::Presence(false))
      return answers.InstancesExist(path) ? Status{} : NoPlace(path);
    if (record.value != Value::Presence(true)) return NoFit(*item);
    if (answers.WasUsed(path)) return NoPlace(path);
    return CheckRoom(*item, answers, repeat);
  }
  PINGSHEN_TRY(const Item* item, FindPlace(form, path));
  if (!answers.InstancesExist(path)) return NoPlace(path);
  PINGSHEN_TRY(const Value fitted, FitValue(*item, path.field, record.value));
  return fitted == record.value ? Status{} : NoFit(*item);
}

}  // namespace pingshen::session
