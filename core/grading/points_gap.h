// What separates a points result from the next better band.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "core/grading/points.h"

namespace pingshen::grading {

// The lowest score that has this band without veto and with all must-pass items met; nullopt where
// every score down to the lowest has it.
std::optional<Decimal> LeastScore(const model::PointsScheme& scheme, const std::string& band);
// Whether the band is out of reach while a must-pass item is not met.
bool NeedsMustPass(const model::PointsScheme& scheme, const std::string& band);

// The least points x ≥ 0 with (earned + x) × total / attainable + bonus ≥ score, rounded up to the
// ninth place. REQUIRES: attainable > 0.
Decimal PointsLacking(const model::PointsVerdict& verdict, const Decimal& score);

// The gap from band `now` to the one before it in the list; nullopt at the best. Fewest items: the
// must-pass items that are not met, then those with the most points still to give.
std::optional<model::Gap> PointsGapTo(const model::PointsScheme& scheme,
                                      std::span<const PointsRow> rows,
                                      const model::PointsVerdict& verdict, const std::string& now);

}  // namespace pingshen::grading
