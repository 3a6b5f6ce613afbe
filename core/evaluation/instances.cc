#include "core/evaluation/instances.h"

#include <algorithm>
#include <numeric>

namespace pingshen::evaluation {

using model::FieldPath;

std::vector<std::uint32_t> InstancesOf(const forms::LoadedForm& form, const AnswerSheet& answers,
                                       const FieldPath& path) {
  const model::Item* item = form.FindItem(path.item);
  if (item == nullptr || item->type != model::ItemType::kTable) return answers.Instances(path);
  std::vector<std::uint32_t> rows(item->rows.size());
  std::iota(rows.begin(), rows.end(), 1u);
  return rows;
}

std::vector<std::string> RepeatsAround(const forms::LoadedForm& form, const std::string& code) {
  std::vector<std::string> repeats;
  for (const model::Item* repeat = form.RepeatOf(code); repeat != nullptr;
       repeat = form.RepeatOf(repeat->code))
    repeats.push_back(repeat->code);
  std::ranges::reverse(repeats);
  return repeats;
}

bool InstancesExist(const forms::LoadedForm& form, const AnswerSheet& answers,
                    const FieldPath& path) {
  FieldPath around;
  for (const FieldPath::Step& step : path.repeats) {
    around.item = step.repeat;
    const model::Item* item = form.FindItem(step.repeat);
    bool exists = item != nullptr;
    if (exists && item->type == model::ItemType::kTable) {
      exists = step.instance >= 1 && step.instance <= item->rows.size();
    } else if (exists && item->count.empty()) {
      exists = answers.HasInstance(InstanceOf(around, step.instance));
    } else if (exists) {
      // The count decides how many of them are part of the assessment; answers of the others wait.
      exists = step.instance >= 1 && step.instance <= kMaxInstances;
    }
    if (!exists) return false;
    around.repeats.push_back(step);
  }
  return true;
}

}  // namespace pingshen::evaluation
