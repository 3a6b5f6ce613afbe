// Which instances of repeats and tables there are: of a repeat those that were added, of a table
// one for each row, always.
#pragma once

#include <cstdint>
#include <vector>

#include "core/forms/loader.h"
#include "core/session/answer_sheet.h"

namespace pingshen::session {

// Ascending. `path`: of the repeat or table itself (item = its code).
std::vector<std::uint32_t> InstancesOf(const forms::LoadedForm& form, const AnswerSheet& answers,
                                       const model::FieldPath& path);
// Whether all instances in the path exist. True for a path outside repeats.
bool InstancesExist(const forms::LoadedForm& form, const AnswerSheet& answers,
                    const model::FieldPath& path);

}  // namespace pingshen::session
