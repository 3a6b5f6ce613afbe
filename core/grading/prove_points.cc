// The proof of points schemes and bands: the table's bounds cut the scores into regions in which
// the same rows apply; each region that a score can fall into must have exactly one.
#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "core/grading/points.h"
#include "core/grading/prove.h"

namespace pingshen::grading {
namespace {

using MustPassed = AttainableScores::MustPassed;
using Prefer = AttainableScores::Prefer;

struct Region {
  ScoreRange range;
  std::vector<std::size_t> rows;  // that apply
};

// Ascending; neighbours differ in their rows.
std::vector<Region> RegionsOf(const std::vector<DecisionRow>& rows, bool veto, bool must_pass) {
  std::set<Decimal> bounds;
  for (const DecisionRow& row : rows) {
    if (row.range.low) bounds.insert(*row.range.low);
    if (row.range.high) bounds.insert(*row.range.high);
  }
  std::vector<ScoreRange> cells;
  std::optional<Decimal> last;
  for (const Decimal& bound : bounds) {
    cells.push_back({last, last.has_value(), bound, true});
    cells.push_back({bound, false, bound, false});
    last = bound;
  }
  cells.push_back({last, last.has_value(), std::nullopt, false});

  std::vector<Region> regions;
  for (const ScoreRange& cell : cells) {
    std::vector<std::size_t> applying;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const ScoreRange& range = rows[i].range;
      if (!rows[i].Applies(veto, must_pass)) continue;
      // Bounds of rows are bounds of cells, so a cell lies wholly inside or outside.
      const bool point = cell.low && cell.high && *cell.low == *cell.high;
      const bool above =
          !range.low || (cell.low && (*cell.low > *range.low ||
                                      (*cell.low == *range.low && (!point || !range.low_open))));
      const bool beneath =
          !range.high ||
          (cell.high && (*cell.high < *range.high ||
                         (*cell.high == *range.high && (!point || !range.high_open))));
      if (above && beneath) applying.push_back(i);
    }
    if (!regions.empty() && regions.back().rows == applying) {
      regions.back().range.high = cell.high;
      regions.back().range.high_open = cell.high_open;
    } else {
      regions.push_back({cell, std::move(applying)});
    }
  }
  return regions;
}

class TableProof {
 public:
  TableProof(const std::vector<std::string>& outcomes, const std::vector<DecisionRow>& rows)
      : outcomes_(outcomes), rows_(rows), reached_(outcomes.size(), false) {}

  // Every score of the set has one outcome in this state, better ones at higher scores.
  Status Cover(const AttainableScores& scores, bool veto, bool must_pass) {
    const std::vector<Region> regions = RegionsOf(rows_, veto, must_pass);
    std::optional<std::size_t> before;  // outcome of the last region that occurs
    for (std::size_t i = 0; i < regions.size(); ++i) {
      const Region& region = regions[i];
      const bool good = region.rows.size() == 1;
      const auto score =
          scores.Find(region.range, region.rows.empty() ? Prefer::kMiddle : Prefer::kLowest);
      if (!score) continue;
      if (!good)
        return Fail(
            region.rows.empty() ? ErrorCode::ERR_GRADING_GAP : ErrorCode::ERR_GRADING_OVERLAP,
            ScoreText(*score) + Neighbours(regions, i) + StateText(veto, must_pass));
      const std::size_t outcome = IndexOf(rows_[region.rows.front()].outcome);
      if (before && outcome > *before)
        return Fail(ErrorCode::ERR_GRADING_ORDER, outcomes_[*before]);
      before = outcome;
      reached_[outcome] = true;
    }
    return {};
  }

  Status AllReached() const {
    for (std::size_t i = 0; i < outcomes_.size(); ++i)
      if (!reached_[i]) return Fail(ErrorCode::ERR_GRADING_UNREACHABLE, outcomes_[i]);
    return {};
  }

  // Whatever the score, a veto gives the worst outcome.
  Status VetoesDominate(const AttainableScores& scores, bool must_pass) const {
    for (const Region& region : RegionsOf(rows_, true, must_pass)) {
      const auto score = scores.Find(region.range, Prefer::kLowest);
      if (score && !region.rows.empty() && rows_[region.rows.front()].outcome != outcomes_.back())
        return Fail(ErrorCode::ERR_GRADING_VETO,
                    rows_[region.rows.front()].outcome + " (" + ScoreText(*score) + ")");
    }
    return {};
  }

  // A must-pass item that is not met never lifts an outcome, and lowers some.
  Status MustPassCounts(const AttainableScores& scores) const {
    std::set<Decimal> cuts;
    for (const DecisionRow& row : rows_) {
      if (row.range.low) cuts.insert(*row.range.low);
      if (row.range.high) cuts.insert(*row.range.high);
    }
    std::vector<ScoreRange> cells;
    std::optional<Decimal> last;
    for (const Decimal& cut : cuts) {
      cells.push_back({last, last.has_value(), cut, true});
      cells.push_back({cut, false, cut, false});
      last = cut;
    }
    cells.push_back({last, last.has_value(), std::nullopt, false});
    bool lowers = false;
    std::string same;
    for (const ScoreRange& cell : cells) {
      const auto score = scores.Find(cell, Prefer::kLowest);
      if (!score) continue;
      const auto met = Decide(rows_, *score, false, true);
      const auto missed = Decide(rows_, *score, false, false);
      if (!met || !missed) continue;
      if (IndexOf(*missed) < IndexOf(*met))
        return Fail(ErrorCode::ERR_GRADING_MUST_PASS, *missed + " (" + ScoreText(*score) + ")");
      lowers = lowers || *missed != *met;
      same = *met + " (" + ScoreText(*score) + ")";
    }
    if (!lowers) return Fail(ErrorCode::ERR_GRADING_MUST_PASS, same);
    return {};
  }

 private:
  std::size_t IndexOf(const std::string& outcome) const {
    return static_cast<std::size_t>(std::ranges::find(outcomes_, outcome) - outcomes_.begin());
  }
  // The rows on both sides of a gap, those that overlap; lower first.
  std::string Neighbours(const std::vector<Region>& regions, std::size_t at) const {
    std::vector<std::size_t> named;
    if (regions[at].rows.empty()) {
      if (at == 0 || at + 1 == regions.size()) return {};
      if (regions[at - 1].rows.empty() || regions[at + 1].rows.empty()) return {};
      named = {regions[at - 1].rows.front(), regions[at + 1].rows.front()};
    } else {
      named = regions[at].rows;
      std::ranges::stable_sort(named, [&](std::size_t a, std::size_t b) {
        const auto low = [&](std::size_t row) { return rows_[row].range.low.value_or(Decimal()); };
        return low(a) < low(b);
      });
    }
    std::string text;
    for (const std::size_t row : named) text += (text.empty() ? " (" : ", ") + rows_[row].outcome;
    return text + ")";
  }
  static std::string StateText(bool veto, bool must_pass) {
    std::string text;
    if (veto) text += " + veto";
    if (!must_pass) text += " + must_pass ✗";
    return text;
  }

  const std::vector<std::string>& outcomes_;
  const std::vector<DecisionRow>& rows_;
  std::vector<bool> reached_;
};

Status CheckCodes(const std::vector<model::Band>& bands, std::vector<std::string>& outcomes) {
  for (const model::Band& band : bands) {
    if (band.code.empty() || std::ranges::find(outcomes, band.code) != outcomes.end())
      return Fail(ErrorCode::ERR_GRADING_BANDS, band.code);
    if (band.below && band.at_most) return Fail(ErrorCode::ERR_GRADING_BANDS, band.code);
    outcomes.push_back(band.code);
  }
  if (outcomes.empty()) return Fail(ErrorCode::ERR_GRADING_BANDS, "0");
  return {};
}

Status CheckReferences(const model::PointsScheme& scheme,
                       const std::vector<std::string>& outcomes) {
  const auto known = [&](const std::string& code) {
    return std::ranges::find(outcomes, code) != outcomes.end();
  };
  std::set<std::string> vetoes;
  for (const model::Veto& veto : scheme.vetoes)
    if (veto.code.empty() || !vetoes.insert(veto.code).second)
      return Fail(ErrorCode::ERR_GRADING_BANDS, veto.code);
  const bool by_rules = !scheme.rules.empty();
  if (!scheme.veto_band.empty() || (!by_rules && !scheme.vetoes.empty()))
    if (!known(scheme.veto_band)) return Fail(ErrorCode::ERR_GRADING_VETO_BAND, scheme.veto_band);
  for (const model::DecisionRule& rule : scheme.rules) {
    if (!known(rule.outcome) || (rule.below && rule.at_most))
      return Fail(ErrorCode::ERR_GRADING_BANDS, rule.outcome);
  }
  if (scheme.must_pass && !by_rules && !known(scheme.must_pass->band))
    return Fail(ErrorCode::ERR_GRADING_VETO_BAND, scheme.must_pass->band);
  return {};
}

Status CheckMustPass(const model::PointsScheme& scheme, std::span<const ItemValues> items) {
  if (!scheme.must_pass) return {};
  const Decimal& percent = scheme.must_pass->percent;
  if (percent > Decimal::FromInteger(100))
    return Fail(ErrorCode::ERR_GRADING_BANDS, percent.ToString());
  if (scheme.must_pass->items.empty()) return Fail(ErrorCode::ERR_GRADING_REFERENCE, "must_pass");
  for (const std::string& code : scheme.must_pass->items) {
    const auto item = std::ranges::find(items, code, &ItemValues::item);
    if (!items.empty() && (item == items.end() || item->points.IsZero()))
      return Fail(ErrorCode::ERR_GRADING_REFERENCE, code);
    if (model::Fraction{Decimal(), Decimal::FromInteger(1)}.AtLeastPercent(percent))
      return Fail(ErrorCode::ERR_GRADING_MUST_PASS, code + " (0)");
  }
  return {};
}

// What the headers of the printed table promise, against what the items give.
Status CheckStated(const model::PointsScheme& scheme, std::span<const ItemValues> items) {
  if (items.empty()) return {};
  for (const model::StatedPoints& stated : scheme.stated) {
    Decimal points;
    Decimal bonus;
    bool found = stated.section.empty();
    for (const ItemValues& item : items) {
      if (!stated.section.empty() && item.section != stated.section) continue;
      found = true;
      points += item.points;
      bonus += item.most_bonus;
    }
    const std::string name = stated.section.empty() ? "" : stated.section + ": ";
    if (!found) return Fail(ErrorCode::ERR_GRADING_REFERENCE, stated.section);
    if (stated.points && *stated.points != points)
      return Fail(ErrorCode::ERR_GRADING_STATED,
                  name + stated.points->ToString() + " ≠ " + points.ToString());
    if (stated.bonus && *stated.bonus != bonus)
      return Fail(ErrorCode::ERR_GRADING_STATED,
                  name + "+" + stated.bonus->ToString() + " ≠ +" + bonus.ToString());
  }
  return {};
}

Status Prove(const std::vector<std::string>& outcomes, const std::vector<DecisionRow>& rows,
             bool vetoes, bool must_pass,
             const std::function<AttainableScores(MustPassed)>& scores) {
  TableProof proof(outcomes, rows);
  const AttainableScores all_met = scores(must_pass ? MustPassed::kAllMet : MustPassed::kEither);
  PINGSHEN_CHECK(proof.Cover(all_met, false, true));
  const AttainableScores missed = scores(MustPassed::kOneMissed);
  if (must_pass) PINGSHEN_CHECK(proof.Cover(missed, false, false));
  if (vetoes) {
    PINGSHEN_CHECK(proof.Cover(all_met, true, true));
    if (must_pass) PINGSHEN_CHECK(proof.Cover(missed, true, false));
  }
  PINGSHEN_CHECK(proof.AllReached());
  if (must_pass) PINGSHEN_CHECK(proof.MustPassCounts(missed));
  if (!vetoes) return {};
  PINGSHEN_CHECK(proof.VetoesDominate(all_met, true));
  return must_pass ? proof.VetoesDominate(missed, false) : Status();
}

}  // namespace

Status ProvePoints(const model::PointsScheme& scheme, std::span<const ItemValues> items) {
  std::vector<std::string> outcomes;
  PINGSHEN_CHECK(CheckCodes(scheme.bands, outcomes));
  PINGSHEN_CHECK(CheckReferences(scheme, outcomes));
  if (scheme.total <= Decimal()) return Fail(ErrorCode::ERR_GRADING_BANDS, scheme.total.ToString());
  PINGSHEN_CHECK(CheckMustPass(scheme, items));
  PINGSHEN_CHECK(CheckStated(scheme, items));
  bool vetoes = !scheme.vetoes.empty();
  bool must_pass = scheme.must_pass.has_value();
  for (const model::DecisionRule& rule : scheme.rules) {
    vetoes = vetoes || rule.veto.has_value();
    must_pass = must_pass || rule.must_pass.has_value();
  }
  return Prove(outcomes, RowsOf(scheme), vetoes, must_pass, [&](MustPassed state) {
    return items.empty() ? AttainableScores::UpTo(scheme.total)
                         : AttainableScores::Of(scheme, items, state);
  });
}

Status ProveBands(const std::vector<model::Band>& bands) {
  std::vector<std::string> outcomes;
  PINGSHEN_CHECK(CheckCodes(bands, outcomes));
  return Prove(outcomes, RowsOf(bands), false, false,
               [](MustPassed) { return AttainableScores::UpTo(Decimal::FromInteger(100)); });
}

Status CheckScheme(const model::PointsScheme& scheme) { return ProvePoints(scheme, {}); }

}  // namespace pingshen::grading
