#include "core/model/grading_result.h"

namespace pingshen::model {

bool Fraction::AtLeastPercent(const Decimal& percent) const {
  return Decimal::CompareProducts(numerator, Decimal::FromInteger(100), percent, denominator) >= 0;
}

std::string Fraction::Display(int places, std::int64_t per) const {
  const auto scaled = numerator.Times(Decimal::FromInteger(per));
  const auto quotient = scaled ? scaled->DividedBy(denominator, places) : std::nullopt;
  return quotient ? quotient->ToFixed(places) : "";
}

void MarkCounts::Add(std::optional<Mark> mark, std::int64_t count) {
  if (mark)
    of[static_cast<std::size_t>(*mark)] += count;
  else
    unanswered += count;
}

std::int64_t MarkCounts::Applicable() const { return AtLeast(Mark::kD) + unanswered; }

std::int64_t MarkCounts::AtLeast(Mark mark) const {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(mark); ++i) sum += of[i];
  return sum;
}

Fraction MarkCounts::Share(Mark mark) const {
  return {Decimal::FromInteger(AtLeast(mark)), Decimal::FromInteger(Applicable())};
}

}  // namespace pingshen::model
