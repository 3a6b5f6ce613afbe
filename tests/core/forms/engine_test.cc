#include "core/forms/engine.h"

#include <gtest/gtest.h>

#include "tests/core/forms/form_maker.h"

namespace pingshen::forms {
namespace {

using model::Item;
using model::ItemType;

PlanProblem ProblemOf(std::vector<Item> items) {
  const model::Form form = FormOf(std::move(items));
  const auto plan = MakePlan(form);
  EXPECT_FALSE(plan.has_value());
  return plan ? PlanProblem{} : plan.error();
}

TEST(Engine, CalculationsFollowEachOther) {
  Live live({Integer("a"), Calculated("double", "${a} * 2"), Calculated("more", "${double} + 1"),
             Calculated("word", "if(${more} > 10, 'large', 'small')")});
  EXPECT_EQ(live.See("word"), "small") << "NaN is larger than nothing";
  live.Set("a", "7");
  EXPECT_EQ(live.See("double"), "14");
  EXPECT_EQ(live.See("more"), "15");
  EXPECT_EQ(live.See("word"), "large");
  live.Set("a", "");
  EXPECT_EQ(live.See("double"), "") << "no number is no answer";
}

TEST(Engine, StopsWhereNothingChanged) {
  Live live({Integer("a"), Calculated("sign", "if(${a} > 0, 1, 0)"),
             Calculated("next", "${sign} + 1"), Calculated("last", "${next} + 1")});
  live.Set("a", "5");
  const std::uint64_t before = live.engine->evaluations();
  live.engine->Apply(model::FieldPath::Of("a"), model::Value::Integer(6));
  const auto changes = live.engine->Recalculate();
  EXPECT_EQ(live.engine->evaluations() - before, 1u);
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(live.plan->nodes[changes[0].cell.node].code(), "a");
  EXPECT_EQ(changes[0].what, kChangedValue);
}

TEST(Engine, WhatIsNotRelevantReadsAsEmptyAndIsKept) {
  Live live({Integer("a"), When("${a} = 1", Group("g", {TextItem("b"), TextItem("c")})),
             Calculated("all", "concat(${b}, '-', ${c})")});
  live.Set("a", "1").Set("b", "x").Set("c", "y");
  EXPECT_EQ(live.See("all"), "x-y");
  live.Set("a", "2");
  EXPECT_FALSE(live.Relevant("b"));
  EXPECT_EQ(live.See("all"), "-");
  live.Set("c", "z");
  EXPECT_EQ(live.See("all"), "-");
  live.Set("a", "1");
  EXPECT_EQ(live.See("all"), "x-z");
}

TEST(Engine, RepeatsAreSummedOutsideAndSingleInside) {
  Live live({Repeat("r", {Integer("n"), Calculated("twice", "${n} * 2"),
                          Calculated("share", "${n} div sum(${n})"),
                          Calculated("place", "position(..)")}),
             Calculated("total", "sum(${twice})"), Calculated("count", "count(${r})"),
             Calculated("third", "indexed-repeat(${n}, ${r}, 2)")});
  EXPECT_EQ(live.See("total"), "0");
  live.Add("r#1").Add("r#2").Add("r#3");
  live.Set("r#1/n", "1").Set("r#2/n", "2").Set("r#3/n", "4");
  EXPECT_EQ(live.See("total"), "14");
  EXPECT_EQ(live.See("count"), "3");
  EXPECT_EQ(live.See("r#3/twice"), "8");
  EXPECT_EQ(live.See("r#3/place"), "3");
  EXPECT_EQ(live.See("third"), "2");
  live.Remove("r#2");
  EXPECT_EQ(live.See("total"), "10");
  EXPECT_EQ(live.See("r#3/place"), "2");
  EXPECT_EQ(live.See("third"), "4");
  live.Add("r#2");
  EXPECT_EQ(live.See("total"), "14") << "its answers are kept";
}

TEST(Engine, NestedRepeatsSeeTheirOwnOuterInstance) {
  Live live({Repeat("r", {Integer("f"), Repeat("s", {Integer("n"), Calculated("x", "${n} * ${f}")}),
                          Calculated("sum", "sum(${x})")}),
             Calculated("all", "sum(${x})")});
  live.Add("r#1").Add("r#2").Add("r#1/s#1").Add("r#2/s#1").Add("r#2/s#2");
  live.Set("r#1/f", "10").Set("r#2/f", "100");
  live.Set("r#1/s#1/n", "1").Set("r#2/s#1/n", "2").Set("r#2/s#2/n", "3");
  EXPECT_EQ(live.See("r#1/sum"), "10");
  EXPECT_EQ(live.See("r#2/sum"), "500");
  EXPECT_EQ(live.See("all"), "510");
  live.Set("r#2/f", "1");
  EXPECT_EQ(live.See("all"), "15");
}

TEST(Engine, CountDecidesHowManyInstances) {
  Item repeat = Repeat("r", {Integer("n")});
  repeat.count = Written("${how_many}");
  Live live({Integer("how_many"), std::move(repeat), Calculated("total", "sum(${n})")});
  live.Set("how_many", "3").Set("r#3/n", "5").Set("r#1/n", "1").Set("r#2/n", "0");
  EXPECT_EQ(live.See("total"), "6");
  live.Set("how_many", "2");
  EXPECT_EQ(live.See("total"), "1");
  EXPECT_EQ(live.See("r#3/n"), "(none)");
  live.Set("how_many", "3");
  EXPECT_EQ(live.See("r#3/n"), "5");
}

TEST(Engine, AnswersBehindACountAreReadFromALog) {
  Item repeat = Repeat("r", {Integer("n")});
  repeat.count = Written("${how_many}");
  Live live({Integer("how_many"), std::move(repeat), Calculated("total", "sum(${n})")});
  live.engine->Apply(*model::FieldPath::Parse("r#2/n"), model::Value::Integer(7));
  live.engine->Apply(*model::FieldPath::Parse("r#1/n"), model::Value::Integer(0));
  live.engine->Apply(model::FieldPath::Of("how_many"), model::Value::Integer(2));
  live.engine->RecalculateAll();
  EXPECT_EQ(live.See("total"), "7");
}

TEST(Engine, TablesHaveTheirRowsAlways) {
  Item table = Frame("t", ItemType::kTable, {Integer("n"), Calculated("m", "${n} + 1")});
  table.rows = {{"first", {}}, {"second", {}}};
  Live live({std::move(table), Calculated("sum", "sum(${n})")});
  live.Set("t#2/n", "3").Set("t#1/n", "1");
  EXPECT_EQ(live.See("t#2/m"), "4");
  EXPECT_EQ(live.See("sum"), "4");
  EXPECT_EQ(live.See("t#3/n"), "(none)");
}

TEST(Engine, ConstraintsAndRules) {
  Item a = Integer("a");
  a.constraint = Written(". > ${low}");
  a.required_when = Written("${low} = 5");
  a.read_only.when = Written("${low} > 100");
  Live live({Integer("low"), std::move(a)});
  const auto at = [&]() -> const CellState& {
    return live.engine->At(*live.engine->Find(model::FieldPath::Of("a")));
  };
  EXPECT_TRUE(at().constraint_holds) << "not asked of an empty answer";
  live.Set("low", "5").Set("a", "3");
  EXPECT_FALSE(at().constraint_holds);
  EXPECT_TRUE(at().required);
  live.Set("low", "1");
  EXPECT_TRUE(at().constraint_holds);
  EXPECT_FALSE(at().required);
  live.Set("low", "200");
  EXPECT_TRUE(at().read_only);
}

TEST(Engine, ChoiceFiltersSeeTheColumnsOfTheList) {
  model::Form form;
  model::OptionList list;
  list.code = "towns";
  list.options = std::vector<model::Option>{
      {.code = "yj", .label = {"永嘉", ""}, .points = {}, .columns = {{"county", "a"}}},
      {.code = "ra", .label = {"瑞安", ""}, .points = {}, .columns = {{"county", "b"}}},
      {.code = "lc", .label = {"鹿城", ""}, .points = {}, .columns = {{"county", "a"}}}};
  Item town = MakeItem("town", ItemType::kSingleChoice);
  town.list = "towns";
  town.options = list.options;
  town.choice_filter = Written("county = ${county}");
  form.lists.push_back(std::move(list));
  form.sections.push_back({});
  form.sections[0].code = "S";
  form.sections[0].items = {
      TextItem("county"), std::move(town), Calculated("name", "jr:choice-name(${town}, '${town}')"),
      Calculated("first", "instance('towns')/root/item[county = ${county}]/name"),
      Calculated("how_many", "count(instance('towns')/root/item[county = ${county}])")};
  Live live(std::move(form));
  const auto town_cell = *live.engine->Find(model::FieldPath::Of("town"));
  live.Set("county", "a");
  EXPECT_EQ(live.engine->ChoicesOf(town_cell), (std::vector<std::uint32_t>{0, 2}));
  EXPECT_EQ(live.See("first"), "yj");
  EXPECT_EQ(live.See("how_many"), "2");
  live.Set("town", "lc");
  EXPECT_TRUE(live.engine->At(town_cell).choice_offered);
  EXPECT_EQ(live.See("name"), "鹿城");
  live.Set("county", "b");
  EXPECT_FALSE(live.engine->At(town_cell).choice_offered);
}

TEST(Engine, PullsDataFromTables) {
  model::Form form =
      FormOf({TextItem("id"), Calculated("beds", "pulldata('wards','beds','id',${id})")});
  form.tables.push_back({"wards", {"id", "beds"}, {{"w1", "20"}, {"w2", "35"}}});
  Live live(std::move(form));
  live.Set("id", "w2");
  EXPECT_EQ(live.See("beds"), "35");
  live.Set("id", "w3");
  EXPECT_EQ(live.See("beds"), "");
}

TEST(Engine, DynamicPathsDependOnEverything) {
  Live live({Group("g", {Integer("a"), Integer("b"), When("${a} = 1", Integer("c"))}),
             Calculated("filled", "count-non-empty(/data/S/g/*)"),
             Calculated("next", "${filled} + 1")});
  live.Set("a", "1").Set("c", "5");
  EXPECT_EQ(live.See("filled"), "2");
  EXPECT_EQ(live.See("next"), "3");
  live.Set("a", "2");
  EXPECT_EQ(live.See("filled"), "1");
}

TEST(Engine, VolatileValuesAreRecordedOnce) {
  Live live({TextItem("a"), Calculated("id", "once(uuid())"),
             Calculated("stamp", "concat(${a}, uuid())")});
  const auto first = live.engine->TakeRecords();
  ASSERT_EQ(first.size(), 2u);
  EXPECT_EQ(first[0].first.ToString(), "id");
  const std::string id = live.See("id");
  live.Set("a", "x");
  EXPECT_EQ(live.See("id"), id);
  const auto second = live.engine->TakeRecords();
  ASSERT_EQ(second.size(), 1u);
  EXPECT_EQ(second[0].first.ToString(), "stamp");
  // The desk takes what was recorded.
  Engine desk(live.plan, live.form, live.world);
  desk.Apply(model::FieldPath::Of("a"), *model::Value::Make(model::ValueKind::kText, "x"));
  desk.Apply(first[0].first, first[0].second);
  desk.Apply(second[0].first, second[0].second);
  desk.RecalculateAll();
  EXPECT_EQ(Described(desk), Described(*live.engine));
  EXPECT_TRUE(desk.TakeRecords().empty());
}

TEST(Engine, DefaultsAreTakenWhenThePlaceIsMade) {
  Item now = TextItem("made");
  now.default_expression = Written("concat('no. ', position(..))");
  Item kind = TextItem("kind");
  kind.default_expression = Written("'usual'");
  Live live({std::move(kind), Repeat("r", {std::move(now)})});
  EXPECT_EQ(live.See("kind"), "") << "a draft from a log gets none";
  live.engine->FillDefaults();
  live.engine->Recalculate();
  EXPECT_EQ(live.See("kind"), "usual");
  live.Add("r#1").Add("r#2");
  EXPECT_EQ(live.See("r#2/made"), "no. 2");
  EXPECT_EQ(live.engine->TakeRecords().size(), 3u);
}

TEST(Plan, CyclesNameTheirPath) {
  PlanProblem problem = ProblemOf(
      {Calculated("a", "${b} + 1"), Calculated("b", "${c}"), Calculated("c", "${a} * 2")});
  EXPECT_EQ(problem.code, ErrorCode::ERR_FORM_CYCLE);
  EXPECT_EQ(problem.what, "a → b → c → a");
  problem = ProblemOf({Calculated("a", "${a} + 1")});
  EXPECT_EQ(problem.what, "a → a");
  problem = ProblemOf(
      {Integer("a"), When("${c} > 1", Group("g", {Integer("b")})), Calculated("c", "${b} + 1")});
  EXPECT_EQ(problem.what, "g → c → b → g");
}

TEST(Plan, UnknownNamesHaveTheirPlace) {
  const PlanProblem problem = ProblemOf({Calculated("a", "1 +\n ${nobody}")});
  EXPECT_EQ(problem.code, ErrorCode::ERR_FORM_CODE_UNKNOWN);
  EXPECT_EQ(problem.place.line, 2u);
  EXPECT_EQ(problem.place.column, 2u);
}

TEST(Engine, FailuresAreReportedNotHidden) {
  Live live({TextItem("a"), Calculated("b", "regex(${a}, '[')")});
  live.Set("a", "x");
  const auto errors = live.engine->Errors();
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(live.plan->nodes[errors[0].first.node].code(), "b");
}

}  // namespace
}  // namespace pingshen::forms
