// What the outcomes demand, what separates from the next one, and figures that cannot be right.
#pragma once

#include "core/report/pen.h"

namespace pingshen::report {

void DrawDemands(Pen& pen, const model::Scheme& scheme, const model::SchemeResult& result);
void DrawGap(Pen& pen, const model::Scheme& scheme, const model::SchemeResult& result);
void DrawFigureFindings(Pen& pen);

}  // namespace pingshen::report
