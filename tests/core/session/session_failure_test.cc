// Storage that fails, forms that are gone: a clear error, and nothing lost.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/evaluation/answer_rules.h"
#include "tests/core/evaluation/test_form.h"
#include "tests/core/session/test_device.h"

namespace pingshen::session {
namespace {

class FailureTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(device_.Start().has_value());
    ASSERT_EQ(device_.Create(), "");
    ASSERT_EQ(device_.Set("area", Number("80")), "");
  }
  TestDevice device_;
};

TEST_F(FailureTest, AFailedWriteLeavesTheViewAsItWas) {
  device_.faults().FailAt(device_.faults().operations() + 1);
  EXPECT_NE(device_.Set("area", Number("50")), "");
  EXPECT_EQ(device_.At("area"), Number("80"));
  EXPECT_EQ(device_.open().evaluation->points->earned.ToString(), "20");
  EXPECT_EQ(device_.open().last_sequence, 1u);
  EXPECT_EQ(device_.open().save_state, SaveState::kFailed);
  EXPECT_EQ(device_.view().assessments[0].score, "20");
}

TEST_F(FailureTest, AFailedFlushStopsAllWriting) {
  // Whatever operation fails on the way of one answer: it is shown only if it is there after a
  // restart.
  device_.faults().FailAt(device_.faults().operations() + 3);
  std::string last;
  for (int i = 0; last.empty() && i < 10; ++i)
    last = device_.Set("area", Number(std::to_string(100 + i)));
  ASSERT_NE(last, "");
  const model::Value shown = device_.At("area");
  if (device_.view().storage_stopped) {
    EXPECT_EQ(device_.Set("pop", Count(5)), "ERR_STORE_STOPPED");
    EXPECT_TRUE(device_.At("pop").empty());
  }
  EXPECT_EQ(device_.Apply(RescueExport{}), "") << "what is there can still be saved";
  ASSERT_TRUE(device_.KillAndStart(0).has_value());
  ASSERT_EQ(device_.Apply(OpenAssessment{device_.view().assessments[0].assessment.id}), "");
  EXPECT_EQ(device_.At("area"), shown);
}

TEST_F(FailureTest, StoppedStorageSaysSo) {
  device_.faults().CutAt(device_.faults().operations() + 1);
  EXPECT_NE(device_.Set("pop", Count(5)), "");
  EXPECT_TRUE(device_.view().storage_stopped);
  EXPECT_EQ(device_.Set("pop", Count(5)), "ERR_STORE_STOPPED");
  EXPECT_TRUE(device_.At("pop").empty());
  EXPECT_EQ(device_.At("area"), Number("80"));
  EXPECT_EQ(device_.Apply(RescueExport{}), "");
  ASSERT_EQ(device_.saver().files().size(), 1u);
  EXPECT_NE(AsText(device_.saver().files()[0].bytes).find("\"value\":\"80\""),
            std::string_view::npos);
}

TEST_F(FailureTest, FailedInstancesAreNotShown) {
  EXPECT_EQ(device_.Set("people", Choice("none")), "");
  device_.faults().FailAt(device_.faults().operations() + 1);
  EXPECT_NE(device_.Apply(AddInstance{Path("people")}), "");
  EXPECT_EQ(device_.At("people"), Choice("none"));
  EXPECT_TRUE(device_.open().answers->Instances(Path("people")).empty());
}

TEST_F(FailureTest, FailedRemovalsAreNotShown) {
  EXPECT_EQ(device_.Apply(AddInstance{Path("people")}), "");
  EXPECT_EQ(device_.Set("people#1/name", Text("张三")), "");
  device_.faults().FailAt(device_.faults().operations() + 1);
  EXPECT_NE(device_.Apply(RemoveInstance{Path("people#1")}), "");
  EXPECT_EQ(device_.open().answers->Instances(Path("people")), (std::vector<std::uint32_t>{1}));
  EXPECT_EQ(device_.At("people#1/name"), Text("张三"));
}

TEST_F(FailureTest, AFullDeviceTakesAnswersAgainWhenThereIsRoom) {
  device_.faults().SetCapacity(0);
  std::string code;
  std::string text = "满";
  for (int i = 0; code.empty() && i < 200; ++i) {
    text += "满";
    code = device_.Set("long", Text(text));
  }
  EXPECT_EQ(code, "ERR_DEVICE_FULL");
  EXPECT_FALSE(device_.view().storage_stopped);
  EXPECT_NE(device_.At("long"), Text(text));
  device_.faults().SetCapacity(std::nullopt);
  EXPECT_EQ(device_.Set("long", Text(text)), "");
  EXPECT_EQ(device_.At("long"), Text(text));
  ASSERT_TRUE(device_.KillAndStart(0).has_value());
  ASSERT_EQ(device_.Apply(OpenAssessment{device_.view().assessments[0].assessment.id}), "");
  EXPECT_EQ(device_.At("long"), Text(text));
}

void Answer(SheetBuilder& answers, std::string_view path, const model::Value& value) {
  const auto changes = evaluation::AnswerChanges(TestForm(), answers.sheet(), Path(path), value);
  ASSERT_TRUE(changes.has_value());
  for (const evaluation::Change& change : *changes)
    answers.Set(change.path.ToString(), change.value);
}

// Every operation of a short piece of work, cut in turn: whatever was acknowledged is there.
TEST(SessionPowerCut, NothingAcknowledgedIsLost) {
  for (std::uint64_t cut = 1; cut < 400; ++cut) {
    TestDevice device;
    ASSERT_TRUE(device.Start().has_value());
    ASSERT_EQ(device.Create(), "");
    const std::string id = device.open().assessment.id;
    device.faults().CutAt(device.faults().operations() + cut);
    std::vector<std::pair<std::string, model::Value>> acknowledged;
    const std::vector<std::pair<std::string, model::Value>> work = {
        {"area", Number("80")},  {"ded:x", Count(1)},     {"ded:y", Count(2)},
        {"ded", Choice("full")}, {"pop", Count(2000)},    {"staff", Count(1)},
        {"long", Text("备注")},  {"area", Number("55.5")}};
    bool failed = false;
    for (const auto& [path, value] : work) {
      failed = device.session().Apply(SetAnswer{Path(path), value}).has_value() == false;
      if (failed) break;
      acknowledged.emplace_back(path, value);
    }
    ASSERT_TRUE(device.KillAndStart(cut).has_value()) << cut;
    ASSERT_EQ(device.Apply(OpenAssessment{id}), "") << cut;
    SheetBuilder expected;
    for (const auto& [path, value] : acknowledged) Answer(expected, path, value);
    // The answer under way may be there, too, whole or not at all.
    SheetBuilder next = expected;
    if (acknowledged.size() < work.size())
      Answer(next, work[acknowledged.size()].first, work[acknowledged.size()].second);
    const auto log = device.store().LoadRecords(id);
    ASSERT_TRUE(log.has_value());
    ASSERT_TRUE(log->size() == expected.log().size() || log->size() == next.log().size())
        << cut << ": " << log->size();
    for (const char* path : {"area", "ded", "ded:x", "ded:y", "pop", "staff", "long"})
      EXPECT_EQ(device.At(path),
                (log->size() == next.log().size() ? next : expected).sheet().At(Path(path)))
          << cut << path;
    if (!failed) {
      EXPECT_GT(cut, 8u);
      return;  // the work is done before the cut: every operation has been cut once
    }
  }
  FAIL() << "the work never came to its end";
}

TEST(SessionForms, ADamagedFormFileStopsTheStartWithItsPlace) {
  std::string damaged = TestFormJson();
  damaged[damaged.find("\"code\":\"S1\"") + 6] = '!';
  TestDevice device({damaged});
  const Status status = device.Start();
  ASSERT_FALSE(status.has_value());
  EXPECT_EQ(std::string(CodeName(status.error().code)).substr(0, 9), "ERR_FORM_");
  EXPECT_NE(status.error().context.find("line "), std::string::npos) << status.error().context;
}

TEST(SessionForms, AnUnprovenFormIsRefusedWithItsCounterexample) {
  std::string gap = TestFormJson();
  gap.replace(gap.find(R"("at_least":70,"below":90)"), 24, R"("at_least":70,"below":89)");
  const Status status = TestDevice({gap}).Start();
  ASSERT_FALSE(status.has_value());
  EXPECT_EQ(CodeName(status.error().code), "ERR_GRADING_GAP");
  EXPECT_TRUE(status.error().context.starts_with("89.5 ")) << status.error().context;
}

// A store that has lost one form.
class ForgetfulStore : public store::Store {
 public:
  explicit ForgetfulStore(store::Store& inner) : inner_(inner) {}
  Status PutForm(std::string_view sha, std::string_view id, std::string_view version,
                 ByteView bytes) override {
    return inner_.PutForm(sha, id, version, bytes);
  }
  Result<Bytes> GetForm(std::string_view) override {
    if (!damaged_) return Fail(ErrorCode::ERR_STORE_MISSING, "form");
    return Bytes{'{', '}'};
  }
  Status CreateAssessment(const model::Assessment& a) override {
    return inner_.CreateAssessment(a);
  }
  Result<std::vector<store::AssessmentRow>> ListAssessments() override {
    return inner_.ListAssessments();
  }
  Result<std::vector<model::AnswerRecord>> LoadRecords(std::string_view id) override {
    return inner_.LoadRecords(id);
  }
  Status Append(std::string_view id, std::span<const model::AnswerRecord> records,
                const store::Progress& p) override {
    return inner_.Append(id, records, p);
  }
  Status PutAttachment(std::string_view id, const model::Attachment& attachment,
                       ByteView bytes) override {
    return inner_.PutAttachment(id, attachment, bytes);
  }
  Result<std::vector<model::Attachment>> ListAttachments(std::string_view id) override {
    return inner_.ListAttachments(id);
  }
  Result<Bytes> ReadAttachment(std::string_view name) override {
    return inner_.ReadAttachment(name);
  }
  Status PutKey(const store::KeyRow& key) override { return inner_.PutKey(key); }
  Result<std::vector<store::KeyRow>> ListKeys() override {
    return Fail(ErrorCode::ERR_STORE_DAMAGED, "signing_key");
  }
  Status RecordExport(const store::ExportRow& row) override { return inner_.RecordExport(row); }
  Status PutSetting(std::string_view name, std::string_view value) override {
    return inner_.PutSetting(name, value);
  }
  Result<std::string> GetSetting(std::string_view name, std::string_view fallback) override {
    return inner_.GetSetting(name, fallback);
  }
  bool stopped() const override { return inner_.stopped(); }

  bool damaged_ = false;

 private:
  store::Store& inner_;
};

TEST(SessionForms, AnAssessmentWithoutItsFormDoesNotStopTheOthers) {
  TestDevice device;
  ASSERT_TRUE(device.Start().has_value());
  ASSERT_EQ(device.Create("旧表"), "");
  const std::string old_id = device.open().assessment.id;
  ForgetfulStore forgetful(device.store());
  for (const bool damaged : {false, true}) {
    forgetful.damaged_ = damaged;
    std::string newer = TestFormJson();
    newer.replace(newer.find(R"("version":"1")"), 13, R"("version":"2")");
    Session::Environment environment{
        &forgetful, &device.clock(), &device.random(), &device.saver(), "1", "d"};
    auto session = Session::Start(environment, {Bytes(newer.begin(), newer.end())});
    ASSERT_TRUE(session.has_value());
    EXPECT_EQ((*session)->View().last_error->code, ErrorCode::ERR_STORE_DAMAGED)
        << "the key is damaged, the app works";
    const auto& list = (*session)->View().assessments;
    const auto old = std::find_if(list.begin(), list.end(),
                                  [&](const auto& s) { return s.assessment.id == old_id; });
    ASSERT_NE(old, list.end());
    EXPECT_EQ(old->form_title.zh, "test");
    const Status status = (*session)->Apply(OpenAssessment{old_id});
    ASSERT_FALSE(status.has_value());
    EXPECT_EQ(status.error().code, ErrorCode::ERR_SESSION_FORM);
    EXPECT_FALSE((*session)->View().open.has_value());
    CreateAssessment create;
    create.form_sha256 = (*session)->View().catalogue[0].form_sha256;
    create.institution.name = "新表";
    create.assessor = "王";
    EXPECT_TRUE((*session)->Apply(create).has_value());
    EXPECT_TRUE((*session)->Apply(SetAnswer{Path("area"), Number("70")}).has_value());
  }
}

}  // namespace
}  // namespace pingshen::session
