// The whole path as a person walks it.
#include <gtest/gtest.h>

#include "core/bundle/bundle.h"
#include "core/evaluation/recompute.h"
#include "core/json/json.h"
#include "tests/core/evaluation/test_form.h"
#include "tests/core/session/test_device.h"

namespace pingshen::session {
namespace {

class Story : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(device_.Start().has_value()); }

  std::string Export() { return device_.Apply(SignAndExport{std::string(kPassphrase)}); }
  const ports::MemoryFileSaver::File& LastFile() { return device_.saver().files().back(); }

  TestDevice device_;
};

TEST_F(Story, FromTheFirstTapToTheCommission) {
  ASSERT_EQ(device_.Create(), "");
  device_.AnswerAll();
  EXPECT_EQ(device_.Set("area", Number("50")), "") << "changed once more: 7.5 instead of 20";
  ASSERT_EQ(device_.Apply(CreateKey{" 张三 ", "江永县卫生健康局", std::string(kPassphrase)}), "");
  ASSERT_TRUE(device_.view().key.has_value());
  EXPECT_EQ(device_.view().key->holder, "张三");
  EXPECT_EQ(device_.view().key->key_id.size(), 16u);

  ASSERT_EQ(Export(), "");
  ASSERT_EQ(device_.saver().files().size(), 1u);
  ASSERT_TRUE(device_.view().last_export.has_value());
  const ExportOutcome& outcome = *device_.view().last_export;
  EXPECT_EQ(LastFile().name, outcome.file_name);
  EXPECT_EQ(outcome.file_name, "测试表_江永县上江圩村卫生室_2026-11-22_" +
                                   outcome.manifest_sha256.substr(0, 8) + ".psbundle");
  EXPECT_EQ(LastFile().media_type, "application/vnd.pingshen.bundle+zip");
  EXPECT_EQ(LastFile().bytes.size(), outcome.size_bytes);

  // At the commission.
  const auto payload = bundle::Verify(LastFile().bytes, {});
  ASSERT_TRUE(payload.has_value()) << CodeName(payload.error().code) << payload.error().context;
  EXPECT_EQ(payload->manifest_sha256(), outcome.manifest_sha256);
  EXPECT_EQ(payload->manifest().assessment, device_.open().assessment);
  EXPECT_EQ(payload->manifest().app_version, "0.1.0-test");
  EXPECT_EQ(payload->manifest().device_id, "test-device");
  EXPECT_EQ(AsText(payload->form_json()), TestFormJson());
  ASSERT_EQ(payload->signatures().size(), 1u);
  EXPECT_EQ(payload->signatures()[0].signer.role, "assessor");
  EXPECT_EQ(payload->signatures()[0].signer.name, "张三");
  EXPECT_EQ(payload->signatures()[0].key_id, device_.view().key->key_id);
  EXPECT_EQ(payload->signatures()[0].signer.meaning,
            "本人 张三（江永县卫生健康局） 声明：对 江永县上江圩村卫生室（统一社会信用代码 "
            "12431125MB0000000X） 依据《测试表》（版本 1）"
            "所作的自评，评审周期 2026，全部答案真实完整，实得 87.5 分，应得 100 分，折合 87.5 "
            "分（满分 100 分），"
            "无一票否决情形，结果为“乙级”。");
  const auto recomputed = evaluation::Recompute(*payload);
  ASSERT_TRUE(recomputed.has_value())
      << CodeName(recomputed.error().code) << " " << recomputed.error().context;
  EXPECT_EQ(recomputed->evaluation.points->earned.ToString(), "87.5");
  EXPECT_EQ(recomputed->evaluation.points->band, "pass");
  EXPECT_EQ(recomputed->evaluation.points, device_.open().evaluation->points);
  EXPECT_EQ(recomputed->answers.At(Path("people#1/name")), Text("张三"));
  EXPECT_EQ(recomputed->records.size(), device_.open().last_sequence);
  EXPECT_EQ(recomputed->form->form.title.zh, "测试表");
}

TEST_F(Story, KilledAtAnyMomentTheAnswersAreThere) {
  ASSERT_EQ(device_.Create(), "");
  const std::string id = device_.open().assessment.id;
  std::uint64_t sequence = 0;
  for (std::uint64_t round = 0; round < 20; ++round) {
    EXPECT_EQ(device_.Set("area", Number(std::to_string(60 + round))), "");
    EXPECT_EQ(device_.Set("area:note", Text("第" + std::to_string(round) + "次")), "");
    sequence += 2;
    ASSERT_TRUE(device_.KillAndStart(round).has_value());
    EXPECT_FALSE(device_.view().open.has_value());
    ASSERT_EQ(device_.view().assessments.size(), 1u);
    ASSERT_EQ(device_.Apply(OpenAssessment{id}), "");
    EXPECT_EQ(device_.At("area"), Number(std::to_string(60 + round)));
    EXPECT_EQ(device_.At("area:note"), Text("第" + std::to_string(round) + "次"));
    EXPECT_EQ(device_.open().last_sequence, sequence);
  }
}

TEST_F(Story, KeyAndExportSurviveARestart) {
  ASSERT_EQ(device_.Create(), "");
  device_.AnswerAll();
  ASSERT_EQ(device_.Apply(CreateKey{"张三", "", std::string(kPassphrase)}), "");
  const std::string key_id = device_.view().key->key_id;
  ASSERT_TRUE(device_.KillAndStart(0).has_value());
  ASSERT_TRUE(device_.view().key.has_value());
  EXPECT_EQ(device_.view().key->key_id, key_id);
  ASSERT_EQ(device_.Apply(OpenAssessment{device_.view().assessments[0].assessment.id}), "");
  EXPECT_FALSE(device_.view().assessments[0].exported_at_ms.has_value());
  ASSERT_EQ(Export(), "");
  EXPECT_TRUE(device_.view().assessments[0].exported_at_ms.has_value());
  EXPECT_FALSE(device_.view().assessments[0].changed_since_export);
  EXPECT_EQ(device_.Set("area", Number("50")), "");
  EXPECT_TRUE(device_.view().assessments[0].changed_since_export);
  ASSERT_TRUE(device_.KillAndStart(0).has_value());
  EXPECT_TRUE(device_.view().assessments[0].changed_since_export);
  EXPECT_FALSE(device_.view().last_export.has_value());
  ASSERT_EQ(device_.Apply(OpenAssessment{device_.view().assessments[0].assessment.id}), "");
  ASSERT_EQ(Export(), "") << "as often as one likes";
  EXPECT_FALSE(device_.view().assessments[0].changed_since_export);
}

// An update of the program brings a new version of the form; drafts stay with the one that they
// were begun with.
TEST_F(Story, DraftsArePinnedToTheirForm) {
  ASSERT_EQ(device_.Create(), "");
  EXPECT_EQ(device_.Set("area", Number("50")), "");
  std::string newer = TestFormJson();
  newer.replace(newer.find(R"("version":"1")"), 13, R"("version":"2")");
  newer.replace(newer.find(R"("more_than":40,"points":7.5)"), 27, R"("more_than":40,"points":2.5)");
  ASSERT_TRUE(device_.StartWithForms({newer}).has_value());
  ASSERT_EQ(device_.view().catalogue.size(), 1u);
  EXPECT_EQ(device_.view().catalogue[0].form->form.version, "2");
  EXPECT_EQ(device_.view().assessments[0].form_title.zh, "测试表");
  ASSERT_EQ(device_.Apply(OpenAssessment{device_.view().assessments[0].assessment.id}), "");
  EXPECT_EQ(device_.open().form->form.version, "1");
  EXPECT_EQ(device_.open().evaluation->points->earned.ToString(), "7.5") << "by the old rule";
  ASSERT_EQ(device_.Create("另一家"), "");
  EXPECT_EQ(device_.Set("area", Number("50")), "");
  EXPECT_EQ(device_.open().evaluation->points->earned.ToString(), "2.5") << "by the new one";
}

TEST_F(Story, TheRescueFileHoldsEverything) {
  ASSERT_EQ(device_.Create("江永县/上江圩:村卫生室"), "");
  EXPECT_EQ(device_.Set("area", Number("50")), "");
  EXPECT_EQ(device_.Apply(AddInstance{Path("people")}), "");
  EXPECT_EQ(device_.Set("people#1/name", Text("“张三”\\")), "");
  EXPECT_EQ(device_.Apply(RescueExport{}), "");
  EXPECT_EQ(LastFile().name, "救援_江永县_上江圩_村卫生室_2026-11-22_" +
                                 device_.open().assessment.id.substr(0, 8) + ".json");
  const auto root = json::Parse(AsText(LastFile().bytes));
  ASSERT_TRUE(root.has_value()) << root.error().context;
  EXPECT_NE(root->Find("notice_zh")->text.find("未经签名"), std::string::npos);
  EXPECT_EQ(root->Find("assessment")->Find("institution")->text, "江永县/上江圩:村卫生室");
  const auto& records = root->Find("records")->items;
  ASSERT_EQ(records.size(), 3u);
  EXPECT_EQ(records[0].Find("path")->text, "area");
  EXPECT_EQ(records[0].Find("label")->text, "面积");
  EXPECT_EQ(records[0].Find("value")->text, "50");
  EXPECT_EQ(records[1].Find("path")->text, "people#1");
  EXPECT_EQ(records[1].Find("kind")->text, "presence");
  EXPECT_EQ(records[2].Find("value")->text, "“张三”\\");
  EXPECT_EQ(records[2].Find("recorded_at")->text, "2026-11-22T12:00:00Z");
}

}  // namespace
}  // namespace pingshen::session
