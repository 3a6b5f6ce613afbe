// The mark of a graded item: chosen, or derived from its sub-points.
#pragma once

#include <cstdint>
#include <optional>

#include "core/evaluation/form_instance.h"
#include "core/model/scheme.h"

namespace pingshen::evaluation {

// nullopt: unanswered, or not yet settled. REQUIRES: item.type is kGrade.
std::optional<model::Mark> MarkOfItem(const FormInstance& instance, const model::Item& item,
                                      const model::FieldPath& path);
// Sub-points of the level above `mark` that are not met; 0 without sub-points.
std::int64_t OpenSubPoints(const FormInstance& instance, const model::Item& item,
                           const model::FieldPath& path, std::optional<model::Mark> mark);

}  // namespace pingshen::evaluation
