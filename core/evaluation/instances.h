// Which instances of repeats and tables there are: of a repeat those that were added, of a table
// one for each row, always.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/evaluation/answer_sheet.h"
#include "core/forms/loader.h"

namespace pingshen::evaluation {

inline constexpr std::uint32_t kMaxInstances = 999;  // of one repeat

// Ascending. `path`: of the repeat or table itself (item = its code).
std::vector<std::uint32_t> InstancesOf(const forms::LoadedForm& form, const AnswerSheet& answers,
                                       const model::FieldPath& path);
// The repeats and tables around an item, outermost first.
std::vector<std::string> RepeatsAround(const forms::LoadedForm& form, const std::string& code);
// Whether all instances in the path exist. True for a path outside repeats.
bool InstancesExist(const forms::LoadedForm& form, const AnswerSheet& answers,
                    const model::FieldPath& path);

}  // namespace pingshen::evaluation
