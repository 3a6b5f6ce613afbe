#include "core/model/text.h"

#include <gtest/gtest.h>

#include "core/model/language_names.h"
#include "core/model/reader.h"

namespace pingshen::model {
namespace {

constexpr Language kZh = Language::kChinese;
constexpr Language kEn = Language::kEnglish;

TEST(TextIn, TheProductsTwoStandInForEachOther) {
  EXPECT_EQ((Text{"病房", "Ward"}.In(kZh)), "病房");
  EXPECT_EQ((Text{"病房", "Ward"}.In(kEn)), "Ward");
  EXPECT_EQ((Text{"", "Ward"}.In(kZh)), "Ward");
  EXPECT_EQ((Text{"病房", ""}.In(kEn)), "病房");
  EXPECT_EQ((Text{"", "", {{"bo", "ནད་ཁང"}}}.In(kEn)), "ནད་ཁང");
}

TEST(TextIn, AReaderHasTheWantedLanguageWhereTheFormHasIt) {
  const Text text{"病房", "Ward", {{"bo", "ནད་ཁང"}, {"ug", "كېسەلخانا"}}};
  EXPECT_EQ(Reader(kZh, "ug").Read(text), "كېسەلخانا");
  EXPECT_EQ(Reader(kEn, "bo").Read(text), "ནད་ཁང");
  EXPECT_EQ(Reader(kEn, "kk").Read(text), "Ward");
  EXPECT_EQ(Reader(kZh, "").Read(text), "病房");
  EXPECT_EQ(Reader(kZh, "en").Read(text), "Ward");
  const Text plain{"病房", "Ward"};
  EXPECT_EQ(Reader(kZh, "ug").Read(plain), "病房");
}

TEST(LanguageNames, ByTag) {
  EXPECT_EQ(LanguageNameIn("bo", kZh), "藏文");
  EXPECT_EQ(LanguageNameIn("bo", kEn), "Tibetan");
  EXPECT_EQ(LanguageNameIn("BO", kEn), "Tibetan");
  EXPECT_EQ(LanguageNameIn("ug-Latn", kZh), "维吾尔文 (ug-Latn)");
  EXPECT_EQ(LanguageNameIn("zh-Hant", kEn), "Traditional Chinese");
  EXPECT_EQ(LanguageNameIn("x-dialect", kZh), "x-dialect");
  EXPECT_EQ(LanguageNameIn("bod", kZh), "bod") << "a tag is not known by its beginning";
}

TEST(LanguageNames, ByName) {
  EXPECT_EQ(FindLanguageNamed("uYGHUR")->tag, "ug");
  EXPECT_EQ(FindLanguageNamed("哈萨克文")->tag, "kk");
  EXPECT_EQ(FindLanguageNamed("Français")->tag, "fr");
  EXPECT_EQ(FindLanguageNamed("藏语")->tag, "bo");
  EXPECT_EQ(FindLanguageNamed("英语")->tag, "en");
  EXPECT_EQ(FindLanguageNamed("语"), nullptr);
  EXPECT_EQ(FindLanguageNamed("Klingon"), nullptr);
  EXPECT_EQ(FindLanguageNamed(""), nullptr);
}

}  // namespace
}  // namespace pingshen::model
