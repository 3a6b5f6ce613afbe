// The decision table of a points scheme: which outcome a score has, with vetoes and must-pass items.
// The same rows are proven (prove.h) and applied (points.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/grading_result.h"
#include "core/model/scheme.h"

namespace pingshen::grading {

// low ≤ score ≤ high, each bound inclusive unless open; a missing bound is infinite.
struct ScoreRange {
  std::optional<Decimal> low;
  bool low_open = false;
  std::optional<Decimal> high;
  bool high_open = false;

  static ScoreRange Of(const std::optional<Decimal>& at_least, const std::optional<Decimal>& below,
                       const std::optional<Decimal>& at_most);
  bool Contains(const model::Fraction& score) const;  // exact. REQUIRES: denominator > 0.
};

struct DecisionRow {
  std::string outcome;
  ScoreRange range;
  std::optional<bool> veto;       // nullopt: either
  std::optional<bool> must_pass;  // all must-pass items met; nullopt: either
  bool Applies(bool a_veto_holds, bool all_must_pass_met) const {
    return veto.value_or(a_veto_holds) == a_veto_holds &&
           must_pass.value_or(all_must_pass_met) == all_must_pass_met;
  }
};

// scheme.rules when there are any; otherwise the bands, with a row for veto_band above them and,
// where a must-pass item is not met, no band better than must_pass->band.
std::vector<DecisionRow> RowsOf(const model::PointsScheme& scheme);
// The bands alone, of schemes without vetoes.
std::vector<DecisionRow> RowsOf(const std::vector<model::Band>& bands);

// The outcome of the first row that fits, or nullopt.
std::optional<std::string> Decide(const std::vector<DecisionRow>& rows,
                                  const model::Fraction& score, bool veto, bool must_pass);

}  // namespace pingshen::grading
