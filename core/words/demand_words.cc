#include "core/words/demand_words.h"

#include <algorithm>
#include <variant>

namespace pingshen::words {
namespace {

using model::DemandKind;
using model::DemandResult;

constexpr Phrase kShareAtLeast{"{} · {} ≥ {}%", "{} · {} ≥ {}%"};
constexpr Phrase kScoreAtLeast{"总分 ≥ {}{}", "Score ≥ {}{}"};
constexpr Phrase kStagesAtLeast{"综合达到率 ≥ {}%", "Composite ≥ {}%"};
constexpr Phrase kTargetsAtLeast{"达标指标占比 ≥ {}%", "Targets met ≥ {}%"};
constexpr Phrase kPartAtLeast{"{} ≥ {}{}", "{} ≥ {}{}"};
constexpr Phrase kAllParts{"各部分合计", "All parts"};
constexpr Phrase kPointsUnit{" 分", " pts"};
constexpr Phrase kLackItems{"差 {} 条", "{} item(s) short"};
constexpr Phrase kLackPoints{"差 {} 分", "{} pts short"};
constexpr Phrase kLackPercent{"差 {} 个百分点", "{} percentage points short"};
constexpr Phrase kUnansweredAsD{"{} 条未评，此处按 D 计", "{} open items count as D here"};
constexpr Phrase kUnansweredAsZero{"{} 条未评，此处按 0 分计",
                                   "{} open items count as 0 points here"};

bool IsComposite(const model::Scheme& scheme) {
  return std::holds_alternative<model::CompositeScheme>(scheme);
}

// What a percentage of a composite was taken from, as it was counted: earned and attainable.
model::Fraction CountedOf(const model::SchemeResult& result, const DemandResult& demand) {
  const Subject subject(demand.subject);
  if (subject.parts.size() != 1) return {};
  for (const model::PartResult& part : result.parts) {
    if (part.part != subject.parts.front()) continue;
    if (subject.section.empty()) return part.share;
    for (const model::SectionScore& section : part.sections)
      if (section.section == subject.section) return {section.earned, section.attainable};
  }
  return {};
}

}  // namespace

Subject::Subject(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash != std::string_view::npos) section = text.substr(slash + 1);
  text = text.substr(0, slash);
  while (!text.empty()) {
    const std::size_t plus = std::min(text.find('+'), text.size());
    parts.push_back(text.substr(0, plus));
    text.remove_prefix(std::min(text.size(), plus + 1));
  }
}

bool Subject::Has(std::string_view part) const {
  return std::ranges::find(parts, part) != parts.end();
}

std::string SubjectText(const model::Scheme& scheme, std::string_view subject, const Names& names) {
  const auto* composite = std::get_if<model::CompositeScheme>(&scheme);
  if (composite == nullptr) return std::string(subject);
  if (subject.empty()) return std::string(kAllParts.In(names.reader.language));
  const Subject about(subject);
  if (!about.section.empty()) {
    const std::string title = names.section(about.section);
    return title.empty() ? std::string(subject) : title;
  }
  std::string labels;
  for (const std::string_view code : about.parts) {
    const auto part = std::ranges::find(composite->parts, code, &model::CompositePart::code);
    const std::string label =
        part == composite->parts.end() ? std::string() : names.reader.Read(part->label);
    if (!labels.empty()) labels += " + ";
    labels += label.empty() ? code : label;
  }
  return labels;
}

bool IsShare(const DemandResult& demand) {
  return demand.kind == DemandKind::kShareOfAll || demand.kind == DemandKind::kShareOfCore;
}

std::string DemandText(const model::Scheme& scheme, const DemandResult& demand,
                       const Names& names) {
  const Language language = names.reader.language;
  const std::string_view unit = demand.percent ? "%" : kPointsUnit.In(language);
  const std::string minimum = demand.minimum.ToString();
  switch (demand.kind) {
    case DemandKind::kShareOfAll:
    case DemandKind::kShareOfCore: {
      const auto* ladder = std::get_if<model::LadderScheme>(&scheme);
      const bool apart = ladder != nullptr && !ladder->core_in_all;
      const Phrase& which = demand.kind == DemandKind::kShareOfCore ? kCoreItems
                            : apart                                 ? kOtherItems
                                                                    : kAllItems;
      return Fill(kShareAtLeast.In(language), which.In(language),
                  Fill(kOrBetter.In(language), demand.subject), minimum);
    }
    case DemandKind::kScore:
      if (std::holds_alternative<model::StagesScheme>(scheme))
        return Fill(kStagesAtLeast.In(language), minimum);
      if (std::holds_alternative<model::RatioScheme>(scheme))
        return Fill(kTargetsAtLeast.In(language), minimum);
      return Fill(kScoreAtLeast.In(language), minimum, unit);
    case DemandKind::kPart:
      return Fill(kPartAtLeast.In(language), SubjectText(scheme, demand.subject, names), minimum,
                  unit);
    case DemandKind::kMustPass:
      return Fill(kMustBeMet.In(language), names.item(demand.subject));
  }
  return {};
}

std::string ActualText(const model::Scheme& scheme, const model::SchemeResult& result,
                       const DemandResult& demand, Language language) {
  if (demand.kind == DemandKind::kMustPass) return {};
  if (demand.percent && IsComposite(scheme)) {
    // The demand's own fraction is in percent already.
    const std::string percent = demand.actual.Display(2, 1) + "%";
    const model::Fraction counted = CountedOf(result, demand);
    return counted.denominator.IsZero() ? percent : FractionText(counted) + " = " + percent;
  }
  if (demand.percent || IsShare(demand))
    return FractionText(demand.actual) + " = " + PercentText(demand.actual);
  return demand.actual.Display(2, 1) + std::string(kPointsUnit.In(language));
}

std::string LackText(const DemandResult& demand, Language language) {
  if (demand.met || demand.kind == DemandKind::kMustPass || demand.lacking.IsZero()) return {};
  const Phrase& phrase = IsShare(demand) ? kLackItems : demand.percent ? kLackPercent : kLackPoints;
  return Fill(phrase.In(language), demand.lacking.ToFixed(demand.lacking.IsInteger() ? 0 : 2));
}

std::string OutcomeText(const model::Scheme& scheme, std::string_view code,
                        const model::Reader& reader) {
  const model::Outcome* outcome = model::FindOutcome(scheme, code);
  return outcome == nullptr ? std::string(code) : reader.Read(outcome->label);
}

std::string VetoText(const model::Scheme& scheme, std::string_view code,
                     const model::Reader& reader) {
  for (const model::Veto& veto : model::VetoesOf(scheme))
    if (veto.code == code) return reader.Read(veto.label);
  return std::string(code);
}

std::string UnansweredText(const model::Scheme& scheme, std::size_t count, Language language) {
  const bool ladder = std::holds_alternative<model::LadderScheme>(scheme);
  return Fill((ladder ? kUnansweredAsD : kUnansweredAsZero).In(language), std::to_string(count));
}

std::string FractionText(const model::Fraction& fraction) {
  return fraction.numerator.ToString() + " / " + fraction.denominator.ToString();
}

std::string PercentText(const model::Fraction& fraction) {
  const std::string figure = fraction.Display();
  return figure.empty() ? "—" : figure + "%";
}

}  // namespace pingshen::words
