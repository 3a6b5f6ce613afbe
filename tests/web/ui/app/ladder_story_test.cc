// The result of a form graded A–E: table, demands, gap, and the items behind each figure.
#include <gtest/gtest.h>

#include "tests/web/ui/app/ladder_sample.h"
#include "tests/web/ui/app/ui_harness.h"

namespace pingshen::ui {
namespace {

// Twenty items, of them three ★: enough to reckon everything by hand.
constexpr LadderChapter kChapters[] = {{8, 2}, {12, 1}};

class LadderStory : public ::testing::Test {
 protected:
  void SetUp() override {
    app_.session.UseForm(LadderForm(kChapters));
    app_.OpenSample();
  }
  // Marks by chapter, in item order; '-' leaves one open.
  void Give(std::string_view first, std::string_view second) {
    std::vector<std::pair<std::string, std::string>> answers;
    int chapter = 1;
    for (const std::string_view marks : {first, second}) {
      for (std::size_t i = 0; i < marks.size(); ++i) {
        if (marks[i] != '-')
          answers.emplace_back(LadderItem(chapter, static_cast<int>(i) + 1),
                               std::string(1, marks[i]));
      }
      ++chapter;
    }
    app_.session.AnswerMany(answers);
    for (const auto& [item, mark] : answers) {
      if (mark == "E") app_.session.Answer(item + ":basis", model::ValueKind::kText, "未批准设置");
    }
  }
  AppHarness app_;
};

TEST_F(LadderStory, TheVerdictWithItsShares) {
  Give("AABBBCCE", "ABBBBBBCCCCD");
  app_.Activate("nav/check");
  // 19 apply: C+ 18, B+ 12, A 3. 乙等 holds: 80/50/10; of 甲等 A+ lacks one: 20 % of 19 is 3.8.
  EXPECT_EQ(app_.At("check/result").name, "结果 乙等");
  EXPECT_EQ(app_.At("check/figures").name,
            "C 级及以上 94.74% 18 / 19, B 级及以上 63.16% 12 / 19, A 级及以上 15.79% 3 / 19");
}

TEST_F(LadderStory, TheTableSaysEveryCountAndShare) {
  Give("AABBBCCE", "ABBBBBBCCCCD");
  app_.Activate("nav/check");
  EXPECT_EQ(app_.At("check/marks").name,
            "合计 20 条：A 优秀 3 条 15.00%，B 良好 9 条 45.00%，C 合格 6 条 30.00%，D 不合格 1 条 "
            "5.00%，E 不适用 1 条 5.00%");
  EXPECT_EQ(app_.At("check/marks/1/A").name, "第1章 医院功能任务 A 优秀 2 条");
  EXPECT_EQ(app_.At("check/marks/1/B+").name, "第1章 医院功能任务 B 级及以上 71.43% 5 / 7");
  EXPECT_EQ(app_.Find("check/marks/1/D"), nullptr) << "nothing behind a zero";
  EXPECT_EQ(app_.Find("check/marks/open"), nullptr) << "all are marked";
  app_.Tap("check/distribution=core");
  EXPECT_EQ(app_.At("check/marks").name, "合计 3 条：A 优秀 3 条 100.00%");
}

TEST_F(LadderStory, DemandsSayHowFarTheyAreMissed) {
  Give("AABBBCCE", "ABBBBBBCCCCD");
  app_.Activate("nav/check");
  EXPECT_EQ(app_.At("check/demands/first").name, "甲等 1 项未达到");
  EXPECT_EQ(app_.At("check/demands/second").name, "乙等 全部达到");
  bool missed = false, met = false;
  for (const Control& control : app_.output().controls) {
    missed |= control.name == "全部条款 · A 级及以上 ≥ 20% 3 / 19 = 15.79% 未达到 差 1 条";
    met |= control.name == "核心条款 ★ · C 级及以上 ≥ 100% 3 / 3 = 100.00% 达到";
  }
  EXPECT_TRUE(missed);
  EXPECT_TRUE(met);
}

TEST_F(LadderStory, TheGapNamesTheFewestChangesAndLeadsToTheItem) {
  Give("AABBBCCE", "ABBBBBBCCCCD");
  app_.Activate("nav/check");
  EXPECT_EQ(app_.At("check/gap").name, "距离“甲等”");
  EXPECT_EQ(app_.At("check/gap/0").name, "再有 1 条从 B 升到 A");
  app_.Tap("check/gap/0/1.03");
  EXPECT_TRUE(app_.At("section/1").checked);
  EXPECT_TRUE(app_.At("1.03/title").visible);
}

TEST_F(LadderStory, AFigureOpensTheItemsThatItCounts) {
  Give("AABBBCCE", "ABBBBBBCCCCD");
  app_.Activate("nav/check");
  app_.Tap("check/marks/2/C");
  EXPECT_EQ(app_.At("items/title").name, "第2章 医院服务 · C 合格");
  EXPECT_EQ(app_.At("items/count").name, "4 条");
  EXPECT_EQ(app_.At("items/2.08").name, "2.08 第2章第8款（标题待核） C");
  EXPECT_EQ(app_.Find("items/1.06"), nullptr) << "of the other chapter";
  app_.Tap("items/2.11");
  EXPECT_TRUE(app_.At("2.11/title").visible);
  app_.Activate("nav/check");
  app_.Tap("check/marks/B+");
  EXPECT_EQ(app_.At("items/title").name, "未达 B 级");
  EXPECT_EQ(app_.At("items/count").name, "7 条") << "six C, one D, not the E";
}

TEST_F(LadderStory, BackFromTheItemsIsWhereOneWas) {
  Give("AABBBCCE", "ABBBBBBCCCCD");
  app_.Activate("nav/check");
  app_.Tap("check/marks/2/C");  // scrolls there
  app_.Activate("nav/back");
  EXPECT_TRUE(app_.At("check/marks/2/C").visible);
}

TEST_F(LadderStory, OpenItemsBlockTheVerdictAndAreListed) {
  Give("AABBB--E", "ABBBBBBCCCC-");
  app_.Activate("nav/check");
  EXPECT_EQ(app_.At("check/result").name, "结果 尚未完成");
  app_.Tap("check/marks/open");
  EXPECT_EQ(app_.At("items/count").name, "3 条");
  EXPECT_NE(app_.Find("items/1.06"), nullptr);
}

TEST_F(LadderStory, WhatDoesNotApplyIsListedWithItsBasis) {
  Give("AABBBCCE", "ABBBBBBCCCCD");
  app_.session.Answer("1.08:basis", model::ValueKind::kText, "永卫批〔2025〕7号");
  app_.Activate("nav/check");
  EXPECT_EQ(app_.At("check/absent/share").name, "1 条，占 20 条的 5.00%；不计入分母。");
  EXPECT_EQ(app_.At("check/absent/1.08").description, "依据：永卫批〔2025〕7号");
}

TEST_F(LadderStory, SharesAndGapStayInSightWhileFillingIn) {
  Give("AABBBCCE", "ABBBBBBCCCCD");
  app_.Settle();
  EXPECT_EQ(app_.At("status/shares").name, "C+ 94.74%, B+ 63.16%, A+ 15.79%");
  EXPECT_EQ(app_.At("status/gap").name, "距甲等差 1 条");
  app_.session.Answer("1.03", model::ValueKind::kChoice, "A");
  app_.Settle();
  EXPECT_EQ(app_.At("status/shares").name, "C+ 94.74%, B+ 63.16%, A+ 21.05%");
  EXPECT_EQ(app_.Find("status/gap"), nullptr) << "甲等 is reached";
}

TEST(LadderSize, AHospitalsFormIsDrawnInTime) {
  AppHarness app(1440, 900, false);
  app.session.UseForm(LadderForm(HospitalChapters()));
  app.OpenSample();
  std::vector<std::pair<std::string, std::string>> answers;
  for (int chapter = 1; chapter <= 6; ++chapter) {
    for (int item = 1; item <= HospitalChapters()[static_cast<std::size_t>(chapter - 1)].items;
         ++item)
      answers.emplace_back(LadderItem(chapter, item), "C");
  }
  app.session.AnswerMany(answers);
  app.Activate("nav/check");
  EXPECT_EQ(app.At("check/marks/C+").name, "合计 C 级及以上 100.00% 583 / 583");
  EXPECT_EQ(app.At("check/result").name, "结果 不合格");
}

}  // namespace
}  // namespace pingshen::ui
