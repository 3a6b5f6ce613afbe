// A reported rate against its numerator and denominator.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/grading/figure.h"
#include "core/model/figure_check.h"

namespace pingshen::grading {

struct RateFigures {
  model::FieldPath path;
  model::Text label;
  Figure numerator;
  Figure denominator;
  Figure reported;
  Decimal per = Decimal::FromInteger(100);  // reported = numerator × per / denominator
  std::optional<int> decimals;              // stated precision; nullopt: as written
};

// Findings, none when all is well or a figure that is needed is not given:
//   FIG_DENOMINATOR_ZERO  nothing can be a share of nothing
//   FIG_NUMERATOR_LARGER  numerator above denominator
//   FIG_RATE_DIFFERS      the figures give another rate, rounded half up or cut off
//   FIG_RATE_CUT          (note) agrees only when digits are cut off, not rounded
//   FIG_RATE_IMPOSSIBLE   no whole numerator over this denominator gives the reported rate
std::vector<model::FigureFinding> CheckRate(const RateFigures& rate);

// Stages of the same objects: FIG_RATE_STAGES (note) when the reported rate is the mean of the
// stages' shares, as Σ reached / (stages × objects) at the stated precision; nullopt otherwise.
std::optional<model::FigureFinding> ExplainByStages(const RateFigures& rate,
                                                    std::span<const Figure> reached);

}  // namespace pingshen::grading
