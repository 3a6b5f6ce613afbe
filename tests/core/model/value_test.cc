#include "core/model/value.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pingshen::model {
namespace {

std::string Made(ValueKind kind, std::string_view text) {
  const auto value = Value::Make(kind, text);
  if (!value) {
    EXPECT_EQ(value.error().code, ErrorCode::ERR_VALUE);
    return "refused";
  }
  // What was made is canonical: making it again changes nothing.
  EXPECT_EQ(Value::Make(value->kind(), value->text()).value(), *value);
  return value->text();
}

TEST(Value, KindNumbersArePartOfTheBundleFormat) {
  EXPECT_EQ(static_cast<int>(ValueKind::kEmpty), 0);
  EXPECT_EQ(static_cast<int>(ValueKind::kChoice), 1);
  EXPECT_EQ(static_cast<int>(ValueKind::kChoices), 2);
  EXPECT_EQ(static_cast<int>(ValueKind::kInteger), 3);
  EXPECT_EQ(static_cast<int>(ValueKind::kDecimal), 4);
  EXPECT_EQ(static_cast<int>(ValueKind::kText), 5);
  EXPECT_EQ(static_cast<int>(ValueKind::kDate), 6);
  EXPECT_EQ(static_cast<int>(ValueKind::kPresence), 7);
  EXPECT_EQ(static_cast<int>(ValueKind::kFigure), 8);
  EXPECT_EQ(static_cast<int>(ValueKind::kTime), 9);
  EXPECT_EQ(static_cast<int>(ValueKind::kDateTime), 10);
  EXPECT_EQ(static_cast<int>(ValueKind::kAttachments), 11);
  EXPECT_EQ(static_cast<int>(ValueKind::kPosition), 12);
  EXPECT_EQ(static_cast<int>(ValueKind::kRanking), 13);
  EXPECT_EQ(kLastValueKind, ValueKind::kRanking);
}

TEST(Value, NumbersBecomeCanonical) {
  EXPECT_EQ(Made(ValueKind::kDecimal, " 60.50 "), "60.5");
  EXPECT_EQ(Made(ValueKind::kDecimal, "６０．５"), "60.5");
  EXPECT_EQ(Made(ValueKind::kDecimal, "-0.00"), "0");
  EXPECT_EQ(Made(ValueKind::kInteger, "007"), "7");
  EXPECT_EQ(Made(ValueKind::kInteger, "　－１２"), "-12");
  EXPECT_EQ(Made(ValueKind::kInteger, "-0"), "0");
  EXPECT_EQ(Made(ValueKind::kInteger, "9223372036854775807"), "9223372036854775807");
  for (const char* text : {"", " ", "abc", "1.5", "1 2", "+1", "1e3", "9223372036854775808"})
    EXPECT_EQ(Made(ValueKind::kInteger, text), "refused") << text;
  for (const char* text :
       {"", "abc", ".5", "5.", "1,5", "1e3", "0.1234567891", "1234567890123456", "NaN"})
    EXPECT_EQ(Made(ValueKind::kDecimal, text), "refused") << text;
}

TEST(Value, FiguresKeepTheirPlaces) {
  EXPECT_EQ(Made(ValueKind::kFigure, "83.80"), "83.80");
  EXPECT_EQ(Made(ValueKind::kFigure, " ８３．８０ "), "83.80");
  EXPECT_EQ(Made(ValueKind::kFigure, "100"), "100");
  EXPECT_EQ(Made(ValueKind::kFigure, "-0.00"), "0.00");
  EXPECT_EQ(Made(ValueKind::kFigure, "0.123456789"), "0.123456789");
  EXPECT_EQ(Value::Make(ValueKind::kFigure, "83.80")->AsDecimal(), Decimal::Parse("83.8").value());
  for (const char* text : {"", "83.", ".8", "83,8", "1e2", "83.8%", "0.1234567890"})
    EXPECT_EQ(Made(ValueKind::kFigure, text), "refused") << text;
}

TEST(Value, TimesOfDay) {
  EXPECT_EQ(Made(ValueKind::kTime, "8:30"), "08:30:00");
  EXPECT_EQ(Made(ValueKind::kTime, "０８：３０"), "08:30:00");
  EXPECT_EQ(Made(ValueKind::kTime, "23:59:59"), "23:59:59");
  EXPECT_EQ(Made(ValueKind::kTime, "00:00:00.250"), "00:00:00");
  for (const char* text : {"", "8", "8:3", "24:00", "12:60", "12:30:60", "12:30:5", "12:30:00.",
                           "-1:00", "12:30:00+08:00", "008:30", "12:30:00.1.2"})
    EXPECT_EQ(Made(ValueKind::kTime, text), "refused") << text;
}

TEST(Value, DateTimesHaveAnOffset) {
  EXPECT_EQ(Made(ValueKind::kDateTime, "2026-11-24T08:30:00+08:00"), "2026-11-24T08:30:00+08:00");
  EXPECT_EQ(Made(ValueKind::kDateTime, "2026-11-24 8:30Z"), "2026-11-24T08:30:00+00:00");
  EXPECT_EQ(Made(ValueKind::kDateTime, "2026-11-24T08:30:00.123-03:30"),
            "2026-11-24T08:30:00-03:30");
  EXPECT_EQ(Made(ValueKind::kDateTime, "2026-11-24T08:30:00-00:00"), "2026-11-24T08:30:00+00:00");
  EXPECT_EQ(Made(ValueKind::kDateTime, "2026-11-24T08:30:00+14:00"), "2026-11-24T08:30:00+14:00");
  for (const char* text :
       {"", "2026-11-24", "2026-11-24T08:30:00", "2026-11-31T08:30:00Z", "2026-11-24T24:00:00Z",
        "2026-11-24T08:30:00+14:01", "2026-11-24T08:30:00+8:00", "2026-11-24T08:30:00+08:60",
        "2026-11-24T08:30:00+0800", "1899-12-31T00:00:00Z"})
    EXPECT_EQ(Made(ValueKind::kDateTime, text), "refused") << text;
}

TEST(Value, Positions) {
  EXPECT_EQ(Made(ValueKind::kPosition, "39.9075 116.3972 43.5 5"), "39.9075 116.3972 43.5 5");
  EXPECT_EQ(Made(ValueKind::kPosition, " 39.90750  116.3972 "), "39.9075 116.3972 0 0");
  EXPECT_EQ(Made(ValueKind::kPosition, "-90 -180 -12000 0"), "-90 -180 -12000 0");
  EXPECT_EQ(Made(ValueKind::kPosition, "1.12345678987654 2 0 0"), "1.123456789 2 0 0");
  EXPECT_EQ(Made(ValueKind::kPosition, "1 2 3 4; 5 6 ;7 8 9;"), "1 2 3 4;5 6 0 0;7 8 9 0");
  EXPECT_EQ(Value::Make(ValueKind::kPosition, "1 2;3 4")->Points(),
            (std::vector<std::string>{"1 2 0 0", "3 4 0 0"}));
  for (const char* text : {"", ";", "1", "1 2 3 4 5", "90.1 0", "0 180.000000001", "0 0 100001",
                           "0 0 0 -1", "a b", "1e1 2", "1 2;;3 4", "1, 2"})
    EXPECT_EQ(Made(ValueKind::kPosition, text), "refused") << text;
}

TEST(Value, Attachments) {
  const std::string a = std::string(64, 'a') + ".jpg";
  const std::string b = std::string(60, '0') + "89ef.m4a";
  EXPECT_EQ(Made(ValueKind::kAttachments, a), a);
  EXPECT_EQ(Made(ValueKind::kAttachments, " " + b + "  " + a), b + " " + a);
  EXPECT_EQ(Value::Make(ValueKind::kAttachments, b + " " + a)->Attachments(),
            (std::vector<std::string>{b, a}));
  for (const std::string& text :
       {std::string(), a + " " + a, std::string(64, 'A') + ".jpg", std::string(63, 'a') + ".jpg",
        std::string(64, 'a'), std::string(64, 'a') + ".", std::string(64, 'a') + ".JPG",
        std::string(64, 'a') + ".abcdefghi", std::string(65, 'a') + ".jpg", "../" + a})
    EXPECT_EQ(Made(ValueKind::kAttachments, text), "refused") << text;
}

TEST(Value, RankingsKeepTheOrderChosen) {
  EXPECT_EQ(Made(ValueKind::kRanking, " c  a b"), "c a b");
  EXPECT_EQ(Value::Make(ValueKind::kRanking, "c a")->Codes(), (std::vector<std::string>{"c", "a"}));
  for (const char* text : {"", "a b a", "a\tb"})
    EXPECT_EQ(Made(ValueKind::kRanking, text), "refused") << text;
}

TEST(Value, Dates) {
  EXPECT_EQ(Made(ValueKind::kDate, "2026-11-22"), "2026-11-22");
  EXPECT_EQ(Made(ValueKind::kDate, " ２０２６－１１－２２"), "2026-11-22");
  EXPECT_EQ(Made(ValueKind::kDate, "2026-02-29"), "refused");
  EXPECT_EQ(Made(ValueKind::kDate, "2026-2-9"), "refused");
}

TEST(Value, Choices) {
  EXPECT_EQ(Made(ValueKind::kChoice, "yes"), "yes");
  EXPECT_EQ(Made(ValueKind::kChoices, "  a  b c "), "a b c");
  for (const char* text : {"", "a b"}) EXPECT_EQ(Made(ValueKind::kChoice, text), "refused") << text;
  for (const char* text : {"", " ", "a b a", "a a", "a\tb"})
    EXPECT_EQ(Made(ValueKind::kChoices, text), "refused") << text;
  const Value choices = Value::Choices({"a", "bb"});
  EXPECT_EQ(choices.text(), "a bb");
  EXPECT_TRUE(choices.HasCode("bb"));
  EXPECT_FALSE(choices.HasCode("b"));
  EXPECT_EQ(choices.Codes(), (std::vector<std::string>{"a", "bb"}));
  EXPECT_EQ(Value::Choice("yes").Codes(), (std::vector<std::string>{"yes"}));
  EXPECT_TRUE(Value::Choices({}).empty());
  EXPECT_TRUE(Value::Integer(5).Codes().empty());
}

TEST(Value, Texts) {
  EXPECT_EQ(Made(ValueKind::kText, " 原样\n保留 "), " 原样\n保留 ");
  EXPECT_TRUE(Value::Make(ValueKind::kText, "")->empty());
  EXPECT_EQ(Made(ValueKind::kText, std::string_view("a\0b", 3)), "refused");
  EXPECT_EQ(Made(ValueKind::kText, "\xC0\xAF"), "refused");
  EXPECT_EQ(Made(ValueKind::kText, std::string(kMaxTextBytes, 'x')).size(), kMaxTextBytes);
  EXPECT_EQ(Made(ValueKind::kText, std::string(kMaxTextBytes + 1, 'x')), "refused");
}

TEST(Value, PresenceAndEmpty) {
  EXPECT_EQ(Made(ValueKind::kPresence, "1"), "1");
  EXPECT_EQ(Made(ValueKind::kPresence, "0"), "0");
  EXPECT_EQ(Made(ValueKind::kPresence, "2"), "refused");
  EXPECT_EQ(Made(ValueKind::kEmpty, ""), "");
  EXPECT_EQ(Made(ValueKind::kEmpty, "x"), "refused");
  EXPECT_EQ(Made(static_cast<ValueKind>(8), ""), "refused");
  EXPECT_TRUE(Value().empty());
}

TEST(Value, AsNumbers) {
  EXPECT_EQ(Value::Integer(-12).AsInteger(), -12);
  EXPECT_EQ(Value::Integer(INT64_MIN).AsInteger(), INT64_MIN);
  EXPECT_EQ(Value::Of(Decimal::Parse("60.50").value()).AsDecimal()->ToString(), "60.5");
  EXPECT_EQ(Value::Of(Decimal::Parse("60.50").value()).AsInteger(), std::nullopt);
  EXPECT_EQ(Value::Choice("12").AsDecimal(), std::nullopt);
  EXPECT_EQ(Value().AsInteger(), std::nullopt);
}

TEST(Value, ErrorsCarryOnlyShowableText) {
  EXPECT_EQ(Value::Make(ValueKind::kDecimal, "abc").error().context, "abc");
  EXPECT_EQ(Value::Make(ValueKind::kDecimal, "\xFF").error().context, "…");
  EXPECT_EQ(Value::Make(ValueKind::kDecimal, std::string(1000, '9')).error().context, "…");
}

}  // namespace
}  // namespace pingshen::model
