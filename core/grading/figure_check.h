// The figure checker: what a form's checks find in the reported figures.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/grading/figure.h"
#include "core/grading/rate_check.h"
#include "core/model/figure_check.h"

namespace pingshen::grading {

struct ReportedFigure {
  Figure figure;
  std::string date;  // of date answers, "2026-11-22"
  model::FieldPath path;
  model::Text label;
};
// By "item" or "item:field", as the checks name them.
using FigureTable = std::map<std::string, ReportedFigure, std::less<>>;

// Findings of rates first (in their order), then of `checks`, in their order. Besides those of
// CheckRate:
//   FIG_PARTS_SUM      parts do not add up to their total, with the difference
//   FIG_PARTS_LARGER   known parts are more than the total while another part is not given
//   FIG_CHAIN          a later figure is above an earlier one (those between that are not given are
//                      passed over)
//   FIG_PERIOD_RISE, FIG_PERIOD_FALL   the change against the last period exceeds its limit
//   FIG_PERIOD_NEW     (note) something now, nothing in the last period: no change in percent
//   FIG_UNITS          figures that are compared have different units
//   FIG_DATE_OUTSIDE   a date outside the reporting period
//   FIG_UNREADABLE     an entry that is no figure
// Figures that are missing, redacted or not carried out are never counted and never found fault with.
// The explanation by stages (FIG_RATE_STAGES) follows the finding that it explains.
std::vector<model::FigureFinding> CheckFigures(std::span<const RateFigures> rates,
                                               std::span<const model::FigureCheck> checks,
                                               const FigureTable& table);

// The sum in the common unit; nullopt when units differ. Figures that are not given add nothing.
struct MixedSum {
  Decimal sum;
  std::string unit;
  bool complete = true;  // every figure is given
};
std::optional<MixedSum> SumFigures(std::span<const Figure> figures);

}  // namespace pingshen::grading
