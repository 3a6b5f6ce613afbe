// Demands, what is lacking, and subjects in words, against sentences written down by hand.
#include "core/words/demand_words.h"

#include <gtest/gtest.h>

namespace pingshen::words {
namespace {

using model::DemandKind;
using model::DemandResult;

constexpr Language kChineseWords = Language::kChinese;
constexpr Language kEnglishWords = Language::kEnglish;

Decimal Number(std::int64_t number) { return Decimal::FromInteger(number); }

Names NamesIn(Language language) {
  return {.reader = model::Reader(language),
          .item = [](std::string_view code) { return std::string(code) + " 条款"; },
          .section =
              [](std::string_view code) {
                return code == "2" ? std::string("第二章") : std::string();
              }};
}

model::CompositeScheme TwoParts() {
  model::CompositeScheme scheme;
  model::CompositePart part;
  part.code = "p1";
  part.label = {"第一部分", "Part one"};
  scheme.parts.push_back(part);
  part.code = "p2";
  part.label = {"第二部分", "Part two"};
  scheme.parts.push_back(part);
  return scheme;
}

DemandResult Demand(DemandKind kind, std::string subject, std::int64_t minimum,
                    bool percent = false) {
  DemandResult demand;
  demand.kind = kind;
  demand.subject = std::move(subject);
  demand.minimum = Number(minimum);
  demand.percent = percent;
  return demand;
}

TEST(Subject, IsPartsOrASectionOfOne) {
  const Subject sum("p1+p2");
  EXPECT_EQ(sum.parts, (std::vector<std::string_view>{"p1", "p2"}));
  EXPECT_TRUE(sum.section.empty());
  EXPECT_TRUE(sum.Has("p2"));
  EXPECT_FALSE(sum.Has("p"));
  const Subject section("p1/2");
  EXPECT_EQ(section.parts, (std::vector<std::string_view>{"p1"}));
  EXPECT_EQ(section.section, "2");
  EXPECT_TRUE(Subject("").parts.empty());
}

TEST(Subject, InWords) {
  const model::Scheme scheme = TwoParts();
  EXPECT_EQ(SubjectText(scheme, "p1", NamesIn(kChineseWords)), "第一部分");
  EXPECT_EQ(SubjectText(scheme, "p1+p2", NamesIn(kEnglishWords)), "Part one + Part two");
  EXPECT_EQ(SubjectText(scheme, "p1+p9", NamesIn(kChineseWords)), "第一部分 + p9");
  EXPECT_EQ(SubjectText(scheme, "p1/2", NamesIn(kChineseWords)), "第二章");
  EXPECT_EQ(SubjectText(scheme, "p1/7", NamesIn(kChineseWords)), "p1/7")
      << "a section without a title";
  EXPECT_EQ(SubjectText(scheme, "", NamesIn(kChineseWords)), "各部分合计");
  EXPECT_EQ(SubjectText(model::PointsScheme(), "S", NamesIn(kChineseWords)), "S");
}

TEST(DemandWords, WhatIsDemanded) {
  model::LadderScheme ladder;
  ladder.core_in_all = true;
  const DemandResult all = Demand(DemandKind::kShareOfAll, "C", 90);
  EXPECT_EQ(DemandText(ladder, all, NamesIn(kChineseWords)), "全部条款 · C 级及以上 ≥ 90%");
  EXPECT_EQ(DemandText(ladder, all, NamesIn(kEnglishWords)), "All items · C or better ≥ 90%");
  ladder.core_in_all = false;
  EXPECT_EQ(DemandText(ladder, all, NamesIn(kChineseWords)), "非核心条款 · C 级及以上 ≥ 90%");
  EXPECT_EQ(DemandText(ladder, Demand(DemandKind::kShareOfCore, "B", 80), NamesIn(kChineseWords)),
            "核心条款 ★ · B 级及以上 ≥ 80%");
  const DemandResult score = Demand(DemandKind::kScore, "", 900);
  EXPECT_EQ(DemandText(model::PointsScheme(), score, NamesIn(kChineseWords)), "总分 ≥ 900 分");
  EXPECT_EQ(DemandText(model::PointsScheme(), score, NamesIn(kEnglishWords)), "Score ≥ 900 pts");
  EXPECT_EQ(DemandText(model::StagesScheme(), Demand(DemandKind::kScore, "", 80, true),
                       NamesIn(kChineseWords)),
            "综合达到率 ≥ 80%");
  EXPECT_EQ(DemandText(model::RatioScheme(), Demand(DemandKind::kScore, "", 80, true),
                       NamesIn(kChineseWords)),
            "达标指标占比 ≥ 80%");
  EXPECT_EQ(
      DemandText(TwoParts(), Demand(DemandKind::kPart, "p1/2", 85, true), NamesIn(kChineseWords)),
      "第二章 ≥ 85%");
  EXPECT_EQ(DemandText(TwoParts(), Demand(DemandKind::kMustPass, "V-1", 0), NamesIn(kEnglishWords)),
            "Must be met: V-1 条款");
}

TEST(DemandWords, WhatIsThereAndWhatIsLacking) {
  model::SchemeResult result;
  DemandResult share = Demand(DemandKind::kShareOfAll, "C", 90);
  share.actual = {Number(350), Number(583)};
  share.lacking = Number(3);
  EXPECT_EQ(ActualText(model::LadderScheme(), result, share, kChineseWords), "350 / 583 = 60.03%");
  EXPECT_EQ(LackText(share, kChineseWords), "差 3 条");
  EXPECT_EQ(LackText(share, kEnglishWords), "3 item(s) short");

  DemandResult score = Demand(DemandKind::kScore, "", 90);
  score.actual = {Decimal::Parse("86.25").value(), Number(1)};
  score.lacking = Decimal::Parse("3.754").value();
  EXPECT_EQ(ActualText(model::PointsScheme(), result, score, kChineseWords), "86.25 分");
  EXPECT_EQ(LackText(score, kChineseWords), "差 3.75 分");
  score.met = true;
  EXPECT_EQ(LackText(score, kChineseWords), "");

  // Of a composite the demand's own fraction is in percent; what was counted stands in the part.
  model::PartResult part;
  part.part = "p1";
  part.share = {Number(120), Number(200)};
  part.sections.emplace_back();
  part.sections[0].section = "2";
  part.sections[0].earned = Number(3);
  part.sections[0].attainable = Number(4);
  result.parts = {part};
  DemandResult percent = Demand(DemandKind::kPart, "p1", 85, true);
  percent.actual = {Number(60), Number(1)};
  percent.lacking = Number(25);
  EXPECT_EQ(ActualText(TwoParts(), result, percent, kChineseWords), "120 / 200 = 60.00%");
  EXPECT_EQ(LackText(percent, kChineseWords), "差 25 个百分点");
  percent.subject = "p1/2";
  percent.actual = {Number(75), Number(1)};
  EXPECT_EQ(ActualText(TwoParts(), result, percent, kChineseWords), "3 / 4 = 75.00%");
  EXPECT_EQ(ActualText(TwoParts(), result, Demand(DemandKind::kMustPass, "V-1", 0), kChineseWords),
            "");
}

// D is a mark of the ladder: a form with points has none.
TEST(DemandWords, WhatAnItemWithoutAnAnswerCountsAs) {
  EXPECT_EQ(UnansweredText(model::LadderScheme(), 18, kChineseWords), "18 条未评，此处按 D 计");
  EXPECT_EQ(UnansweredText(model::PointsScheme(), 18, kChineseWords), "18 条未评，此处按 0 分计");
  EXPECT_EQ(UnansweredText(model::PointsScheme(), 18, kEnglishWords),
            "18 open items count as 0 points here");
}

TEST(DemandWords, OutcomesAndVetoes) {
  model::PointsScheme scheme;
  model::Band band;
  band.code = "good";
  band.label = {"甲级", "Class A"};
  scheme.bands = {band};
  model::Veto veto;
  veto.code = "V1";
  veto.label = {"面积不足", "Too small"};
  scheme.vetoes = {veto};
  EXPECT_EQ(OutcomeText(scheme, "good", kChineseWords), "甲级");
  EXPECT_EQ(OutcomeText(scheme, "bad", kChineseWords), "bad");
  EXPECT_EQ(VetoText(scheme, "V1", kEnglishWords), "Too small");
  EXPECT_EQ(VetoText(scheme, "V2", kEnglishWords), "V2");
}

}  // namespace
}  // namespace pingshen::words
