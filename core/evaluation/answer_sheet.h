// The current answers of one assessment, made from its log.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/model/answer_record.h"

namespace pingshen::evaluation {

// The last record of each path. Empty values are absent.
class AnswerSheet {
 public:
  // REQUIRES: records come in the order of their sequences.
  void Apply(const model::AnswerRecord& record);
  // Empty value when there is none.
  const model::Value& At(const model::FieldPath& path) const;
  // Existing instance numbers of a repeat, ascending. `repeat` has the repeat's own path (item =
  // its code).
  std::vector<std::uint32_t> Instances(const model::FieldPath& repeat) const;
  // A number that was never used for that repeat.
  std::uint32_t NextInstance(const model::FieldPath& repeat) const;
  // Whether that number was ever used, also when the instance was removed.
  bool WasUsed(const model::FieldPath& instance) const;
  // Whether that instance of a repeat was added and not removed; those around it are not looked at.
  bool HasInstance(const model::FieldPath& instance) const;
  // The values under the fields of one item (deduction counts, note), by field.
  std::vector<std::pair<std::string, model::Value>> Fields(const model::FieldPath& item) const;

  // Every answer and field; every instance that was ever added, an outer one before those inside.
  void VisitAnswers(
      const std::function<void(const model::FieldPath&, const model::Value&)>& visit) const;
  void VisitInstances(const std::function<void(const model::FieldPath&, bool exists)>& visit) const;

 private:
  struct Repeat {
    std::set<std::uint32_t> existing;
    std::set<std::uint32_t> used;
  };
  const Repeat* FindRepeat(const model::FieldPath& repeat) const;

  std::map<std::string, model::Value> values_;  // by FieldPath::ToString
  std::map<std::string, Repeat> repeats_;       // by the path of the repeat
};

// "VC-09#2" → "VC-09", "a#1/b#2" → "a#1/b". REQUIRES: the path is that of an instance (item empty).
model::FieldPath RepeatOfInstance(const model::FieldPath& instance);
// The other way.
model::FieldPath InstanceOf(const model::FieldPath& repeat, std::uint32_t number);
// The path of an item inside that instance.
model::FieldPath ChildOf(const model::FieldPath& instance, const std::string& item);

}  // namespace pingshen::evaluation
