// Whether a value is one that an item's field can keep.
#pragma once

#include <string_view>

#include "core/base/error.h"
#include "core/model/item.h"
#include "core/model/value.h"

namespace pingshen::evaluation {

// The value as that field of the item keeps it: choices in the form's order, identifiers in their
// canonical spelling, whole numbers of a ratio as kInteger. A value of another kind, an unknown
// option, more attachments than allowed: ERR_SESSION_VALUE; an unknown field: ERR_SESSION_PATH.
// What merely breaks a constraint fits. kEmpty always fits.
Result<model::Value> FitValue(const model::Item& item, std::string_view field,
                              const model::Value& value);

// Whether that answer (field "") says something of the item as a whole: "na", "full",
// "not_occurred", "no_evidence", and "E" of a grade. Not "none", which is an answer among others.
bool IsWholeAnswer(const model::Item& item, const model::Value& value);
// Whether that answer says that the item does not apply: "na", of a grade "E".
bool IsNotApplicable(const model::Item& item, const model::Value& value);

}  // namespace pingshen::evaluation
