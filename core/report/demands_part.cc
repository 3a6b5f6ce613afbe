#include "core/report/demands_part.h"

#include <algorithm>

#include "core/report/measures_part.h"
#include "core/report/pen.h"

namespace pingshen::report {
namespace {

using model::DemandKind;
using model::DemandResult;
using model::SchemeResult;

constexpr words::Phrase kDemands{"达标条件", "Requirements"};
constexpr words::Phrase kOutcome{"等次", "Outcome"};
constexpr words::Phrase kDemand{"条件", "Requirement"};
constexpr words::Phrase kActual{"实际", "Actual"};
constexpr words::Phrase kState{"是否达到", "Met"};
constexpr words::Phrase kMet{"达到", "Met"};
constexpr words::Phrase kMissed{"未达到", "Not met"};
constexpr words::Phrase kLackItems{"未达到，差 {} 条", "Not met, {} item(s) short"};
constexpr words::Phrase kLackPoints{"未达到，差 {} 分", "Not met, {} pts short"};
constexpr words::Phrase kShareDemand{"{}中 {} 级及以上 ≥ {}%", "{}: {} or better ≥ {}%"};
constexpr words::Phrase kAll{"全部条款", "All items"};
constexpr words::Phrase kOthers{"非核心条款", "Other items"};
constexpr words::Phrase kCore{"核心条款", "Core items"};
constexpr words::Phrase kScoreDemand{"总分 ≥ {}{}", "Score ≥ {}{}"};
constexpr words::Phrase kPartDemand{"{} ≥ {}{}", "{} ≥ {}{}"};
constexpr words::Phrase kAllParts{"各部分合计", "All parts"};
constexpr words::Phrase kMustPass{"必须达到：{}", "Must be met: {}"};
constexpr words::Phrase kGap{"距离“{}”", "To reach “{}”"};
constexpr words::Phrase kUnreachable{"即使全部适用条款都评到最高，也达不到“{}”。",
                                     "Not even with every item at its best can “{}” be reached."};
constexpr words::Phrase kSteps{"最少改动 {} 条，共 {} 级。",
                               "At least {} item(s), {} step(s) in all."};
constexpr words::Phrase kRaise{"{} 条{}从 {} 升到 {}；容易改进的依次为：{}",
                               "{} {} from {} to {}; least effort first: {}"};
constexpr words::Phrase kRaiseItems{"条款", "item(s)"};
constexpr words::Phrase kRaiseCore{"核心条款", "core item(s)"};
constexpr words::Phrase kPoints{"还差 {} 分。", "{} points to gain."};
constexpr words::Phrase kGains{"可得分的条款：{}", "Where they can be gained: {}"};
constexpr words::Phrase kBySection{"各部分还可得分：{}", "What each part could still give: {}"};
constexpr words::Phrase kVeto{"须先消除：{}", "Must no longer hold: {}"};
constexpr words::Phrase kUnanswered{"{} 条未评，此处按 D 计。", "{} open items count as D here."};
constexpr words::Phrase kMore{" 等 {} 条", " … {} in all"};
constexpr words::Phrase kFigures{"数据核查", "Figures checked"};
constexpr words::Phrase kItem{"条款", "Item"};
constexpr words::Phrase kSentence{"发现", "Finding"};
constexpr words::Phrase kData{"数据", "Figures"};
constexpr words::Phrase kWholeForm{"全表", "Whole form"};
// What a check calls its figures (docs/grading.md).
constexpr words::Phrase kFigureNames[] = {{"分子", "numerator"},
                                          {"分母", "denominator"},
                                          {"填报值", "reported"},
                                          {"计算值", "computed"},
                                          {"最接近的分子", "nearest"},
                                          {"各阶段之和", "reached"},
                                          {"各阶段满额", "of"},
                                          {"合计", "sum"},
                                          {"相差", "difference"},
                                          {"变化", "change"},
                                          {"界限", "limit"},
                                          {"起", "first"},
                                          {"止", "last"}};

std::string PartLabels(const Pen& pen, const model::Scheme& scheme, std::string_view codes) {
  if (codes.empty()) return std::string(pen.Say(kAllParts));
  const auto* composite = std::get_if<model::CompositeScheme>(&scheme);
  std::string labels;
  while (!codes.empty()) {
    const std::size_t plus = std::min(codes.find('+'), codes.size());
    const std::string code(codes.substr(0, plus));
    codes.remove_prefix(std::min(codes.size(), plus + 1));
    std::string label = code;
    if (composite != nullptr) {
      for (const model::CompositePart& part : composite->parts)
        if (part.code == code) label = pen.Say(part.label);
    }
    labels += (labels.empty() ? "" : " + ") + label;
  }
  return labels;
}

bool IsShare(const DemandResult& demand) {
  return demand.kind == DemandKind::kShareOfAll || demand.kind == DemandKind::kShareOfCore;
}

std::string DemandText(const Pen& pen, const model::Scheme& scheme, const DemandResult& demand) {
  const std::string unit(demand.percent ? "%" : pen.Say(words::Phrase{" 分", " pts"}));
  const std::string minimum = demand.minimum.ToString();
  switch (demand.kind) {
    case DemandKind::kShareOfAll:
    case DemandKind::kShareOfCore: {
      const auto* ladder = std::get_if<model::LadderScheme>(&scheme);
      const bool apart = ladder != nullptr && !ladder->core_in_all;
      const bool core = demand.kind == DemandKind::kShareOfCore;
      return pen.Say(kShareDemand, {pen.Say(core    ? kCore
                                            : apart ? kOthers
                                                    : kAll),
                                    demand.subject, minimum});
    }
    case DemandKind::kScore:
      return pen.Say(kScoreDemand, {minimum, unit});
    case DemandKind::kPart:
      return pen.Say(kPartDemand, {PartLabels(pen, scheme, demand.subject), minimum, unit});
    case DemandKind::kMustPass:
      return pen.Say(kMustPass, {pen.ItemName(demand.subject)});
  }
  return {};
}

std::string ActualText(const Pen& pen, const DemandResult& demand) {
  if (demand.kind == DemandKind::kMustPass) return {};
  if (demand.percent || IsShare(demand)) return FractionText(demand.actual);
  return demand.actual.Display(2, 1) + std::string(pen.Say(words::Phrase{" 分", " pts"}));
}

std::string StateText(const Pen& pen, const DemandResult& demand) {
  if (demand.met) return std::string(pen.Say(kMet));
  if (demand.lacking.IsZero()) return std::string(pen.Say(kMissed));
  return pen.Say(IsShare(demand) ? kLackItems : kLackPoints,
                 {demand.lacking.ToFixed(demand.lacking.IsInteger() ? 0 : 2)});
}

std::string OutcomeLabel(const Pen& pen, const model::Scheme& scheme, const std::string& code) {
  const model::Outcome* outcome = model::FindOutcome(scheme, code);
  return outcome == nullptr ? code : pen.Say(outcome->label);
}

constexpr std::size_t kMostNames = 10;

std::string Listed(const Pen& pen, const std::vector<std::string>& names, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < most; ++i)
    text += (i == 0 ? "" : std::string(pen.Say(words::Phrase{"；", "; "}))) + names[i];
  if (names.size() > most) text += pen.Say(kMore, {std::to_string(names.size())});
  return text;
}

std::vector<std::string> ItemNames(const Pen& pen, const std::vector<std::string>& codes) {
  std::vector<std::string> names;
  for (const std::string& code : codes) names.push_back(pen.ItemName(code));
  return names;
}

std::string FigureName(const Pen& pen, const std::string& name) {
  for (const words::Phrase& phrase : kFigureNames)
    if (phrase.en == name) return std::string(pen.Say(phrase));
  const std::size_t colon = name.find(':');
  std::string text = pen.ItemName(name.substr(0, colon));
  if (colon != std::string::npos) text += " · " + FigureName(pen, name.substr(colon + 1));
  return text;
}

}  // namespace

void DrawDemands(Pen& pen, const model::Scheme& scheme, const SchemeResult& result) {
  if (result.demands.empty()) return;
  pen.html.Element("h3", pen.Say(kDemands));
  pen.html.Open("table", {{"class", "figures demands"}}).Open("thead").Open("tr");
  for (const words::Phrase& head : {kOutcome, kDemand, kActual, kState})
    pen.html.Element("th", pen.Say(head));
  pen.html.Close("tr").Close("thead").Open("tbody");
  for (const DemandResult& demand : result.demands) {
    pen.html.Open("tr").Element("td", OutcomeLabel(pen, scheme, demand.outcome));
    pen.html.Element("td", DemandText(pen, scheme, demand));
    pen.html.Element("td", ActualText(pen, demand), {{"class", "number"}});
    pen.html.Element("td", StateText(pen, demand), {{"class", demand.met ? "" : "open"}});
    pen.html.Close("tr");
  }
  pen.html.Close("tbody").Close("table");
}

void DrawGap(Pen& pen, const model::Scheme& scheme, const SchemeResult& result) {
  if (!result.gap) return;
  const model::Gap& gap = *result.gap;
  const std::string target = OutcomeLabel(pen, scheme, gap.target);
  pen.html.Element("h3", pen.Say(kGap, {target})).Open("ul");
  const auto line = [&](const std::string& text) { pen.html.Element("li", text); };
  if (!gap.reachable) line(pen.Say(kUnreachable, {target}));
  if (gap.items > 0 && gap.steps > 0)
    line(pen.Say(kSteps, {std::to_string(gap.items), std::to_string(gap.steps)}));
  for (const model::RaiseGroup& raise : gap.raises)
    line(pen.Say(kRaise,
                 {std::to_string(raise.count), pen.Say(raise.core ? kRaiseCore : kRaiseItems),
                  model::MarkName(raise.from), model::MarkName(raise.to),
                  Listed(pen, ItemNames(pen, raise.candidates), kMostNames)}));
  if (!gap.points.IsZero()) line(pen.Say(kPoints, {gap.points.ToString()}));
  std::vector<std::string> gains;
  for (const model::PointsGain& gain : gap.gains)
    gains.push_back(pen.ItemName(gain.item) + " +" + gain.points.ToString());
  if (!gains.empty()) line(pen.Say(kGains, {Listed(pen, gains, kMostNames)}));
  std::vector<std::string> sections;
  for (const model::PointsGain& gain : gap.by_section) {
    if (gain.points.IsZero()) continue;
    const std::string name = std::holds_alternative<model::CompositeScheme>(scheme)
                                 ? PartLabels(pen, scheme, gain.section)
                                 : pen.SectionTitle(gain.section);
    sections.push_back(name + " +" + gain.points.ToString());
  }
  if (!sections.empty()) line(pen.Say(kBySection, {Listed(pen, sections, sections.size())}));
  for (const model::Veto& veto : model::VetoesOf(scheme))
    if (std::ranges::find(gap.vetoes, veto.code) != gap.vetoes.end())
      line(pen.Say(kVeto, {pen.Say(veto.label)}));
  for (const std::string& code : gap.must_pass) line(pen.Say(kMustPass, {pen.ItemName(code)}));
  if (!gap.unanswered.empty()) line(pen.Say(kUnanswered, {std::to_string(gap.unanswered.size())}));
  pen.html.Close("ul");
}

void DrawFigureFindings(Pen& pen) {
  const auto& findings = pen.report().grading.findings;
  if (findings.empty()) return;
  pen.html.Element("h3", pen.Say(kFigures));
  pen.html.Open("table", {{"class", "figures"}}).Open("thead").Open("tr");
  for (const words::Phrase& head : {kItem, kSentence, kData}) pen.html.Element("th", pen.Say(head));
  pen.html.Close("tr").Close("thead").Open("tbody");
  for (const model::FigureFinding& finding : findings) {
    pen.html.Open("tr").Element("td", finding.path.item.empty() ? std::string(pen.Say(kWholeForm))
                                                                : pen.ItemName(finding.path.item));
    pen.html.Element("td", pen.Say(finding.sentence)).Open("td");
    for (const model::FigureFinding::Figure& figure : finding.figures)
      pen.Answer(FigureName(pen, figure.name) + " " + figure.value);
    pen.html.Close("td").Close("tr");
  }
  pen.html.Close("tbody").Close("table");
}

}  // namespace pingshen::report
