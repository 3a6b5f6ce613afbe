#include "core/evaluation/answers_json.h"

#include <string>

#include "core/evaluation/answer_rules.h"
#include "core/evaluation/value_fit.h"
#include "core/json/json.h"
#include "core/model/item_fields.h"

namespace pingshen::evaluation {
namespace {

using model::Value;
using model::ValueKind;
using Kind = json::Value::Kind;

Result<Value> ValueFrom(const model::Item& item, const model::FieldPath& path,
                        const json::Value& written) {
  if (written.kind == Kind::kNull) return Value();
  if (written.kind == Kind::kBoolean)
    return FitValue(item, path.field,
                    Value::Choice(std::string(written.boolean ? model::kYes : model::kNo)));
  const auto kind = model::FieldKind(item, path.field);
  if (!kind) return Fail(ErrorCode::ERR_SESSION_PATH, path.ToString());
  if (written.kind == Kind::kArray) {
    std::string joined;
    for (const json::Value& code : written.items) joined += (joined.empty() ? "" : " ") + code.text;
    PINGSHEN_TRY(const Value value, Value::Make(*kind, joined));
    return FitValue(item, path.field, value);
  }
  // "na", "full", "E" and the like stand in place of an answer of any kind.
  if (path.field.empty() && *kind != ValueKind::kChoice) {
    const Value whole = Value::Choice(written.text);
    if (IsWholeAnswer(item, whole) || written.text == model::kNoInstance)
      if (auto fitted = FitValue(item, path.field, whole)) return fitted;
  }
  PINGSHEN_TRY(const Value value, Value::Make(*kind, written.text));
  return FitValue(item, path.field, value);
}

class Sheet {
 public:
  explicit Sheet(const forms::LoadedForm& form) : form_(form) {}

  Status Set(const json::Value::Member& member) {
    PINGSHEN_TRY(const model::FieldPath path, model::FieldPath::Parse(member.name));
    if (path.item.empty()) {
      Exist(path);
      return {};
    }
    PINGSHEN_TRY(const model::Item* item, FindPlace(form_, path));
    auto value = ValueFrom(*item, path, member.value);
    if (!value) return Fail(value.error().code, member.name + " " + value.error().context);
    Exist(path);
    Apply(path, *std::move(value));
    return {};
  }
  AnswerSheet Take() { return std::move(sheet_); }

 private:
  // The instances of repeats around the path; those of tables always are.
  void Exist(const model::FieldPath& path) {
    model::FieldPath instance;
    for (const model::FieldPath::Step& step : path.repeats) {
      instance.repeats.push_back(step);
      const model::Item* repeat = form_.FindItem(step.repeat);
      if (repeat == nullptr || repeat->type != model::ItemType::kRepeat) continue;
      if (!sheet_.HasInstance(instance)) Apply(instance, Value::Presence(true));
    }
  }
  void Apply(const model::FieldPath& path, Value value) {
    model::AnswerRecord record;
    record.sequence = ++sequence_;
    record.path = path;
    record.value = std::move(value);
    sheet_.Apply(record);
  }

  const forms::LoadedForm& form_;
  AnswerSheet sheet_;
  std::uint64_t sequence_ = 0;
};

}  // namespace

Result<AnswerSheet> ReadAnswers(const forms::LoadedForm& form, std::string_view json_text) {
  PINGSHEN_TRY(const json::Value file, json::Parse(json_text));
  if (file.kind != Kind::kObject) return Fail(ErrorCode::ERR_JSON, "{\"path\": answer}");
  Sheet sheet(form);
  for (const json::Value::Member& member : file.members) PINGSHEN_CHECK(sheet.Set(member));
  return sheet.Take();
}

}  // namespace pingshen::evaluation
