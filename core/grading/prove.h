// The proof that a scheme gives every assessment exactly one outcome, and every outcome to some.
// Nothing is graded by a scheme that is not proven.
#pragma once

#include <span>
#include <vector>

#include "core/base/error.h"
#include "core/grading/attainable.h"
#include "core/grading/decision_table.h"
#include "core/model/form.h"
#include "core/model/scheme.h"

namespace pingshen::grading {

// All of these carry the counterexample:
//   ERR_GRADING_GAP          "89.5 (yi, jia)": a score that can occur and has no outcome
//   ERR_GRADING_OVERLAP      "90 (yi, jia)": one that has two
//   ERR_GRADING_UNREACHABLE  an outcome that nothing gives
//   ERR_GRADING_ORDER        outcomes not from best to worst, or a better one that demands less
//   ERR_GRADING_VETO         "jia (95)": with a veto, still something other than the worst
//   ERR_GRADING_VETO_BAND    what a veto or must-pass item gives is no outcome
//   ERR_GRADING_MUST_PASS    "6.2 (0)": a must-pass item without points counts as met; one that
//                            is not met changes nothing, or lifts the outcome
//   ERR_GRADING_STATED       "6: 10 ≠ 7": a header that promises other points than its items give
//   ERR_GRADING_BANDS        a code twice, none, a total or percentage out of range
//   ERR_GRADING_REFERENCE    an item, section, stage or part that does not exist or does not fit
Status ProvePoints(const model::PointsScheme& scheme, std::span<const ItemValues> items);
// Bands in percent over [0, 100], of stages and ratios.
Status ProveBands(const std::vector<model::Band>& bands);
// `items`, `core`: how many graded items the form has; 0: unknown, proven for any number.
Status ProveLadder(const model::LadderScheme& scheme, std::int64_t items, std::int64_t core);
Status ProveComposite(const model::CompositeScheme& scheme);

// The scheme or schemes of a form over its own items.
Status ProveForm(const model::Form& form);

}  // namespace pingshen::grading
