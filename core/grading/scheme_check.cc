// The proof that every possible score has exactly one outcome.
#include <algorithm>
#include <set>

#include "core/grading/points.h"

namespace pingshen::grading {
namespace {

using model::Band;

// The number of fewest digits strictly between the two, the one nearest to the middle. REQUIRES:
// low < high.
Decimal Between(const Decimal& low, const Decimal& high) {
  const Decimal one = Decimal::FromInteger(1);
  const Decimal middle =
      *(low + high).DividedBy(Decimal::FromInteger(2), Decimal::kMaxFractionDigits);
  for (int places = 0; places <= Decimal::kMaxFractionDigits; ++places) {
    const Decimal rounded = *middle.DividedBy(one, places);
    if (low < rounded && rounded < high) return rounded;
  }
  return low;  // two bounds one billionth apart: the lower one is in the gap, too
}

std::string Names(const Band& a, const Band& b) { return " (" + a.code + ", " + b.code + ")"; }

// Scores of a band that can occur: from max(0, at_least), inclusive, up to `below` or the total.
Decimal LowestScore(const Band& band) {
  return std::max(band.at_least.value_or(Decimal()), Decimal());
}

Status CheckCodes(const model::PointsScheme& scheme) {
  std::set<std::string> bands;
  for (const Band& band : scheme.bands)
    if (band.code.empty() || !bands.insert(band.code).second)
      return Fail(ErrorCode::ERR_GRADING_BANDS, band.code);
  std::set<std::string> vetoes;
  for (const model::Veto& veto : scheme.vetoes)
    if (veto.code.empty() || !vetoes.insert(veto.code).second)
      return Fail(ErrorCode::ERR_GRADING_BANDS, veto.code);
  if (bands.empty()) return Fail(ErrorCode::ERR_GRADING_BANDS, "0");
  const bool names_veto_band = !scheme.veto_band.empty() || !scheme.vetoes.empty();
  if (names_veto_band && !bands.contains(scheme.veto_band))
    return Fail(ErrorCode::ERR_GRADING_VETO_BAND, scheme.veto_band);
  return {};
}

}  // namespace

Status CheckScheme(const model::PointsScheme& scheme) {
  PINGSHEN_CHECK(CheckCodes(scheme));
  const Decimal zero;
  const Decimal& total = scheme.total;
  if (total <= zero) return Fail(ErrorCode::ERR_GRADING_BANDS, total.ToString());

  std::vector<Band> ascending = scheme.bands;
  for (const Band& band : ascending) {
    const bool empty = band.at_least && band.below && *band.at_least >= *band.below;
    if (empty || LowestScore(band) > total || (band.below && *band.below <= zero))
      return Fail(ErrorCode::ERR_GRADING_UNREACHABLE, band.code);
  }
  std::stable_sort(ascending.begin(), ascending.end(),
                   [](const Band& a, const Band& b) { return LowestScore(a) < LowestScore(b); });

  if (LowestScore(ascending.front()) > zero)
    return Fail(ErrorCode::ERR_GRADING_GAP, zero.ToString());
  for (std::size_t i = 1; i < ascending.size(); ++i) {
    const Band& lower = ascending[i - 1];
    const Band& upper = ascending[i];
    const Decimal start = LowestScore(upper);
    if (!lower.below || *lower.below > start)
      return Fail(ErrorCode::ERR_GRADING_OVERLAP, start.ToString() + Names(lower, upper));
    if (*lower.below < start)
      return Fail(ErrorCode::ERR_GRADING_GAP,
                  Between(*lower.below, start).ToString() + Names(lower, upper));
  }
  if (ascending.back().below && *ascending.back().below <= total)
    return Fail(ErrorCode::ERR_GRADING_GAP, total.ToString());

  for (std::size_t i = 0; i < ascending.size(); ++i)
    if (ascending[ascending.size() - 1 - i].code != scheme.bands[i].code)
      return Fail(ErrorCode::ERR_GRADING_ORDER, scheme.bands[i].code);
  return {};
}

}  // namespace pingshen::grading
