#include "core/evaluation/version_move.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/evaluation/answer_rules.h"
#include "core/evaluation/instances.h"
#include "core/words/answer_words.h"

namespace pingshen::evaluation {
namespace {

using model::Item;

void Collect(const std::vector<Item>& items, std::vector<const Item*>& out) {
  for (const Item& item : items) {
    out.push_back(&item);
    Collect(item.children, out);
  }
}
void Collect(const std::vector<model::Section>& sections, std::vector<const Item*>& out) {
  for (const model::Section& section : sections) {
    Collect(section.items, out);
    Collect(section.sections, out);
  }
}

bool SameWords(const Item& a, const Item& b) {
  if (a.label != b.label || a.hint != b.hint || a.method != b.method) return false;
  return std::equal(
      a.options.begin(), a.options.end(), b.options.begin(), b.options.end(),
      [](const model::Option& x, const model::Option& y) { return x.label == y.label; });
}

// What an answer means or is worth.
bool SameRules(const Item& a, const Item& b) {
  const auto same_options =
      std::equal(a.options.begin(), a.options.end(), b.options.begin(), b.options.end(),
                 [](const model::Option& x, const model::Option& y) {
                   return x.code == y.code && x.points == y.points;
                 });
  const auto same_deductions =
      std::equal(a.deductions.begin(), a.deductions.end(), b.deductions.begin(), b.deductions.end(),
                 [](const model::Deduction& x, const model::Deduction& y) {
                   return x.code == y.code && x.points == y.points && x.cap == y.cap;
                 });
  return a.type == b.type && a.points == b.points && same_options && same_deductions &&
         a.core == b.core && a.required == b.required && a.minimum == b.minimum &&
         a.maximum == b.maximum && a.relevant.text == b.relevant.text &&
         a.constraint.text == b.constraint.text &&
         a.allows_not_applicable == b.allows_not_applicable;
}

std::vector<ItemChange> Changes(const forms::LoadedForm& from, const forms::LoadedForm& to) {
  std::vector<const Item*> before, after;
  Collect(from.form.sections, before);
  Collect(to.form.sections, after);
  std::vector<ItemChange> changes;
  for (const Item* item : after) {
    if (from.FindItem(item->code) == nullptr)
      changes.push_back({ItemChange::Kind::kAdded, item->code, item->label, false});
  }
  for (const Item* item : before) {
    if (to.FindItem(item->code) == nullptr)
      changes.push_back({ItemChange::Kind::kRemoved, item->code, item->label, false});
  }
  for (const Item* item : after) {
    const Item* old = from.FindItem(item->code);
    if (old == nullptr) continue;
    const bool same_rules = SameRules(*old, *item);
    if (same_rules && SameWords(*old, *item)) continue;
    changes.push_back({ItemChange::Kind::kChanged, item->code, item->label, !same_rules});
  }
  return changes;
}

// The last record of each path that still says something, in the order of the log.
std::vector<const model::AnswerRecord*> Standing(const forms::LoadedForm& form,
                                                 const std::vector<model::AnswerRecord>& log) {
  AnswerSheet answers;
  std::map<std::string, const model::AnswerRecord*> last;
  for (const model::AnswerRecord& record : log) {
    answers.Apply(record);
    last[record.path.ToString()] = &record;
  }
  std::vector<const model::AnswerRecord*> standing;
  for (const auto& [path, record] : last) {
    const bool gone = record->value.empty() || record->value == model::Value::Presence(false) ||
                      !InstancesExist(form, answers, record->path);
    if (!gone) standing.push_back(record);
  }
  std::ranges::sort(standing, {}, &model::AnswerRecord::sequence);
  return standing;
}

SetAside Aside(const Item* item, const model::AnswerRecord& record) {
  if (item == nullptr) return {record.path, {}, {record.value.text(), record.value.text()}};
  const auto words = [&](Language language) {
    const std::string& field = record.path.field;
    return field.empty() ? words::AnswerText(*item, record.value, language)
                         : words::FieldText(*item, field, record.value, language);
  };
  return {record.path, item->label, {words(Language::kChinese), words(Language::kEnglish)}};
}

}  // namespace

VersionMove PlanVersionMove(const forms::LoadedForm& from, const forms::LoadedForm& to,
                            const std::vector<model::AnswerRecord>& log) {
  VersionMove move;
  move.changes = Changes(from, to);
  AnswerSheet answers;
  const auto write = [&](const model::AnswerRecord& record, const model::FieldPath& path,
                         const model::Value& value) {
    move.records.push_back(
        {move.records.size() + 1, path, value, record.author, record.recorded_at_ms});
    answers.Apply(move.records.back());
  };
  for (const model::AnswerRecord* record : Standing(from, log)) {
    if (record->path.item.empty()) {  // an instance: nothing of its own, its answers say the rest
      if (CheckRecord(to, answers, *record)) write(*record, record->path, record->value);
      continue;
    }
    const auto changes = AnswerChanges(to, answers, record->path, record->value);
    if (!changes) {
      move.set_aside.push_back(Aside(from.FindItem(record->path.item), *record));
      continue;
    }
    for (const Change& change : *changes) write(*record, change.path, change.value);
    ++move.kept;
  }
  return move;
}

}  // namespace pingshen::evaluation
