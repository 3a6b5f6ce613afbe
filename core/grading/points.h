// The scheme `points`: a plain table in, a plain verdict out. Exact; knows no expressions and no
// answers.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/model/form.h"
#include "core/model/verdict.h"

namespace pingshen::grading {

struct PointsRow {
  std::string item;
  std::string section;     // top-level section's code
  Decimal points;          // maximum, > 0
  bool applicable = true;  // false: leaves both sides of the share
  bool answered = true;    // false: 0 earned and listed as missing when required
  bool required = true;
  Decimal earned;  // 0 … points
};

// `sections`: top-level codes in form order. `missing_unscored`: required items without points that
// have no valid answer. The verdict's missing: rows first, then missing_unscored. `vetoes`: codes
// that hold.
model::PointsVerdict GradePoints(const model::PointsScheme& scheme,
                                 std::span<const std::string> sections,
                                 std::span<const PointsRow> rows,
                                 std::span<const std::string> missing_unscored,
                                 std::span<const std::string> vetoes);

// The proof that every score in [0, total] has exactly one band and every band a score. Scores are
// fractions, so bounds must meet exactly. The errors carry the counterexample: ERR_GRADING_GAP
// "89.5 (yi, jia)" belongs to no band, ERR_GRADING_OVERLAP to two, ERR_GRADING_UNREACHABLE a band
// without score; ERR_GRADING_ORDER bands not from good to bad; ERR_GRADING_VETO_BAND not among the
// bands; ERR_GRADING_BANDS a code twice, no band, or a total that is not above 0.
Status CheckScheme(const model::PointsScheme& scheme);

}  // namespace pingshen::grading
