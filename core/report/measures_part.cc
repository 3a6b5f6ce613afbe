#include "core/report/measures_part.h"

#include <algorithm>
#include <array>

#include "core/report/pen.h"
#include "core/words/demand_words.h"

namespace pingshen::report {
namespace {

using model::Mark;
using model::SchemeResult;

constexpr words::Phrase kDistribution{"等次分布与累计比例", "Marks and cumulative shares"};
constexpr words::Phrase kChapter{"章", "Chapter"};
constexpr words::Phrase kNotRated{"未评", "Open"};
constexpr words::Phrase kApply{"适用", "Apply"};
constexpr words::Phrase kNotInShare{
    "比例以适用条款为分母，不含 E（不适用）；未评条款计入分母。",
    "Shares are of the items that apply, without E; open items count as such."};
constexpr words::Phrase kParts{"组成部分", "Parts"};
constexpr words::Phrase kPart{"部分", "Part"};
constexpr words::Phrase kShare{"得分率", "Share"};
constexpr words::Phrase kWeight{"权重", "Weight"};
constexpr words::Phrase kScore{"得分", "Score"};
constexpr words::Phrase kNotAdded{"不计入总分", "not added"};
constexpr words::Phrase kStages{"各阶段", "Stages"};
constexpr words::Phrase kStage{"阶段", "Stage"};
constexpr words::Phrase kReached{"到达比例", "Share reached"};
constexpr words::Phrase kRatios{"指标", "Indicators"};
constexpr words::Phrase kIndicator{"指标", "Indicator"};
constexpr words::Phrase kValue{"数值", "Value"};
constexpr words::Phrase kTarget{"目标", "Target"};
constexpr words::Phrase kTargetHead{"是否达标", "Met"};
constexpr words::Phrase kTargetMet{"达标", "Met"};
constexpr words::Phrase kTargetMissed{"未达标", "Not met"};
constexpr words::Phrase kNoFigures{"无数据", "No figures"};
constexpr std::array kShares{Mark::kC, Mark::kB, Mark::kA};

void OpenTable(Pen& pen, const words::Phrase& title, std::initializer_list<words::Phrase> heads) {
  pen.html.Element("h3", pen.Say(title));
  pen.html.Open("table", {{"class", "figures"}}).Open("thead").Open("tr");
  for (const words::Phrase& head : heads) pen.html.Element("th", pen.Say(head));
  pen.html.Close("tr").Close("thead").Open("tbody");
}
void CloseTable(Pen& pen) { pen.html.Close("tbody").Close("table"); }

void Number(Pen& pen, std::string_view text) {
  pen.html.Element("td", text, {{"class", "number"}});
}

void DrawCounts(Pen& pen, std::string_view title, const model::MarkCounts& counts, bool total) {
  pen.html.Open("tr", {{"class", total ? "total" : ""}}).Element("td", title);
  for (const Mark mark : {Mark::kA, Mark::kB, Mark::kC, Mark::kD, Mark::kE})
    Number(pen, std::to_string(counts.Count(mark)));
  Number(pen, std::to_string(counts.unanswered));
  Number(pen, std::to_string(counts.Applicable()));
  for (const Mark mark : kShares) {
    const model::Fraction share = counts.Share(mark);
    const std::string percent = share.Display();
    pen.html.Open("td", {{"class", "number"}});
    pen.Answer(percent.empty() ? "—" : percent + "%");
    pen.Answer(share.numerator.ToString() + "/" + share.denominator.ToString(), "small");
    pen.html.Close("td");
  }
  pen.html.Close("tr");
}

void DrawParts(Pen& pen, const model::CompositeScheme& scheme, const SchemeResult& result) {
  OpenTable(pen, kParts, {kPart, kShare, kWeight, kScore});
  for (const model::PartResult& part : result.parts) {
    const auto found = std::ranges::find(scheme.parts, part.part, &model::CompositePart::code);
    pen.html.Open("tr").Element("td",
                                found == scheme.parts.end() ? part.part : pen.Say(found->label));
    Number(pen, FractionText(part.share));
    Number(pen, part.weight.ToString());
    const auto weighted = part.share.numerator.Times(part.weight);
    const auto score = weighted ? weighted->DividedBy(part.share.denominator, 2) : std::nullopt;
    Number(pen, part.weight.IsZero() ? std::string(pen.Say(kNotAdded))
                : score              ? score->ToFixed(2)
                                     : "—");
    pen.html.Close("tr");
  }
  CloseTable(pen);
}

void DrawStages(Pen& pen, const model::StagesScheme& scheme, const SchemeResult& result) {
  OpenTable(pen, kStages, {kStage, kWeight, kReached});
  for (const model::StageShare& stage : result.stages) {
    const auto found = std::ranges::find(scheme.stages, stage.stage, &model::StageWeight::code);
    const bool known = found != scheme.stages.end();
    pen.html.Open("tr").Element("td", known ? pen.Say(found->label) : stage.stage);
    Number(pen, known ? found->weight.ToString() : "");
    Number(pen, FractionText(stage.share));
    pen.html.Close("tr");
  }
  CloseTable(pen);
}

void DrawRatios(Pen& pen, const model::RatioScheme& scheme, const SchemeResult& result) {
  OpenTable(pen, kRatios, {kIndicator, kValue, kTarget, kTargetHead});
  for (const model::RatioResult& ratio : result.ratios) {
    const auto target = std::ranges::find(scheme.targets, ratio.item, &model::RatioTarget::item);
    const model::Item* item = pen.FindItem(ratio.item);
    const std::string unit = item == nullptr ? "" : words::RatioUnit(*item, pen.reader());
    const auto per = item == nullptr ? std::nullopt : item->per.ToInteger();
    const std::string figure =
        per ? ratio.share.Display(item->decimals.value_or(2), *per) : std::string();
    pen.html.Open("tr").Element("td", pen.ItemName(ratio.item));
    Number(pen, figure.empty() ? std::string(pen.Say(kNoFigures))
                               : ratio.share.numerator.ToString() + " / " +
                                     ratio.share.denominator.ToString() + " = " + figure + unit);
    std::string bounds;
    if (target != scheme.targets.end() && target->at_least)
      bounds = "≥ " + target->at_least->ToString() + unit;
    if (target != scheme.targets.end() && target->at_most)
      bounds += (bounds.empty() ? "≤ " : " ≤ ") + target->at_most->ToString() + unit;
    Number(pen, bounds.empty() ? "—" : bounds);
    pen.html.Element("td", !ratio.met ? "—" : pen.Say(*ratio.met ? kTargetMet : kTargetMissed))
        .Close("tr");
  }
  CloseTable(pen);
}

}  // namespace

std::string FractionText(const model::Fraction& fraction) {
  const std::string text = fraction.numerator.ToString() + " / " + fraction.denominator.ToString();
  const std::string percent = fraction.Display();
  return percent.empty() ? text : text + " = " + percent + "%";
}

void DrawLadder(Pen& pen, const model::Scheme& scheme, const SchemeResult& result) {
  if (!result.ladder) return;
  const auto* ladder = std::get_if<model::LadderScheme>(&scheme);
  pen.html.Element("h3", pen.Say(kDistribution));
  pen.html.Open("table", {{"class", "figures marks"}}).Open("thead").Open("tr");
  pen.html.Element("th", pen.Say(kChapter));
  for (const std::string_view mark : {"A", "B", "C", "D", "E"}) pen.html.Element("th", mark);
  pen.html.Element("th", pen.Say(kNotRated)).Element("th", pen.Say(kApply));
  for (const Mark mark : kShares)
    pen.html.Element("th", pen.Say(words::kOrBetter, {model::MarkName(mark)}),
                     {{"class", "share"}});
  pen.html.Close("tr").Close("thead").Open("tbody");
  for (const model::ChapterMarks& chapter : result.ladder->chapters)
    DrawCounts(pen, pen.SectionTitle(chapter.section), chapter.all, false);
  const bool apart = ladder != nullptr && !ladder->core_in_all;
  DrawCounts(pen, pen.Say(apart ? words::kOtherItems : words::kAllItems), result.ladder->all, true);
  DrawCounts(pen, pen.Say(words::kCoreItems), result.ladder->core, true);
  CloseTable(pen);
  pen.Answer(pen.Say(kNotInShare), "small lead");
}

void DrawMeasures(Pen& pen, const model::Scheme& scheme, const SchemeResult& result) {
  if (const auto* composite = std::get_if<model::CompositeScheme>(&scheme);
      composite != nullptr && !result.parts.empty())
    DrawParts(pen, *composite, result);
  if (const auto* stages = std::get_if<model::StagesScheme>(&scheme);
      stages != nullptr && !result.stages.empty())
    DrawStages(pen, *stages, result);
  if (const auto* ratios = std::get_if<model::RatioScheme>(&scheme);
      ratios != nullptr && !result.ratios.empty())
    DrawRatios(pen, *ratios, result);
}

}  // namespace pingshen::report
