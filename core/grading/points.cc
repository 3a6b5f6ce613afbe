#include "core/grading/points.h"

#include <algorithm>

namespace pingshen::grading {
namespace {

// earned × total / attainable against a bound of the bands, without dividing. REQUIRES: attainable
// > 0.
std::strong_ordering CompareScore(const model::PointsVerdict& verdict, const Decimal& bound) {
  return Decimal::CompareProducts(verdict.earned, verdict.total, bound, verdict.attainable);
}

std::optional<std::string> BandOf(const model::PointsScheme& scheme,
                                  const model::PointsVerdict& verdict) {
  if (!verdict.missing.empty()) return std::nullopt;
  if (!verdict.vetoes.empty()) return scheme.veto_band;
  if (verdict.attainable.IsZero()) return std::nullopt;
  for (const model::Band& band : scheme.bands) {
    const bool high_enough = !band.at_least || CompareScore(verdict, *band.at_least) >= 0;
    const bool low_enough = !band.below || CompareScore(verdict, *band.below) < 0;
    if (high_enough && low_enough) return band.code;
  }
  return std::nullopt;  // CheckScheme refuses such a scheme
}

}  // namespace

model::PointsVerdict GradePoints(const model::PointsScheme& scheme,
                                 std::span<const std::string> sections,
                                 std::span<const PointsRow> rows,
                                 std::span<const std::string> missing_unscored,
                                 std::span<const std::string> vetoes) {
  model::PointsVerdict verdict;
  verdict.total = scheme.total;
  for (const std::string& section : sections) verdict.sections.push_back({section, {}, {}});
  for (const PointsRow& row : rows) {
    if (!row.answered && row.required) verdict.missing.push_back(row.item);
    if (!row.applicable) continue;
    const Decimal earned = row.answered ? std::clamp(row.earned, Decimal(), row.points) : Decimal();
    verdict.earned += earned;
    verdict.attainable += row.points;
    const auto section =
        std::find_if(verdict.sections.begin(), verdict.sections.end(),
                     [&](const model::SectionScore& s) { return s.section == row.section; });
    if (section == verdict.sections.end()) continue;
    section->earned += earned;
    section->attainable += row.points;
  }
  verdict.missing.insert(verdict.missing.end(), missing_unscored.begin(), missing_unscored.end());
  verdict.vetoes.assign(vetoes.begin(), vetoes.end());
  verdict.band = BandOf(scheme, verdict);
  return verdict;
}

}  // namespace pingshen::grading
