// Every code of the model has one wording in each language.
#include "core/words/code_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>
#include <string>

#include "core/words/answer_words.h"
#include "tests/core/model/make_item.h"

namespace pingshen::words {
namespace {

using model::AssessmentKind;
using model::ItemType;
using model::Mark;

constexpr Language kBoth[] = {Language::kChinese, Language::kEnglish};

// Chinese is Chinese, English is not, and neither is the bare code.
void ExpectWorded(std::string_view code, const Phrase& phrase) {
  EXPECT_FALSE(phrase.zh.empty()) << code;
  EXPECT_FALSE(phrase.en.empty()) << code;
  EXPECT_NE(phrase.zh, code);
  EXPECT_NE(phrase.en, code);
  const auto ascii = [](std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  };
  EXPECT_FALSE(ascii(phrase.zh)) << code << ": " << phrase.zh;
  EXPECT_TRUE(ascii(phrase.en)) << code << ": " << phrase.en;
}

// PINGSHEN_ANSWER_CODES: those that core/model/item_type.h declares, read from it by CMake, so that a
// new one cannot be forgotten here.
std::set<std::string> DeclaredAnswerCodes() {
  std::istringstream text(PINGSHEN_ANSWER_CODES);
  return {std::istream_iterator<std::string>(text), {}};
}

// -Wswitch refuses a kind that is not named here.
constexpr std::size_t PlaceOf(AssessmentKind kind) {
  switch (kind) {
    case AssessmentKind::kSelf:
      return 0;
    case AssessmentKind::kOnsite:
      return 1;
    case AssessmentKind::kRereview:
      return 2;
    case AssessmentKind::kSpotcheck:
      return 3;
  }
  return 0;
}

TEST(CodeWords, EveryCodeOfAnAnswerIsWorded) {
  const std::set<std::string> codes = DeclaredAnswerCodes();
  EXPECT_GE(codes.size(), 9u);  // as many as there were when this was written
  EXPECT_TRUE(codes.contains(std::string(model::kNoEvidence)));
  for (const std::string& code : codes) {
    if (const auto mark = model::MarkOf(code)) {
      ExpectWorded(code, PhraseOf(*mark));
      continue;
    }
    const Phrase* phrase = FixedPhrase(ItemType::kYesNoNa, code);
    ASSERT_NE(phrase, nullptr) << code;
    ExpectWorded(code, *phrase);
  }
  EXPECT_EQ(FixedPhrase(ItemType::kYesNoNa, "maybe"), nullptr);
}

TEST(CodeWords, EveryMarkIsWorded) {
  std::size_t marks = 0;
  for (int i = 0; i < 256; ++i) {
    const std::string letter(1, static_cast<char>(i));
    const auto mark = model::MarkOf(letter);
    if (!mark) continue;
    ++marks;
    ExpectWorded(letter, PhraseOf(*mark));
  }
  EXPECT_EQ(marks, 5u);
  EXPECT_EQ(MarkWord(Mark::kE, Language::kEnglish), kNotApplicable.en);
  EXPECT_EQ(MarkWord(Mark::kE, Language::kChinese), kNotApplicable.zh);
}

TEST(CodeWords, EveryKindOfAssessmentIsWorded) {
  for (std::size_t i = 0; i <= PlaceOf(AssessmentKind::kSpotcheck); ++i) {
    const auto kind = static_cast<AssessmentKind>(i);
    EXPECT_EQ(PlaceOf(kind), i);
    ExpectWorded(model::CodeOf(kind), PhraseOf(kind));
  }
}

TEST(CodeWords, EveryRoleOfASignerIsWorded) {
  for (const std::string_view role :
       {"assessor", "team_leader", "institution", "reviewer", "commission"})
    ExpectWorded(role, {RoleText(role, Language::kChinese), RoleText(role, Language::kEnglish)});
  EXPECT_EQ(RoleText("visitor", Language::kChinese), "visitor");
}

// What a code says on a button is what its answer says in print.
TEST(CodeWords, AnswersSayTheSameWords) {
  for (const Language language : kBoth) {
    const auto said = [&](ItemType type, std::string_view code) {
      return AnswerText(model::MakeItem("Q", type), model::Make(model::ValueKind::kChoice, code),
                        language);
    };
    EXPECT_EQ(said(ItemType::kDeductions, model::kNoEvidence), kNoEvidence.In(language));
    EXPECT_EQ(said(ItemType::kDeductions, model::kFullMarks), kNothingToDeduct.In(language));
    EXPECT_EQ(said(ItemType::kYesNoNa, model::kYes), kYes.In(language));
    EXPECT_EQ(said(ItemType::kMultipleChoice, model::kNoneOfThese), kNoneOfThese.In(language));
    EXPECT_EQ(said(ItemType::kRepeat, model::kNoInstance), kNoInstance.In(language));
  }
  EXPECT_EQ(kNoEvidence.zh, "无书面材料");
}

TEST(Phrase, HolesAreFilledInTurn) {
  EXPECT_EQ(Fill("{} / {}", "3", std::string("4")), "3 / 4");
  EXPECT_EQ(Fill("{}、{}", {"a"}), "a、") << "a hole without a value is empty";
  EXPECT_EQ(Fill("{}", "{}", "x"), "{}") << "what was filled in is not filled again";
  EXPECT_EQ(Fill("none"), "none");
}

}  // namespace
}  // namespace pingshen::words
