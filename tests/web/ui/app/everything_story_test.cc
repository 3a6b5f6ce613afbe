// Filling in the form with everything: what each kind of item shows, takes and stores.
#include <gtest/gtest.h>

#include <string>

#include "tests/web/ui/app/everything_form.h"
#include "tests/web/ui/app/ui_harness.h"

namespace pingshen::ui {
namespace {

class EverythingStory : public ::testing::Test {
 protected:
  void SetUp() override {
    app_.session.UseForm(EverythingForm());
    app_.OpenSample();
  }
  void Section(const char* code) { app_.Activate("section/" + std::string(code)); }
  std::string Stored(std::string_view path) { return app_.session.Stored(path); }
  AppHarness app_;
};

TEST_F(EverythingStory, WhatIsAskedAboutTheInstitutionComesFirst) {
  EXPECT_NE(app_.Find("A-01=yes"), nullptr);
  EXPECT_EQ(app_.Find("A-02"), nullptr);
  app_.Tap("A-01=yes");
  EXPECT_NE(app_.Find("A-02"), nullptr);
}

TEST_F(EverythingStory, AGradeGivenDirectly) {
  Section("G");
  EXPECT_EQ(app_.At("E-01/groups").name, "评分：管理组、医疗组");
  EXPECT_EQ(app_.At("E-01=B").name, "B 良好");
  EXPECT_EQ(app_.At("E-01=B").role, Role::kRadio);
  app_.Tap("E-01=B");
  EXPECT_EQ(Stored("E-01"), "B");
  app_.Tap("E-01=E");
  EXPECT_EQ(Stored("E-01"), "E");
  EXPECT_TRUE(app_.At("E-01:basis").required);
  app_.Commit("E-01:basis", "市卫健委〔2026〕8号");
  EXPECT_EQ(Stored("E-01:basis"), "市卫健委〔2026〕8号");
  app_.Tap("E-01=A");
  EXPECT_EQ(app_.Find("E-01:basis"), nullptr);
}

TEST_F(EverythingStory, AGradeDerivedFromItsPoints) {
  Section("G");
  EXPECT_EQ(app_.Find("E-02=C"), nullptr) << "the mark follows, it is not given";
  app_.Tap("E-02:C-1=yes");
  app_.Tap("E-02:C-2=yes");
  EXPECT_EQ(Stored("E-02:C-1"), "yes");
  EXPECT_EQ(app_.At("E-02/level/C").name, "C 级要点 2 / 2 达到");
  app_.Tap("E-02:C-2=no");
  EXPECT_EQ(Stored("E-02:C-2"), "no");
  app_.Tap("E-02:C-2=no");
  EXPECT_EQ(Stored("E-02:C-2"), "");
  app_.Tap("E-02=E");
  EXPECT_EQ(Stored("E-02"), "E");
  EXPECT_EQ(Stored("E-02:C-1"), "") << "E stands instead of the points";
}

TEST_F(EverythingStory, ARateBesideWhatItsFiguresGive) {
  Section("G");
  app_.Commit("R-01:numerator", "671");
  app_.Commit("R-01:denominator", "800");
  EXPECT_EQ(app_.At("R-01/rate").name, "计算值 83.88 %");
  app_.Commit("R-01:reported", "83.9");
  EXPECT_EQ(Stored("R-01:reported"), "83.9");
  EXPECT_EQ(app_.At("R-01/rate").name, "计算值 83.9 % 与填报值一致");
  app_.Commit("R-01:reported", "83.80");
  EXPECT_EQ(app_.At("R-01/rate").name, "计算值 83.88 % 与填报值不一致");
  app_.Commit("R-01:denominator", "0");
  EXPECT_EQ(app_.At("R-01/rate").name, "计算值 分母为 0，无法计算");
}

TEST_F(EverythingStory, StagesHaveDates) {
  Section("G");
  EXPECT_EQ(app_.At("M-01/stages").name, "已完成 0 / 4");
  EXPECT_EQ(app_.At("M-01:train").input_mode, InputMode::kDate);
  app_.Commit("M-01:plan", "2026-03-01");
  EXPECT_EQ(Stored("M-01:plan"), "2026-03-01");
  EXPECT_EQ(app_.At("M-01/stages").name, "已完成 1 / 4");
}

TEST_F(EverythingStory, DeductionsMayNotHaveOccurred) {
  Section("G");
  app_.Tap("D-01=not_occurred");
  EXPECT_EQ(Stored("D-01"), "not_occurred");
  app_.Tap("D-01:register=more");
  EXPECT_EQ(Stored("D-01"), "");
}

TEST_F(EverythingStory, ALongListOpensASheetWithASearch) {
  Section("C");
  app_.Tap("C-02");
  EXPECT_NE(app_.Find("sheet"), nullptr);
  EXPECT_EQ(app_.Find("C-01=a"), nullptr) << "what lies behind is out of reach";
  app_.input.dom.edits.push_back({"sheet/search", "太平", false, false});
  app_.Settle();
  app_.Tap("C-02=t02");
  EXPECT_EQ(app_.Find("sheet"), nullptr);
  EXPECT_EQ(Stored("C-02"), "t02");
  EXPECT_EQ(app_.At("C-02").description, "太平镇");
}

TEST_F(EverythingStory, SeveralOfALongList) {
  Section("C");
  app_.Tap("C-03");
  app_.Tap("C-03=t01");
  app_.Tap("C-03=t00");
  app_.Tap("sheet/done");
  EXPECT_EQ(Stored("C-03"), "t00 t01");
  EXPECT_EQ(app_.At("C-03").description, "东风镇、双河乡");
}

TEST_F(EverythingStory, AScaleAnOrderASliderAndABox) {
  Section("C");
  app_.Tap("C-04=4");
  EXPECT_EQ(Stored("C-04"), "4");
  app_.Tap("C-07=device/up");
  EXPECT_EQ(Stored("C-07"), "staff device room money");
  app_.Tap("C-08=more");
  app_.Tap("C-08=more");
  EXPECT_EQ(Stored("C-08"), "5");
  app_.Tap("C-09=OK");
  EXPECT_EQ(Stored("C-09"), "OK");
}

TEST_F(EverythingStory, TheOrderShownCanBeTaken) {
  Section("C");
  app_.Tap("C-07/confirm");
  EXPECT_EQ(Stored("C-07"), "staff room device money");
  EXPECT_EQ(app_.Find("C-07/confirm"), nullptr);
}

TEST_F(EverythingStory, TimesAndTheirFields) {
  Section("T");
  EXPECT_EQ(app_.At("T-01").input_mode, InputMode::kTime);
  app_.Commit("T-01", "08:30");
  EXPECT_EQ(Stored("T-01"), "08:30:00");
  EXPECT_EQ(app_.At("T-01").value, "08:30");
  app_.Commit("T-02", "2026-11-24T08:30");
  EXPECT_EQ(Stored("T-02"), "2026-11-24T08:30:00+08:00");
  EXPECT_EQ(app_.At("T-02").value, "2026-11-24T08:30");
  EXPECT_EQ(app_.At("T-04").input_mode, InputMode::kTelephone);
}

TEST_F(EverythingStory, APersonAndAnInstitution) {
  Section("T");
  app_.Commit("T-07", "王芳");
  app_.Commit("T-07:id_number", "11010519491231002x");
  EXPECT_EQ(app_.At("T-07:id_number/correct").name, "改为 11010519491231002X");
  app_.Tap("T-07:id_number/correct");
  EXPECT_EQ(Stored("T-07:id_number"), "11010519491231002X");
  app_.Commit("T-06:region", "510100");
  EXPECT_EQ(Stored("T-06:region"), "510100");
}

TEST_F(EverythingStory, ReadOnlyItemsHaveNoField) {
  Section("T");
  EXPECT_EQ(app_.At("T-09").role, Role::kText);
  EXPECT_EQ(app_.At("T-09").name, "T-09 表单编号：未填写");
}

TEST_F(EverythingStory, GroupsShowTheirHeadingsAndItems) {
  Section("S");
  EXPECT_EQ(app_.At("S-G/title").role, Role::kHeading);
  EXPECT_EQ(app_.At("S-G2/title").level, app_.At("S-G/title").level + 1);
  app_.Commit("S-02", "12");
  EXPECT_EQ(Stored("S-02"), "12");
}

TEST_F(EverythingStory, TablesAndNestedRepeats) {
  Section("S");
  EXPECT_EQ(app_.At("S-04#2/visits").name, "S-04 第二季度 门诊人次");
  app_.Commit("S-04#2/visits", "350");
  EXPECT_EQ(Stored("S-04#2/visits"), "350");
  app_.Tap("S-05/add");
  app_.Tap("S-05#1/rec-faults/add");
  app_.Commit("S-05#1/rec-faults#1/fault-text", "缺签名");
  EXPECT_EQ(Stored("S-05#1/rec-faults#1/fault-text"), "缺签名");
  app_.Commit("S-05#1/rec-writer", "李敏");
  EXPECT_EQ(Stored("S-05#1/rec-writer"), "李敏");
}

TEST_F(EverythingStory, PhotosAreAskedForShownAndTakenAway) {
  Section("F");
  app_.Activate("F-01/camera");
  ASSERT_EQ(app_.requested().size(), 1u);
  EXPECT_EQ(app_.requested()[0].service, PageService::kCamera);
  EXPECT_EQ(app_.requested()[0].path.ToString(), "F-01");
  ASSERT_TRUE(
      app_.session.Apply(session::Attach{model::FieldPath::Of("F-01"), "门口.jpg", Bytes(2048)}));
  app_.Settle();
  EXPECT_EQ(app_.At("F-01/1").name, "F-01 机构外观照片 门口.jpg");
  app_.Tap("F-01/1/remove");
  EXPECT_EQ(app_.At("dialog").name, "移除“门口.jpg”？");
  app_.Tap("dialog/confirm");
  EXPECT_EQ(app_.Find("F-01/1"), nullptr);
  EXPECT_EQ(Stored("F-01"), "");
}

TEST_F(EverythingStory, ASignatureIsDrawnOnASheetOfThePage) {
  Section("F");
  app_.Activate("F-05/draw");
  ASSERT_EQ(app_.requested().size(), 1u);
  EXPECT_EQ(app_.requested()[0].service, PageService::kDrawing);
}

TEST_F(EverythingStory, EvidenceIsAFieldOfItsOwn) {
  Section("G");
  EXPECT_NE(app_.Find("E-02:evidence/add"), nullptr) << "the form asks for it";
  EXPECT_EQ(app_.Find("E-01:evidence/add"), nullptr);
  app_.Activate("E-01/evidence");
  app_.Activate("E-01:evidence/add");
  ASSERT_EQ(app_.requested().size(), 1u);
  EXPECT_EQ(app_.requested()[0].path.ToString(), "E-01:evidence");
}

TEST_F(EverythingStory, PointsOfALineGoBehindEachOther) {
  app_.input.services.position = true;
  Section("F");
  app_.Activate("F-07/add");
  const auto found = [&](const char* point) {
    const session::SetAnswer answer{model::FieldPath::Of("F-07"),
                                    *model::Value::Make(model::ValueKind::kPosition, point)};
    app_.Deliver(answer);
  };
  found("30.1 104.2 500 5");
  app_.Activate("F-07/add");
  found("30.2 104.3 510 5");
  EXPECT_EQ(Stored("F-07"), "30.1 104.2 500 5;30.2 104.3 510 5");
  app_.Activate("F-07/undo");
  EXPECT_EQ(Stored("F-07"), "30.1 104.2 500 5");
}

TEST_F(EverythingStory, WithoutAPositionSensorTheButtonSaysSo) {
  Section("F");
  EXPECT_TRUE(app_.At("F-06/locate").disabled);
}

}  // namespace
}  // namespace pingshen::ui
