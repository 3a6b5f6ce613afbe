#include "core/evaluation/answer_rules.h"

#include <algorithm>

#include "core/evaluation/instances.h"
#include "core/evaluation/value_fit.h"
#include "core/model/item_fields.h"

namespace pingshen::evaluation {
namespace {

using model::FieldPath;
using model::Item;
using model::ItemType;
using model::Value;

std::unexpected<Error> NoPlace(const FieldPath& path) {
  return Fail(ErrorCode::ERR_SESSION_PATH, path.ToString());
}
std::unexpected<Error> NoFit(const Item& item) {
  return Fail(ErrorCode::ERR_SESSION_VALUE, item.code);
}

// The repeat whose instance the path names.
Result<const Item*> FindRepeat(const forms::LoadedForm& form, const FieldPath& repeat) {
  PINGSHEN_TRY(const Item* item, FindPlace(form, repeat));
  if (item->type != ItemType::kRepeat || !repeat.field.empty()) return NoPlace(repeat);
  if (!item->count.empty()) return NoPlace(repeat);  // its count decides
  return item;
}

Status CheckRoom(const Item& repeat, const AnswerSheet& answers, const FieldPath& path) {
  const std::int64_t limit = repeat.max_instances > 0 ? repeat.max_instances : kMaxInstances;
  if (static_cast<std::int64_t>(answers.Instances(path).size()) < limit) return {};
  return Fail(ErrorCode::ERR_SESSION_INSTANCES, repeat.code + " (" + std::to_string(limit) + ")");
}

// What the answer outweighs: "na", "full", "E" … stand instead of the parts of an answer, and the
// parts instead of them.
void AppendTakenBack(const Item& item, const AnswerSheet& answers, const FieldPath& path,
                     const Value& value, std::vector<Change>& changes) {
  FieldPath other = path;
  if (path.field.empty()) {
    const bool whole = IsWholeAnswer(item, value);
    for (const auto& [field, part] : answers.Fields(path)) {
      const bool basis = field == model::kBasisField && !value.HasCode(model::kGradeNotApplicable);
      if (!basis && !(whole && model::IsAnswerPart(item, field))) continue;
      other.field = field;
      changes.push_back({other, {}});
    }
  } else if (model::IsAnswerPart(item, path.field) && !value.empty() &&
             !(item.type == ItemType::kDeductions && value.AsDecimal() == Decimal())) {
    other.field.clear();
    if (IsWholeAnswer(item, answers.At(other))) changes.push_back({other, {}});
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

Result<std::vector<Change>> AnswerChanges(const forms::LoadedForm& form, const AnswerSheet& answers,
                                          const FieldPath& path, const Value& value) {
  PINGSHEN_TRY(const Item* item, FindPlace(form, path));
  if (!InstancesExist(form, answers, path)) return NoPlace(path);
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
  if (!InstancesExist(form, answers, repeat)) return NoPlace(repeat);
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
  if (!InstancesExist(form, answers, instance)) return NoPlace(instance);
  return std::vector<Change>{{instance, Value::Presence(false)}};
}

Status CheckRecord(const forms::LoadedForm& form, const AnswerSheet& answers,
                   const model::AnswerRecord& record) {
  const FieldPath& path = record.path;
  if (path.item.empty()) {
    const FieldPath repeat = RepeatOfInstance(path);
    PINGSHEN_TRY(const Item* item, FindRepeat(form, repeat));
    if (!InstancesExist(form, answers, repeat)) return NoPlace(path);
    if (record.value == Value::Presence(false))
      return InstancesExist(form, answers, path) ? Status{} : NoPlace(path);
    if (record.value != Value::Presence(true)) return NoFit(*item);
    if (answers.WasUsed(path)) return NoPlace(path);
    return CheckRoom(*item, answers, repeat);
  }
  PINGSHEN_TRY(const Item* item, FindPlace(form, path));
  if (!InstancesExist(form, answers, path)) return NoPlace(path);
  PINGSHEN_TRY(const Value fitted, FitValue(*item, path.field, record.value));
  return fitted == record.value ? Status{} : NoFit(*item);
}

}  // namespace pingshen::evaluation
