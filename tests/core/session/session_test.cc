#include "core/session/session.h"

#include <gtest/gtest.h>

#include <functional>

#include "tests/core/evaluation/test_form.h"
#include "tests/core/session/test_device.h"

namespace pingshen::session {
namespace {

class SessionTest : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(device_.Start().has_value()); }
  TestDevice device_;
};

TEST_F(SessionTest, StartsWithTheCatalogueAndNothingElse) {
  const SessionView& view = device_.view();
  ASSERT_EQ(view.catalogue.size(), 1u);
  EXPECT_EQ(view.catalogue[0].form->form.title.zh, "测试表");
  EXPECT_EQ(view.catalogue[0].form->form.sha256, view.catalogue[0].form_sha256);
  EXPECT_EQ(view.catalogue[0].form_sha256.size(), 64u);
  EXPECT_TRUE(view.assessments.empty());
  EXPECT_FALSE(view.open.has_value());
  EXPECT_FALSE(view.key.has_value());
  EXPECT_FALSE(view.last_error.has_value());
  EXPECT_EQ(view.language, Language::kChinese);
}

TEST_F(SessionTest, ANewAssessmentIsOpenAndListed) {
  EXPECT_EQ(device_.Create("  江永县上江圩村卫生室　"), "");
  const OpenView& open = device_.open();
  EXPECT_EQ(open.assessment.institution.name, "江永县上江圩村卫生室");
  EXPECT_EQ(open.assessment.form_id, "test");
  EXPECT_EQ(open.assessment.form_version, "1");
  EXPECT_EQ(open.assessment.id.size(), 36u);
  EXPECT_EQ(open.assessment.created_at_ms, 1795348800000);
  EXPECT_EQ(open.save_state, SaveState::kNothingYet);
  EXPECT_EQ(open.last_sequence, 0u);
  EXPECT_EQ(open.evaluation->total, 10u);
  ASSERT_EQ(device_.view().assessments.size(), 1u);
  EXPECT_EQ(device_.view().assessments[0].total, 10u);
  EXPECT_EQ(device_.view().assessments[0].score, "");
  EXPECT_EQ(device_.view().assessments[0].form_title.zh, "测试表");
}

TEST_F(SessionTest, NewAssessmentsAreChecked) {
  const auto with = [&](const std::function<void(CreateAssessment&)>& change) {
    CreateAssessment command;
    command.form_sha256 = device_.view().catalogue[0].form_sha256;
    command.institution.name = "甲";
    command.assessor = "乙";
    change(command);
    return device_.Apply(command);
  };
  EXPECT_EQ(with([](auto& c) { c.form_sha256[0] ^= 1; }), "ERR_SESSION_FORM_UNKNOWN");
  EXPECT_EQ(with([](auto& c) { c.institution.name = " 　"; }), "ERR_SESSION_INSTITUTION");
  EXPECT_EQ(with([](auto& c) { c.assessor = ""; }), "ERR_SESSION_ASSESSOR");
  EXPECT_EQ(with([](auto& c) { c.institution.credit_code = "91350100M000100Y40"; }),
            "ERR_SESSION_CREDIT_CODE");
  EXPECT_EQ(with([](auto& c) { c.institution.region_code = "999999"; }), "ERR_SESSION_REGION");
  EXPECT_EQ(with([](auto& c) { c.assessor = "a\nb"; }), "ERR_SESSION_TEXT");
  EXPECT_EQ(with([](auto& c) { c.period = "\xFF"; }), "ERR_SESSION_TEXT");
  EXPECT_EQ(with([](auto& c) { c.institution.name = std::string(201, 'x'); }), "ERR_SESSION_TEXT");
  EXPECT_TRUE(device_.view().assessments.empty()) << "nothing half-made is left";
  EXPECT_FALSE(device_.view().open.has_value());
  EXPECT_EQ(with([](auto& c) { c.institution.credit_code = " 91350100m000100y43"; }), "");
  EXPECT_EQ(device_.open().assessment.institution.credit_code, "91350100M000100Y43");
}

TEST_F(SessionTest, AnAnswerIsSavedAndEvaluated) {
  ASSERT_EQ(device_.Create(), "");
  device_.clock().Advance(5000);
  EXPECT_EQ(device_.Set("area", Number("80")), "");
  EXPECT_EQ(device_.open().save_state, SaveState::kSaved);
  EXPECT_EQ(device_.open().saved_at_ms, 1795348805000);
  EXPECT_EQ(device_.open().last_sequence, 1u);
  EXPECT_EQ(device_.open().evaluation->points->earned.ToString(), "20");
  EXPECT_EQ(device_.view().assessments[0].score, "20");
  EXPECT_EQ(device_.view().assessments[0].answered, 1u);
  const auto log = device_.store().LoadRecords(device_.open().assessment.id);
  ASSERT_EQ(log->size(), 1u);
  EXPECT_EQ((*log)[0],
            (model::AnswerRecord{1, Path("area"), Number("80"), "王评审", 1795348805000}));
}

TEST_F(SessionTest, TheSameAnswerWritesNothing) {
  ASSERT_EQ(device_.Create(), "");
  EXPECT_EQ(device_.Set("area", Number("80")), "");
  const std::uint64_t operations = device_.faults().operations();
  EXPECT_EQ(device_.Set("area", Number("80.0")), "");
  EXPECT_EQ(device_.open().last_sequence, 1u);
  EXPECT_EQ(device_.faults().operations(), operations);
}

TEST_F(SessionTest, SideEffectsAreOneTransaction) {
  ASSERT_EQ(device_.Create(), "");
  EXPECT_EQ(device_.Set("ded:x", Count(1)), "");
  EXPECT_EQ(device_.Set("ded:y", Count(4)), "");
  const std::uint64_t flushes = device_.faults().flushes();
  EXPECT_EQ(device_.Set("ded", Choice("full")), "");
  EXPECT_EQ(device_.faults().flushes(), flushes + 1) << "three records, one flush";
  EXPECT_EQ(device_.open().last_sequence, 5u);
  EXPECT_TRUE(device_.At("ded:x").empty());
  EXPECT_TRUE(device_.At("ded:y").empty());
  EXPECT_EQ(device_.open().evaluation->points->earned.ToString(), "10");
}

TEST_F(SessionTest, AnswersThatDoNotFitAreRefused) {
  EXPECT_EQ(device_.Set("area", Number("80")), "ERR_SESSION_NOT_OPEN");
  EXPECT_EQ(device_.Apply(AddInstance{Path("people")}), "ERR_SESSION_NOT_OPEN");
  EXPECT_EQ(device_.Apply(RemoveInstance{Path("people#1")}), "ERR_SESSION_NOT_OPEN");
  EXPECT_EQ(device_.Apply(RescueExport{}), "ERR_SESSION_NOT_OPEN");
  EXPECT_EQ(device_.Apply(SignAndExport{"x"}), "ERR_SESSION_NOT_OPEN");
  ASSERT_EQ(device_.Create(), "");
  EXPECT_EQ(device_.Set("area", Text("80")), "ERR_SESSION_VALUE");
  EXPECT_EQ(device_.Set("nothing", Text("80")), "ERR_SESSION_PATH");
  EXPECT_EQ(device_.open().last_sequence, 0u);
  EXPECT_EQ(device_.open().save_state, SaveState::kNothingYet)
      << "nothing was lost: nothing failed to be saved";
  EXPECT_EQ(device_.Set("area", Number("-5")), "") << "a broken constraint is kept and shown";
  EXPECT_EQ(device_.At("area"), Number("-5"));
  EXPECT_FALSE(device_.open().evaluation->Findings().empty());
}

TEST_F(SessionTest, InstancesComeAndGo) {
  ASSERT_EQ(device_.Create(), "");
  EXPECT_EQ(device_.Set("people", Choice("none")), "");
  EXPECT_EQ(device_.Apply(AddInstance{Path("people")}), "");
  EXPECT_TRUE(device_.At("people").empty());
  EXPECT_EQ(device_.Apply(AddInstance{Path("people")}), "");
  EXPECT_EQ(device_.Set("people#2/name", Text("李四")), "");
  EXPECT_EQ(device_.Apply(RemoveInstance{Path("people#2")}), "");
  EXPECT_EQ(device_.Apply(AddInstance{Path("people")}), "");
  EXPECT_EQ(device_.open().answers->Instances(Path("people")), (std::vector<std::uint32_t>{1, 3}));
  EXPECT_TRUE(device_.At("people#3/name").empty()) << "a new instance is empty";
  EXPECT_EQ(device_.Apply(AddInstance{Path("people")}), "");
  EXPECT_EQ(device_.Apply(AddInstance{Path("people")}), "ERR_SESSION_INSTANCES");
}

TEST_F(SessionTest, TheListShowsTheLastChangedFirst) {
  for (const char* name : {"一", "二", "三"}) {
    ASSERT_EQ(device_.Create(name), "");
    device_.clock().Advance(1000);
  }
  const auto names = [&] {
    std::string out;
    for (const auto& summary : device_.view().assessments)
      out += summary.assessment.institution.name;
    return out;
  };
  EXPECT_EQ(names(), "三二一");
  EXPECT_EQ(device_.Apply(OpenAssessment{device_.view().assessments[1].assessment.id}), "");
  EXPECT_EQ(names(), "三二一") << "looking is no change";
  EXPECT_EQ(device_.Set("area", Number("80")), "");
  EXPECT_EQ(names(), "二三一");
  ASSERT_TRUE(device_.Start().has_value());
  EXPECT_EQ(names(), "二三一");
  EXPECT_EQ(device_.view().assessments[0].answered, 1u);
  EXPECT_EQ(device_.view().assessments[0].score, "20");
  EXPECT_EQ(device_.view().assessments[2].total, 10u);
}

TEST_F(SessionTest, OpenAndClose) {
  EXPECT_EQ(device_.Apply(OpenAssessment{"0199f0e0-0000-7000-8000-000000000000"}),
            "ERR_SESSION_MISSING");
  ASSERT_EQ(device_.Create(), "");
  EXPECT_EQ(device_.Set("area", Number("80")), "");
  const std::string id = device_.open().assessment.id;
  EXPECT_EQ(device_.Apply(CloseAssessment{}), "");
  EXPECT_FALSE(device_.view().open.has_value());
  EXPECT_EQ(device_.Apply(OpenAssessment{id}), "");
  EXPECT_EQ(device_.At("area"), Number("80"));
  EXPECT_EQ(device_.open().save_state, SaveState::kSaved);
  EXPECT_EQ(device_.Set("area", Number("70")), "");
  EXPECT_EQ(device_.open().last_sequence, 2u);
}

TEST_F(SessionTest, LanguageIsRemembered) {
  EXPECT_EQ(device_.Apply(SetLanguage{Language::kEnglish}), "");
  EXPECT_EQ(device_.view().language, Language::kEnglish);
  ASSERT_TRUE(device_.Start().has_value());
  EXPECT_EQ(device_.view().language, Language::kEnglish);
  EXPECT_EQ(device_.view().form_language, "");
  EXPECT_EQ(device_.Apply(SetLanguage{Language::kChinese, "ug-Arab"}), "");
  EXPECT_EQ(device_.view().form_language, "ug-Arab");
  ASSERT_TRUE(device_.Start().has_value());
  EXPECT_EQ(device_.view().language, Language::kChinese);
  EXPECT_EQ(device_.view().form_language, "ug-Arab");
}

TEST_F(SessionTest, KeysAreChecked) {
  EXPECT_EQ(device_.Apply(ExportPublicKey{}), "ERR_SESSION_NO_KEY");
  EXPECT_EQ(device_.Apply(CreateKey{"", "单位", std::string(kPassphrase)}), "ERR_KEY_HOLDER");
  EXPECT_EQ(device_.Apply(CreateKey{"张三", "单位", "七个字的口令呀"}), "ERR_KEY_PASSPHRASE_SHORT");
  EXPECT_EQ(device_.Apply(CreateKey{"张三\n", "单\n位", std::string(kPassphrase)}),
            "ERR_SESSION_TEXT");
  EXPECT_FALSE(device_.view().key.has_value());
}

}  // namespace
}  // namespace pingshen::session
