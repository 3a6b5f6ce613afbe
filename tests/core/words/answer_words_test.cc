// Answers in words, against words written down by hand.
#include "core/words/answer_words.h"

#include <gtest/gtest.h>

#include "tests/core/model/make_item.h"

namespace pingshen::words {
namespace {

using model::Make;
using model::MakeItem;

using model::ItemType;
using model::ValueKind;
constexpr Language kZh = Language::kChinese;
constexpr Language kEn = Language::kEnglish;

std::string Say(ItemType type, ValueKind kind, std::string_view text, Language language = kZh) {
  return AnswerText(MakeItem("Q", type), Make(kind, text), language);
}

TEST(AnswerWords, FixedCodesHaveWords) {
  EXPECT_EQ(Say(ItemType::kYesNoNa, ValueKind::kChoice, "yes"), "是");
  EXPECT_EQ(Say(ItemType::kYesNoNa, ValueKind::kChoice, "no", kEn), "No");
  EXPECT_EQ(Say(ItemType::kDecimal, ValueKind::kChoice, "na"), "不适用");
  EXPECT_EQ(Say(ItemType::kDeductions, ValueKind::kChoice, "full"), "无扣分");
  EXPECT_EQ(Say(ItemType::kDeductions, ValueKind::kChoice, "not_occurred"), "未发生");
  EXPECT_EQ(Say(ItemType::kDeductions, ValueKind::kChoice, "no_evidence", kEn),
            "No written evidence");
  EXPECT_EQ(Say(ItemType::kMultipleChoice, ValueKind::kChoice, "none"), "以上都没有");
  EXPECT_EQ(Say(ItemType::kRepeat, ValueKind::kChoice, "none"), "无");
  EXPECT_EQ(Say(ItemType::kAcknowledge, ValueKind::kChoice, "OK"), "已确认");
  EXPECT_EQ(Say(ItemType::kGrade, ValueKind::kChoice, "B"), "B 良好");
  EXPECT_EQ(Say(ItemType::kGrade, ValueKind::kChoice, "E", kEn), "E Not applicable");
}

TEST(AnswerWords, DatesAndTimes) {
  EXPECT_EQ(Say(ItemType::kDate, ValueKind::kDate, "2026-03-01"), "2026年3月1日");
  EXPECT_EQ(Say(ItemType::kDate, ValueKind::kDate, "2026-11-22"), "2026年11月22日");
  EXPECT_EQ(Say(ItemType::kDate, ValueKind::kDate, "2026-03-01", kEn), "2026-03-01");
  EXPECT_EQ(Say(ItemType::kTime, ValueKind::kTime, "8:30"), "08:30");
  EXPECT_EQ(Say(ItemType::kTime, ValueKind::kTime, "08:30:05"), "08:30:05");
  EXPECT_EQ(Say(ItemType::kDateTime, ValueKind::kDateTime, "2026-11-24T08:30:00+08:00"),
            "2026年11月24日 08:30");
  EXPECT_EQ(Say(ItemType::kDateTime, ValueKind::kDateTime, "2026-11-24T08:30:00-05:00"),
            "2026年11月24日 08:30（UTC-05:00）");
  // date -u -d 2026-11-22T16:05:59Z +%s → 1795363559; in China it is the next day.
  EXPECT_EQ(InstantText(1795363559000, kZh), "2026年11月23日 00:05");
}

TEST(AnswerWords, PositionsInDegreesAndMetres) {
  EXPECT_EQ(Say(ItemType::kPosition, ValueKind::kPosition, "39.9042 116.4074 43.5 5"),
            "纬度 39.9042°，经度 116.4074°，海拔 43.5 米，精度 ±5 米");
  EXPECT_EQ(Say(ItemType::kPosition, ValueKind::kPosition, "-1.5 30 0 0", kEn),
            "latitude -1.5°, longitude 30°");
  EXPECT_EQ(Say(ItemType::kTrace, ValueKind::kPosition, "1 2 0 0;3 4 0 0"),
            "共 2 个点\n1. 纬度 1°，经度 2°\n2. 纬度 3°，经度 4°");
  std::string long_line;
  for (int i = 0; i < 20; ++i) long_line += (i > 0 ? ";" : "") + std::to_string(i) + " 0 0 0";
  const std::string said = Say(ItemType::kTrace, ValueKind::kPosition, long_line);
  EXPECT_TRUE(said.starts_with("共 20 个点\n1. 纬度 0°")) << said;
  EXPECT_TRUE(said.ends_with("12. 纬度 11°，经度 0°\n…\n20. 纬度 19°，经度 0°")) << said;
}

TEST(AnswerWords, IdentityNumbersAreMaskedUnlessAsked) {
  const model::Item item = MakeItem("Q", ItemType::kIdentityNumber);
  const model::Value value = Make(ValueKind::kText, "11010519491231002X");
  EXPECT_EQ(AnswerText(item, value, kZh), "110105********002X");
  EXPECT_EQ(AnswerText(item, value, kZh, IdentityNumbers::kWhole), "11010519491231002X");
  const model::Item person = MakeItem("P", ItemType::kPerson);
  EXPECT_EQ(FieldText(person, model::kIdNumberField, value, kZh), "110105********002X");
  EXPECT_EQ(FieldText(person, model::kIdNumberField, value, kZh, IdentityNumbers::kWhole),
            "11010519491231002X");
}

TEST(AnswerWords, SizesAndUnits) {
  EXPECT_EQ(SizeText(12), "12 B");
  EXPECT_EQ(SizeText(849'920), "830 KB");    // 830 × 1024
  EXPECT_EQ(SizeText(1'258'291), "1.2 MB");  // 1.2 × 1048576
  model::Item rate = MakeItem("R", ItemType::kRatio);
  EXPECT_EQ(RatioUnit(rate, kZh), "%");
  rate.per = Decimal::FromInteger(1000);
  EXPECT_EQ(RatioUnit(rate, kZh), "‰");
  rate.per = Decimal::FromInteger(100'000);
  EXPECT_EQ(RatioUnit(rate, kZh), "（每 100000）");
}

}  // namespace
}  // namespace pingshen::words
