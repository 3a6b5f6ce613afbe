#include "core/evaluation/answer_sheet.h"

#include <cassert>

namespace pingshen::evaluation {

using model::FieldPath;
using model::Value;

void AnswerSheet::Apply(const model::AnswerRecord& record) {
  if (record.path.item.empty()) {
    assert(!record.path.repeats.empty());
    Repeat& repeat = repeats_[RepeatOfInstance(record.path).ToString()];
    const std::uint32_t number = record.path.repeats.back().instance;
    repeat.used.insert(number);
    if (record.value == Value::Presence(true)) {
      repeat.existing.insert(number);
    } else {
      repeat.existing.erase(number);
    }
    return;
  }
  if (record.value.empty()) {
    values_.erase(record.path.ToString());
  } else {
    values_[record.path.ToString()] = record.value;
  }
}

const Value& AnswerSheet::At(const FieldPath& path) const {
  static const Value kNone;
  const auto found = values_.find(path.ToString());
  return found == values_.end() ? kNone : found->second;
}

const AnswerSheet::Repeat* AnswerSheet::FindRepeat(const FieldPath& repeat) const {
  const auto found = repeats_.find(repeat.ToString());
  return found == repeats_.end() ? nullptr : &found->second;
}

std::vector<std::uint32_t> AnswerSheet::Instances(const FieldPath& repeat) const {
  const Repeat* found = FindRepeat(repeat);
  if (found == nullptr) return {};
  return {found->existing.begin(), found->existing.end()};
}

std::uint32_t AnswerSheet::NextInstance(const FieldPath& repeat) const {
  const Repeat* found = FindRepeat(repeat);
  return found == nullptr || found->used.empty() ? 1 : *found->used.rbegin() + 1;
}

bool AnswerSheet::WasUsed(const FieldPath& instance) const {
  const Repeat* found = FindRepeat(RepeatOfInstance(instance));
  return found != nullptr && found->used.contains(instance.repeats.back().instance);
}

bool AnswerSheet::HasInstance(const FieldPath& instance) const {
  const Repeat* found = FindRepeat(RepeatOfInstance(instance));
  return found != nullptr && found->existing.contains(instance.repeats.back().instance);
}

std::vector<std::pair<std::string, Value>> AnswerSheet::Fields(const FieldPath& item) const {
  FieldPath plain = item;
  plain.field.clear();
  const std::string prefix = plain.ToString() + ':';
  std::vector<std::pair<std::string, Value>> out;
  for (auto it = values_.lower_bound(prefix); it != values_.end() && it->first.starts_with(prefix);
       ++it)
    out.emplace_back(it->first.substr(prefix.size()), it->second);
  return out;
}

void AnswerSheet::VisitAnswers(
    const std::function<void(const FieldPath&, const Value&)>& visit) const {
  for (const auto& [path, value] : values_) visit(*FieldPath::Parse(path), value);
}

void AnswerSheet::VisitInstances(const std::function<void(const FieldPath&, bool)>& visit) const {
  for (const auto& [path, repeat] : repeats_) {
    const FieldPath of_repeat = *FieldPath::Parse(path);
    for (const std::uint32_t number : repeat.used)
      visit(InstanceOf(of_repeat, number), repeat.existing.contains(number));
  }
}

FieldPath RepeatOfInstance(const FieldPath& instance) {
  assert(instance.item.empty() && !instance.repeats.empty());
  FieldPath repeat = instance;
  repeat.item = repeat.repeats.back().repeat;
  repeat.repeats.pop_back();
  return repeat;
}

FieldPath InstanceOf(const FieldPath& repeat, std::uint32_t number) {
  FieldPath instance;
  instance.repeats = repeat.repeats;
  instance.repeats.push_back({repeat.item, number});
  return instance;
}

FieldPath ChildOf(const FieldPath& instance, const std::string& item) {
  FieldPath child = instance;
  child.item = item;
  return child;
}

}  // namespace pingshen::evaluation
