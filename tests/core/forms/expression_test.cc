#include "core/forms/expression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "core/forms/compiler.h"
#include "tests/core/forms/map_scope.h"

namespace pingshen::forms {
namespace {

using model::Value;
using model::ValueKind;
using ::testing::ElementsAre;

CompiledExpression Compiled(std::string_view text) {
  auto compiled = Compile(text);
  EXPECT_TRUE(compiled) << text << ": " << compiled.error().context;
  return *compiled;
}
bool True(std::string_view text, const Scope& scope = MapScope()) {
  return Compiled(text).EvaluateBoolean(scope);
}
double Number(std::string_view text, const Scope& scope = MapScope()) {
  return Compiled(text).EvaluateNumber(scope);
}
std::string Text(std::string_view text, const Scope& scope = MapScope()) {
  return Compiled(text).EvaluateString(scope);
}

Value Made(ValueKind kind, std::string_view text) { return Value::Make(kind, text).value(); }

TEST(Expression, NumbersAsXPathWritesThem) {
  // XPath 1.0, 4.2: no exponent, no point for integers, as many digits as are needed to tell the
  // number apart.
  EXPECT_EQ(Text("0.1 + 0.2"), "0.30000000000000004");
  EXPECT_EQ(Text("1 div 3"), "0.3333333333333333");
  EXPECT_EQ(Text("1000000000000000000000 * 10"), "10000000000000000000000");
  EXPECT_EQ(Text("0.0000001"), "0.0000001");
  EXPECT_EQ(Text("-0"), "0");
  EXPECT_EQ(Text("60.50"), "60.5");
  EXPECT_EQ(Number("9007199254740993"), 9007199254740992.0);  // beyond 2^53: nearest double
  EXPECT_EQ(Number("0.1234567890123456789012345"), 0.1234567890123456789012345);
}

TEST(Expression, ModHasTheSignOfItsLeftOperand) {
  EXPECT_EQ(Number("5 mod -3"), 2);
  EXPECT_EQ(Number("-5 mod 3"), -2);
  EXPECT_EQ(Number("1.5 mod 0.5"), 0);
}

TEST(Expression, PrecedenceAndAssociativity) {
  EXPECT_EQ(Number("2 + 3 * 4 - 1"), 13);
  EXPECT_EQ(Number("100 div 10 div 2"), 5);
  EXPECT_EQ(Number("-2 * -3"), 6);
  EXPECT_EQ(Number("- - 2"), 2);
  EXPECT_TRUE(True("1 = 1 or 1 = 0 and 1 = 0"));
  EXPECT_FALSE(True("(1 = 1 or 1 = 0) and 1 = 0"));
  EXPECT_TRUE(True("1 < 2 = true()"));
  EXPECT_EQ(Number("10 -3-2"), 5);
}

TEST(Expression, AnUnansweredItemIsTheEmptyText) {
  const MapScope none;
  EXPECT_FALSE(True("${area} <= 40", none));
  EXPECT_FALSE(True("${area} > 40", none));
  EXPECT_TRUE(True("${area} = ''", none));
  EXPECT_FALSE(True("${area}", none));
  EXPECT_TRUE(True("not(${area})", none));
  EXPECT_EQ(Text("${area}", none), "");
  EXPECT_TRUE(std::isnan(Number("${area} + 1", none)));
  EXPECT_EQ(Number("coalesce(${area}, 7)", none), 7);
}

TEST(Expression, AnswersOfEveryKind) {
  MapScope scope;
  scope.SetChoice("licence", "valid")
      .Set("rooms", Value::Choices({"consulting", "treatment"}))
      .Set("staff", Value::Integer(3))
      .SetNumber("area", "40.0")
      .Set("name", Made(ValueKind::kText, "石桥村卫生室"))
      .Set("since", Made(ValueKind::kDate, "2025-03-01"));
  EXPECT_TRUE(True("${licence} = 'valid'", scope));
  EXPECT_TRUE(True("selected(${rooms}, 'treatment')", scope));
  EXPECT_FALSE(True("selected(${rooms}, 'treat')", scope));
  EXPECT_EQ(Number("count-selected(${rooms})", scope), 2);
  EXPECT_EQ(Number("${staff} * 2", scope), 6);
  EXPECT_TRUE(True("${area} = 40", scope));
  EXPECT_TRUE(True("${area} <= 40", scope));
  EXPECT_EQ(Number("string-length(${name})", scope), 6);  // characters, not bytes
  EXPECT_TRUE(True("starts-with(${name}, '石桥村')", scope));
  EXPECT_TRUE(True("contains(${name}, '卫生室')", scope));
  EXPECT_TRUE(True("${since} < today()", scope));
  EXPECT_TRUE(True("${since} >= '2025-03-01'", scope));
  EXPECT_EQ(Number("today() - ${since}", scope), 631);
}

TEST(Expression, DatesCountDays) {
  EXPECT_EQ(Number("number('1970-01-01')"), 0);
  EXPECT_EQ(Number("number('2000-03-01')"), 11017);  // date -d 2000-03-01 +%s / 86400
  EXPECT_EQ(Number("number('1900-01-01')"), -25567);
  EXPECT_EQ(Number("number('2024-02-29') - number('2024-02-28')"), 1);
  EXPECT_TRUE(std::isnan(Number("number('2023-02-29')")));
  EXPECT_TRUE(std::isnan(Number("number('2023-13-01')")));
  EXPECT_TRUE(std::isnan(Number("number('2023-1-01')")));
  EXPECT_EQ(Text("today()"), "2026-11-22");
}

TEST(Expression, CurrentValue) {
  MapScope scope;
  scope.SetCurrent(Value::Integer(12));
  EXPECT_TRUE(True(". > 10 and . < 20", scope));
  EXPECT_EQ(Number("number()", scope), 12);
  EXPECT_EQ(Text("string()", scope), "12");
  EXPECT_EQ(Number("string-length()", scope), 2);
}

TEST(Expression, AggregatesTakeAllInstances) {
  MapScope scope;
  scope.SetAll("beds", {Value::Integer(3), Value::Integer(10), Value::Integer(1)});
  EXPECT_EQ(Number("sum(${beds})", scope), 14);
  EXPECT_EQ(Number("count(${beds})", scope), 3);
  EXPECT_EQ(Number("max(${beds})", scope), 10);
  EXPECT_EQ(Number("min(${beds}, 2)", scope), 1);
  EXPECT_EQ(Number("max(${beds}, 11)", scope), 11);
  scope.SetAll("beds", {Value::Integer(3), Value(), Value::Integer(1)});
  EXPECT_EQ(Number("count-non-empty(${beds})", scope), 2);
  EXPECT_EQ(Number("count(${beds})", scope), 3);
  EXPECT_TRUE(std::isnan(Number("sum(${beds})", scope)));
  EXPECT_TRUE(std::isnan(Number("max(${beds})", scope)));
  EXPECT_TRUE(std::isnan(Number("min(${beds})", scope)));
  EXPECT_EQ(Number("sum(${nothing})", scope), 0);
  EXPECT_EQ(Number("count(${nothing})", scope), 0);
}

TEST(Expression, InstancesCompareAsANodeSet) {
  // XPath 1.0, 3.4: true when it is true of one node, and of one pair of nodes.
  const auto holds = [](std::string_view text, std::vector<Value> x, std::vector<Value> y = {}) {
    const auto compiled = Compiler::Compile(text, [](std::string_view) { return Reach::kAll; });
    EXPECT_TRUE(compiled) << text;
    return compiled->EvaluateBoolean(
        MapScope().SetAll("x", std::move(x)).SetAll("y", std::move(y)));
  };
  const auto integers = [](std::initializer_list<int> numbers) {
    std::vector<Value> values;
    for (const int number : numbers) values.push_back(Value::Integer(number));
    return values;
  };
  EXPECT_TRUE(holds("${x} = 3", integers({1, 3})));
  EXPECT_FALSE(holds("${x} = 2", integers({1, 3})));
  EXPECT_TRUE(holds("${x} != 1", integers({1, 3})));
  EXPECT_FALSE(holds("${x} != 1", integers({1, 1})));
  EXPECT_TRUE(holds("not(${x} = 2)", integers({1, 3})));
  EXPECT_TRUE(holds("2 < ${x}", integers({1, 3})));
  EXPECT_FALSE(holds("${x} = 1", {}));
  EXPECT_FALSE(holds("${x} != 1", {}));
  EXPECT_FALSE(holds("${x}", {}));
  EXPECT_FALSE(holds("${x} = true()", {}));
  EXPECT_TRUE(holds("${x} = false()", {}));
  EXPECT_TRUE(holds("${x} = ${y}", integers({1, 3}), integers({3, 4})));
  EXPECT_FALSE(holds("${x} = ${y}", integers({1, 3}), integers({2, 4})));
  EXPECT_TRUE(holds("${x} > ${y}", integers({1, 3}), integers({2, 4})));
  EXPECT_FALSE(holds("${x} > ${y}", integers({1, 2}), integers({2, 4})));
  EXPECT_TRUE(holds("string(${x}) = '1'", integers({1, 3})));
}

TEST(Expression, IfGivesTheKindOfTheBranch) {
  EXPECT_EQ(Number("if(1 = 1, 5, 'x') + 1"), 6);
  EXPECT_TRUE(True("if(true(), 'false', 0)"));  // a text that is not empty
  EXPECT_FALSE(True("if(false(), 'x', 0)"));
  EXPECT_EQ(Text("if(${a} > 2, 'many', 'few')", MapScope().SetNumber("a", "3")), "many");
}

TEST(Expression, Dependencies) {
  EXPECT_THAT(Compiled("${b} = 1 or sum(${c}) > ${a} or ${b} = 2").dependencies(),
              ElementsAre("a", "b", "c"));
  EXPECT_THAT(Compiled("1 + 1").dependencies(), ElementsAre());
}

TEST(Expression, OnlyTheTakenBranchIsEvaluated) {
  struct Strict : MapScope {
    Value Answer(std::string_view code) const override {
      EXPECT_EQ(code, "a");
      return MapScope::Answer(code);
    }
  } scope;
  EXPECT_TRUE(True("${a} = '' or ${b} = 1", scope));
  EXPECT_FALSE(True("${a} = 'x' and ${b} = 1", scope));
  EXPECT_EQ(Number("if(${a} = '', 1, ${b})", scope), 1);
}

struct Refused {
  std::string_view expression;
  std::string_view where;  // start of the context
  std::string_view what;   // part of the context
};
class RefusedExpression : public ::testing::TestWithParam<Refused> {};

TEST_P(RefusedExpression, NamesPlaceAndReason) {
  const auto compiled = Compile(GetParam().expression, 7, 3);
  ASSERT_FALSE(compiled);
  EXPECT_EQ(compiled.error().code, ErrorCode::ERR_EXPRESSION);
  EXPECT_THAT(compiled.error().context, ::testing::StartsWith(GetParam().where));
  EXPECT_THAT(compiled.error().context, ::testing::HasSubstr(GetParam().what));
}

INSTANTIATE_TEST_SUITE_P(
    All, RefusedExpression,
    ::testing::Values(
        Refused{"", "line 7, column 3: ", "a value is missing before the end"},
        Refused{"1 +", "line 7, column 6: ", "a value is missing before the end"},
        Refused{"1 1", "line 7, column 5: ", "unexpected \"1\""},
        Refused{"(1 + 2", "line 7, column 9: ", "\")\" is missing before the end"},
        Refused{"1 + 2)", "line 7, column 8: ", "unexpected \")\""},
        Refused{"'中文' = nosuch(1)", "line 7, column 10: ", "unknown function \"nosuch\""},
        Refused{"1 +\n  nosuch(1)", "line 8, column 3: ", "unknown function"},
        Refused{"not()", "line 7, column 3: ", "not() takes 1 argument(s)"},
        Refused{"1 + not(1, 2)", "line 7, column 7: ", "not() takes 1 argument(s)"},
        Refused{"if(1, 2)", "line 7, column 3: ", "if() takes 3 argument(s)"},
        Refused{"round(1, 2, 3)", "line 7, column 3: ", "round() takes 1 or 2 argument(s)"},
        Refused{"min()", "line 7, column 3: ", "min() takes at least 1 argument(s)"},
        Refused{"sum(1)", "line 7, column 7: ", "sum() takes a ${…}"},
        Refused{"count(${a} + 1)", "line 7, column 9: ", "count() takes a ${…}"},
        Refused{"yes", "line 7, column 3: ", "unknown name \"yes\""},
        Refused{"${a} = yes", "line 7, column 10: ", "unknown name \"yes\""},
        Refused{"${a", "line 7, column 3: ", "\"${\" without \"}\""},
        Refused{"$a", "line 7, column 3: ", "\"$\" without \"{\""},
        Refused{"${a b}", "line 7, column 3: ", "\"a b\" is not a code"},
        Refused{"${}", "line 7, column 3: ", "\"\" is not a code"},
        Refused{"${a} = ‘x’", "line 7, column 10: ", "curly quotation mark"},
        Refused{"if（1，2，3）", "line 7, column 5: ", "unexpected character \"（\""},
        Refused{"'open", "line 7, column 3: ", "no closing quotation mark"},
        Refused{"1 ! 2", "line 7, column 5: ", "\"!\" without \"=\""},
        Refused{"/data/a", "line 7, column 3: ", "paths are not part"},
        Refused{"../a", "line 7, column 3: ", "paths are not part"},
        Refused{"* = 1", "line 7, column 3: ", "paths are not part"},
        Refused{"${a} ${b}", "line 7, column 8: ", "unexpected ${b}"},
        Refused{"1 plus 2", "line 7, column 5: ", "an operator is missing before \"plus\""},
        Refused{"concat('a' 'b')", "line 7, column 14: ", "\")\" is missing before a text"},
        Refused{"concat('a',)", "line 7, column 14: ", "a value is missing before \")\""}));

TEST(Expression, DeepNestingIsRefusedNotFatal) {
  const auto nested = [](std::size_t depth, std::string_view open, std::string_view close) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += open;
    text += "1";
    for (std::size_t i = 0; i < depth; ++i) text += close;
    return text;
  };
  EXPECT_EQ(Number(nested(150, "(", ")")), 1);
  EXPECT_EQ(Number(nested(150, "-", "")), 1);
  EXPECT_EQ(Number(nested(150, "1+", "")), 151);
  EXPECT_EQ(Number(nested(150, "abs(", ")")), 1);
  for (const auto& [open, close] :
       {std::pair("(", ")"), std::pair("-", ""), std::pair("1+", ""), std::pair("abs(", ")")}) {
    const auto compiled = Compile(nested(500, open, close));
    ASSERT_FALSE(compiled) << open;
    EXPECT_THAT(compiled.error().context, ::testing::HasSubstr("nested too deeply"));
  }
  EXPECT_FALSE(Compile(nested(5000, "(", ")")));
}

TEST(Expression, LongChainsOfOrAndAnd) {
  const auto chain = [](std::size_t length, std::string_view link, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) text += link;
    return text + std::string(last);
  };
  EXPECT_TRUE(True(chain(3000, "0 or ", "1")));
  EXPECT_FALSE(True(chain(3000, "0 or ", "0")));
  EXPECT_FALSE(True(chain(3000, "1 and ", "0")));
  EXPECT_TRUE(True(chain(3000, "1 and ", "1")));
  // and binds tighter: 0 or (1 and 0) or (1 and 1)
  EXPECT_TRUE(True("0 or 1 and 0 or 1 and 1"));
  EXPECT_FALSE(True("0 or 1 and 0 or 1 and 0 and 1"));
  EXPECT_TRUE(True("1 and 0 or 1"));
}

TEST(Expression, InvalidUtf8IsRefused) {
  EXPECT_EQ(Compile("'\xff'").error().code, ErrorCode::ERR_UTF8);
}

}  // namespace
}  // namespace pingshen::forms
