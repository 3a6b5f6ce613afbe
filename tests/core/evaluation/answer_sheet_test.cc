#include "core/evaluation/answer_sheet.h"

#include <gtest/gtest.h>

#include "tests/core/evaluation/sheet_builder.h"

namespace pingshen::evaluation {
namespace {

using Numbers = std::vector<std::uint32_t>;

TEST(AnswerSheet, LastRecordOfAPathHolds) {
  SheetBuilder answers;
  EXPECT_TRUE(answers.sheet().At(Path("a")).empty());
  answers.Set("a", Count(1)).Set("b", Count(2)).Set("a", Count(3));
  EXPECT_EQ(answers.sheet().At(Path("a")), Count(3));
  answers.Clear("a");
  EXPECT_TRUE(answers.sheet().At(Path("a")).empty());
  EXPECT_EQ(answers.sheet().At(Path("b")), Count(2));
}

TEST(AnswerSheet, FieldsOfOneItemOnly) {
  SheetBuilder answers;
  answers.Set("w", Choice("full"))
      .Set("w:x", Count(1))
      .Set("w:note", Text("n"))
      .Set("w2:y", Count(2))
      .Set("w-1:z", Count(3));
  answers.Add("r#1").Set("r#1/w:q", Count(4));
  const auto fields = answers.sheet().Fields(Path("w"));
  ASSERT_EQ(fields.size(), 2u);
  EXPECT_EQ(fields[0].first, "note");
  EXPECT_EQ(fields[1], (std::pair<std::string, model::Value>("x", Count(1))));
  EXPECT_EQ(answers.sheet().Fields(Path("w:x")).size(), 2u)
      << "the path's own field does not matter";
  EXPECT_EQ(answers.sheet().Fields(Path("r#1/w")).size(), 1u);
}

TEST(AnswerSheet, InstanceNumbersAreNeverReused) {
  SheetBuilder answers;
  EXPECT_EQ(answers.sheet().NextInstance(Path("p")), 1u);
  answers.Add("p#1").Add("p#2").Add("p#3").Remove("p#3");
  EXPECT_EQ(answers.sheet().Instances(Path("p")), (Numbers{1, 2}));
  EXPECT_EQ(answers.sheet().NextInstance(Path("p")), 4u);
  EXPECT_TRUE(answers.sheet().WasUsed(Path("p#3")));
  EXPECT_FALSE(answers.sheet().WasUsed(Path("p#4")));
  answers.Remove("p#1");
  EXPECT_EQ(answers.sheet().Instances(Path("p")), (Numbers{2}));
}

TEST(AnswerSheet, NestedInstancesBelongToTheirOuterOne) {
  SheetBuilder answers;
  answers.Add("p#1").Add("p#2").Add("p#1/q#1").Add("p#2/q#1").Add("p#2/q#2");
  EXPECT_EQ(answers.sheet().Instances(Path("p#1/q")), (Numbers{1}));
  EXPECT_EQ(answers.sheet().Instances(Path("p#2/q")), (Numbers{1, 2}));
  EXPECT_EQ(answers.sheet().NextInstance(Path("p#1/q")), 2u);
  EXPECT_TRUE(answers.sheet().HasInstance(Path("p#2")));
  answers.Remove("p#2");
  EXPECT_FALSE(answers.sheet().HasInstance(Path("p#2")));
  EXPECT_TRUE(answers.sheet().HasInstance(Path("p#1/q#1")));
}

TEST(AnswerSheet, PathsOfInstances) {
  EXPECT_EQ(RepeatOfInstance(Path("p#2/q#7")).ToString(), "p#2/q");
  EXPECT_EQ(InstanceOf(Path("p#2/q"), 7).ToString(), "p#2/q#7");
  EXPECT_EQ(ChildOf(Path("p#2/q#7"), "x").ToString(), "p#2/q#7/x");
}

}  // namespace
}  // namespace pingshen::evaluation
