#include "core/model/value.h"

#include <gtest/gtest.h>

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

TEST(Value, Dates) {
  EXPECT_EQ(Made(ValueKind::kDate, "2026-11-22"), "2026-11-22");
  EXPECT_EQ(Made(ValueKind::kDate, " ２０２６－１１－２２"), "2026-11-22");
  EXPECT_EQ(Made(ValueKind::kDate, "2026-02-29"), "refused");
  EXPECT_EQ(Made(ValueKind::kDate, "2026-2-9"), "refused");
}

TEST(Value, Choices) {
  EXPECT_EQ(Made(ValueKind::kChoice, "yes"), "yes");
  EXPECT_EQ(Made(ValueKind::kChoices, "  a  b c "), "a b c");
  for (const char* text : {"", "a b", "a/b"})
    EXPECT_EQ(Made(ValueKind::kChoice, text), "refused") << text;
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
