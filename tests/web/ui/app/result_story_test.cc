// Check, result, key, signature, file.
#include <gtest/gtest.h>

#include "tests/web/ui/app/ui_harness.h"
#include "web/ui/app/fatal.h"

namespace pingshen::ui {
namespace {

class ResultStory : public ::testing::Test {
 protected:
  void SetUp() override { app_.OpenSample(); }
  void MakeKey() {
    app_.Commit("sign/holder", "李敏");
    app_.Commit("sign/organisation", "太平镇中心卫生院");
    app_.Commit("sign/passphrase", std::string(FakeSession::kPassphrase));
    app_.Commit("sign/passphrase_again", std::string(FakeSession::kPassphrase));
    app_.Tap("sign/make_key");
  }
  AppHarness app_;
};

TEST_F(ResultStory, WhatIsMissingIsListedAndEachLeadsToItsItem) {
  app_.Activate("nav/check");
  EXPECT_EQ(app_.At("check/result").name, "结果 尚未完成");
  EXPECT_TRUE(app_.At("nav/sign").disabled);
  std::string task;
  for (const Control& control : app_.output().controls) {
    if (control.name.starts_with("S-12 ")) task = control.id;
  }
  ASSERT_FALSE(task.empty());
  app_.Activate(task);
  EXPECT_TRUE(app_.At("section/C").checked);
  EXPECT_TRUE(app_.At("S-12/title").visible);
}

TEST_F(ResultStory, AMissingAnswerWithinARepeatLeadsThere) {
  app_.session.AnswerAll();
  app_.session.Answer("S-10#2", model::ValueKind::kPresence, "1");
  app_.Activate("nav/check");
  std::string task;
  for (const Control& control : app_.output().controls) {
    if (control.name == "S-10 执业人员名册 · 姓名") task = control.id;
  }
  ASSERT_FALSE(task.empty());
  app_.Activate(task);
  EXPECT_TRUE(app_.At("S-10#2/person").visible);
}

TEST_F(ResultStory, TheResultWithItsExactFigures) {
  app_.session.AnswerAll();
  app_.Activate("nav/check");
  EXPECT_EQ(app_.At("check/result").name, "结果 甲级 40 / 40 分");
  EXPECT_EQ(app_.At("check/figures").name, "得分 40, 应得分 40, 满分 40");
  EXPECT_EQ(app_.At("check/section/A").name, "机构与房屋 20 / 20");
  EXPECT_EQ(app_.At("check/band/good").name, "甲级 36 分及以上");
  EXPECT_EQ(app_.At("check/band/pass").name, "乙级 28 至不足 36 分");
  EXPECT_EQ(app_.At("check/reading/pass").name, "原文未规定的分数按乙级计。")
      << "our reading is said";
  EXPECT_FALSE(app_.At("nav/sign").disabled);
}

TEST_F(ResultStory, NotApplicableItemsLeaveTheShare) {
  app_.session.AnswerAll();
  app_.session.Answer("S-01", model::ValueKind::kChoice, "na");
  app_.session.Answer("S-03", model::ValueKind::kChoice, "none");
  app_.Activate("nav/check");
  // 30 of 35, scaled to 40: 34.2857… → class B.
  EXPECT_EQ(app_.At("check/figures").name, "得分 30, 应得分 35, 满分 40");
  EXPECT_EQ(app_.At("check/result").name, "结果 乙级 34.29 / 40 分");
}

TEST_F(ResultStory, AVetoDecides) {
  app_.session.AnswerAll();
  app_.session.Answer("S-14", model::ValueKind::kChoice, "yes");
  app_.Activate("nav/check");
  EXPECT_EQ(app_.At("check/result").name, "结果 不达标 40 / 40 分");
  EXPECT_EQ(app_.At("check/veto/V1").name, "套取医保资金");
}

TEST_F(ResultStory, UnansweredItemsAreMarkedOnceTheCheckWasSeen) {
  const float before = app_.At("S-02/title").rect.y;
  app_.Activate("nav/check");
  app_.Activate("nav/fill");
  EXPECT_GT(app_.At("S-02/title").rect.y, before + 10) << "待填写 stands below S-01";
}

TEST_F(ResultStory, AKeyNeedsAPassphraseTwice) {
  app_.session.AnswerAll();
  app_.Activate("nav/check");
  app_.Tap("nav/sign");
  app_.Commit("sign/holder", "李敏");
  app_.Commit("sign/organisation", "太平镇中心卫生院");
  app_.Commit("sign/passphrase", "1234567");
  app_.Commit("sign/passphrase_again", "1234567");
  EXPECT_TRUE(app_.At("sign/make_key").disabled) << "seven characters";
  app_.Commit("sign/passphrase", "一二三四五六七八");
  EXPECT_TRUE(app_.At("sign/make_key").disabled) << "not the same";
  app_.Commit("sign/passphrase_again", "一二三四五六七八");
  EXPECT_FALSE(app_.At("sign/make_key").disabled) << "characters, not bytes, count";
  EXPECT_EQ(app_.At("sign/passphrase").input_mode, InputMode::kPassword);
}

TEST_F(ResultStory, SignsAndTellsWhatToDoNext) {
  app_.session.AnswerAll();
  app_.Activate("nav/check");
  app_.Tap("nav/sign");
  MakeKey();
  ASSERT_EQ(app_.Sent<session::CreateKey>().size(), 1u);
  EXPECT_EQ(app_.Sent<session::CreateKey>()[0].holder, "李敏");
  EXPECT_EQ(app_.At("sign/passphrase").value, "") << "the passphrase is not kept";
  const std::string declared = app_.At("sign/declaration").name;
  for (const std::string_view part :
       {"李敏", "太平镇中心卫生院", "太平镇双河村卫生室", "自评", "40 分，甲级"}) {
    EXPECT_NE(declared.find(part), std::string::npos) << part << " in " << declared;
  }
  app_.Tap("sign/export_key");
  EXPECT_EQ(app_.Sent<session::ExportPublicKey>().size(), 1u);

  app_.Commit("sign/passphrase", "wrong one");
  app_.Tap("sign/sign");
  EXPECT_NE(app_.At("error").name.find("ERR_KEY_PASSPHRASE"), std::string::npos);
  EXPECT_EQ(app_.At("sign/passphrase").value, "");

  app_.Commit("sign/passphrase", std::string(FakeSession::kPassphrase));
  app_.Tap("sign/sign");
  EXPECT_EQ(app_.At("sign/done").name, "已签名并导出");
  EXPECT_EQ(app_.At("sign/file").name, "sample.psbundle");
  EXPECT_EQ(app_.At("sign/digest").name, std::string(64, 'd'));
  EXPECT_EQ(app_.announced(), "已签名并导出");
  app_.Tap("sign/again");
  EXPECT_NE(app_.Find("sign/sign"), nullptr);
  app_.Activate("nav/back");
  app_.Activate("nav/sign");
  EXPECT_NE(app_.Find("sign/done"), nullptr);
  app_.Tap("sign/list");
  EXPECT_NE(app_.Find("list/title"), nullptr);
}

TEST_F(ResultStory, TheScreenSaysThatItWorksBeforeItDoes) {
  app_.session.AnswerAll();
  app_.Activate("nav/check");
  app_.Tap("nav/sign");
  app_.Commit("sign/holder", "李敏");
  app_.Commit("sign/organisation", "太平镇中心卫生院");
  app_.Commit("sign/passphrase", std::string(FakeSession::kPassphrase));
  app_.Commit("sign/passphrase_again", std::string(FakeSession::kPassphrase));
  app_.ForgetCommands();
  app_.input.dom.activated = {"sign/make_key"};
  app_.Frame();
  EXPECT_TRUE(app_.commands().empty());
  app_.Frame();
  EXPECT_EQ(app_.At("sign/make_key").name, "正在处理，请稍候…");
  EXPECT_TRUE(app_.At("sign/make_key").disabled);
  app_.Settle();
  EXPECT_EQ(app_.Sent<session::CreateKey>().size(), 1u);
}

TEST_F(ResultStory, PassphrasesAreForgottenWhenTheScreenIsLeft) {
  app_.session.AnswerAll();
  app_.Activate("nav/check");
  app_.Tap("nav/sign");
  app_.Commit("sign/passphrase", "abcdefgh");
  app_.Activate("nav/back");
  app_.Tap("nav/sign");
  EXPECT_EQ(app_.At("sign/passphrase").value, "");
}

TEST(Fatal, SaysSentenceCodeAndAdvice) {
  HeadlessImgui imgui;
  FrameInput input;
  input.width_px = 390;
  input.height_px = 844;
  ScreenOutput output;
  imgui.Frame([&] {
    DrawFatal({ErrorCode::ERR_STORE_DAMAGED, "page 7"}, Language::kChinese, input, output);
  });
  bool said = false;
  for (const Control& control : output.controls) {
    said |= control.role == Role::kAlert && control.name.find("page 7") != std::string::npos &&
            control.name.find("ERR_STORE_DAMAGED") != std::string::npos;
  }
  EXPECT_TRUE(said);
}

}  // namespace
}  // namespace pingshen::ui
