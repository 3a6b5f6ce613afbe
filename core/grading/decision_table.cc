#include "core/grading/decision_table.h"

namespace pingshen::grading {
namespace {

std::strong_ordering Compare(const model::Fraction& score, const Decimal& bound) {
  return Decimal::CompareProducts(score.numerator, Decimal::FromInteger(1), bound,
                                  score.denominator);
}

}  // namespace

ScoreRange ScoreRange::Of(const std::optional<Decimal>& at_least,
                          const std::optional<Decimal>& below,
                          const std::optional<Decimal>& at_most) {
  ScoreRange range;
  range.low = at_least;
  range.high = below ? below : at_most;
  range.high_open = below.has_value();
  return range;
}

bool ScoreRange::Contains(const model::Fraction& score) const {
  if (low) {
    const auto order = Compare(score, *low);
    if (order < 0 || (order == 0 && low_open)) return false;
  }
  if (high) {
    const auto order = Compare(score, *high);
    if (order > 0 || (order == 0 && high_open)) return false;
  }
  return true;
}

std::vector<DecisionRow> RowsOf(const std::vector<model::Band>& bands) {
  std::vector<DecisionRow> rows;
  for (const model::Band& band : bands)
    rows.push_back({band.code, ScoreRange::Of(band.at_least, band.below, band.at_most), {}, {}});
  return rows;
}

std::vector<DecisionRow> RowsOf(const model::PointsScheme& scheme) {
  std::vector<DecisionRow> rows;
  for (const model::DecisionRule& rule : scheme.rules)
    rows.push_back({rule.outcome, ScoreRange::Of(rule.at_least, rule.below, rule.at_most),
                    rule.veto, rule.must_pass});
  if (!rows.empty()) return rows;

  const bool has_vetoes = !scheme.vetoes.empty();
  if (has_vetoes) rows.push_back({scheme.veto_band, {}, true, std::nullopt});
  const std::optional<bool> no_veto = has_vetoes ? std::optional(false) : std::nullopt;
  const std::optional<bool> all_met = scheme.must_pass ? std::optional(true) : std::nullopt;
  for (const DecisionRow& row : RowsOf(scheme.bands))
    rows.push_back({row.outcome, row.range, no_veto, all_met});
  if (!scheme.must_pass) return rows;
  bool left = false;
  for (const DecisionRow& row : RowsOf(scheme.bands)) {
    ScoreRange range = row.range;
    if (row.outcome == scheme.must_pass->band) {
      left = true;
      range.high.reset();
      range.high_open = false;
    }
    if (left) rows.push_back({row.outcome, range, no_veto, false});
  }
  return rows;
}

std::optional<std::string> Decide(const std::vector<DecisionRow>& rows,
                                  const model::Fraction& score, bool veto, bool must_pass) {
  for (const DecisionRow& row : rows)
    if (row.Applies(veto, must_pass) && row.range.Contains(score)) return row.outcome;
  return std::nullopt;
}

}  // namespace pingshen::grading
