// A loop: its questions once for each choice of a list.
#pragma once

#include "core/forms/xlsform/item_builder.h"

namespace pingshen::forms::xlsform {

// One group for each choice, with "%(name)s" and "%(label)s" filled in.
json::Value BuildLoop(const BuildContext& context, const Node& loop);

}  // namespace pingshen::forms::xlsform
