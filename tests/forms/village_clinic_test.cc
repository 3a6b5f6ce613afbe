// The village clinic checklist: frame, vetoes, bands, relevance and constraints.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/forms/loader.h"
#include "core/json/json.h"
#include "forms/built_in.h"
#include "tests/core/forms/form_answers.h"

namespace pingshen::forms {
namespace {

using model::Item;
using model::ItemType;
using model::Value;
using model::ValueKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class VillageClinic : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const Bytes& bytes : BuiltInForms()) {
      auto loaded = Load(AsText(bytes));
      ASSERT_TRUE(loaded) << loaded.error().context;
      if ((*loaded)->form.id == "village-clinic") form_ = *loaded;
    }
    ASSERT_NE(form_, nullptr);
    scheme_ = &std::get<model::PointsScheme>(form_->form.scheme);
    // A clinic against which nothing can be said.
    good_.SetChoice("VC-01", "displayed")
        .SetNumber("VC-03", "72.5")
        .SetChoice("VC-05", "approved")
        .SetAll("VC-09-name", {Text("张秀英"), Text("李建国")})
        .SetAll("VC-09-category", {Value::Choice("village_doctor"), Value::Choice("nurse")})
        .SetAll("VC-09-registration", {Value::Choice("registered"), Value::Choice("registered")})
        .SetChoice("VC-17a", "yes")
        .SetChoice("VC-19a", "no");
  }

  static Value Text(std::string_view text) { return Value::Make(ValueKind::kText, text).value(); }
  static Value Date(std::string_view text) { return Value::Make(ValueKind::kDate, text).value(); }

  std::vector<std::string> Vetoes(const FormAnswers& answers) const {
    return answers.Vetoes(*form_);
  }
  bool Relevant(std::string_view code, const FormAnswers& answers) const {
    return answers.Relevant(*form_, code);
  }
  bool Holds(std::string_view code, const FormAnswers& answers, Value value) const {
    return answers.Holds(*form_, code, std::move(value));
  }
  // The bands that a score belongs to.
  std::vector<const model::Band*> BandsOf(const Decimal& score) const {
    std::vector<const model::Band*> bands;
    for (const model::Band& band : scheme_->bands)
      if ((!band.at_least || score >= *band.at_least) && (!band.below || score < *band.below))
        bands.push_back(&band);
    return bands;
  }

  std::shared_ptr<const LoadedForm> form_;
  const model::PointsScheme* scheme_ = nullptr;
  FormAnswers good_;
};

TEST_F(VillageClinic, HasTheTwentyItems) {
  for (int number = 1; number <= 20; ++number) {
    const std::string code = (number < 10 ? "VC-0" : "VC-") + std::to_string(number);
    EXPECT_NE(form_->FindItem(code), nullptr) << code;
  }
  EXPECT_EQ(form_->form.version, "2026.1");
  EXPECT_EQ(form_->form.sections.size(), 6u);
}

TEST_F(VillageClinic, UsesEveryItemTypeOfTheFirstForm) {
  std::set<ItemType> types;
  for (const model::Section& section : form_->form.sections)
    for (const Item& item : section.items) {
      types.insert(item.type);
      for (const Item& child : item.children) types.insert(child.type);
    }
  for (const ItemType type :
       {ItemType::kYesNoNa, ItemType::kSingleChoice, ItemType::kMultipleChoice, ItemType::kInteger,
        ItemType::kDecimal, ItemType::kDeductions, ItemType::kDate, ItemType::kText,
        ItemType::kLongText, ItemType::kIdentityNumber, ItemType::kCreditCode, ItemType::kRepeat})
    EXPECT_TRUE(types.contains(type)) << static_cast<int>(type);
}

TEST_F(VillageClinic, PointsOfTheSections) {
  std::map<std::string, std::string> points;
  for (const model::Section& section : form_->form.sections) {
    Decimal sum;
    for (const Item& item : section.items)
      if (item.points) sum += *item.points;
    points[section.code] = sum.ToString();
  }
  const std::map<std::string, std::string> expected = {{"A", "8"},  {"B", "27"}, {"C", "17"},
                                                       {"D", "17"}, {"E", "13"}, {"F", "18"}};
  EXPECT_EQ(points, expected);
}

TEST_F(VillageClinic, PointsAreMarkedAsOurReading) {
  for (const model::Section& section : form_->form.sections)
    for (const Item& item : section.items)
      EXPECT_TRUE(!item.points || std::ranges::any_of(item.sources, [](const model::Source&
                                                                           source) {
        return source.confidence == model::Confidence::kOurReading && !source.note.empty();
      })) << item.code;
}

TEST_F(VillageClinic, AGoodClinicHasNoVeto) {
  EXPECT_EQ(scheme_->vetoes.size(), 6u);
  EXPECT_EQ(scheme_->veto_band, "not-qualified");
  EXPECT_THAT(Vetoes(good_), IsEmpty());
}

TEST_F(VillageClinic, AnEmptyFormHasNoVeto) { EXPECT_THAT(Vetoes(FormAnswers()), IsEmpty()); }

TEST_F(VillageClinic, EachVetoIsReachable) {
  EXPECT_THAT(Vetoes(FormAnswers(good_).SetNumber("VC-03", "40")), ElementsAre("V1"));
  EXPECT_THAT(Vetoes(FormAnswers(good_).SetNumber("VC-03", "12.5")), ElementsAre("V1"));
  EXPECT_THAT(Vetoes(FormAnswers(good_).SetNumber("VC-03", "40.01")), IsEmpty());
  EXPECT_THAT(Vetoes(FormAnswers(good_).SetChoice("VC-01", "invalid")), ElementsAre("V2"));
  EXPECT_THAT(Vetoes(FormAnswers(good_).SetChoice("VC-01", "not_displayed")), IsEmpty());
  EXPECT_THAT(Vetoes(FormAnswers(good_).SetAll(
                  "VC-09-category", {Value::Choice("nurse"), Value::Choice("non_medical")})),
              ElementsAre("V3"));
  EXPECT_THAT(
      Vetoes(FormAnswers(good_).SetAll(
          "VC-09-registration", {Value::Choice("registered"), Value::Choice("unregistered")})),
      ElementsAre("V4"));
  EXPECT_THAT(Vetoes(FormAnswers(good_).SetAll("VC-09-registration",
                                               {Value::Choice("elsewhere"), Value()})),
              IsEmpty());
  EXPECT_THAT(Vetoes(FormAnswers(good_).SetChoice("VC-17a", "no")), ElementsAre("V5"));
  EXPECT_THAT(Vetoes(FormAnswers(good_).SetChoice("VC-19a", "yes")), ElementsAre("V6"));
}

TEST_F(VillageClinic, EveryScoreHasOneBand) {
  for (int hundredths = 0; hundredths <= 10000; ++hundredths) {
    const std::string text = std::to_string(hundredths / 100) + "." +
                             (hundredths % 100 < 10 ? "0" : "") + std::to_string(hundredths % 100);
    const auto bands = BandsOf(Decimal::Parse(text).value());
    ASSERT_EQ(bands.size(), 1u) << text;
    EXPECT_EQ(bands[0]->code, hundredths >= 9000   ? "class-a"
                              : hundredths >= 7000 ? "class-b"
                                                   : "not-qualified")
        << text;
  }
}

TEST_F(VillageClinic, TheUndefinedBandIsClosedAndSaysSo) {
  const auto bands = BandsOf(Decimal::Parse("89.5").value());
  ASSERT_EQ(bands.size(), 1u);
  EXPECT_EQ(bands[0]->label.zh, "乙级");
  EXPECT_TRUE(std::ranges::any_of(bands[0]->sources, [](const model::Source& source) {
    return source.confidence == model::Confidence::kOurReading &&
           source.note.zh.find("89") != std::string::npos;
  }));
  EXPECT_FALSE(scheme_->bands.back().consequence.empty());
}

TEST_F(VillageClinic, BandsAgreeWithTheRule) {
  std::ifstream file(std::string(PINGSHEN_SHARED_DIR) + "/vectors/domain.json", std::ios::binary);
  if (!file) GTEST_SKIP() << "no further vectors on this machine: vectors/domain.json";
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const auto vectors = json::Parse(text);
  ASSERT_TRUE(vectors) << vectors.error().context;
  int ran = 0;
  for (const json::Value& vector : vectors->Find("sichuan_village")->items) {
    const auto bands = BandsOf(Decimal::Parse(vector.Find("score")->text).value());
    ASSERT_EQ(bands.size(), 1u);
    const std::string& expected = vector.Find("expect")->text;
    if (!expected.starts_with("UNDEFINED")) {
      EXPECT_EQ(bands[0]->label.zh, expected);
    } else {
      EXPECT_EQ(bands[0]->sources.back().confidence, model::Confidence::kOurReading);
    }
    ++ran;
  }
  EXPECT_GE(ran, 3);
}

TEST_F(VillageClinic, QuestionsAppearOnlyWhenTheyMatter) {
  EXPECT_TRUE(Relevant("VC-05a", good_));
  EXPECT_TRUE(Relevant("VC-05b", good_));
  EXPECT_FALSE(Relevant("VC-05a", FormAnswers(good_).SetChoice("VC-05", "not_provided")));
  EXPECT_FALSE(Relevant("VC-05b", FormAnswers(good_).SetChoice("VC-05", "unapproved")));
  EXPECT_FALSE(Relevant("VC-05b", FormAnswers()));
  EXPECT_TRUE(Relevant("VC-02a", FormAnswers().SetChoice("VC-02", "no")));
  EXPECT_FALSE(Relevant("VC-02a", FormAnswers().SetChoice("VC-02", "yes")));
  EXPECT_FALSE(Relevant("VC-02a", FormAnswers().SetChoice("VC-02", "na")));
  EXPECT_TRUE(Relevant("VC-17", good_));
  EXPECT_FALSE(Relevant("VC-17", FormAnswers().SetChoice("VC-17a", "no")));
  EXPECT_FALSE(
      Relevant("VC-09-registration", FormAnswers().SetChoice("VC-09-category", "non_medical")));
  EXPECT_TRUE(Relevant("VC-09-registration", FormAnswers().SetChoice("VC-09-category", "nurse")));
}

TEST_F(VillageClinic, ConstraintsRefuseWhatCannotBe) {
  EXPECT_TRUE(Holds("VC-05a", good_, Date("2026-11-22")));
  EXPECT_FALSE(Holds("VC-05a", good_, Date("2026-11-23")));
  EXPECT_TRUE(Holds("VC-08", good_, Value::Integer(2)));
  EXPECT_FALSE(Holds("VC-08", good_, Value::Integer(1)));
  EXPECT_TRUE(Holds("VC-08", FormAnswers(), Value::Integer(0)));
  EXPECT_TRUE(Holds("VC-17",
                    FormAnswers().SetChoice("VC-17a", "yes").Set("VC-17b", Value::Integer(10)),
                    Value::Integer(10)));
  EXPECT_FALSE(Holds("VC-17",
                     FormAnswers().SetChoice("VC-17a", "yes").Set("VC-17b", Value::Integer(10)),
                     Value::Integer(11)));
  EXPECT_TRUE(Holds("VC-17", FormAnswers().SetChoice("VC-17a", "yes"), Value::Integer(11)));
  EXPECT_FALSE(Holds("VC-01a", FormAnswers(), Text("12345")));
  EXPECT_TRUE(Holds("VC-01a", FormAnswers(), Text("PDY10023X")));
  EXPECT_FALSE(Holds("VC-09-name", FormAnswers(), Text("张")));
}

TEST_F(VillageClinic, ScoreRules) {
  const auto& area = std::get<model::ScoreBySteps>(form_->FindItem("VC-03")->score);
  ASSERT_EQ(area.steps.size(), 2u);
  EXPECT_TRUE(area.steps[1].exclusive);  // 40 m² itself is a veto
  const auto& staff = std::get<model::ScoreBySteps>(form_->FindItem("VC-08")->score);
  EXPECT_EQ(staff.denominator_item, "VC-08a");
  EXPECT_EQ(staff.per, Decimal::FromInteger(1000));
  EXPECT_EQ(form_->FindItem("VC-11")->options.size(), 14u);
  EXPECT_FALSE(form_->FindItem("VC-20")->points.has_value());
  EXPECT_TRUE(form_->FindItem("VC-20")->allows_not_applicable);
  EXPECT_EQ(form_->RepeatOf("VC-09-id"), form_->FindItem("VC-09"));
}

}  // namespace
}  // namespace pingshen::forms
