#include "core/grading/points.h"

#include <algorithm>

#include "core/grading/decision_table.h"
#include "core/grading/points_gap.h"

namespace pingshen::grading {
namespace {

bool IsMustPass(const model::PointsScheme& scheme, const std::string& item) {
  return scheme.must_pass &&
         std::find(scheme.must_pass->items.begin(), scheme.must_pass->items.end(), item) !=
             scheme.must_pass->items.end();
}

std::optional<std::string> BandOf(const model::PointsScheme& scheme,
                                  const model::PointsVerdict& verdict) {
  const bool veto = !verdict.vetoes.empty();
  const bool nothing = verdict.attainable.IsZero();
  if (nothing && !veto) return std::nullopt;
  // Where nothing is attainable a veto still decides, whatever the score.
  const model::Fraction score =
      nothing ? model::Fraction{Decimal(), Decimal::FromInteger(1)} : ScoreOf(verdict);
  return Decide(RowsOf(scheme), score, veto, verdict.failed.empty());
}

void AddDemands(const model::PointsScheme& scheme, std::span<const PointsRow> rows,
                const model::PointsVerdict& verdict, model::SchemeResult& result) {
  for (const model::Band& band : scheme.bands) {
    const std::optional<Decimal> least = LeastScore(scheme, band.code);
    if (least && !verdict.attainable.IsZero()) {
      model::DemandResult& demand = result.demands.emplace_back();
      demand.outcome = band.code;
      demand.kind = model::DemandKind::kScore;
      demand.actual = ScoreOf(verdict);
      demand.minimum = *least;
      demand.lacking = PointsLacking(verdict, *least);
      demand.met = demand.lacking.IsZero();
    }
    const bool must = scheme.must_pass && NeedsMustPass(scheme, band.code);
    if (!must) continue;
    for (const PointsRow& row : rows) {
      if (!IsMustPass(scheme, row.item) || !row.applicable) continue;
      model::DemandResult& demand = result.demands.emplace_back();
      demand.outcome = band.code;
      demand.kind = model::DemandKind::kMustPass;
      demand.subject = row.item;
      demand.actual = {row.answered ? row.earned : Decimal(), row.points};
      demand.minimum = scheme.must_pass->percent;
      demand.percent = true;
      demand.met = demand.actual.AtLeastPercent(demand.minimum);
    }
  }
}

}  // namespace

model::Fraction ScoreOf(const model::PointsVerdict& verdict) {
  // Sums of forms stay far below 128 bits.
  return {verdict.earned.Times(verdict.total).value_or(Decimal()) +
              verdict.bonus.Times(verdict.attainable).value_or(Decimal()),
          verdict.attainable};
}

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
    if (row.answered) verdict.bonus += std::max(row.bonus, Decimal());
    verdict.earned += earned;
    verdict.attainable += row.points;
    if (IsMustPass(scheme, row.item) &&
        !model::Fraction{earned, row.points}.AtLeastPercent(scheme.must_pass->percent))
      verdict.failed.push_back(row.item);
    const auto section =
        std::find_if(verdict.sections.begin(), verdict.sections.end(),
                     [&](const model::SectionScore& s) { return s.section == row.section; });
    if (section == verdict.sections.end()) continue;
    section->earned += earned;
    section->attainable += row.points;
  }
  if (scheme.bonus_cap) verdict.bonus = std::min(verdict.bonus, *scheme.bonus_cap);
  verdict.missing.insert(verdict.missing.end(), missing_unscored.begin(), missing_unscored.end());
  verdict.vetoes.assign(vetoes.begin(), vetoes.end());
  if (verdict.missing.empty()) verdict.band = BandOf(scheme, verdict);
  return verdict;
}

model::SchemeResult PointsResult(const model::PointsScheme& scheme, std::span<const PointsRow> rows,
                                 model::PointsVerdict verdict) {
  model::SchemeResult result;
  result.kind = "points";
  result.outcome = verdict.band;
  result.vetoes = verdict.vetoes;
  result.missing = verdict.missing;
  AddDemands(scheme, rows, verdict, result);
  const std::optional<std::string> now = verdict.band ? verdict.band : BandOf(scheme, verdict);
  if (now) result.gap = PointsGapTo(scheme, rows, verdict, *now);
  result.points = std::move(verdict);
  return result;
}

model::SchemeResult GradeScore(const model::PointsScheme& scheme, const Decimal& earned,
                               const Decimal& attainable, const Decimal& bonus,
                               std::vector<std::string> vetoes, bool must_pass_met) {
  model::PointsVerdict verdict;
  verdict.total = scheme.total;
  verdict.earned = earned;
  verdict.attainable = attainable;
  verdict.bonus = scheme.bonus_cap ? std::min(bonus, *scheme.bonus_cap) : bonus;
  verdict.vetoes = std::move(vetoes);
  if (!must_pass_met) verdict.failed = {"must_pass"};
  verdict.band = BandOf(scheme, verdict);
  return PointsResult(scheme, {}, std::move(verdict));
}

}  // namespace pingshen::grading
