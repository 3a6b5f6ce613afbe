#include "core/grading/composite.h"

#include <algorithm>

#include "core/grading/whole_numbers.h"

namespace pingshen::grading {
namespace {

using model::Fraction;
using model::PartResult;

// Σ share × weight of several parts over one denominator.
Fraction Sum(const Fraction& a, const Fraction& b) {
  const auto product = [](const Decimal& x, const Decimal& y) {
    return x.Times(y).value_or(Decimal());
  };
  return {product(a.numerator, b.denominator) + product(b.numerator, a.denominator),
          product(a.denominator, b.denominator)};
}

bool IsIn(const std::vector<std::string>& codes, const std::string& code) {
  return codes.empty() || std::find(codes.begin(), codes.end(), code) != codes.end();
}

// The score of these parts as an exact fraction; a part without denominator gives nothing.
Fraction ScoreOfParts(std::span<const PartResult> parts, const std::vector<std::string>& codes) {
  Fraction sum = {Decimal(), Decimal::FromInteger(1)};
  for (const PartResult& part : parts) {
    if (!IsIn(codes, part.part) || part.share.denominator.IsZero()) continue;
    sum = Sum(
        sum, {part.share.numerator.Times(part.weight).value_or(Decimal()), part.share.denominator});
  }
  return sum;
}

Decimal WeightOf(std::span<const PartResult> parts, const std::vector<std::string>& codes) {
  Decimal sum;
  for (const PartResult& part : parts)
    if (IsIn(codes, part.part)) sum += part.weight;
  return sum;
}

std::string Joined(const std::vector<std::string>& codes) {
  std::string text;
  for (const std::string& code : codes) text += (text.empty() ? "" : "+") + code;
  return text;
}

// actual / 1 ≥ minimum, both in points.
void Finish(model::DemandResult& demand) {
  const auto order = Decimal::CompareProducts(demand.actual.numerator, Decimal::FromInteger(1),
                                              demand.minimum, demand.actual.denominator);
  demand.met = !demand.actual.denominator.IsZero() && order >= 0;
  if (demand.met) return;
  static const Decimal kLast = Decimal::Parse("0.000000001").value();
  const Decimal have =
      demand.actual.numerator.DividedBy(demand.actual.denominator, Decimal::kMaxFractionDigits)
          .value_or(Decimal());
  demand.lacking = std::max(demand.minimum - have, kLast);
}

void Judge(const model::CompositeGrade& grade, const model::CompositeDemand& demand,
           std::span<const PartResult> parts, model::SchemeResult& result) {
  if (demand.each_section) {
    for (const PartResult& part : parts) {
      if (!IsIn(demand.parts, part.part)) continue;
      for (const model::SectionScore& section : part.sections) {
        if (section.attainable.IsZero()) continue;
        model::DemandResult& made = result.demands.emplace_back();
        made.outcome = grade.code;
        made.kind = model::DemandKind::kPart;
        made.subject = part.part + "/" + section.section;
        made.percent = true;
        made.minimum = demand.minimum;
        made.actual = {section.earned.Times(kHundred).value_or(Decimal()), section.attainable};
        Finish(made);
      }
    }
    return;
  }
  model::DemandResult& made = result.demands.emplace_back();
  made.outcome = grade.code;
  made.kind = demand.parts.empty() ? model::DemandKind::kScore : model::DemandKind::kPart;
  made.subject = Joined(demand.parts);
  made.percent = demand.percent;
  made.minimum = demand.minimum;
  made.actual = ScoreOfParts(parts, demand.parts);
  if (demand.percent) {
    const Decimal weight = WeightOf(parts, demand.parts);
    if (weight.IsZero()) {  // measured only: the part's own share
      for (const PartResult& part : parts)
        if (IsIn(demand.parts, part.part))
          made.actual = {part.share.numerator.Times(kHundred).value_or(Decimal()),
                         part.share.denominator};
    } else {
      made.actual = {made.actual.numerator.Times(kHundred).value_or(Decimal()),
                     made.actual.denominator.Times(weight).value_or(Decimal::FromInteger(1))};
    }
  }
  Finish(made);
}

PartResult Measure(const model::CompositePart& part, const PartRows& rows,
                   std::vector<std::string>& missing) {
  PartResult result;
  result.part = part.code;
  result.weight = part.weight;
  const auto section = [&](const std::string& code) -> model::SectionScore& {
    for (model::SectionScore& score : result.sections)
      if (score.section == code) return score;
    return result.sections.emplace_back(model::SectionScore{code, {}, {}});
  };
  const Decimal one = Decimal::FromInteger(1);
  if (part.mark) {
    for (const LadderRow& row : rows.marks) {
      const bool not_applicable = row.mark == model::Mark::kE && row.may_be_e;
      if (not_applicable) continue;
      if (!row.mark || row.mark == model::Mark::kE) missing.push_back(row.item);
      model::SectionScore& score = section(row.section);
      score.attainable += one;
      if (row.mark && *row.mark <= *part.mark) score.earned += one;
    }
  } else {
    for (const PointsRow& row : rows.rows) {
      if (!row.answered && row.required) missing.push_back(row.item);
      if (!row.applicable) continue;
      model::SectionScore& score = section(row.section);
      score.attainable += row.points;
      if (row.answered) score.earned += std::clamp(row.earned, Decimal(), row.points);
    }
  }
  for (const model::SectionScore& score : result.sections) {
    result.share.numerator += score.earned;
    result.share.denominator += score.attainable;
  }
  return result;
}

}  // namespace

model::SchemeResult GradeShares(const model::CompositeScheme& scheme, std::vector<PartResult> parts,
                                std::span<const std::string> missing,
                                std::span<const std::string> broken) {
  model::SchemeResult result;
  result.kind = "composite";
  result.vetoes.assign(broken.begin(), broken.end());
  result.missing.assign(missing.begin(), missing.end());
  const Fraction score = ScoreOfParts(parts, {});
  const Decimal full = WeightOf(parts, {});
  result.composite = {score.numerator, score.denominator.Times(full).value_or(Decimal())};
  std::optional<std::size_t> grade;
  for (std::size_t i = 0; i < scheme.grades.size(); ++i) {
    const std::size_t first = result.demands.size();
    for (const model::CompositeDemand& demand : scheme.grades[i].demands)
      Judge(scheme.grades[i], demand, parts, result);
    const bool met = std::all_of(result.demands.begin() + static_cast<std::ptrdiff_t>(first),
                                 result.demands.end(),
                                 [](const model::DemandResult& demand) { return demand.met; });
    if (met && !grade) grade = i;
  }
  if (!broken.empty()) {
    for (std::size_t i = 0; i < scheme.grades.size(); ++i)
      if (scheme.grades[i].code == scheme.veto_grade) grade = i;
  }
  const bool nothing = std::all_of(parts.begin(), parts.end(), [](const PartResult& part) {
    return part.share.denominator.IsZero();
  });
  if (grade && !nothing) {
    if (result.missing.empty()) result.outcome = scheme.grades[*grade].code;
    if (*grade > 0) {
      model::Gap& gap = result.gap.emplace();
      gap.target = scheme.grades[*grade - 1].code;
      gap.vetoes = result.vetoes;
      // What each demand of the better grade lacks by itself; one point may serve several.
      for (const model::DemandResult& demand : result.demands) {
        if (demand.outcome != gap.target || demand.met) continue;
        gap.by_section.push_back({{}, demand.subject, demand.lacking});
        if (!demand.percent) gap.points = std::max(gap.points, demand.lacking);
      }
      gap.items = static_cast<std::int64_t>(gap.by_section.size());
    }
  }
  result.parts = std::move(parts);
  return result;
}

model::SchemeResult GradeComposite(const model::CompositeScheme& scheme,
                                   std::span<const PartRows> parts,
                                   std::span<const std::string> missing,
                                   std::span<const std::string> broken) {
  std::vector<std::string> all_missing;
  std::vector<PartResult> measured;
  for (std::size_t i = 0; i < scheme.parts.size() && i < parts.size(); ++i)
    measured.push_back(Measure(scheme.parts[i], parts[i], all_missing));
  for (const std::string& code : missing)
    if (std::find(all_missing.begin(), all_missing.end(), code) == all_missing.end())
      all_missing.push_back(code);
  return GradeShares(scheme, std::move(measured), all_missing, broken);
}

}  // namespace pingshen::grading
