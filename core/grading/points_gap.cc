#include "core/grading/points_gap.h"

#include <algorithm>
#include <vector>

#include "core/grading/decision_table.h"
#include "core/grading/whole_numbers.h"

namespace pingshen::grading {
namespace {

Decimal StillToGive(const PointsRow& row) {
  if (!row.applicable) return {};
  return row.answered ? row.points - std::clamp(row.earned, Decimal(), row.points) : row.points;
}

// a / b rounded up to the ninth place. REQUIRES: b > 0.
Decimal RoundedUp(const Decimal& a, const Decimal& b) {
  static const Decimal kLast = Decimal::Parse("0.000000001").value();
  Decimal quotient = a.DividedBy(b, Decimal::kMaxFractionDigits).value_or(Decimal());
  if (Decimal::CompareProducts(quotient, b, a, kOne) < 0) quotient += kLast;
  return quotient;
}

}  // namespace

std::optional<Decimal> LeastScore(const model::PointsScheme& scheme, const std::string& band) {
  std::optional<Decimal> least;
  for (const DecisionRow& row : RowsOf(scheme)) {
    if (row.outcome != band || !row.Applies(false, true)) continue;
    if (!row.range.low) return std::nullopt;
    if (!least || *row.range.low < *least) least = row.range.low;
  }
  return least;
}

bool NeedsMustPass(const model::PointsScheme& scheme, const std::string& band) {
  for (const DecisionRow& row : RowsOf(scheme))
    if (row.outcome == band && row.Applies(false, false)) return false;
  return true;
}

Decimal PointsLacking(const model::PointsVerdict& verdict, const Decimal& score) {
  const Decimal zero;
  const auto needed = (score - verdict.bonus).Times(verdict.attainable);
  const auto have = verdict.earned.Times(verdict.total);
  if (!needed || !have || *needed <= *have) return zero;
  return RoundedUp(*needed - *have, verdict.total);
}

std::optional<model::Gap> PointsGapTo(const model::PointsScheme& scheme,
                                      std::span<const PointsRow> rows,
                                      const model::PointsVerdict& verdict, const std::string& now) {
  const auto band = std::find_if(scheme.bands.begin(), scheme.bands.end(),
                                 [&](const model::Band& b) { return b.code == now; });
  if (band == scheme.bands.end() || band == scheme.bands.begin() || verdict.attainable.IsZero())
    return std::nullopt;
  model::Gap gap;
  gap.target = std::prev(band)->code;
  gap.vetoes = verdict.vetoes;
  if (const auto least = LeastScore(scheme, gap.target))
    gap.points = PointsLacking(verdict, *least);
  if (NeedsMustPass(scheme, gap.target)) gap.must_pass = verdict.failed;

  std::vector<const PointsRow*> open;
  for (const PointsRow& row : rows) {
    if (!row.answered && row.applicable) gap.unanswered.push_back(row.item);
    const Decimal left = StillToGive(row);
    if (left.IsZero()) continue;
    open.push_back(&row);
    const auto section =
        std::find_if(gap.by_section.begin(), gap.by_section.end(),
                     [&](const model::PointsGain& g) { return g.section == row.section; });
    if (section == gap.by_section.end())
      gap.by_section.push_back({{}, row.section, left});
    else
      section->points += left;
  }
  const auto forced = [&](const PointsRow* row) {
    return std::find(gap.must_pass.begin(), gap.must_pass.end(), row->item) != gap.must_pass.end();
  };
  std::stable_sort(open.begin(), open.end(), [&](const PointsRow* a, const PointsRow* b) {
    if (forced(a) != forced(b)) return forced(a);
    return StillToGive(*a) > StillToGive(*b);
  });
  Decimal gained;
  for (const PointsRow* row : open) {
    if (!forced(row) && gained >= gap.points) break;
    gained += StillToGive(*row);
    gap.gains.push_back({row->item, row->section, StillToGive(*row)});
  }
  gap.items = static_cast<std::int64_t>(gap.gains.size());
  // Bare scores have no rows: then what the whole still has to give.
  gap.reachable = (rows.empty() ? verdict.attainable - verdict.earned : gained) >= gap.points;
  return gap;
}

}  // namespace pingshen::grading
