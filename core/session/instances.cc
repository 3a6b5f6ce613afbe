#include "core/session/instances.h"

#include <numeric>

namespace pingshen::session {

using model::FieldPath;

std::vector<std::uint32_t> InstancesOf(const forms::LoadedForm& form, const AnswerSheet& answers,
                                       const FieldPath& path) {
  const model::Item* item = form.FindItem(path.item);
  if (item == nullptr || item->type != model::ItemType::kTable) return answers.Instances(path);
  std::vector<std::uint32_t> rows(item->rows.size());
  std::iota(rows.begin(), rows.end(), 1u);
  return rows;
}

bool InstancesExist(const forms::LoadedForm& form, const AnswerSheet& answers,
                    const FieldPath& path) {
  FieldPath around;
  for (const FieldPath::Step& step : path.repeats) {
    around.item = step.repeat;
    const model::Item* item = form.FindItem(step.repeat);
    const bool exists = item != nullptr && item->type == model::ItemType::kTable
                            ? step.instance >= 1 && step.instance <= item->rows.size()
                            : answers.HasInstance(InstanceOf(around, step.instance));
    if (!exists) return false;
    around.repeats.push_back(step);
  }
  return true;
}

}  // namespace pingshen::session
