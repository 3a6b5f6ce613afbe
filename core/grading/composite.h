// The scheme `composite`: weighted parts, a minimum for each by grade, preconditions.
#pragma once

#include <span>
#include <string>

#include "core/grading/ladder.h"
#include "core/grading/points.h"

namespace pingshen::grading {

// One part as measured: `rows` of points or `marks` of graded items in its sections.
struct PartRows {
  std::string part;
  std::vector<PointsRow> rows;   // by points
  std::vector<LadderRow> marks;  // by mark
};

// `parts` in the order of scheme.parts. `broken`: codes of the preconditions that do not hold.
// The score of a part is share × weight with nothing rounded; a part in which nothing applies has
// none, and its demands are missed.
model::SchemeResult GradeComposite(const model::CompositeScheme& scheme,
                                   std::span<const PartRows> parts,
                                   std::span<const std::string> missing,
                                   std::span<const std::string> broken);

// The same from bare shares, one for each part.
model::SchemeResult GradeShares(const model::CompositeScheme& scheme,
                                std::vector<model::PartResult> parts,
                                std::span<const std::string> missing,
                                std::span<const std::string> broken);

}  // namespace pingshen::grading
