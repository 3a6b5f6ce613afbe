#include "web/ui/draw/text_layout.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/base/utf8.h"
#include "tests/web/ui/app/ui_harness.h"

namespace pingshen::ui {
namespace {

constexpr TextStyle kTen{10, 15};  // an ideograph 10 px wide, an ASCII character 5 px

class TextLayoutTest : public ::testing::Test {
 protected:
  std::vector<std::string> Lines(std::string_view text, float width_px) {
    std::vector<std::string> lines;
    imgui_.Frame([&] {
      for (const TextLine& line : layout_.Wrap(text, kTen, width_px).lines)
        lines.emplace_back(text.substr(line.begin, line.end - line.begin));
    });
    return lines;
  }

  HeadlessImgui imgui_;
  TextLayout layout_;
};

using Expected = std::vector<std::string>;

// Four pixels a character, whatever it is.
class FourPixels : public ShapedText {
 public:
  float Width(std::string_view text, const TextStyle&) override {
    return 4 * static_cast<float>(CodePointCount(text));
  }
};

TEST_F(TextLayoutTest, CutsChineseBetweenAnyTwoIdeographs) {
  EXPECT_EQ(Lines("村卫生室评审", 30), (Expected{"村卫生", "室评审"}));
  EXPECT_EQ(Lines("村卫生室评审", 39.9f), (Expected{"村卫生", "室评审"}));
  EXPECT_EQ(Lines("村卫生室评审", 60), (Expected{"村卫生室评审"}));
}

TEST_F(TextLayoutTest, NoClosingMarkBeginsALine) {
  EXPECT_EQ(Lines("甲乙丙，丁", 30), (Expected{"甲乙", "丙，丁"}));
  EXPECT_EQ(Lines("甲乙丙。", 30), (Expected{"甲乙", "丙。"}));
  EXPECT_EQ(Lines("甲乙丙、丁戊", 30), (Expected{"甲乙", "丙、丁", "戊"}));
  EXPECT_EQ(Lines("甲乙丙）丁", 30), (Expected{"甲乙", "丙）丁"}));
  EXPECT_EQ(Lines("甲乙丙》丁", 30), (Expected{"甲乙", "丙》丁"}));
  EXPECT_EQ(Lines("甲乙丙？！", 30), (Expected{"甲乙", "丙？！"}));
  EXPECT_EQ(Lines("甲乙丙；丁", 30), (Expected{"甲乙", "丙；丁"}));
  EXPECT_EQ(Lines("甲乙丙：丁", 30), (Expected{"甲乙", "丙：丁"}));
  EXPECT_EQ(Lines("甲乙丙……丁", 30), (Expected{"甲乙", "丙……", "丁"}));
}

TEST_F(TextLayoutTest, NoOpeningMarkEndsALine) {
  EXPECT_EQ(Lines("甲乙（丙丁）", 30), (Expected{"甲乙", "（丙", "丁）"}));
  EXPECT_EQ(Lines("甲乙《丙丁》", 30), (Expected{"甲乙", "《丙", "丁》"}));
  EXPECT_EQ(Lines("甲乙【丙", 30), (Expected{"甲乙", "【丙"}));
  EXPECT_EQ(Lines("甲乙〔丙", 30), (Expected{"甲乙", "〔丙"}));
}

TEST_F(TextLayoutTest, ChineseQuotationMarksAreBrackets) {
  EXPECT_EQ(Lines("甲乙“丙丁”戊", 30), (Expected{"甲乙", "“丙", "丁”戊"}));
  EXPECT_EQ(Lines("甲乙丙”丁", 30), (Expected{"甲乙", "丙”丁"}));
}

TEST_F(TextLayoutTest, KeepsWordsAndNumbersTogether) {
  EXPECT_EQ(Lines("two words", 40), (Expected{"two", "words"}));
  EXPECT_EQ(Lines("面积86.5平方米", 35), (Expected{"面积", "86.5平", "方米"}));
  EXPECT_EQ(Lines("达到90%以上", 30), (Expected{"达到", "90%以", "上"}));
}

TEST_F(TextLayoutTest, CutsAWordThatIsWiderThanTheLine) {
  EXPECT_EQ(Lines("0123456789abcdef", 40), (Expected{"01234567", "89abcdef"}));
  EXPECT_EQ(Lines("ab 0123456789", 40), (Expected{"ab", "01234567", "89"}));
  // One character is never cut, and never dropped, however narrow the line.
  EXPECT_EQ(Lines("甲乙", 4), (Expected{"甲", "乙"}));
}

TEST_F(TextLayoutTest, NeverTearsWhatIsSeenAsOneCharacter) {
  // e + combining acute; family emoji joined by ZWJ.
  EXPECT_EQ(Lines("xe\u0301", 10), (Expected{"x", "e\u0301"}));
  EXPECT_EQ(Lines("👨‍👩‍👧甲", 10), (Expected{"👨‍👩‍👧", "甲"}));
}

TEST_F(TextLayoutTest, LineFeedsAndEmptyLines) {
  EXPECT_EQ(Lines("甲\n\n乙", 100), (Expected{"甲", "", "乙"}));
  EXPECT_EQ(Lines("甲\n", 100), (Expected{"甲", ""}));
  EXPECT_EQ(Lines("", 100), (Expected{""}));
}

TEST_F(TextLayoutTest, BlanksHangAtTheEndOfALine) {
  EXPECT_EQ(Lines("abc   def", 15), (Expected{"abc", "def"}));
}

TEST_F(TextLayoutTest, NoLineIsWiderThanAskedForExceptAnIndivisibleOne) {
  const std::string text =
      "国卫基层发〔2014〕33号《村卫生室管理办法（试行）》第十二条：业务用房面积≥60㎡，IV drip "
      "needs approval (county).";
  imgui_.Frame([&] {
    for (float width = 40; width <= 400; width += 7) {
      std::uint32_t reached = 0;
      for (const TextLine& line : layout_.Wrap(text, kTen, width).lines) {
        EXPECT_LE(line.width_px, width + 0.01f);
        EXPECT_GE(line.begin, reached);
        for (std::uint32_t i = reached; i < line.begin; ++i)
          EXPECT_EQ(text[i], ' ') << "lost at width " << width;
        reached = line.end;
      }
      EXPECT_EQ(reached, text.size());
    }
  });
}

TEST_F(TextLayoutTest, RemembersAndForgets) {
  Lines("甲乙丙", 30);
  const std::size_t before = layout_.cached();
  Lines("甲乙丙", 30);
  EXPECT_EQ(layout_.cached(), before);
  Lines("甲乙丙", 20);
  EXPECT_EQ(layout_.cached(), before + 1);
  for (int frame = 0; frame < 2000; ++frame) layout_.EndFrame();
  EXPECT_EQ(layout_.cached(), 0u);
}

TEST_F(TextLayoutTest, EllipsisLeavesRoomForItself) {
  imgui_.Frame([&] {
    EXPECT_EQ(layout_.FittingBytes("甲乙丙丁", kTen, 40), 12u);
    EXPECT_EQ(layout_.FittingBytes("甲乙丙丁", kTen, 39), 6u);  // 甲乙…
    EXPECT_EQ(layout_.FittingBytes("甲乙丙丁", kTen, 5), 0u);
  });
}

TEST_F(TextLayoutTest, BalancedLinesAreAboutAsLong) {
  const auto balanced = [&](std::string_view text, float width_px) {
    Expected lines;
    imgui_.Frame([&] {
      for (const TextLine& line : layout_.Balance(text, kTen, width_px).lines)
        lines.emplace_back(text.substr(line.begin, line.end - line.begin));
    });
    return lines;
  };
  EXPECT_EQ(Lines("甲乙丙丁戊己庚辛壬", 80), (Expected{"甲乙丙丁戊己庚辛", "壬"}));
  EXPECT_EQ(balanced("甲乙丙丁戊己庚辛壬", 80), (Expected{"甲乙丙丁戊", "己庚辛壬"}));
  EXPECT_EQ(balanced("甲乙丙丁戊己庚辛", 80), (Expected{"甲乙丙丁戊己庚辛"}));
  EXPECT_EQ(balanced("", 80), (Expected{""}));
}

TEST(ShapedTextScripts, WhatCannotBeShownLetterByLetter) {
  EXPECT_TRUE(NeedsShaping("دوختۇرخانا"));
  EXPECT_TRUE(NeedsShaping("1. སྨན་ཁང"));
  EXPECT_TRUE(NeedsShaping("ᠡᠮᠨᠡᠯᠭᠡ"));
  EXPECT_TRUE(NeedsShaping("अस्पताल"));
  EXPECT_TRUE(NeedsShaping("\uE000")) << "no text may pass for a line of somebody else's";
  EXPECT_FALSE(NeedsShaping("村卫生室：60㎡（Ward）— 病房，Ünïcode Больница 병원 …"));
  EXPECT_FALSE(NeedsShaping(""));
}

TEST(ShapedTextScripts, WhereALineBegins) {
  EXPECT_TRUE(RunsRightToLeft("دوختۇرخانا ABC"));
  EXPECT_TRUE(RunsRightToLeft("12. «دوختۇرخانا»"));
  EXPECT_TRUE(RunsRightToLeft("٣ دوختۇر"));
  EXPECT_FALSE(RunsRightToLeft("S-01 دوختۇرخانا"));
  EXPECT_FALSE(RunsRightToLeft("病房 دوختۇرخانا"));
  EXPECT_FALSE(RunsRightToLeft("སྨན་ཁང"));
  EXPECT_FALSE(RunsRightToLeft("12 — 34"));
}

TEST(ShapedTextLines, HaveCodePointsOfTheirOwn) {
  FourPixels shaped;
  const ImWchar first = shaped.CodeOf("دوختۇر");
  EXPECT_EQ(first, ShapedText::kFirstCode);
  const ImWchar second = shaped.CodeOf("خانا");
  EXPECT_NE(second, first);
  EXPECT_EQ(shaped.CodeOf("دوختۇر"), first);
  EXPECT_EQ(shaped.LineOf(first), "دوختۇر");
  EXPECT_EQ(shaped.LineOf(second), "خانا");
  EXPECT_EQ(shaped.LineOf(second + 1), "");
  EXPECT_EQ(shaped.LineOf(U'病'), "");
}

TEST(ShapedTextLines, RunOutAndBeginAnew) {
  FourPixels shaped;
  for (int i = 0; i < 7000; ++i) shaped.CodeOf("د" + std::to_string(i));
  EXPECT_TRUE(shaped.full());
  EXPECT_EQ(shaped.CodeOf("د7000"), 0xFFFDu);
  EXPECT_EQ(shaped.LineOf(ShapedText::kLastCode), "د6399");
  shaped.Clear();
  EXPECT_FALSE(shaped.full());
  EXPECT_EQ(shaped.CodeOf("د7000"), ShapedText::kFirstCode);
  shaped.CountInk(8u << 20);
  EXPECT_FALSE(shaped.full());
  shaped.CountInk(1);
  EXPECT_TRUE(shaped.full());
}

class ShapedLayoutTest : public TextLayoutTest {
 protected:
  ShapedLayoutTest() {
    imgui_.Use();
    ImGui::GetIO().Fonts->UserData = &shaped_;
  }
  FourPixels shaped_;
};

TEST_F(ShapedLayoutTest, WordsAreMeasuredAsTheBrowserShapesThem) {
  const std::string text = "دوختۇر خانا ABC";  // 6, 4 and 3 letters: 24, 16 and 12 px, blanks 4
  EXPECT_EQ(Lines(text, 44), (Expected{"دوختۇر خانا", "ABC"}));
  EXPECT_EQ(Lines(text, 43), (Expected{"دوختۇر", "خانا ABC"}));
  EXPECT_EQ(Lines(text, 60), (Expected{text}));
  imgui_.Frame([&] {
    EXPECT_TRUE(layout_.OneLine(text, kTen).right_to_left);
    EXPECT_FALSE(layout_.OneLine("S-01 " + text, kTen).right_to_left);
    EXPECT_FLOAT_EQ(layout_.Width(text, kTen), 24 + 4 + 16 + 4 + 12);
    EXPECT_FLOAT_EQ(layout_.Width("ABC", kTen), 15) << "letters that can stand alone: as ever";
  });
}

TEST_F(ShapedLayoutTest, AWordThatIsTooLongIsCut) {
  EXPECT_EQ(Lines("دوختۇرخانا", 20), (Expected{"دوختۇ", "رخانا"}));
}

TEST_F(ShapedLayoutTest, ALineEndsBeforeItsEllipsis) {
  imgui_.Frame([&] {
    // The ellipsis takes 10 of the 30 px, five letters the rest.
    EXPECT_EQ(layout_.FittingBytes("دوختۇرخانا", kTen, 30), std::string_view("دوختۇ").size());
    EXPECT_EQ(layout_.FittingBytes("دوختۇرخانا", kTen, 40), std::string_view("دوختۇرخانا").size());
    EXPECT_EQ(layout_.FittingBytes("دوختۇرخانا", kTen, 5), 0u);
  });
}

TEST_F(ShapedLayoutTest, ALineIsOneGlyph) {
  imgui_.Frame([&] {
    ImDrawList& draw = *ImGui::GetBackgroundDrawList();
    TextLayout::DrawLine(draw, kTen, 0, 0, 0xFFFFFFFF, "دوختۇر خانا");
    TextLayout::DrawLine(draw, kTen, 0, 20, 0xFFFFFFFF, "村卫生室");
  });
  EXPECT_EQ(shaped_.LineOf(ShapedText::kFirstCode), "دوختۇر خانا");
  EXPECT_EQ(shaped_.LineOf(ShapedText::kFirstCode + 1), "") << "Chinese is drawn letter by letter";
}

}  // namespace
}  // namespace pingshen::ui
