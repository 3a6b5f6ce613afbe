#include "core/expression/syntax.h"

#include <gtest/gtest.h>

#include "tests/core/expression/test_world.h"

namespace pingshen::expression {
namespace {

std::string Printed(std::string_view text) {
  const auto syntax = Parse(text);
  return syntax ? Print(syntax->root()) : "ERROR: " + syntax.error().context;
}

TEST(Syntax, PrintsTheAbbreviatedSpellingAndParsesItAgain) {
  const struct {
    const char* text;
    const char* printed;
  } kCases[] = {
      {"1+2*3", "1 + 2 * 3"},
      {"(1+2)*3", "(1 + 2) * 3"},
      {"1-(2-3)", "1 - (2 - 3)"},
      {"- - 2", "--2"},
      {"-(1 + 2)", "-(1 + 2)"},
      {"(-a)|b", "(-a) | b"},
      {"a or b and c=d!=e", "a or b and c = d != e"},
      {"(a or b) and c", "(a or b) and c"},
      {"child::div div div", "div div div"},
      {"* * *", "* * *"},
      {"/", "/"},
      {"//a/@b", "//a/@b"},
      {"/data//x[1][. = 'a']", "/data//x[1][. = 'a']"},
      {"parent::node()/self::node()/..", ".././.."},
      {"ancestor-or-self::jr:*[last()]", "ancestor-or-self::jr:*[last()]"},
      {"(a | b)[1]/c", "(a | b)[1]/c"},
      {"instance('x')/root/item[name=${q}]", "instance('x')/root/item[name = ${q}]"},
      {"${last-saved#q}", "${last-saved#q}"},
      {"${ 居民 }", "${居民}"},
      {"\"it's\"", "\"it's\""},
      {"processing-instruction('a')", "processing-instruction('a')"},
      {"jr:choice-name(. , '${q}')", "jr:choice-name(., '${q}')"},
      {"if(a, b, c)", "if(a, b, c)"},
  };
  for (const auto& [text, printed] : kCases) {
    EXPECT_EQ(Printed(text), printed);
    EXPECT_EQ(Printed(printed), printed);
  }
}

TEST(Syntax, ErrorsNameTheirPlace) {
  const struct {
    const char* text;
    const char* error;
  } kCases[] = {
      {"", "line 1, column 1: the expression ends too early"},
      {"1 +\n  )", "line 2, column 3: a value is missing before )"},
      {"是 = ‘好’", "line 1, column 5: the character ‘ has no place here"},
      {"$x", "line 1, column 1: $ without {"},
      {"'a", "line 1, column 1: a text whose closing quote is missing"},
      {"${a b}", "line 1, column 1: ${a b} does not hold a name"},
      {"label::English", "line 1, column 1: there is no axis label"},
      {"1 2", "line 1, column 3: an operator is missing here"},
      {"concat('a'", "line 1, column 11: ) is missing here"},
      {"a ! b", "line 1, column 3: ! alone"},
      {"a[1", "line 1, column 4: ] is missing here"},
  };
  for (const auto& [text, error] : kCases)
    EXPECT_TRUE(Printed(text).starts_with(std::string("ERROR: ") + error)) << Printed(text);
  EXPECT_TRUE(Parse("1", {7, 9}));
  EXPECT_EQ(Parse("?", {7, 9}).error().context.substr(0, 17), "line 7, column 9:");
}

TEST(Syntax, NestingIsBoundedAndChainsAreNot) {
  const auto repeated = [](std::string_view text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += text;
    return out;
  };
  for (const int depth : {150, 100'000}) {
    const bool fits = depth <= 150;
    EXPECT_EQ(Evaluated(repeated("(", depth) + "1" + repeated(")", depth)) == "1", fits);
    EXPECT_EQ(Evaluated(repeated("-", depth) + "1") == "1", fits);
    EXPECT_EQ(Evaluated(repeated("not(", depth) + "1" + repeated(")", depth)) == "true", fits);
    EXPECT_EQ(Evaluated(repeated("if(false(), 1, ", depth) + "2" + repeated(")", depth)) == "2",
              fits);
    EXPECT_EQ(Parse(repeated("a[", depth) + "1" + repeated("]", depth)).has_value(), fits);
  }
  EXPECT_EQ(Evaluated("1" + repeated(" + 1", 100'000)), "100001");
  EXPECT_EQ(Evaluated("false()" + repeated(" or false()", 50'000)), "false");
  EXPECT_TRUE(Parse("a" + repeated("/a", 100'000)));
  EXPECT_FALSE(Parse(std::string(kMaxExpressionBytes + 1, ' ')));
}

}  // namespace
}  // namespace pingshen::expression
