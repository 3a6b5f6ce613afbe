// Finds an item's state by its place.
#pragma once

#include "core/evaluation/evaluation.h"

namespace pingshen::ui {

// nullptr when the form has no such place, or no such instance exists. The field is not looked at.
const evaluation::ItemState* FindItemState(const evaluation::Evaluation& evaluation,
                                           const model::FieldPath& path);

}  // namespace pingshen::ui
