// JSON → deductions and bonuses of one item.
#pragma once

#include "core/forms/draft.h"
#include "core/forms/object_reader.h"
#include "core/model/item.h"

namespace pingshen::forms {

// The deductions and bonuses of an item of type `deductions`, and what else its answer may be.
void ReadDeductions(const ObjectReader& item_members, model::Item& item, Draft& draft);

}  // namespace pingshen::forms
