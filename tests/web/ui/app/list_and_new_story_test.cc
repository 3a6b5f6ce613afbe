// From the empty list to a new assessment, and the cards of the list.
#include <gtest/gtest.h>

#include "tests/web/ui/app/ui_harness.h"

namespace pingshen::ui {
namespace {

TEST(ListStory, TheEmptyListLeadsToANewAssessment) {
  AppHarness app;
  app.Settle();
  EXPECT_EQ(app.At("list/title").name, "我的评审");
  EXPECT_EQ(app.At("list/empty").name, "还没有评审");
  app.Tap("nav/new");
  EXPECT_EQ(app.At("nav/title").name, "新建评审");
  app.Tap("nav/back");
  EXPECT_NE(app.Find("list/empty"), nullptr);
}

TEST(ListStory, ACardTellsItsStateAndOpensTheAssessment) {
  AppHarness app;
  app.session.AddSample();
  app.Settle();
  const std::string id = "assessment/" + std::string(FakeSession::kSampleId);
  EXPECT_EQ(app.At(id).name, "太平镇双河村卫生室 界面样表 自评 草稿");
  EXPECT_EQ(app.At(id).description, "已答 0 / 12");
  app.session.view().assessments[0].exported_at_ms = 1;
  app.Settle();
  EXPECT_EQ(app.At(id).name, "太平镇双河村卫生室 界面样表 自评 已导出");
  app.session.view().assessments[0].changed_since_export = true;
  app.Settle();
  EXPECT_EQ(app.At(id).name, "太平镇双河村卫生室 界面样表 自评 导出后有修改");
  app.Tap(id);
  ASSERT_EQ(app.Sent<session::OpenAssessment>().size(), 1u);
  EXPECT_EQ(app.Sent<session::OpenAssessment>()[0].id, FakeSession::kSampleId);
  EXPECT_NE(app.Find("S-01=yes"), nullptr);
  app.Activate("nav/back");
  EXPECT_NE(app.Find(id), nullptr);
  EXPECT_FALSE(app.session.View().open);
}

TEST(ListStory, AnAssessmentThatCannotBeOpenedLeavesTheListAndSaysWhy) {
  AppHarness app;
  app.session.AddSample();
  app.Settle();
  app.session.FailNext(ErrorCode::ERR_STORE_MISSING, "x");
  app.Tap("assessment/" + std::string(FakeSession::kSampleId));
  EXPECT_NE(app.Find("list/title"), nullptr);
  EXPECT_NE(app.At("error").name.find("ERR_STORE_MISSING"), std::string::npos);
}

class NewStory : public ::testing::Test {
 protected:
  void SetUp() override {
    app_.Settle();
    app_.Tap("nav/new");
  }
  AppHarness app_;
};

TEST_F(NewStory, MakesAndOpensAnAssessment) {
  EXPECT_TRUE(app_.At("new/form=sample@1.0").checked);
  EXPECT_EQ(app_.At("new/period").value, "2026") << "this year, from the device's clock";
  app_.Tap("new/kind=onsite");
  app_.Commit("new/name", "太平镇双河村卫生室");
  app_.Commit("new/credit_code", "91350100M000100Y43");
  app_.Commit("new/region_code", "510181");
  app_.Commit("new/assessor", "李敏");
  app_.Tap("new/start");
  const auto sent = app_.Sent<session::CreateAssessment>();
  ASSERT_EQ(sent.size(), 1u);
  EXPECT_EQ(sent[0].form_sha256, std::string(64, 'a'));
  EXPECT_EQ(sent[0].kind, model::AssessmentKind::kOnsite);
  EXPECT_EQ(sent[0].institution,
            (model::Institution{"太平镇双河村卫生室", "91350100M000100Y43", "510181"}));
  EXPECT_EQ(sent[0].period, "2026");
  EXPECT_EQ(sent[0].assessor, "李敏");
  EXPECT_EQ(app_.At("nav/title").name, "太平镇双河村卫生室");
  EXPECT_NE(app_.Find("S-01=yes"), nullptr);
}

TEST_F(NewStory, SaysWhatIsMissingAndLeadsThere) {
  app_.Tap("new/start");
  EXPECT_TRUE(app_.Sent<session::CreateAssessment>().empty());
  EXPECT_TRUE(app_.At("new/name").invalid);
  EXPECT_EQ(app_.At("new/name").description, "请填写机构名称。");
  app_.Commit("new/name", "甲");
  EXPECT_FALSE(app_.At("new/name").invalid);
  app_.Tap("new/start");
  EXPECT_TRUE(app_.At("new/assessor").invalid);
  EXPECT_TRUE(app_.Sent<session::CreateAssessment>().empty());
}

TEST_F(NewStory, ChecksTheCreditCodeWhileItIsTyped) {
  app_.Focus("new/credit_code");
  app_.Type("new/credit_code", "9135");
  EXPECT_FALSE(app_.At("new/credit_code").invalid) << "too short is no mistake yet";
  EXPECT_EQ(app_.At("new/credit_code").description, "4 / 18");
  app_.Type("new/credit_code", "91350100M000100Y44");
  EXPECT_EQ(app_.At("new/credit_code").description, "校验位不符，请核对有无输错。");
  app_.Type("new/credit_code", "91350100m000100y43");
  app_.Settle();
  EXPECT_EQ(app_.At("new/credit_code/correct").name, "改为 91350100M000100Y43");
  app_.Tap("new/credit_code/correct");
  EXPECT_EQ(app_.At("new/credit_code").value, "91350100M000100Y43");
  EXPECT_EQ(app_.At("new/credit_code").description, "校验通过");
}

TEST_F(NewStory, AWrongCreditCodeIsNotAccepted) {
  app_.Commit("new/name", "甲");
  app_.Commit("new/assessor", "乙");
  app_.Commit("new/credit_code", "91350100M000100Y44");
  app_.Tap("new/start");
  EXPECT_TRUE(app_.Sent<session::CreateAssessment>().empty());
  app_.Commit("new/credit_code", "");
  app_.Tap("new/start");
  EXPECT_EQ(app_.Sent<session::CreateAssessment>().size(), 1u);
}

TEST_F(NewStory, AFailureKeepsWhatWasTyped) {
  app_.Commit("new/name", "甲");
  app_.Commit("new/assessor", "乙");
  app_.session.FailNext(ErrorCode::ERR_DEVICE_FULL);
  app_.Tap("new/start");
  EXPECT_EQ(app_.At("new/name").value, "甲");
  EXPECT_NE(app_.Find("error"), nullptr);
}

}  // namespace
}  // namespace pingshen::ui
