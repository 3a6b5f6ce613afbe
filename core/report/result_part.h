// The result: verdict and figures of each scheme, before anything else.
#pragma once

#include "core/report/pen.h"

namespace pingshen::report {

// ---- result
void DrawResult(Pen& pen);

}  // namespace pingshen::report
