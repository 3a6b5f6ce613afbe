#include "core/grading/item_score.h"

#include <gtest/gtest.h>

#include "tests/core/grading/schemes.h"

namespace pingshen::grading {
namespace {

using model::Item;
using model::ItemType;
using model::Value;

Item MakeItem(ItemType type, std::string_view points, model::ScoreRule rule) {
  Item item;
  item.code = "X";
  item.type = type;
  item.points = D(points);
  item.score = std::move(rule);
  return item;
}

// "-" not answered, "na", or the points.
std::string Scored(const Item& item, const ItemAnswer& answer) {
  const ItemScore score = ScoreItem(item, answer);
  if (!score.answered) {
    EXPECT_TRUE(score.earned.IsZero());
    return "-";
  }
  if (!score.applicable) {
    EXPECT_TRUE(score.earned.IsZero());
    return "na";
  }
  return score.earned.ToString();
}
std::string Scored(const Item& item, Value value) {
  return Scored(item, ItemAnswer{std::move(value), {}, {}, {}});
}

TEST(ScoreByOptions, YesEarnsAllNoNothing) {
  Item item = MakeItem(ItemType::kYesNoNa, "5", model::ScoreByOptions{});
  EXPECT_EQ(Scored(item, Value::Choice("yes")), "5");
  EXPECT_EQ(Scored(item, Value::Choice("no")), "0");
  EXPECT_EQ(Scored(item, Value()), "-");
  EXPECT_EQ(Scored(item, Value::Choice("maybe")), "-");
  EXPECT_EQ(Scored(item, Value::Choice("na")), "-") << "not allowed here";
  item.allows_not_applicable = true;
  EXPECT_EQ(Scored(item, Value::Choice("na")), "na");
}

TEST(ScoreByOptions, PointsOfTheOptions) {
  Item item = MakeItem(ItemType::kMultipleChoice, "4", model::ScoreByOptions{});
  item.options = {
      {"a", {}, D("1.5")}, {"b", {}, D("2.5")}, {"c", {}, std::nullopt}, {"d", {}, D("3")}};
  EXPECT_EQ(Scored(item, Value::Choices({"a"})), "1.5");
  EXPECT_EQ(Scored(item, Value::Choices({"a", "b"})), "4");
  EXPECT_EQ(Scored(item, Value::Choices({"a", "c"})), "1.5");
  EXPECT_EQ(Scored(item, Value::Choices({"b", "d"})), "4") << "never above the item's points";
  EXPECT_EQ(Scored(item, Value::Choices({"a", "x"})), "-");
  EXPECT_EQ(Scored(item, Value::Choice("none")), "0");
  EXPECT_EQ(Scored(item, Value()), "-");
  Item yes_no = MakeItem(ItemType::kYesNoNa, "5", model::ScoreByOptions{});
  yes_no.options = {{"yes", {}, D("5")}, {"no", {}, D("2")}};
  EXPECT_EQ(Scored(yes_no, Value::Choice("no")), "2");
}

class Deductions : public ::testing::Test {
 protected:
  Deductions() {
    item_.allows_not_applicable = true;
    item_.deductions = {{"contract", {}, D("2"), 1, std::nullopt},
                        {"register", {}, D("0.5"), 100, D("3")}};
  }
  std::string With(Value value, std::vector<std::pair<std::string, Value>> fields) {
    return Scored(item_, ItemAnswer{std::move(value), std::move(fields), {}, {}});
  }
  Item item_ = MakeItem(ItemType::kDeductions, "6", model::ScoreByDeductions{});
};

TEST_F(Deductions, EachOccurrenceTakesOff) {
  EXPECT_EQ(With(Value::Choice("full"), {}), "6");
  EXPECT_EQ(With({}, {{"contract", Value::Integer(1)}}), "4");
  EXPECT_EQ(With({}, {{"register", Value::Integer(3)}}), "4.5");
  EXPECT_EQ(With({}, {{"contract", Value::Integer(1)}, {"register", Value::Integer(2)}}), "3");
}

TEST_F(Deductions, CapsAndBounds) {
  EXPECT_EQ(With({}, {{"register", Value::Integer(6)}}), "3");
  EXPECT_EQ(With({}, {{"register", Value::Integer(100)}}), "3") << "the cap holds";
  EXPECT_EQ(With({}, {{"contract", Value::Integer(9)}}), "4") << "at most max_count";
  item_.deductions.push_back({"grave", {}, D("5"), 9, std::nullopt});
  EXPECT_EQ(With({}, {{"grave", Value::Integer(9)}}), "0") << "never below 0";
  item_.deductions.push_back({"huge", {}, D("999999999999999"), INT64_MAX, std::nullopt});
  EXPECT_EQ(With({}, {{"huge", Value::Integer(INT64_MAX)}}), "0");
}

TEST_F(Deductions, AnsweredOnlyWhenSaid) {
  EXPECT_EQ(With({}, {}), "-");
  EXPECT_EQ(With({}, {{"contract", Value::Integer(0)}}), "-");
  EXPECT_EQ(With({}, {{"contract", Value::Integer(-3)}}), "-");
  EXPECT_EQ(With({}, {{"note", Value::Make(model::ValueKind::kText, "7").value()}}), "-");
  EXPECT_EQ(With({}, {{"unknown", Value::Integer(1)}}), "-");
  EXPECT_EQ(With(Value::Choice("na"), {}), "na");
  EXPECT_EQ(With(Value::Choice("na"), {{"contract", Value::Integer(1)}}), "4")
      << "what was found outweighs";
  EXPECT_EQ(With(Value::Choice("full"), {{"contract", Value::Integer(1)}}), "4");
}

TEST(ScoreBySteps, PlainValue) {
  model::ScoreBySteps rule;
  rule.steps = {{D("80"), false, D("5")}, {D("60"), false, D("3")}, {D("40"), true, D("1")}};
  const Item item = MakeItem(ItemType::kDecimal, "5", rule);
  const std::pair<const char*, const char*> cases[] = {
      {"80", "5"},   {"79.999999999", "3"}, {"60", "3"}, {"59.9", "1"},
      {"40.1", "1"}, {"40", "0"},           {"-1", "0"}, {"1000", "5"}};
  for (const auto& [number, points] : cases)
    EXPECT_EQ(Scored(item, Value::Of(D(number))), points) << number;
  EXPECT_EQ(Scored(item, Value()), "-");
}

TEST(ScoreBySteps, RatioIsComparedExactly) {
  model::ScoreBySteps rule;
  rule.denominator_item = "population";
  rule.per = D("1000");
  rule.steps = {{D("1"), false, D("5")}, {D("0.5"), true, D("2")}};
  const Item item = MakeItem(ItemType::kInteger, "5", rule);
  const auto staff_per = [&](std::int64_t staff, std::optional<Decimal> population) {
    return Scored(item, ItemAnswer{Value::Integer(staff), {}, population, {}});
  };
  EXPECT_EQ(staff_per(3, D("3000")), "5");
  EXPECT_EQ(staff_per(3, D("3001")), "2") << "0.99967 is less than 1";
  EXPECT_EQ(staff_per(1, D("2000")), "0") << "0.5 is not more than 0.5";
  EXPECT_EQ(staff_per(1, D("1999")), "2");
  EXPECT_EQ(staff_per(0, D("3000")), "0");
  EXPECT_EQ(staff_per(3, D("0")), "-");
  EXPECT_EQ(staff_per(3, D("-5")), "-");
  EXPECT_EQ(staff_per(3, std::nullopt), "-");
  EXPECT_EQ(staff_per(INT64_MAX, D("922337203685477.5")), "5");
}

TEST(ScoreByInstances, EachBadInstanceTakesOff) {
  model::ScoreByInstances rule;
  rule.child = "registered";
  rule.codes = {"no", "expired"};
  rule.points_off = D("1.5");
  rule.min_instances = 1;
  const Item item = MakeItem(ItemType::kRepeat, "4", rule);
  const auto people = [&](std::vector<const char*> answers, Value value = {}) {
    ItemAnswer answer;
    answer.value = std::move(value);
    for (const std::string code : answers) {
      auto& instance = answer.instances.emplace_back();
      instance.emplace_back("name", Value::Choice("x"));
      if (code != "does_not_apply")
        instance.emplace_back("registered", code.empty() ? Value() : Value::Choice(code));
    }
    return Scored(item, answer);
  };
  EXPECT_EQ(people({"yes", "yes"}), "4");
  EXPECT_EQ(people({"yes", "no", "expired"}), "1");
  EXPECT_EQ(people({"no", "no", "no"}), "0");
  EXPECT_EQ(people({"yes", ""}), "-");
  EXPECT_EQ(people({"yes", "does_not_apply", "no"}), "2.5");
  EXPECT_EQ(people({}), "-");
  EXPECT_EQ(people({}, Value::Choice("none")), "0") << "fewer than min_instances";
}

TEST(ScoreItem, WithoutARuleNothingIsScored) {
  EXPECT_EQ(Scored(MakeItem(ItemType::kText, "4", std::monostate()), Value::Choice("x")), "-");
}

}  // namespace
}  // namespace pingshen::grading
