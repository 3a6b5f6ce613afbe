#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "core/forms/loader.h"
#include "tests/core/forms/all_types_form.h"

namespace pingshen::forms {
namespace {

using model::Item;
using model::ItemType;
using ::testing::ElementsAre;

std::string Replaced(std::string_view from, std::string_view to) {
  std::string text(kAllTypesForm);
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

class AllTypesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto loaded = Load(kAllTypesForm);
    ASSERT_TRUE(loaded) << CodeName(loaded.error().code) << " " << loaded.error().context;
    form_ = *loaded;
  }
  const Item& Get(std::string_view code) const {
    const Item* item = form_->FindItem(code);
    if (item == nullptr) ADD_FAILURE() << code;
    static const Item kNone;
    return item == nullptr ? kNone : *item;
  }
  std::shared_ptr<const LoadedForm> form_;
};

TEST_F(AllTypesTest, TextsInAnyLanguage) {
  const model::Form& form = form_->form;
  EXPECT_THAT(form.languages, ElementsAre("zh", "en", "bo"));
  EXPECT_EQ(form.title.In("bo", Language::kEnglish), "རིགས་ཡོངས།");
  EXPECT_EQ(form.title.In("ug", Language::kEnglish), "All types");
  EXPECT_EQ(form.lists[0].options[2].label.In(Language::kEnglish), "ཁ");
}

TEST_F(AllTypesTest, AttributesGroupsListsTables) {
  const model::Form& form = form_->form;
  ASSERT_EQ(form.attributes.size(), 2u);
  EXPECT_EQ(form_->FindItem("icu"), &form.attributes[1]);
  EXPECT_EQ(form.groups[1].label.zh, "护理组");
  ASSERT_EQ(form.lists.size(), 1u);
  const model::Options& options = Get("town").options;
  EXPECT_EQ(options.begin(), form.lists[0].options.begin()) << "one list, not a copy for each item";
  EXPECT_EQ(options[0].code, "A/1");
  EXPECT_EQ(options[0].columns[1], (std::pair<std::string, std::string>{"people", "1200"}));
  EXPECT_EQ(Get("town").choice_filter.text, "county = 'c1'");
  ASSERT_EQ(form.tables.size(), 1u);
  EXPECT_THAT(form.tables[0].rows[1], ElementsAre("b", "2"));
}

TEST_F(AllTypesTest, MembersOfItems) {
  const Item& grade = Get("grade");
  EXPECT_THAT(grade.scored_by, ElementsAre("management", "nursing"));
  EXPECT_TRUE(grade.evidence_required);
  EXPECT_EQ(grade.look_back, (model::LookBack{12, model::LookBack::Unit::kMonth}));
  EXPECT_EQ(grade.not_applicable_when.text, "${icu} = 'no'");
  ASSERT_EQ(grade.sub_points.size(), 4u);
  EXPECT_EQ(grade.sub_points[1].code, "C-2");
  EXPECT_EQ(grade.sub_points[3].level, 'A');
  EXPECT_EQ(Get("rate").per, Decimal::FromInteger(1000));
  EXPECT_EQ(Get("rate").decimals, 2);
  EXPECT_EQ(Get("steps").stages[1].code, "end");
  EXPECT_EQ(Get("at").default_expression.text, "'08:30:00'");
  EXPECT_EQ(Get("photo").max_count, 6);
  EXPECT_EQ(Get("file").max_count, 1);
  EXPECT_FALSE(Get("sign").required);
  EXPECT_EQ(Get("sign").required_when.text, "${beds} > 20");
  EXPECT_EQ(Get("sign").required_message.zh, "请签名");
  EXPECT_EQ(Get("seen").optional_when.text, "${icu} = 'no'");
  EXPECT_EQ(Get("town").appearance, "minimal autocomplete");
  EXPECT_EQ(Get("slide").step, Decimal::Parse("0.25").value());
  EXPECT_EQ(Get("sum").calculation.text, "${beds} + 1");
  EXPECT_THAT(Get("sum").triggers, ElementsAre("beds"));
  EXPECT_TRUE(Get("double").read_only.always);
  EXPECT_EQ(Get("half").read_only.when.text, "${beds} > 3");
  EXPECT_EQ(Get("wards").count.text, "${beds}");
  EXPECT_EQ(Get("grid").rows[1].code, "nurses");
}

TEST_F(AllTypesTest, GroupsAreNoStepOfAPlace) {
  EXPECT_EQ(form_->RepeatOf("deep"), nullptr);
  EXPECT_EQ(form_->RepeatOf("ward-name"), &Get("wards"));
  EXPECT_EQ(form_->RepeatOf("room"), &Get("ward-rooms"));
  EXPECT_EQ(form_->RepeatOf("ward-rooms"), &Get("wards"));
  EXPECT_EQ(form_->RepeatOf("grid-due"), &Get("grid"));
}

TEST(AllTypesDamage, IsRefused) {
  using enum ErrorCode;
  struct Case {
    std::string_view from;
    std::string_view to;
    ErrorCode code;
  };
  constexpr Case kCases[] = {
      {R"(["zh", "en", "bo"])", R"(["zh", "en", "zh"])", ERR_FORM_CODE_DUPLICATE},
      {R"(["zh", "en", "bo"])", R"(["zh", "en", "b"])", ERR_FORM_VALUE},
      {R"(["zh", "en", "bo"])", R"(["zh", "en"])", ERR_FORM_MEMBER_UNKNOWN},
      {R"("scored_by": ["management", "nursing"])", R"("scored_by": ["medical"])",
       ERR_FORM_CODE_UNKNOWN},
      {R"("look_back": "P12M")", R"("look_back": "12M")", ERR_FORM_VALUE},
      {R"("look_back": "P12M")", R"("look_back": "P0M")", ERR_FORM_VALUE},
      {R"({"C": [{"code": "C-1")", R"({"C": [{"code": "B-1")", ERR_FORM_CODE_DUPLICATE},
      {R"({"C": [{"code": "C-1")", R"({"C": [{"code": "basis")", ERR_FORM_CODE},
      {R"("B": [{"code")", R"("D": [{"code")", ERR_FORM_MEMBER_UNKNOWN},
      {R"("not_applicable": {"zh": "经批准"}, )", "", ERR_FORM_MEMBER_MISSING},
      {R"("decimals": 2)", R"("decimals": 10)", ERR_FORM_NUMBER},
      {R"("decimals": 2)", R"("minimum": 2)", ERR_FORM_MEMBER_MISPLACED},
      {R"({"code": "end", "label")", R"({"code": "start", "label")", ERR_FORM_CODE_DUPLICATE},
      {R"("max_count": 6)", R"("max_count": 101)", ERR_FORM_NUMBER},
      {R"("list": "towns"})", R"("list": "town"})", ERR_FORM_CODE_UNKNOWN},
      {R"("list": "towns"})",
       R"("list": "towns", "options": [{"code": "a", "label": {"zh": "一"}}]})",
       ERR_FORM_MEMBER_MISPLACED},
      {R"({"code": "A/1", "label")", R"({"code": "A 1", "label")", ERR_FORM_CODE},
      {R"({"code": "A/1", "label")", R"({"code": "乙", "label")", ERR_FORM_CODE_DUPLICATE},
      {R"(["b", 2])", R"(["b"])", ERR_FORM_VALUE},
      {R"(["b", 2])", R"(["b", true])", ERR_FORM_TYPE},
      {R"("minimum": 0, "maximum": 1, "step")", R"("minimum": 0, "step")", ERR_FORM_MEMBER_MISSING},
      {R"("calculation": "${beds} + 1", )", "", ERR_FORM_MEMBER_MISSING},
      {R"("triggers": ["beds"])", R"("triggers": ["bed"])", ERR_FORM_CODE_UNKNOWN},
      {R"({"code": "deep", "type": "text")", R"({"code": "beds", "type": "text")",
       ERR_FORM_CODE_DUPLICATE},
      {R"({"code": "grid-now", "type": "integer", "label": {"zh": "现有"}})",
       R"({"code": "g", "type": "group", "label": {"zh": "组"}, "children": [{"code": "h", "type": "text", "label": {"zh": "字"}}]})",
       ERR_FORM_MEMBER_MISPLACED},
      {R"("code": "beds", "type": "integer")", R"("code": "beds", "type": "group")",
       ERR_FORM_MEMBER_MISPLACED},
      {R"("relevant": "${beds} > 0")", R"("relevant": "${at} > 0")", ERR_FORM_CYCLE},
      {R"("relevant": "${icu} = 'yes'")", R"("relevant": "${deep} = 'yes'")", ERR_FORM_CYCLE},
      {R"("relevant": "${icu} = 'yes'")", R"("relevant": "${icu} = 'maybe'")",
       ERR_FORM_CODE_UNKNOWN},
  };
  for (const Case& each : kCases) {
    const auto loaded = Load(Replaced(each.from, each.to));
    ASSERT_FALSE(loaded) << each.to;
    EXPECT_EQ(CodeName(loaded.error().code), CodeName(each.code))
        << each.to << ": " << loaded.error().context;
  }
}

TEST(AllTypesCodes, LettersOfAnyScript) {
  EXPECT_TRUE(Load(Replaced(R"({"code": "deep")", R"({"code": "深处")")));
  EXPECT_TRUE(Load(Replaced(R"({"code": "deep")", R"({"code": "_x")")));
  for (const std::string code : {"深 处", "（深）", "a，b", "-a", "a/b", "a:b"})
    EXPECT_FALSE(Load(Replaced(R"({"code": "deep")", R"({"code": ")" + code + '"'))) << code;
}

}  // namespace
}  // namespace pingshen::forms
