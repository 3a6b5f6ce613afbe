// How an item's points come from its answer.
#pragma once

#include "core/forms/draft.h"
#include "core/forms/object_reader.h"
#include "core/model/item.h"

namespace pingshen::forms {

// REQUIRES: everything else of the item has been read. `members`: of the item.
void ReadScore(const ObjectReader& members, model::Item& item, Draft& draft);

}  // namespace pingshen::forms
