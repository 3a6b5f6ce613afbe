// The schemes `stages` and `ratio`: exact shares, with bands on them where the form has any.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/model/grading_result.h"
#include "core/model/scheme.h"

namespace pingshen::grading {

struct StageCount {
  std::string stage;
  std::int64_t reached = 0;
};
// `objects`: of how many (villages, sites). One count for each stage of the scheme, in its order.
// Blocked while anything is missing; no outcome without bands or objects.
model::SchemeResult GradeStages(const model::StagesScheme& scheme, std::int64_t objects,
                                std::span<const StageCount> counts,
                                std::span<const std::string> missing);

struct RatioFigures {
  std::string item;
  std::optional<Decimal> numerator;  // nullopt: missing, redacted, or not carried out
  std::optional<Decimal> denominator;
  Decimal per = Decimal::FromInteger(100);  // targets are in numerator × per / denominator
};
// Figures by item; a target without figures is not met and blocks the outcome.
model::SchemeResult GradeRatios(const model::RatioScheme& scheme,
                                std::span<const RatioFigures> figures,
                                std::span<const std::string> missing);

}  // namespace pingshen::grading
