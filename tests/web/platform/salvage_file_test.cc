#include "web/platform/salvage_file.h"

#include <gtest/gtest.h>

#include "core/json/json.h"

namespace pingshen::platform {
namespace {

store::Salvage Example() {
  model::AnswerRecord record;
  record.sequence = 3;
  record.path.item = "VC-04";
  record.value = *model::Value::Make(model::ValueKind::kText, "口头说明\"引号\"");
  record.author = "王医生";
  record.recorded_at_ms = 1'795'312'566'305;
  store::SalvagedAssessment whole;
  whole.id = "0193-a";
  whole.assessment = model::Assessment{};
  whole.assessment->institution.name = "青溪村卫生室";
  whole.records = {record, record};
  store::SalvagedAssessment headless;
  headless.id = "0193-b";
  headless.missing = 2;
  return {.damaged = true, .assessments = {whole, headless}};
}

TEST(SalvageFileTest, HoldsEveryRecordAndSaysThatItIsNoResult) {
  const std::string text = SalvageJson(Example(), "0.1.0", 1'795'312'566'305);
  const auto parsed = json::Parse(text);
  ASSERT_TRUE(parsed.has_value()) << parsed.error().context << "\n" << text;
  EXPECT_EQ(parsed->Find("type")->text, "pingshen-salvage");
  EXPECT_NE(parsed->Find("notice_zh")->text.find("未经签名"), std::string::npos);
  EXPECT_NE(parsed->Find("notice_en")->text.find("unsigned"), std::string::npos);
  const auto& assessments = parsed->Find("assessments")->items;
  ASSERT_EQ(assessments.size(), 2u);
  EXPECT_EQ(assessments[0].Find("institution")->text, "青溪村卫生室");
  ASSERT_EQ(assessments[0].Find("records")->items.size(), 2u);
  const json::Value& record = assessments[0].Find("records")->items[1];
  EXPECT_EQ(record.Find("path")->text, "VC-04");
  EXPECT_EQ(record.Find("value")->text, "口头说明\"引号\"");
  EXPECT_EQ(record.Find("sequence")->text, "3");
  EXPECT_EQ(record.Find("author")->text, "王医生");
  // Its own row is lost, the gap is told.
  EXPECT_EQ(assessments[1].Find("institution"), nullptr);
  EXPECT_EQ(assessments[1].Find("missing_records")->text, "2");
  EXPECT_TRUE(assessments[1].Find("records")->items.empty());
}

TEST(SalvageFileTest, NothingFoundIsStillAFile) {
  const auto parsed = json::Parse(SalvageJson({.damaged = true, .assessments = {}}, "0.1.0", 0));
  ASSERT_TRUE(parsed.has_value());
  EXPECT_TRUE(parsed->Find("assessments")->items.empty());
}

}  // namespace
}  // namespace pingshen::platform
