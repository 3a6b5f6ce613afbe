#include "core/store/rows.h"

#include <gtest/gtest.h>

#include "tests/core/store/samples.h"

namespace pingshen::store {
namespace {

TEST(Rows, AnswersComeBackAsTheyWere) {
  model::AnswerRecord record = SampleRecord(7, "VC-09#2/person_id", "王小明\n第二行");
  EXPECT_EQ(RecordOf(RowOf("a", record)), record);
  record.value = model::Value::Integer(-12);
  EXPECT_EQ(RecordOf(RowOf("a", record)), record);
  record.value = model::Value();
  EXPECT_EQ(RecordOf(RowOf("a", record)), record);
}

TEST(Rows, AnyChangedColumnOfAnAnswerIsNoticed) {
  const AnswerRow whole = RowOf("a", SampleRecord(7, "VC-01", "x"));
  const auto refused = [&](auto change) {
    AnswerRow row = whole;
    change(row);
    return !RecordOf(row).has_value();
  };
  EXPECT_FALSE(refused([](AnswerRow&) {}));
  EXPECT_TRUE(refused([](AnswerRow& row) { row.assessment_id = "b"; }));
  EXPECT_TRUE(refused([](AnswerRow& row) { row.sequence = 8; }));
  EXPECT_TRUE(refused([](AnswerRow& row) { row.path = "VC-02"; }));
  EXPECT_TRUE(refused([](AnswerRow& row) { row.kind = 0; }));
  EXPECT_TRUE(refused([](AnswerRow& row) { row.value = "y"; }));
  EXPECT_TRUE(refused([](AnswerRow& row) { row.author = "李"; }));
  EXPECT_TRUE(refused([](AnswerRow& row) { ++row.recorded_at_ms; }));
  EXPECT_TRUE(refused([](AnswerRow& row) { ++row.digest; }));
}

TEST(Rows, ARowThatIsNoAnswerIsRefusedEvenWithItsDigest) {
  const auto refused = [](auto change) {
    AnswerRow row = RowOf("a", SampleRecord(7, "VC-01", "1"));
    change(row);
    row.digest = DigestOf(row);
    return !RecordOf(row).has_value();
  };
  EXPECT_FALSE(refused([](AnswerRow&) {}));
  EXPECT_TRUE(refused([](AnswerRow& row) { row.sequence = 0; }));
  EXPECT_TRUE(refused([](AnswerRow& row) { row.kind = 99; }));
  EXPECT_TRUE(refused([](AnswerRow& row) { row.kind = -1; }));
  EXPECT_TRUE(refused([](AnswerRow& row) { row.path = "VC 01"; }));
  EXPECT_TRUE(refused([](AnswerRow& row) {
    row.kind = static_cast<std::int64_t>(model::ValueKind::kInteger);
    row.value = "007";  // not canonical
  }));
}

TEST(Rows, AssessmentsComeBackAndEveryColumnCounts) {
  const model::Assessment assessment = SampleAssessment("id");
  const AssessmentColumns whole = RowOf(assessment);
  EXPECT_EQ(AssessmentOf(whole), assessment);
  const auto refused = [&](auto change) {
    AssessmentColumns row = whole;
    change(row);
    return !AssessmentOf(row).has_value();
  };
  for (std::string AssessmentColumns::* column :
       {&AssessmentColumns::id, &AssessmentColumns::form_id, &AssessmentColumns::form_version,
        &AssessmentColumns::form_sha256, &AssessmentColumns::institution_name,
        &AssessmentColumns::institution_credit_code, &AssessmentColumns::institution_region_code,
        &AssessmentColumns::period, &AssessmentColumns::assessor, &AssessmentColumns::previous})
    EXPECT_TRUE(refused([&](AssessmentColumns& row) { (row.*column) += "x"; }));
  EXPECT_TRUE(refused([](AssessmentColumns& row) { row.kind = 0; }));
  EXPECT_TRUE(refused([](AssessmentColumns& row) { ++row.created_at_ms; }));
}

}  // namespace
}  // namespace pingshen::store
