#include "core/grading/shares.h"

#include <algorithm>

#include "core/grading/decision_table.h"
#include "core/grading/whole_numbers.h"

namespace pingshen::grading {
namespace {

// Outcome by bands on the share in percent, and the demand of each band.
void ApplyBands(const std::vector<model::Band>& bands, model::SchemeResult& result) {
  const model::Fraction& share = result.composite;
  if (bands.empty() || share.denominator.IsZero()) return;
  const model::Fraction percent = {share.numerator.Times(kHundred).value_or(Decimal()),
                                   share.denominator};
  const auto outcome = Decide(RowsOf(bands), percent, false, true);
  for (const model::Band& band : bands) {
    if (!band.at_least) continue;
    model::DemandResult& demand = result.demands.emplace_back();
    demand.outcome = band.code;
    demand.kind = model::DemandKind::kScore;
    demand.actual = share;
    demand.minimum = *band.at_least;
    demand.percent = true;
    demand.met = share.AtLeastPercent(*band.at_least);
  }
  if (!result.missing.empty()) return;
  result.outcome = outcome;
}

}  // namespace

model::SchemeResult GradeStages(const model::StagesScheme& scheme, std::int64_t objects,
                                std::span<const StageCount> counts,
                                std::span<const std::string> missing) {
  model::SchemeResult result;
  result.kind = "stages";
  result.missing.assign(missing.begin(), missing.end());
  const Decimal all = Decimal::FromInteger(objects);
  for (const model::StageWeight& stage : scheme.stages) {
    const auto count = std::find_if(counts.begin(), counts.end(),
                                    [&](const StageCount& c) { return c.stage == stage.code; });
    const Decimal reached =
        count == counts.end() ? Decimal() : Decimal::FromInteger(count->reached);
    result.stages.push_back({stage.code, {reached, all}});
    result.composite.numerator += reached.Times(stage.weight).value_or(Decimal());
    result.composite.denominator += all.Times(stage.weight).value_or(Decimal());
  }
  ApplyBands(scheme.bands, result);
  return result;
}

model::SchemeResult GradeRatios(const model::RatioScheme& scheme,
                                std::span<const RatioFigures> figures,
                                std::span<const std::string> missing) {
  model::SchemeResult result;
  result.kind = "ratio";
  result.missing.assign(missing.begin(), missing.end());
  std::int64_t met = 0;
  std::int64_t targets = 0;
  for (const model::RatioTarget& target : scheme.targets) {
    model::RatioResult& ratio = result.ratios.emplace_back();
    ratio.item = target.item;
    const bool has_target = target.at_least || target.at_most;
    if (has_target) ++targets;
    const auto found = std::find_if(figures.begin(), figures.end(),
                                    [&](const RatioFigures& f) { return f.item == target.item; });
    const bool known = found != figures.end() && found->numerator && found->denominator &&
                       *found->denominator > Decimal();
    if (!known) {
      if (has_target && std::find(result.missing.begin(), result.missing.end(), target.item) ==
                            result.missing.end())
        result.missing.push_back(target.item);
      continue;
    }
    ratio.share = {*found->numerator, *found->denominator};
    if (!has_target) continue;
    const auto against = [&](const Decimal& bound) {
      return Decimal::CompareProducts(*found->numerator, found->per, bound, *found->denominator);
    };
    ratio.met = (!target.at_least || against(*target.at_least) >= 0) &&
                (!target.at_most || against(*target.at_most) <= 0);
    if (*ratio.met) ++met;
  }
  result.composite = {Decimal::FromInteger(met), Decimal::FromInteger(targets)};
  ApplyBands(scheme.bands, result);
  return result;
}

}  // namespace pingshen::grading
