// The parts of an item that belong to its type: options, bounds, sub-points, stages, rows …
#pragma once

#include <cstddef>

#include "core/forms/draft.h"
#include "core/forms/item_members.h"
#include "core/forms/object_reader.h"

namespace pingshen::forms {

inline constexpr std::size_t kMaxFrameDepth = 12;  // of groups, repeats and tables in one another

// REQUIRES: the item's code and type and allows_not_applicable have been read, and the lists of the
// form. Children are left to ReadItem.
void ReadItemParts(const ObjectReader& members, const ItemMembers& present, model::Item& item,
                   Draft& draft);

}  // namespace pingshen::forms
