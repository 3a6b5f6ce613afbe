#include "web/ui/text_layout.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/web/ui/ui_harness.h"

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

}  // namespace
}  // namespace pingshen::ui
