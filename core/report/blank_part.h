// A form to be filled in by hand: boxes for options, lines for words.
#pragma once

#include "core/model/item.h"
#include "core/report/pen.h"

namespace pingshen::report {

// Room for it, on a form to be filled in by hand.
void DrawBlank(Pen& pen, const model::Item& item);

}  // namespace pingshen::report
