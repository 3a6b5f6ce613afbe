// The tables of figures behind a verdict: marks by chapter, parts, stages, ratios.
#pragma once

#include <string>

#include "core/report/pen.h"

namespace pingshen::report {

// Of one scheme; `scheme` is what `result` came from.
void DrawLadder(Pen& pen, const model::Scheme& scheme, const model::SchemeResult& result);
void DrawMeasures(Pen& pen, const model::Scheme& scheme, const model::SchemeResult& result);
// "350 / 583 = 60.03%"; without a share where the denominator is 0.
std::string FractionText(const model::Fraction& fraction);

}  // namespace pingshen::report
