#include "core/forms/loader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <variant>

#include "tests/core/forms/form_answers.h"
#include "tests/core/forms/sample_form.h"

namespace pingshen::forms {
namespace {

using model::Item;
using model::ItemType;
using ::testing::ElementsAre;

class LoaderTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto loaded = Load(kSampleForm, "abc");
    ASSERT_TRUE(loaded) << CodeName(loaded.error().code) << " " << loaded.error().context;
    form_ = *loaded;
  }
  const Item& Get(std::string_view code) const {
    const Item* item = form_->FindItem(code);
    if (item == nullptr) ADD_FAILURE() << code;
    static const Item kNone;
    return item == nullptr ? kNone : *item;
  }
  static Decimal D(std::string_view text) { return Decimal::Parse(text).value(); }

  std::shared_ptr<const LoadedForm> form_;
};

TEST_F(LoaderTest, ReadsTheHead) {
  const model::Form& form = form_->form;
  EXPECT_EQ(form.id, "sample");
  EXPECT_EQ(form.version, "1.0");
  EXPECT_EQ(form.sha256, "abc");
  EXPECT_EQ(form.title.zh, "样表");
  EXPECT_EQ(form.title.en, "Sample");
  EXPECT_EQ(form.description.en, "Description");
  ASSERT_EQ(form.institution_kinds.size(), 1u);
  EXPECT_EQ(form.institution_kinds[0].zh, "村卫生室");
  ASSERT_EQ(form.sources.size(), 1u);
  EXPECT_EQ(form.sources[0].document.zh, "办法");
  EXPECT_EQ(form.sources[0].clause, "第十二条");
  EXPECT_EQ(form.sources[0].confidence, model::Confidence::kTwoSources);
  EXPECT_EQ(form.sources[0].note.en, "Note");
}

TEST_F(LoaderTest, ReadsSectionsOfAnyDepth) {
  ASSERT_EQ(form_->form.sections.size(), 2u);
  const model::Section& first = form_->form.sections[0];
  EXPECT_EQ(first.code, "S1");
  EXPECT_EQ(first.title.en, "Chapter one");
  EXPECT_EQ(first.items.size(), 5u);
  ASSERT_EQ(first.sections.size(), 1u);
  EXPECT_EQ(first.sections[0].code, "S1.1");
  ASSERT_EQ(first.sections[0].items.size(), 1u);
  EXPECT_EQ(first.sections[0].items[0].code, "rooms");
}

TEST_F(LoaderTest, ReadsChoices) {
  const Item& licence = Get("licence");
  EXPECT_EQ(licence.type, ItemType::kSingleChoice);
  EXPECT_EQ(licence.hint.en, "See the original");
  EXPECT_EQ(licence.method.zh, "查阅资料");
  EXPECT_TRUE(licence.required);
  EXPECT_TRUE(licence.core);
  EXPECT_EQ(licence.points, D("10"));
  EXPECT_TRUE(std::holds_alternative<model::ScoreByOptions>(licence.score));
  ASSERT_EQ(licence.options.size(), 2u);
  EXPECT_EQ(licence.options[0].code, "valid");
  EXPECT_EQ(licence.options[0].label.en, "Valid");
  EXPECT_EQ(licence.options[0].points, D("10"));
  EXPECT_EQ(licence.sources[0].confidence, model::Confidence::kOneSource);

  const Item& named = Get("named");
  EXPECT_EQ(named.type, ItemType::kYesNoNa);
  EXPECT_FALSE(named.required);
  EXPECT_TRUE(named.allows_not_applicable);
  EXPECT_EQ(named.not_applicable_basis.en, "By consent");
  EXPECT_EQ(named.sources[0].confidence, model::Confidence::kOurReading);
  EXPECT_FALSE(licence.allows_not_applicable);

  EXPECT_EQ(Get("rooms").type, ItemType::kMultipleChoice);
  EXPECT_EQ(Get("rooms").options[1].points, D("2.5"));
}

TEST_F(LoaderTest, ReadsNumbersAndSteps) {
  const Item& area = Get("area");
  EXPECT_EQ(area.type, ItemType::kDecimal);
  EXPECT_EQ(area.unit.en, "m²");
  EXPECT_EQ(area.minimum, D("0.5"));
  EXPECT_EQ(area.maximum, D("2000"));
  const auto& steps = std::get<model::ScoreBySteps>(area.score);
  EXPECT_EQ(steps.denominator_item, "");
  ASSERT_EQ(steps.steps.size(), 2u);
  EXPECT_EQ(steps.steps[0].at_least, D("60"));
  EXPECT_FALSE(steps.steps[0].exclusive);
  EXPECT_EQ(steps.steps[1].at_least, D("40"));
  EXPECT_TRUE(steps.steps[1].exclusive);
  EXPECT_EQ(steps.steps[1].points, D("7.5"));

  const auto& ratio = std::get<model::ScoreBySteps>(Get("staff").score);
  EXPECT_EQ(ratio.denominator_item, "population");
  EXPECT_EQ(ratio.per, D("1000"));
}

TEST_F(LoaderTest, ReadsDeductions) {
  const Item& waste = Get("waste");
  EXPECT_EQ(waste.type, ItemType::kDeductions);
  EXPECT_TRUE(std::holds_alternative<model::ScoreByDeductions>(waste.score));
  ASSERT_EQ(waste.deductions.size(), 2u);
  EXPECT_EQ(waste.deductions[0].max_count, 1);
  EXPECT_FALSE(waste.deductions[0].cap.has_value());
  EXPECT_EQ(waste.deductions[1].code, "gaps");
  EXPECT_EQ(waste.deductions[1].points, D("0.5"));
  EXPECT_EQ(waste.deductions[1].max_count, 20);
  EXPECT_EQ(waste.deductions[1].cap, D("5"));
}

TEST_F(LoaderTest, ReadsRepeats) {
  const Item& people = Get("people");
  EXPECT_EQ(people.type, ItemType::kRepeat);
  EXPECT_EQ(people.instance_label.en, "Person");
  EXPECT_EQ(people.max_instances, 50);
  ASSERT_EQ(people.children.size(), 3u);
  EXPECT_EQ(people.children[1].type, ItemType::kIdentityNumber);
  const auto& score = std::get<model::ScoreByInstances>(people.score);
  EXPECT_EQ(score.child, "registered");
  EXPECT_THAT(score.codes, ElementsAre("no"));
  EXPECT_EQ(score.points_off, D("10"));
  EXPECT_EQ(score.min_instances, 1);
}

TEST_F(LoaderTest, ReadsTheScheme) {
  const auto& scheme = std::get<model::PointsScheme>(form_->form.scheme);
  EXPECT_EQ(scheme.total, D("100"));
  EXPECT_EQ(scheme.veto_band, "fail");
  ASSERT_EQ(scheme.vetoes.size(), 2u);
  EXPECT_EQ(scheme.vetoes[1].code, "V2");
  EXPECT_EQ(scheme.vetoes[1].label.en, "Unregistered");
  ASSERT_EQ(scheme.bands.size(), 3u);
  EXPECT_FALSE(scheme.bands[0].below.has_value());
  EXPECT_EQ(scheme.bands[1].at_least, D("70"));
  EXPECT_EQ(scheme.bands[1].below, D("90"));
  EXPECT_EQ(scheme.bands[1].tone, model::Tone::kMiddle);
  EXPECT_EQ(scheme.bands[2].consequence.en, "Again after six months");
}

TEST_F(LoaderTest, FindsItemsByCode) {
  EXPECT_EQ(form_->FindItem("nobody"), nullptr);
  EXPECT_EQ(form_->FindItem("S1"), nullptr);
  EXPECT_EQ(form_->FindItem("rooms"), &form_->form.sections[0].sections[0].items[0]);
  EXPECT_EQ(form_->RepeatOf("id"), form_->FindItem("people"));
  EXPECT_EQ(form_->RepeatOf("people"), nullptr);
  EXPECT_EQ(form_->RepeatOf("nobody"), nullptr);
}

TEST_F(LoaderTest, KeepsThePlaceOfExpressions) {
  const model::Expression& expression = Get("since").relevant;
  EXPECT_EQ(expression.text, "${licence} = 'valid'");
  EXPECT_EQ(expression.line, 17u);
  EXPECT_EQ(expression.column, 91u);
  EXPECT_EQ(Get("since").constraint_message.en, "Not later than today");
}

TEST_F(LoaderTest, CompilesRelevanceConstraintsAndVetoes) {
  EXPECT_EQ(form_->plan->tasks.size(), 6u);
  EXPECT_EQ(form_->plan->vetoes.size(), 2u);
  EXPECT_TRUE(FormAnswers().SetChoice("licence", "valid").Relevant(*form_, "since"));
  EXPECT_FALSE(FormAnswers().SetChoice("licence", "none").Relevant(*form_, "since"));
}

TEST_F(LoaderTest, ChildOfARepeatIsAllInstancesFromOutsideAndOneFromInside) {
  const auto choice = [](const char* code) { return model::Value::Choice(code); };
  const auto name = [](const char* text) {
    return model::Value::Make(model::ValueKind::kText, text).value();
  };
  FormAnswers people;
  people.SetAll("name", {name("甲"), name("乙"), name("丙")});
  EXPECT_THAT(FormAnswers(people)
                  .SetAll("registered", {choice("yes"), model::Value(), choice("no")})
                  .Vetoes(*form_),
              ElementsAre("V2"));
  EXPECT_THAT(
      FormAnswers(people).SetAll("registered", {choice("yes"), choice("yes")}).Vetoes(*form_),
      ::testing::IsEmpty());
  EXPECT_FALSE(
      FormAnswers().SetAll("name", {model::Value(), name("王五")}).Relevant(*form_, "registered"));
  EXPECT_TRUE(
      FormAnswers().SetAll("name", {name("王五"), model::Value()}).Relevant(*form_, "registered"));
  FormAnswers two;
  two.SetAll("name", {name("王五"), name("李四")});
  EXPECT_TRUE(two.Holds(*form_, "staff", model::Value::Integer(2)));
  EXPECT_FALSE(two.Holds(*form_, "staff", model::Value::Integer(1)));
}

TEST(Loader, FormWithoutScheme) {
  const auto loaded = Load(
      R"({"format": "pingshen-form/1", "id": "x", "version": "1", "title": {"zh": "表", "en": "Form"},
    "documents": [{"code": "d", "title": {"zh": "文", "en": "Text"}}], "sources": [{"document": "d", "confidence": "one_source"}],
    "sections": [{"code": "S", "title": {"zh": "章", "en": "Chapter"}, "items": [
      {"code": "q", "type": "text", "label": {"zh": "问", "en": "Question"}}]}]})");
  ASSERT_TRUE(loaded) << loaded.error().context;
  EXPECT_TRUE(std::holds_alternative<std::monostate>((*loaded)->form.scheme));
}

}  // namespace
}  // namespace pingshen::forms
