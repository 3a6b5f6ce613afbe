#include "core/model/identifiers.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "core/json/json.h"
#include "core/model/date.h"

namespace pingshen::model {
namespace {

using Problem = IdentityProblem;

TEST(IdentityNumber, ValidNumbers) {
  // 11010519491231002X is the example of GB 11643-1999; the others have been checked against the
  // vectors.
  for (const char* number :
       {"11010519491231002X", "34052419800101001X", "431125199006151243", "431125198402290021"}) {
    EXPECT_EQ(CheckIdentityNumber(number), Problem::kNone) << number;
    EXPECT_EQ(CorrectedIdentityNumber(number), std::nullopt) << "nothing to correct";
  }
}

TEST(IdentityNumber, EachProblemHasItsReason) {
  const std::pair<const char*, Problem> cases[] = {
      {"130402198207290622", Problem::kCheckDigit},  // should end in 4
      {"431125199013151233", Problem::kDate},        // month 13, check digit right
      {"431125198302290020", Problem::kDate},        // no leap year
      {"130503670401001", Problem::kFifteenDigits},  // GB 11643-1989
      {"13050367040100A", Problem::kLength},        {"", Problem::kLength},
      {"1101051949123100", Problem::kLength},       {"11010519491231002X1", Problem::kLength},
      {"1101051949123100XX", Problem::kCharacter},  {"A1010519491231002X", Problem::kCharacter},
      {"11010519491231002Y", Problem::kCharacter},  {"身份证号十八个字节", Problem::kLength},
      {"六个汉字满十", Problem::kCharacter},  // 18 bytes
  };
  for (const auto& [number, problem] : cases) {
    EXPECT_EQ(CheckIdentityNumber(number), problem) << number;
    EXPECT_EQ(CorrectedIdentityNumber(number), std::nullopt) << number;
  }
}

TEST(IdentityNumber, SpellingIsCorrectedNeverTaken) {
  for (const char* typed :
       {"11010519491231002x", "１１０１０５19491231002X", "１１０１０５１９４９１２３１００２Ｘ",
        "11010519491231002ｘ", " 11010519491231002X", "110105 19491231 002X",
        "110105\u300019491231002X\t", "110105\u00a019491231002X"}) {
    EXPECT_EQ(CheckIdentityNumber(typed), Problem::kNotCanonical) << typed;
    EXPECT_EQ(CorrectedIdentityNumber(typed), "11010519491231002X") << typed;
  }
  EXPECT_EQ(CheckIdentityNumber("13 0402198207290622"), Problem::kCheckDigit)
      << "a wrong number stays wrong";
  EXPECT_EQ(CheckIdentityNumber("１３０５０３６７０４０１００１"), Problem::kFifteenDigits);
}

TEST(IdentityNumber, OneWrongDigitIsAlwaysFound) {
  // ISO 7064 MOD 11-2 finds every single substitution and every transposition of neighbours.
  const std::string valid = "431125199006151243";
  for (std::size_t i = 0; i < valid.size(); ++i) {
    for (char c = '0'; c <= '9'; ++c) {
      std::string wrong = valid;
      wrong[i] = c;
      EXPECT_EQ(CheckIdentityNumber(wrong) == Problem::kNone, wrong == valid) << wrong;
    }
    if (i > 0) {
      std::string swapped = valid;
      std::swap(swapped[i - 1], swapped[i]);
      EXPECT_EQ(CheckIdentityNumber(swapped) == Problem::kNone, swapped == valid) << swapped;
    }
  }
}

TEST(IdentityNumber, Mask) {
  EXPECT_EQ(MaskIdentityNumber("11010519491231002X"), "110105********002X");
  EXPECT_EQ(MaskIdentityNumber("12345"), "*****");
  EXPECT_EQ(MaskIdentityNumber(""), "");
  EXPECT_EQ(MaskIdentityNumber("号码"), "**");
  EXPECT_EQ(MaskIdentityNumber("六个汉字满十"), "******");
  EXPECT_EQ(MaskIdentityNumber("11010519491231002X9"), "*******************")
      << "of a longer text nothing shows";
}

TEST(CreditCode, ValidAndInvalid) {
  // 91350100M000100Y43 is the worked example of GB 32100-2015.
  for (const char* code : {"91350100M000100Y43", "9131000063159284XQ", "12431125MB0000000X"})
    EXPECT_EQ(CheckCreditCode(code), Problem::kNone) << code;
  EXPECT_EQ(CheckCreditCode("91350211M0000XUF46"), Problem::kCheckDigit);
  EXPECT_EQ(CheckCreditCode("91350100M000100Y40"), Problem::kCheckDigit);
  EXPECT_EQ(CheckCreditCode("91350100M000100Y4"), Problem::kLength);
  for (const char c : std::string("IOSVZ-_.")) {
    std::string code = "91350100M000100Y43";
    code[8] = c;
    EXPECT_EQ(CheckCreditCode(code), Problem::kCharacter) << code;
  }
}

TEST(CreditCode, SpellingIsCorrected) {
  EXPECT_EQ(CheckCreditCode("91350100m000100y43"), Problem::kNotCanonical);
  EXPECT_EQ(CorrectedCreditCode("91350100m000100y43"), "91350100M000100Y43");
  EXPECT_EQ(CorrectedCreditCode("９１350100Ｍ000100 Y43"), "91350100M000100Y43");
  EXPECT_EQ(CorrectedCreditCode("91350100M000100Y43"), std::nullopt);
  EXPECT_EQ(CorrectedCreditCode("91350100M000100Y40"), std::nullopt);
}

TEST(CreditCode, OneWrongCharacterIsAlwaysFound) {
  const std::string valid = "91350100M000100Y43";
  for (std::size_t i = 0; i < valid.size(); ++i) {
    for (const char c : std::string("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
      std::string wrong = valid;
      wrong[i] = c;
      EXPECT_EQ(CheckCreditCode(wrong) == Problem::kNone, wrong == valid) << wrong;
    }
  }
}

TEST(RegionCode, Form) {
  for (const char* code : {"431121", "110000", "659999", "710000", "820000"})
    EXPECT_TRUE(IsRegionCode(code)) << code;
  for (const char* code :
       {"", "43112", "4311211", "161121", "031121", "990000", "43112a", "４31121"})
    EXPECT_FALSE(IsRegionCode(code)) << code;
}

// The shared vectors, when they are there.
class SharedVectors : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string folder = PINGSHEN_SHARED_DIR;
    std::ifstream file(folder + "/vectors/domain.json", std::ios::binary);
    if (folder.empty() || !file) GTEST_SKIP() << "no shared vectors: vectors/domain.json";
    std::ostringstream text;
    text << file.rdbuf();
    auto root = json::Parse(text.str());
    ASSERT_TRUE(root.has_value()) << root.error().context;
    root_ = std::move(*root);
  }

  void Check(std::string_view name, Problem (*check)(std::string_view)) {
    const json::Value* list = root_.Find(name);
    ASSERT_NE(list, nullptr);
    ASSERT_FALSE(list->items.empty());
    for (const json::Value& row : list->items)
      EXPECT_EQ(check(row.Find("v")->text) == Problem::kNone, row.Find("ok")->boolean)
          << row.Find("v")->text << ": " << row.Find("why")->text;
  }

  json::Value root_;
};

TEST_F(SharedVectors, IdentityNumbers) { Check("id_numbers", CheckIdentityNumber); }
TEST_F(SharedVectors, CreditCodes) { Check("uscc", CheckCreditCode); }

}  // namespace
}  // namespace pingshen::model
