#include "core/evaluation/item_mark.h"

#include <algorithm>

#include "core/grading/ladder.h"

namespace pingshen::evaluation {
namespace {

grading::SubPointAnswers AnswersOf(const FormInstance& instance, const model::Item& item,
                                   model::FieldPath path, char level) {
  grading::SubPointAnswers answers;
  for (const model::SubPoint& point : item.sub_points) {
    if (point.level != level) continue;
    path.field = point.code;
    const model::Value& value = instance.answers().At(path);
    answers.push_back(value.HasCode(model::kYes)  ? std::optional(true)
                      : value.HasCode(model::kNo) ? std::optional(false)
                                                  : std::nullopt);
  }
  return answers;
}

}  // namespace

std::optional<model::Mark> MarkOfItem(const FormInstance& instance, const model::Item& item,
                                      const model::FieldPath& path) {
  const model::Value& chosen = instance.answers().At(path);
  if (chosen.HasCode(model::kGradeNotApplicable)) return model::Mark::kE;
  if (!item.sub_points.empty())
    return grading::DeriveMark(AnswersOf(instance, item, path, 'C'),
                               AnswersOf(instance, item, path, 'B'),
                               AnswersOf(instance, item, path, 'A'));
  return chosen.kind() == model::ValueKind::kChoice ? model::MarkOf(chosen.text()) : std::nullopt;
}

std::int64_t OpenSubPoints(const FormInstance& instance, const model::Item& item,
                           const model::FieldPath& path, std::optional<model::Mark> mark) {
  const char above = mark == model::Mark::kB ? 'A' : mark == model::Mark::kC ? 'B' : 'C';
  const grading::SubPointAnswers answers = AnswersOf(instance, item, path, above);
  return std::ranges::count_if(answers, [](const auto& answer) { return answer != true; });
}

}  // namespace pingshen::evaluation
