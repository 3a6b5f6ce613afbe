// Which answers a form has room for, and what an answer changes besides itself.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/evaluation/answer_sheet.h"
#include "core/evaluation/value_fit.h"
#include "core/forms/loader.h"
#include "core/model/answer_record.h"

namespace pingshen::evaluation {

struct Change {
  model::FieldPath path;
  model::Value value;
};

// The item at a path, when the form has it inside exactly these repeats. ERR_SESSION_PATH.
Result<const model::Item*> FindPlace(const forms::LoadedForm& form, const model::FieldPath& path);

// What answering means for the log, in order; nothing when it is the answer already. An answer that
// stands for the whole item ("na", "full", "E") takes back the parts, a part takes back such an
// answer (a count only above 0); leaving "E" takes back its basis. ERR_SESSION_PATH (also for a
// removed instance), ERR_SESSION_VALUE.
Result<std::vector<Change>> AnswerChanges(const forms::LoadedForm& form, const AnswerSheet& answers,
                                          const model::FieldPath& path, const model::Value& value);
// The next instance; takes back "none". ERR_SESSION_PATH, ERR_SESSION_INSTANCES at the item's
// limit.
Result<std::vector<Change>> AddInstanceChanges(const forms::LoadedForm& form,
                                               const AnswerSheet& answers,
                                               const model::FieldPath& repeat);
Result<std::vector<Change>> RemoveInstanceChanges(const forms::LoadedForm& form,
                                                  const AnswerSheet& answers,
                                                  const model::FieldPath& instance);

// Whether somebody else's record could have been written by these rules after `answers`.
// ERR_SESSION_PATH, ERR_SESSION_VALUE, ERR_SESSION_INSTANCES.
Status CheckRecord(const forms::LoadedForm& form, const AnswerSheet& answers,
                   const model::AnswerRecord& record);

}  // namespace pingshen::evaluation
