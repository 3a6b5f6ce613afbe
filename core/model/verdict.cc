#include "core/model/verdict.h"

namespace pingshen::model {

std::string PointsVerdict::DisplayScore() const {
  constexpr int kPlaces = 2;
  if (attainable.IsZero()) return "0";
  const std::optional<Decimal> scaled = earned.Times(total);
  const std::optional<Decimal> score =
      scaled ? scaled->DividedBy(attainable, kPlaces) : std::nullopt;
  return score ? score->ToString() : "";
}

}  // namespace pingshen::model
