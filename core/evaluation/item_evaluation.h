// The state of one item: answered, valid, scored.
#pragma once

#include "core/evaluation/evaluation.h"
#include "core/evaluation/form_instance.h"

namespace pingshen::evaluation {

// The item and, for groups, repeats and tables, all inside. REQUIRES: the cell is of an item.
ItemState EvaluateItem(const FormInstance& instance, forms::CellId cell);

// The same with everything inside taken from `state` as it is: for an item of which only something
// inside, or its own answer, has changed.
void RefreshItem(const FormInstance& instance, forms::CellId cell, ItemState& state);

}  // namespace pingshen::evaluation
