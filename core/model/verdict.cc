#include "core/model/verdict.h"

namespace pingshen::model {

std::string PointsVerdict::DisplayScore() const {
  constexpr int kPlaces = 2;
  if (attainable.IsZero()) return "0";
  const std::optional<Decimal> base = earned.Times(total);
  const std::optional<Decimal> extra = bonus.Times(attainable);
  const std::optional<Decimal> scaled =
      base && extra ? std::optional(*base + *extra) : std::nullopt;
  const std::optional<Decimal> score =
      scaled ? scaled->DividedBy(attainable, kPlaces) : std::nullopt;
  return score ? score->ToString() : "";
}

}  // namespace pingshen::model
