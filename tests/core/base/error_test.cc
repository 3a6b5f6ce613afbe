#include "core/base/error.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "core/base/utf8.h"

namespace pingshen {
namespace {

const std::vector<ErrorCode>& AllCodes() {
  static const std::vector<ErrorCode> codes = {
#define PINGSHEN_ERROR(code, zh, en, status) ErrorCode::code,
#include "core/base/error_codes.inc"
#undef PINGSHEN_ERROR
  };
  return codes;
}

std::size_t Holes(std::string_view sentence) {
  std::size_t count = 0;
  for (std::size_t at = sentence.find("{}"); at != std::string_view::npos;
       at = sentence.find("{}", at + 2))
    ++count;
  return count;
}

TEST(ErrorTable, EveryRowIsFitForAUser) {
  std::set<std::string_view> names;
  for (const ErrorCode code : AllCodes()) {
    const std::string name(CodeName(code));
    EXPECT_TRUE(names.insert(CodeName(code)).second) << name;
    EXPECT_TRUE(name.starts_with("ERR_")) << name;
    // A context that shows itself once or not at all, in both languages alike.
    const Error error{code, "{context}"};
    const std::string zh = Sentence(error, Language::kChinese);
    const std::string en = Sentence(error, Language::kEnglish);
    EXPECT_EQ(zh.find("{context}") == std::string::npos, en.find("{context}") == std::string::npos)
        << name;
    EXPECT_EQ(Holes(zh) + Holes(en), 0u) << name << ": more than one hole";
    EXPECT_TRUE(CheckUtf8(zh).has_value()) << name;
    EXPECT_TRUE(zh.ends_with("。")) << name << ": " << zh;
    EXPECT_TRUE(en.ends_with(".")) << name << ": " << en;
    EXPECT_NE(zh, en) << name;
  }
}

TEST(ErrorSentence, ContextStandsInItsPlace) {
  const Error error{ErrorCode::ERR_JSON, "第 3 行 {} %s"};
  EXPECT_EQ(Sentence(error, Language::kChinese), "JSON 格式错误：第 3 行 {} %s。");
  EXPECT_EQ(Sentence(error, Language::kEnglish), "Malformed JSON: 第 3 行 {} %s.");
}

TEST(ErrorSentence, WithoutContextNoColonIsLeft) {
  EXPECT_EQ(Sentence({ErrorCode::ERR_JSON, ""}, Language::kChinese), "JSON 格式错误。");
  EXPECT_EQ(Sentence({ErrorCode::ERR_JSON, ""}, Language::kEnglish), "Malformed JSON.");
}

TEST(ErrorSentence, CodeNameIsTheStableCode) {
  EXPECT_EQ(CodeName(ErrorCode::ERR_INTERNAL), "ERR_INTERNAL");
  EXPECT_EQ(CodeName(ErrorCode::ERR_DEVICE_FULL), "ERR_DEVICE_FULL");
  EXPECT_EQ(CodeName(static_cast<ErrorCode>(65535)), "ERR_INTERNAL");
}

Result<int> Half(int number) {
  if (number % 2 != 0) return Fail(ErrorCode::ERR_RANGE, "odd");
  return number / 2;
}
Result<int> Quarter(int number) {
  PINGSHEN_TRY(const int half, Half(number));
  PINGSHEN_TRY(const int quarter, Half(half));
  return quarter;
}
Status BothEven(int a, int b) {
  PINGSHEN_CHECK(Half(a));
  PINGSHEN_CHECK(Half(b));
  return {};
}

TEST(ErrorMacros, FailuresReturnAtOnceAndUnchanged) {
  EXPECT_EQ(Quarter(12).value(), 3);
  ASSERT_FALSE(Quarter(6).has_value());
  EXPECT_EQ(Quarter(6).error().code, ErrorCode::ERR_RANGE);
  EXPECT_EQ(Quarter(6).error().context, "odd");
  EXPECT_TRUE(BothEven(2, 4).has_value());
  EXPECT_FALSE(BothEven(2, 3).has_value());
}

}  // namespace
}  // namespace pingshen
