// The state of one item: answered, valid, scored.
#pragma once

#include "core/session/evaluation.h"
#include "core/session/relevance.h"

namespace pingshen::session {

// The item inside the repeat instances `around`.
ItemState EvaluateItem(const Relevance& relevance, const model::Item& item, const Steps& around);

}  // namespace pingshen::session
