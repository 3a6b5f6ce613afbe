// The catalogue, a form looked at before it is installed, and the way to a newer version.
#include <gtest/gtest.h>

#include "tests/web/ui/app/sample_form.h"
#include "tests/web/ui/app/ui_harness.h"

namespace pingshen::ui {
namespace {

std::string Replaced(std::string json, std::string_view what, std::string_view with) {
  const std::size_t at = json.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return at == std::string::npos ? json : json.replace(at, what.size(), with);
}

// The sample form as another version: S-02 has another limit, S-13 is gone, S-16 is new.
std::string SecondVersion() {
  std::string json(SampleFormJson());
  json = Replaced(json, R"("version": "1.0")", R"("version": "2.0")");
  json = Replaced(json, R"("maximum": 2000)", R"("maximum": 3000)");
  return Replaced(json, R"("code": "S-13")", R"("code": "S-16")");
}

session::ExamineForm File(std::string name, const std::string& text) {
  return {std::move(name), Bytes(text.begin(), text.end()), {}, {}};
}

class FormsStory : public ::testing::Test {
 protected:
  void SetUp() override {
    app_.Settle();
    app_.Activate("nav/forms");
  }
  // As when the page hands over a file that was picked or dropped.
  void Arrive(const session::ExamineForm& command) { app_.Apply(command); }
  AppHarness app_;
};

TEST_F(FormsStory, TheCatalogueNamesEveryForm) {
  EXPECT_EQ(app_.At("nav/title").name, "表单目录");
  EXPECT_EQ(app_.At("forms/sample@1.0").name, "界面样表 版本 1.0");
  EXPECT_EQ(app_.At("forms/sample@1.0/facts").name, "内置 · 15 题 · 校验值 aaaaaaaa…");
  EXPECT_TRUE(app_.output().takes_forms) << "a file may be dropped";
  app_.Tap("forms/sample@1.0/start");
  EXPECT_TRUE(app_.At("new/form=sample@1.0").checked);
}

TEST_F(FormsStory, APickedFormIsShownThenInstalled) {
  app_.input.dom.activated = {"forms/pick"};
  app_.Frame();
  ASSERT_EQ(app_.output().form_requests.size(), 1u);
  EXPECT_EQ(app_.output().form_requests[0].kind, FormRequest::Kind::kPick);
  Arrive(File("样表第二版.json", SecondVersion()));
  EXPECT_EQ(app_.At("import/state").name, "可以安装 样表第二版.json");
  EXPECT_EQ(app_.At("import/title").name, "界面样表");
  EXPECT_TRUE(app_.At("preview/S-02").name.starts_with("业务用房面积 * 小数"))
      << app_.At("preview/S-02").name;
  app_.Tap("import/install");
  EXPECT_EQ(app_.announced(), "表单已安装");
  EXPECT_NE(app_.Find("forms/sample@2.0"), nullptr);
}

// The sample form in Uyghur, too.
std::string InThreeLanguages() {
  const std::string json = Replaced(std::string(SampleFormJson()), R"("version": "1.0")",
                                    R"("version": "3.0", "languages": ["zh", "en", "ug"])");
  return Replaced(json, R"("en": "Licence valid?")",
                  R"("en": "Licence valid?", "ug": "ئىجازەتنامە كۈچكە ئىگىمۇ؟")");
}

TEST_F(FormsStory, AFurtherLanguageOfAFormIsOffered) {
  EXPECT_EQ(app_.At("nav/language").name, "Switch to English") << "no form is on show";
  Arrive(File("三语.json", InThreeLanguages()));
  EXPECT_NE(app_.At("import/facts").name.find("中文, 英文, 维吾尔文"), std::string::npos)
      << app_.At("import/facts").name;
  EXPECT_EQ(app_.At("nav/language").name, "选择语言");
  app_.Tap("nav/language");
  EXPECT_TRUE(app_.At("language/zh").checked);
  EXPECT_EQ(app_.Find("sheet/search"), nullptr);
  EXPECT_EQ(app_.At("language/ug").name, "维吾尔文");
  EXPECT_EQ(app_.At("language/ug").description, "仅表单内容");
  app_.Tap("language/ug");
  EXPECT_EQ(app_.Find("sheet"), nullptr) << "one choice, and it closes";
  EXPECT_TRUE(app_.At("preview/S-01").name.starts_with("ئىجازەتنامە كۈچكە ئىگىمۇ؟ * 是／否"))
      << app_.At("preview/S-01").name;
  EXPECT_TRUE(app_.At("preview/S-02").name.starts_with("业务用房面积")) << "not translated";
  app_.Tap("nav/language");
  EXPECT_TRUE(app_.At("language/ug").checked);
  EXPECT_FALSE(app_.At("language/zh").checked);
  app_.Tap("language/en");
  EXPECT_TRUE(app_.At("preview/S-01").name.starts_with("Licence valid?"));
  app_.Tap("nav/language");
  app_.Activate("sheet/close");
  EXPECT_EQ(app_.Find("sheet"), nullptr);
  EXPECT_EQ(app_.session.View().language, Language::kEnglish);
}

TEST_F(FormsStory, AFormThatIsWrongSaysWhereAndCannotBeInstalled) {
  Arrive(File("坏.json", "{\n \"format\": \"pingshen-form/1\",\n \"title\": 3}"));
  EXPECT_EQ(app_.At("import/state").name, "不能安装 坏.json");
  EXPECT_EQ(app_.At("import/counts").name, "1 处错误");
  EXPECT_NE(app_.At("import/error/1").name.find("ERR_FORM_"), std::string::npos);
  EXPECT_TRUE(app_.At("import/install").disabled);
  app_.Tap("import/discard");
  EXPECT_NE(app_.Find("forms/pick"), nullptr);
}

TEST_F(FormsStory, TheDeskIsAskedForItsForms) {
  EXPECT_TRUE(app_.At("forms/desk/list").disabled) << "no address yet";
  app_.Commit("forms/desk/address", "https://desk.example");
  app_.input.dom.activated = {"forms/desk/list"};
  app_.Frame();
  ASSERT_EQ(app_.output().form_requests.size(), 1u);
  EXPECT_EQ(app_.output().form_requests[0].desk, "https://desk.example");
  app_.Frame();
  EXPECT_EQ(app_.At("forms/desk/list").name, "正在获取…");
  app_.session.view().offers = session::DeskOffers{
      "https://desk.example",
      {{std::string(64, 'b'), "other", "3", {.zh = "另一张表", .en = "Other"}, 100, false}}};
  app_.Apply(session::OfferForms{});
  app_.input.dom.activated = {"forms/offer/" + std::string(16, 'b')};
  app_.Frame();
  ASSERT_EQ(app_.output().form_requests.size(), 1u);
  EXPECT_EQ(app_.output().form_requests[0].kind, FormRequest::Kind::kFetchForm);
  EXPECT_EQ(app_.output().form_requests[0].sha256, std::string(64, 'b'));
}

TEST_F(FormsStory, AMoveIsShownBeforeItIsDone) {
  Arrive(File("样表第二版.json", SecondVersion()));
  app_.Tap("import/install");
  app_.Activate("nav/back");
  app_.OpenSample();
  app_.session.AnswerAll();
  app_.session.Answer("S-13", model::ValueKind::kText, "问题若干");
  app_.session.view().assessments[0].form_sha256_newer =
      app_.session.view().catalogue.back().form_sha256;
  app_.Settle();
  EXPECT_EQ(app_.At("newer/text").name, "这份评审使用版本 1.0，本机已有版本 2.0。");
  app_.Tap("newer/see");
  EXPECT_EQ(app_.At("move/removed/S-13").name, "S-13 主要问题");
  EXPECT_EQ(app_.At("move/added/S-16").name, "S-16 主要问题");
  EXPECT_EQ(app_.At("move/changed/S-02").name, "S-02 业务用房面积 评分或填写规则有变");
  EXPECT_EQ(app_.At("move/aside/S-13").name, "S-13 主要问题 问题若干");
  EXPECT_TRUE(app_.Sent<session::MoveToVersion>().empty());
  app_.Tap("move/confirm");
  EXPECT_EQ(app_.Sent<session::MoveToVersion>().size(), 1u);
}

}  // namespace
}  // namespace pingshen::ui
