#include "core/report/result_part.h"

#include <algorithm>

#include "core/report/demands_part.h"
#include "core/report/measures_part.h"
#include "core/report/pen.h"

namespace pingshen::report {
namespace {

using model::SchemeResult;

constexpr words::Phrase kResult{"评审结果", "Result"};
constexpr words::Phrase kVerdict{"结论", "Verdict"};
constexpr words::Phrase kUnfinished{"尚无结论：还有条款未完成",
                                    "No verdict yet: items are still open"};
constexpr words::Phrase kNothingApplies{"没有适用的条款，不能得出结论",
                                        "Nothing applies, so there is no verdict"};
constexpr words::Phrase kDone{"已全部完成；本表不定等次", "Complete; this form gives no grade"};
constexpr words::Phrase kOpenItems{"未完成的条款", "Open items"};
constexpr words::Phrase kProgress{"完成情况", "Progress"};
constexpr words::Phrase kProgressText{"共 {} 项，已填 {} 项；{}", "{} items, {} answered; {}"};
constexpr words::Phrase kNothingOpen{"必填项均已填写，没有未消除的错误",
                                     "all required ones, without errors"};
constexpr words::Phrase kSomethingOpen{"尚有必填项未填或有错误未消除",
                                       "required ones are open, or have errors"};
constexpr words::Phrase kScoreHead{"得分", "Score"};
constexpr words::Phrase kScoreText{"{} 分（满分 {} 分）", "{} of {}"};
constexpr words::Phrase kEarned{"实得 / 应得", "Earned / attainable"};
constexpr words::Phrase kEarnedText{"{} / {} 分（应得不含不适用条款）",
                                    "{} / {} (without items that do not apply)"};
constexpr words::Phrase kBonus{"加分", "Bonus"};
constexpr words::Phrase kComposite{"综合", "Composite"};
constexpr words::Phrase kFailed{"未达到的必达条款", "Must-pass items not met"};
constexpr words::Phrase kPointsBySection{"各部分得分", "Points by section"};
constexpr words::Phrase kSection{"部分", "Section"};
constexpr words::Phrase kGot{"实得", "Earned"};
constexpr words::Phrase kCould{"应得", "Attainable"};
constexpr words::Phrase kShareHead{"得分率", "Share"};
constexpr words::Phrase kVetoes{"一票否决情形", "Vetoes"};
constexpr words::Phrase kPreconditions{"前置要求", "Preconditions"};
constexpr words::Phrase kHolds{"成立", "Holds"};
constexpr words::Phrase kHoldsNot{"未发现", "Does not hold"};
constexpr words::Phrase kStateHead{"情况", "State"};
constexpr words::Phrase kBands{"等次划分", "Bands"};
constexpr words::Phrase kBand{"等次", "Band"};
constexpr words::Phrase kRange{"分数", "Score"};
constexpr words::Phrase kOurs{"本次结果", "This result"};

const model::Scheme& SchemeOf(const model::Form& form, const SchemeResult& result) {
  for (const model::SectionScheme& part : form.schemes)
    if (part.code == result.scheme) return part.scheme;
  return form.scheme;
}

std::string OpenItemNames(const Pen& pen, const std::vector<std::string>& codes) {
  constexpr std::size_t kMost = 40;
  std::string names;
  for (std::size_t i = 0; i < codes.size() && i < kMost; ++i)
    names += (i == 0 ? "" : "、") + codes[i];
  if (codes.size() > kMost)
    names += pen.Say(words::Phrase{" 等 {} 条", " … {} in all"}, {std::to_string(codes.size())});
  return names;
}

void DrawVerdict(Pen& pen, const model::Scheme& scheme, const SchemeResult& result) {
  const model::Outcome* outcome =
      result.outcome ? model::FindOutcome(scheme, *result.outcome) : nullptr;
  pen.html.Open("tr").Element("th", pen.Say(kVerdict)).Open("td");
  if (outcome != nullptr) {
    pen.Answer(pen.Say(outcome->label), "verdict");
    if (!outcome->consequence.empty()) pen.Answer(pen.Say(outcome->consequence));
  } else {
    const bool open = !pen.report().complete || !result.missing.empty();
    const bool graded = !model::OutcomesOf(scheme).empty();
    pen.Answer(pen.Say(open ? kUnfinished : graded ? kNothingApplies : kDone), "verdict");
  }
  pen.html.Close("td").Close("tr");
  if (!result.missing.empty()) pen.Fact(pen.Say(kOpenItems), OpenItemNames(pen, result.missing));
}

void DrawPoints(Pen& pen, const SchemeResult& result) {
  const model::PointsVerdict& points = *result.points;
  pen.Fact(pen.Say(kScoreHead),
           pen.Say(kScoreText, {points.DisplayScore(), points.total.ToString()}));
  pen.Fact(pen.Say(kEarned),
           pen.Say(kEarnedText, {points.earned.ToString(), points.attainable.ToString()}));
  if (!points.bonus.IsZero()) pen.Fact(pen.Say(kBonus), points.bonus.ToString());
  std::string failed;
  for (const std::string& code : points.failed)
    failed += (failed.empty() ? "" : "\n") + pen.ItemName(code);
  if (!failed.empty()) pen.Fact(pen.Say(kFailed), failed);
}

void DrawSectionPoints(Pen& pen, const model::PointsVerdict& points) {
  const bool any = std::ranges::any_of(points.sections, [](const model::SectionScore& section) {
    return !section.attainable.IsZero();
  });
  if (!any) return;
  pen.html.Element("h3", pen.Say(kPointsBySection));
  pen.html.Open("table", {{"class", "figures points-table"}}).Open("thead").Open("tr");
  for (const words::Phrase& head : {kSection, kGot, kCould, kShareHead})
    pen.html.Element("th", pen.Say(head));
  pen.html.Close("tr").Close("thead").Open("tbody");
  for (const model::SectionScore& section : points.sections) {
    if (section.attainable.IsZero()) continue;
    pen.html.Open("tr").Element("td", pen.SectionTitle(section.section));
    pen.html.Element("td", section.earned.ToString(), {{"class", "number"}});
    pen.html.Element("td", section.attainable.ToString(), {{"class", "number"}});
    const model::Fraction share{section.earned, section.attainable};
    pen.html.Element("td", share.Display() + "%", {{"class", "number"}}).Close("tr");
  }
  pen.html.Close("tbody").Close("table");
}

void DrawVetoes(Pen& pen, const model::Scheme& scheme, const SchemeResult& result) {
  const std::vector<model::Veto>& vetoes = model::VetoesOf(scheme);
  if (vetoes.empty()) return;
  const words::Phrase& head =
      std::holds_alternative<model::CompositeScheme>(scheme) ? kPreconditions : kVetoes;
  pen.html.Element("h3", pen.Say(head));
  pen.html.Open("table", {{"class", "figures"}}).Open("thead").Open("tr");
  pen.html.Element("th", pen.Say(head)).Element("th", pen.Say(kStateHead), {{"class", "state"}});
  pen.html.Close("tr").Close("thead").Open("tbody");
  for (const model::Veto& veto : vetoes) {
    const bool holds = std::ranges::find(result.vetoes, veto.code) != result.vetoes.end();
    pen.html.Open("tr").Open("td");
    pen.Rich(veto.label);
    pen.html.Close("td").Element("td", pen.Say(holds ? kHolds : kHoldsNot),
                                 {{"class", holds ? "open" : ""}});
    pen.html.Close("tr");
  }
  pen.html.Close("tbody").Close("table");
}

std::string BandRange(const Pen& pen, const model::Band& band) {
  std::string text;
  const auto add = [&](std::string_view sign, const std::optional<Decimal>& bound) {
    if (!bound) return;
    if (!text.empty()) text += pen.Say(words::Phrase{"，", ", "});
    text.append(sign).append(" ").append(bound->ToString());
  };
  add("≥", band.at_least);
  add("<", band.below);
  add("≤", band.at_most);
  return text;
}

void DrawBands(Pen& pen, const model::Scheme& scheme, const SchemeResult& result) {
  const auto* points = std::get_if<model::PointsScheme>(&scheme);
  if (points == nullptr || points->bands.empty() || !points->rules.empty()) return;
  pen.html.Element("h3", pen.Say(kBands));
  pen.html.Open("table", {{"class", "figures"}}).Open("thead").Open("tr");
  for (const words::Phrase& head : {kBand, kRange, kOurs}) pen.html.Element("th", pen.Say(head));
  pen.html.Close("tr").Close("thead").Open("tbody");
  for (const model::Band& band : points->bands) {
    pen.html.Open("tr").Element("td", pen.Say(band.label)).Element("td", BandRange(pen, band));
    pen.html.Element("td", result.outcome == band.code ? "√" : "").Close("tr");
  }
  pen.html.Close("tbody").Close("table");
}

// The score of weighted parts; of stages and ratios the share itself.
std::string CompositeText(const Pen& pen, const SchemeResult& result) {
  Decimal full;
  for (const model::PartResult& part : result.parts) full += part.weight;
  const auto whole = full.ToInteger();
  if (full.IsZero() || !whole) return FractionText(result.composite);
  const std::string score = result.composite.Display(2, *whole);
  return score.empty() ? std::string("—") : pen.Say(kScoreText, {score, full.ToString()});
}

void DrawProgress(Pen& pen) {
  const Report& report = pen.report();
  pen.Fact(pen.Say(kProgress),
           pen.Say(kProgressText, {std::to_string(report.total), std::to_string(report.answered),
                                   pen.Say(report.complete ? kNothingOpen : kSomethingOpen)}));
}

void DrawScheme(Pen& pen, const SchemeResult& result, bool first) {
  const model::Form& form = *pen.report().form;
  const model::Scheme& scheme = SchemeOf(form, result);
  for (const model::SectionScheme& part : form.schemes)
    if (part.code == result.scheme) pen.html.Element("h3", pen.Say(part.label));
  pen.html.Open("table", {{"class", "facts"}}).Open("tbody");
  DrawVerdict(pen, scheme, result);
  if (result.points) DrawPoints(pen, result);
  if (!result.parts.empty() || !result.stages.empty() || !result.ratios.empty())
    pen.Fact(pen.Say(kComposite), CompositeText(pen, result));
  if (first) DrawProgress(pen);
  pen.html.Close("tbody").Close("table");
  DrawVetoes(pen, scheme, result);
  if (result.points) DrawSectionPoints(pen, *result.points);
  DrawBands(pen, scheme, result);
  DrawLadder(pen, scheme, result);
  DrawMeasures(pen, scheme, result);
  DrawDemands(pen, scheme, result);
  DrawGap(pen, scheme, result);
}

}  // namespace

void DrawResult(Pen& pen) {
  const Report& report = pen.report();
  pen.html.Element("h2", pen.Say(kResult));
  bool first = true;
  for (const SchemeResult& result : report.grading.schemes) {
    DrawScheme(pen, result, first);
    first = false;
  }
  if (first) {
    pen.html.Open("table", {{"class", "facts"}}).Open("tbody");
    pen.Fact(pen.Say(kVerdict), pen.Say(report.complete ? kDone : kUnfinished));
    DrawProgress(pen);
    pen.html.Close("tbody").Close("table");
  }
  DrawFigureFindings(pen);
}

}  // namespace pingshen::report
