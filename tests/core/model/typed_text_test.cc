#include "core/model/typed_text.h"

#include <gtest/gtest.h>

namespace pingshen::model {
namespace {

TEST(TypedText, WidthAndBlanks) {
  EXPECT_EQ(NormalizeTyped("　６０．５ "), "60.5");
  EXPECT_EQ(NormalizeTyped("－１２"), "-12");
  EXPECT_EQ(NormalizeTyped("−12"), "-12");
  EXPECT_EQ(NormalizeTyped(" a  b "), "a  b");
  EXPECT_EQ(NormalizeTyped("评审 通"), "评审 通");
  EXPECT_EQ(NormalizeTyped(" \t\n　"), "");
  EXPECT_EQ(TrimBlanks("　江永县（上江圩） \n"), "江永县（上江圩）");
  EXPECT_EQ(NormalizeIdentifier(" １2 3　4\u00a05\u200b6 "), "123456");
}

}  // namespace
}  // namespace pingshen::model
