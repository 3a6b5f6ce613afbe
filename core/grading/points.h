// The scheme `points`: a plain table in, a plain verdict out. Exact; knows no expressions and no
// answers.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/model/form.h"
#include "core/model/grading_result.h"

namespace pingshen::grading {

struct PointsRow {
  std::string item;
  std::string section;     // top-level section's code
  Decimal points;          // maximum, > 0
  bool applicable = true;  // false: leaves both sides of the share
  bool answered = true;    // false: 0 earned and listed as missing when required
  bool required = true;
  Decimal earned;      // 0 … points
  Decimal bonus = {};  // ≥ 0, on top
};

// `sections`: top-level codes in form order. `missing_unscored`: required items without points that
// have no valid answer. The verdict's missing: rows first, then missing_unscored. `vetoes`: codes
// that hold.
model::PointsVerdict GradePoints(const model::PointsScheme& scheme,
                                 std::span<const std::string> sections,
                                 std::span<const PointsRow> rows,
                                 std::span<const std::string> missing_unscored,
                                 std::span<const std::string> vetoes);

// The whole result: the verdict, the demand of each band on the score and of must-pass items, and
// what separates it from the next better band.
model::SchemeResult PointsResult(const model::PointsScheme& scheme, std::span<const PointsRow> rows,
                                 model::PointsVerdict verdict);

// From a bare score: earned of attainable, whether all must-pass items are met. Without candidates.
model::SchemeResult GradeScore(const model::PointsScheme& scheme, const Decimal& earned,
                               const Decimal& attainable, const Decimal& bonus,
                               std::vector<std::string> vetoes, bool must_pass_met);

// earned × total / attainable + bonus. REQUIRES: attainable > 0.
model::Fraction ScoreOf(const model::PointsVerdict& verdict);

// The proof for every score in [0, total] that needs no items; see prove.h for the errors.
Status CheckScheme(const model::PointsScheme& scheme);

}  // namespace pingshen::grading
