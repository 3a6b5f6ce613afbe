// Filling in the form: every type of answer by finger and by DOM, what is shown and what is stored.
#include <gtest/gtest.h>

#include "tests/web/ui/app/ui_harness.h"

namespace pingshen::ui {
namespace {

class FillStory : public ::testing::Test {
 protected:
  void SetUp() override { app_.OpenSample(); }
  std::string Stored(std::string_view path) { return app_.session.Stored(path); }
  AppHarness app_;
};

TEST_F(FillStory, YesNoNotApplicable) {
  EXPECT_EQ(app_.At("S-01=yes").name, "是");
  EXPECT_EQ(app_.At("S-01=yes").group, "S-01 许可证是否有效？");
  EXPECT_EQ(app_.At("S-01=yes").role, Role::kRadio);
  app_.Tap("S-01=yes");
  EXPECT_EQ(Stored("S-01"), "yes");
  EXPECT_TRUE(app_.At("S-01=yes").checked);
  app_.Activate("S-01=na");
  EXPECT_EQ(Stored("S-01"), "na");
  EXPECT_FALSE(app_.At("S-01=yes").checked);
  EXPECT_TRUE(app_.At("S-01=na").checked);
  EXPECT_EQ(app_.At("S-01/score").name, "S-01 不适用");
}

TEST_F(FillStory, TappingTheChosenAnswerAgainWritesNothing) {
  app_.Tap("S-01=yes");
  app_.ForgetCommands();
  app_.Tap("S-01=yes");
  EXPECT_TRUE(app_.commands().empty());
}

TEST_F(FillStory, RelevanceShowsAndHidesItems) {
  EXPECT_EQ(app_.Find("S-05"), nullptr);
  app_.Tap("S-01=no");
  EXPECT_NE(app_.Find("S-05"), nullptr);
  app_.Tap("S-01=yes");
  EXPECT_EQ(app_.Find("S-05"), nullptr);
}

TEST_F(FillStory, SingleAndMultipleChoice) {
  app_.Tap("S-03=approved");
  EXPECT_EQ(Stored("S-03"), "approved");
  app_.Tap("S-04=c");
  app_.Tap("S-04=a");
  EXPECT_EQ(Stored("S-04"), "a c") << "in the form's order";
  EXPECT_EQ(app_.At("S-04=a").role, Role::kCheckbox);
  app_.Tap("S-04=c");
  EXPECT_EQ(Stored("S-04"), "a");
  app_.Tap("S-04=a");
  EXPECT_EQ(Stored("S-04"), "");
}

TEST_F(FillStory, NoneOfSeveralIsAnAnswerOfItsOwn) {
  app_.Tap("S-04=none");
  EXPECT_EQ(Stored("S-04"), "none");
  EXPECT_TRUE(app_.At("S-04=none").checked);
  EXPECT_EQ(app_.At("S-04/score").name, "S-04 0 / 5 分");
  app_.Tap("S-04=b");
  EXPECT_EQ(Stored("S-04"), "b");
  EXPECT_FALSE(app_.At("S-04=none").checked);
  app_.Tap("S-04=none");
  app_.Tap("S-04=none");
  EXPECT_EQ(Stored("S-04"), "") << "taken back";
}

TEST_F(FillStory, ANumberIsStoredAfterAPause) {
  const Control field = app_.At("S-02");
  EXPECT_EQ(field.role, Role::kTextbox);
  EXPECT_EQ(field.name, "S-02 业务用房面积（㎡）");
  EXPECT_EQ(field.input_mode, InputMode::kDecimal);
  EXPECT_TRUE(field.required);
  app_.Focus("S-02");
  app_.Type("S-02", "6");
  app_.Type("S-02", "60");
  EXPECT_EQ(Stored("S-02"), "");
  EXPECT_GT(app_.output().wake_after_ms, 0);
  EXPECT_LE(app_.output().wake_after_ms, 400);
  EXPECT_EQ(app_.At("S-02").value, "60");
  app_.Frame(app_.output().wake_after_ms);
  EXPECT_EQ(Stored("S-02"), "60");
  EXPECT_EQ(app_.Sent<session::SetAnswer>().size(), 1u);
}

TEST_F(FillStory, ACompositionIsShownButNotStored) {
  app_.Tap("S-01=no");
  app_.ForgetCommands();
  app_.Focus("S-05");
  app_.Type("S-05", "cun", true);
  app_.Frame(5000);
  EXPECT_EQ(app_.At("S-05").value, "cun");
  EXPECT_TRUE(app_.commands().empty());
  app_.Type("S-05", "村", false);
  app_.Frame(400);
  EXPECT_EQ(Stored("S-05"), "村");
}

TEST_F(FillStory, WhatIsNoNumberStaysWithItsReasonAndBlocksSigning) {
  app_.Focus("S-02");
  app_.Commit("S-02", "六十");
  app_.Blur();
  EXPECT_TRUE(app_.At("S-02").invalid);
  EXPECT_EQ(app_.At("S-02").value, "六十");
  EXPECT_EQ(app_.At("S-02").description, "未保存：“六十”不是数字");
  EXPECT_EQ(Stored("S-02"), "");
  app_.session.AnswerAll();
  app_.Activate("nav/check");
  EXPECT_NE(app_.Find("check/unsaved/S-02"), nullptr);
  EXPECT_TRUE(app_.At("nav/sign").disabled);
  app_.Activate("check/unsaved/S-02");
  EXPECT_EQ(app_.At("S-02").value, "六十") << "nothing lost on the way";
  app_.Commit("S-02", "60");
  EXPECT_FALSE(app_.At("S-02").invalid);
}

TEST_F(FillStory, TextStillInTheFieldIsStoredBeforeTheAssessmentIsClosed) {
  app_.Focus("S-02");
  app_.Type("S-02", "75");
  app_.Activate("nav/back");
  ASSERT_GE(app_.commands().size(), 2u);
  EXPECT_TRUE(std::holds_alternative<session::CloseAssessment>(app_.commands().back()));
  EXPECT_EQ(Stored("S-02"), "75");
}

TEST_F(FillStory, ARefusedTextStaysVisible) {
  app_.Focus("S-02");
  app_.session.FailNext(ErrorCode::ERR_DEVICE_FULL);
  app_.Commit("S-02", "75");
  app_.Blur();
  EXPECT_EQ(app_.At("S-02").value, "75");
  EXPECT_TRUE(app_.At("S-02").invalid);
  EXPECT_EQ(app_.At("status/saved").name, "保存失败");
  EXPECT_NE(app_.Find("error"), nullptr);
  // The next answer can be stored: so is this one.
  app_.Tap("S-01=yes");
  EXPECT_EQ(Stored("S-01"), "yes");
  EXPECT_EQ(Stored("S-02"), "75");
  EXPECT_FALSE(app_.At("S-02").invalid);
}

TEST_F(FillStory, TheBannerSaysSentenceAndCodeAndCanBeDismissed) {
  app_.session.FailNext(ErrorCode::ERR_DEVICE_FULL);
  app_.Tap("S-01=yes");
  const std::string text = app_.At("error").name;
  EXPECT_NE(text.find(Sentence({ErrorCode::ERR_DEVICE_FULL, ""}, Language::kChinese)),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("ERR_DEVICE_FULL"), std::string::npos) << text;
  EXPECT_EQ(app_.At("error").role, Role::kAlert);
  EXPECT_EQ(app_.announced(), Sentence({ErrorCode::ERR_DEVICE_FULL, ""}, Language::kChinese));
  app_.Tap("error/dismiss");
  EXPECT_EQ(app_.Find("error"), nullptr);
  EXPECT_FALSE(app_.At("S-01=yes").checked) << "the view did not change";
}

TEST_F(FillStory, WhenStorageHasStoppedARescueIsOffered) {
  app_.session.view().storage_stopped = true;
  app_.session.view().last_error = Error{ErrorCode::ERR_STORE_STOPPED, "fsync"};
  ++app_.session.view().revision;
  app_.Settle();
  app_.Tap("error/rescue");
  EXPECT_EQ(app_.Sent<session::RescueExport>().size(), 1u);
}

TEST_F(FillStory, TheSavedMarkTellsTheLocalTime) {
  EXPECT_EQ(app_.At("status/saved").role, Role::kStatus);
  EXPECT_EQ(app_.At("status/saved").name, "作答后自动保存");
  app_.Tap("S-01=yes");
  EXPECT_EQ(app_.At("status/saved").name, "已保存 12:00:00");
}

TEST_F(FillStory, LiveFigures) {
  EXPECT_EQ(app_.At("status/score").name, "目前得分 0 / 40 分");
  app_.Tap("S-01=yes");
  EXPECT_EQ(app_.At("status/score").name, "目前得分 5 / 40 分");
  EXPECT_EQ(app_.At("status/vetoes").name, "无一票否决");
  EXPECT_EQ(app_.At("S-01/score").name, "S-01 5 / 5 分");
  app_.Activate("section/C");
  app_.Tap("S-14=yes");
  EXPECT_EQ(app_.At("status/vetoes").name, "一票否决 1 项");
}

TEST_F(FillStory, SectionsByTabAndByButtons) {
  EXPECT_EQ(app_.At("section/A").role, Role::kTab);
  EXPECT_TRUE(app_.At("section/A").checked);
  EXPECT_EQ(app_.At("section/A").name, "机构与房屋");
  EXPECT_EQ(app_.At(app_.At("section/A").owner).role, Role::kTablist);
  app_.Tap("nav/next");
  EXPECT_TRUE(app_.At("section/B").checked);
  EXPECT_EQ(app_.Find("S-01=yes"), nullptr);
  app_.Tap("nav/next");
  EXPECT_TRUE(app_.At("section/C").checked);
  EXPECT_TRUE(app_.At("section/C").visible) << "its chip was scrolled into view";
  EXPECT_EQ(app_.Find("nav/next"), nullptr);
  app_.Tap("nav/previous");
  EXPECT_TRUE(app_.At("section/B").checked);
}

TEST_F(FillStory, DateIdentityNumberAndCreditCode) {
  app_.Activate("section/B");
  EXPECT_EQ(app_.At("S-07").input_mode, InputMode::kDate);
  app_.Commit("S-07", "2026-03-12");
  EXPECT_EQ(Stored("S-07"), "2026-03-12");
  app_.Commit("S-08", "11010519491231002x");
  EXPECT_EQ(Stored("S-08"), "") << "never stored as typed";
  EXPECT_EQ(app_.At("S-08/correct").name, "改为 11010519491231002X");
  app_.Tap("S-08/correct");
  EXPECT_EQ(Stored("S-08"), "11010519491231002X");
  app_.Commit("S-09", "91350100M000100Y43");
  EXPECT_EQ(Stored("S-09"), "91350100M000100Y43");
}

TEST_F(FillStory, AWrongIdentityNumberIsStoredAndMarkedByTheFormEngine) {
  app_.Activate("section/B");
  app_.Commit("S-08", "110105194912310021");
  EXPECT_EQ(Stored("S-08"), "110105194912310021");
  EXPECT_NE(app_.Find("S-08/finding/1"), nullptr);
  EXPECT_TRUE(app_.At("S-08").invalid);
}

TEST_F(FillStory, DeductionsWithStepperAndCheckBox) {
  app_.Activate("section/C");
  EXPECT_TRUE(app_.At("S-12:register=less").disabled);
  app_.Tap("S-12:register=more");
  app_.Tap("S-12:register=more");
  EXPECT_EQ(Stored("S-12:register"), "2");
  app_.Tap("S-12:register=more");
  EXPECT_TRUE(app_.At("S-12:register=more").disabled) << "max_count is 3";
  app_.Tap("S-12:register=less");
  EXPECT_EQ(Stored("S-12:register"), "2");
  app_.Tap("S-12:contract=on");
  EXPECT_EQ(Stored("S-12:contract"), "1");
  EXPECT_TRUE(app_.At("S-12:contract=on").checked);
  EXPECT_EQ(app_.At("S-12/score").name, "S-12 7 / 10 分");
  // Nothing to deduct takes everything back …
  app_.Tap("S-12=full");
  EXPECT_EQ(Stored("S-12"), "full");
  EXPECT_EQ(Stored("S-12:contract"), "");
  EXPECT_EQ(Stored("S-12:register"), "");
  EXPECT_EQ(app_.At("S-12/score").name, "S-12 10 / 10 分");
  // … and a fault takes that back.
  app_.Tap("S-12:contract=on");
  EXPECT_EQ(Stored("S-12"), "");
}

TEST_F(FillStory, RepeatInstancesAreAddedFilledAndRemoved) {
  app_.Activate("section/B");
  EXPECT_EQ(app_.At("S-10/add").name, "S-10 添加人员");
  app_.Tap("S-10/add");
  EXPECT_TRUE(app_.At("S-10#1/person").visible) << "the new one is shown";
  app_.Commit("S-10#1/person", "王芳");
  EXPECT_EQ(Stored("S-10#1/person"), "王芳");
  EXPECT_EQ(app_.At("S-10#1/registered=yes").group, "S-10 人员 1 是否注册");
  app_.Tap("S-10#1/registered=yes");
  EXPECT_EQ(Stored("S-10#1/registered"), "yes");
  app_.Tap("S-10/add");
  EXPECT_NE(app_.Find("S-10#2/person"), nullptr);

  app_.Tap("S-10#1/remove");
  EXPECT_NE(app_.Find("dialog"), nullptr);
  EXPECT_EQ(app_.Find("S-10/add"), nullptr) << "what lies behind the question is out of reach";
  app_.Tap("dialog/cancel");
  EXPECT_EQ(app_.Find("dialog"), nullptr);
  EXPECT_NE(app_.Find("S-10#1/person"), nullptr);

  app_.Tap("S-10#1/remove");
  app_.Tap("dialog/confirm");
  EXPECT_EQ(app_.Find("S-10#1/person"), nullptr);
  ASSERT_EQ(app_.Sent<session::RemoveInstance>().size(), 1u);
  EXPECT_EQ(app_.Sent<session::RemoveInstance>()[0].instance.ToString(), "S-10#1");
}

TEST_F(FillStory, ThereMayBeNoInstanceAtAll) {
  app_.Activate("section/B");
  app_.Tap("S-10=none");
  EXPECT_EQ(Stored("S-10"), "none");
  app_.Tap("S-10/add");
  EXPECT_EQ(Stored("S-10"), "") << "an instance takes it back";
}

TEST_F(FillStory, NotesAndSourcesOpenOnDemand) {
  EXPECT_EQ(app_.Find("S-01:note"), nullptr);
  app_.Tap("S-01/note");
  EXPECT_EQ(app_.At("S-01:note").name, "S-01 许可证是否有效？ 备注");
  EXPECT_EQ(app_.At("S-01:note").role, Role::kMultilineTextbox);
  app_.Commit("S-01:note", "原件在乡镇。\n复印件已看。");
  EXPECT_EQ(Stored("S-01:note"), "原件在乡镇。\n复印件已看。");
  const float below = app_.At("S-02/title").rect.y;
  app_.Tap("S-01/source");
  EXPECT_GT(app_.At("S-02/title").rect.y, below + 20);
  app_.Tap("S-01/source");
  EXPECT_NEAR(app_.At("S-02/title").rect.y, below, 1);
}

TEST_F(FillStory, ATapOnAFieldAsksThePageForTheFocus) {
  app_.Focus("S-02");
  app_.Blur();
  const Rect rect = app_.At("S-02").rect;
  app_.Press(rect.x + 30, rect.y + 20);
  app_.Release();
  EXPECT_EQ(app_.output().request_focus, "S-02");
}

TEST_F(FillStory, TheOtherLanguage) {
  app_.Tap("nav/language");
  EXPECT_EQ(app_.session.View().language, Language::kEnglish);
  EXPECT_EQ(app_.At("S-01=yes").name, "Yes");
  EXPECT_EQ(app_.At("S-01=yes").group, "S-01 Licence valid?");
  EXPECT_EQ(app_.At("S-02").name, "S-02 Floor area (m²)");
  app_.Tap("nav/language");
  EXPECT_EQ(app_.At("S-01=yes").name, "是");
}

TEST_F(FillStory, RestsWhenNothingHappens) {
  app_.Tap("S-01=yes");
  app_.Frame();
  EXPECT_FALSE(app_.output().animating);
  EXPECT_LT(app_.output().wake_after_ms, 0);
  EXPECT_TRUE(app_.output().commands.empty());
}

}  // namespace
}  // namespace pingshen::ui
