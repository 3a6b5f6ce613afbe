#include "core/report/demands_part.h"

#include <algorithm>

#include "core/report/pen.h"
#include "core/words/code_words.h"
#include "core/words/demand_words.h"

namespace pingshen::report {
namespace {

using model::DemandResult;
using model::SchemeResult;

constexpr words::Phrase kOutcome{"等次", "Outcome"};
constexpr words::Phrase kDemand{"条件", "Requirement"};
constexpr words::Phrase kActual{"实际", "Actual"};
constexpr words::Phrase kState{"是否达到", "Met"};
constexpr words::Phrase kMissedBy{"{}，{}", "{}, {}"};
constexpr words::Phrase kSentence{"{}。", "{}."};
constexpr words::Phrase kRaise{"{} 条{}从 {} 升到 {}；容易改进的依次为：{}",
                               "{} {} from {} to {}; least effort first: {}"};
constexpr words::Phrase kRaiseItems{"条款", "item(s)"};
constexpr words::Phrase kRaiseCore{"核心条款", "core item(s)"};
constexpr words::Phrase kGains{"可得分的条款：{}", "Where they can be gained: {}"};
constexpr words::Phrase kBySection{"各部分还可得分：{}", "What each part could still give: {}"};
constexpr words::Phrase kMore{" 等 {} 条", " … {} in all"};
constexpr words::Phrase kFigures{"数据核查", "Figures checked"};
constexpr words::Phrase kItem{"条款", "Item"};
constexpr words::Phrase kFinding{"发现", "Finding"};
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

words::Names NamesOf(const Pen& pen) {
  return {.reader = pen.reader(),
          .item = [&pen](std::string_view code) { return pen.ItemName(std::string(code)); },
          .section = [&pen](std::string_view code) { return pen.SectionTitle(std::string(code)); }};
}

std::string StateText(const Pen& pen, const DemandResult& demand) {
  if (demand.met) return std::string(pen.Say(words::kMet));
  const std::string lack = words::LackText(demand, pen.language());
  const std::string missed(pen.Say(words::kNotMet));
  return lack.empty() ? missed : pen.Say(kMissedBy, {missed, lack});
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
  const words::Names names = NamesOf(pen);
  pen.html.Element("h3", pen.Say(words::kRequirements));
  pen.html.Open("table", {{"class", "figures demands"}}).Open("thead").Open("tr");
  for (const words::Phrase& head : {kOutcome, kDemand, kActual, kState})
    pen.html.Element("th", pen.Say(head));
  pen.html.Close("tr").Close("thead").Open("tbody");
  for (const DemandResult& demand : result.demands) {
    pen.html.Open("tr").Element("td", words::OutcomeText(scheme, demand.outcome, pen.reader()));
    pen.html.Element("td", words::DemandText(scheme, demand, names));
    pen.html.Element("td", words::ActualText(scheme, result, demand, pen.language()),
                     {{"class", "number"}});
    pen.html.Element("td", StateText(pen, demand), {{"class", demand.met ? "" : "open"}});
    pen.html.Close("tr");
  }
  pen.html.Close("tbody").Close("table");
}

void DrawGap(Pen& pen, const model::Scheme& scheme, const SchemeResult& result) {
  if (!result.gap) return;
  const model::Gap& gap = *result.gap;
  const words::Names names = NamesOf(pen);
  const std::string target = words::OutcomeText(scheme, gap.target, pen.reader());
  pen.html.Element("h3", pen.Say(words::kToReach, {target})).Open("ul");
  const auto line = [&](const std::string& text) { pen.html.Element("li", text); };
  if (!gap.reachable) line(pen.Say(words::kOutOfReach, {target}));
  if (gap.items > 0 && gap.steps > 0)
    line(pen.Say(words::kLeastSteps, {std::to_string(gap.items), std::to_string(gap.steps)}));
  for (const model::RaiseGroup& raise : gap.raises)
    line(pen.Say(kRaise,
                 {std::to_string(raise.count), pen.Say(raise.core ? kRaiseCore : kRaiseItems),
                  model::MarkName(raise.from), model::MarkName(raise.to),
                  Listed(pen, ItemNames(pen, raise.candidates), kMostNames)}));
  if (!gap.points.IsZero())
    line(pen.Say(kSentence, {pen.Say(words::kPointsToGain, {gap.points.ToString()})}));
  std::vector<std::string> gains;
  for (const model::PointsGain& gain : gap.gains)
    gains.push_back(pen.ItemName(gain.item) + " +" + gain.points.ToString());
  if (!gains.empty()) line(pen.Say(kGains, {Listed(pen, gains, kMostNames)}));
  std::vector<std::string> sections;
  for (const model::PointsGain& gain : gap.by_section) {
    if (gain.points.IsZero()) continue;
    const std::string name = std::holds_alternative<model::CompositeScheme>(scheme)
                                 ? words::SubjectText(scheme, gain.section, names)
                                 : pen.SectionTitle(gain.section);
    sections.push_back(name + " +" + gain.points.ToString());
  }
  if (!sections.empty()) line(pen.Say(kBySection, {Listed(pen, sections, sections.size())}));
  for (const std::string& code : gap.vetoes)
    line(pen.Say(words::kMustNotHold, {words::VetoText(scheme, code, pen.reader())}));
  for (const std::string& code : gap.must_pass)
    line(pen.Say(words::kMustBeMet, {pen.ItemName(code)}));
  if (!gap.unanswered.empty())
    line(
        pen.Say(kSentence, {words::UnansweredText(scheme, gap.unanswered.size(), pen.language())}));
  pen.html.Close("ul");
}

void DrawFigureFindings(Pen& pen) {
  const auto& findings = pen.report().grading.findings;
  if (findings.empty()) return;
  pen.html.Element("h3", pen.Say(kFigures));
  pen.html.Open("table", {{"class", "figures"}}).Open("thead").Open("tr");
  for (const words::Phrase& head : {kItem, kFinding, kData}) pen.html.Element("th", pen.Say(head));
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
