// Results of composites, stages, rates and checked figures, graded as the app grades them.
#include <gtest/gtest.h>

#include "core/evaluation/proven_form.h"
#include "tests/web/ui/app/ui_harness.h"

namespace pingshen::ui {
namespace {

// "@T(x)": a text; "@S": a source.
std::string Written(std::string text) {
  for (std::size_t at = text.find("@S"); at != std::string::npos; at = text.find("@S", at))
    text.replace(at, 2, R"("sources":[{"document":"d","confidence":"our_reading"}])");
  for (std::size_t at = text.find("@T("); at != std::string::npos; at = text.find("@T(", at)) {
    const std::size_t end = text.find(')', at);
    const std::string word = text.substr(at + 3, end - at - 3);
    text.replace(at, end - at + 1, R"({"zh":")" + word + R"(","en":")" + word + "\"}");
  }
  return text;
}

class SchemesStory : public ::testing::Test {
 protected:
  void Use(const std::string& rest) {
    const std::string json = Written(
        R"({"format":"pingshen-form/1","id":"t","version":"1","title":@T(样表),
            "documents":[{"code":"d","title":@T(办法)}],@S,"sections":[)" +
        rest + "}");
    auto form = evaluation::LoadProvenForm(AsBytes(json));
    ASSERT_TRUE(form) << Sentence(form.error(), Language::kEnglish);
    app_.session.UseForm(*form);
    app_.OpenSample();
  }
  void UseComposite() {
    const auto item = [](const char* code, const char* points) {
      return std::string(R"({"code":")") + code +
             R"(","type":"integer","label":@T(得分),"required":true,"points":)" + points +
             R"(,"score":{"by":"steps","steps":[{"at_least":90,"points":)" + points +
             R"(},{"at_least":60,"points":60}]},@S})";
    };
    Use(R"({"code":"0","title":@T(前置),"items":[{"code":"licence","type":"yes_no","label":@T(执业许可有效),"required":true,@S}]},
        {"code":"1","title":@T(第一章),"items":[)" +
        item("a", "100") + R"(]},{"code":"2","title":@T(第二章),"items":[)" + item("b", "100") +
        R"(]},{"code":"3","title":@T(第三章),"items":[)" + item("c", "100") + R"(]}],
        "scheme":{"kind":"composite","veto_grade":"bad",
          "preconditions":[{"code":"P1","label":@T(许可失效),"when":"${licence} = 'no'",@S}],
          "parts":[{"code":"p1","label":@T(第一部分),"sections":["1","2"],"weight":600},
                   {"code":"p2","label":@T(第二部分),"sections":["3"],"weight":400}],
          "grades":[{"code":"top","label":@T(甲),"tone":"good",@S,"demands":[{"parts":["p1","p2"],"minimum":900},
              {"parts":["p1"],"minimum":85,"percent":true,"each_section":true},
              {"parts":["p2"],"minimum":90,"percent":true}]},
            {"code":"mid","label":@T(乙),"tone":"middle",@S,"demands":[{"parts":["p1","p2"],"minimum":700}]},
            {"code":"bad","label":@T(丙),"tone":"bad",@S}]})");
  }
  void Number(std::string_view path, std::string_view text) {
    app_.session.Answer(path, model::ValueKind::kInteger, text);
  }
  // Name of the control that begins so; "" when there is none.
  std::string Starting(std::string_view start) {
    for (const Control& control : app_.output().controls) {
      if (control.name.starts_with(start)) return control.name;
    }
    return {};
  }
  AppHarness app_;
};

TEST_F(SchemesStory, ACompositeSaysItsScoreAndEveryDemand) {
  UseComposite();
  app_.session.Answer("licence", model::ValueKind::kChoice, "yes");
  Number("a", "95"), Number("b", "70"), Number("c", "75");
  app_.Activate("nav/check");
  // Part 1: 160 of 200 × 600 = 480; part 2: 60 of 100 × 400 = 240.
  EXPECT_EQ(app_.At("check/result").name, "结果 乙 720 / 1000 分");
  EXPECT_EQ(app_.At("check/part/p1").name, "第一部分 80.00%");
  EXPECT_EQ(Starting("第一部分 + 第二部分 ≥ 900"),
            "第一部分 + 第二部分 ≥ 900 分 720.00 分 未达到 差 180 分");
  EXPECT_EQ(Starting("第二章 ≥ 85%"), "第二章 ≥ 85% 60 / 100 = 60.00% 未达到 差 25 个百分点");
  EXPECT_EQ(Starting("第一章 ≥ 85%"), "第一章 ≥ 85% 100 / 100 = 100.00% 达到");
  EXPECT_EQ(Starting("第二部分 ≥ 90%"), "第二部分 ≥ 90% 60 / 100 = 60.00% 未达到 差 30 个百分点");
  EXPECT_EQ(Starting("第一部分 + 第二部分 ≥ 700"), "第一部分 + 第二部分 ≥ 700 分 720.00 分 达到");
  EXPECT_EQ(app_.Find("check/gap/steps"), nullptr) << "demands are no items";
  EXPECT_EQ(app_.At("check/gap/lack/p1/2").name.substr(0, 9), "第二章");
}

TEST_F(SchemesStory, APartOpensTheItemsOfAllItsSections) {
  UseComposite();
  app_.session.Answer("licence", model::ValueKind::kChoice, "yes");
  Number("a", "95"), Number("b", "70"), Number("c", "75");
  app_.Activate("nav/check");
  app_.Tap("check/part/p1");
  EXPECT_EQ(app_.At("items/count").name, "2 条");
  EXPECT_NE(app_.Find("items/a"), nullptr);
  EXPECT_NE(app_.Find("items/b"), nullptr);
  EXPECT_EQ(app_.Find("items/c"), nullptr) << "of the other part";
  app_.Tap("items/b");
  EXPECT_TRUE(app_.At("b/title").visible);
}

TEST_F(SchemesStory, ABrokenPreconditionDecides) {
  UseComposite();
  app_.session.Answer("licence", model::ValueKind::kChoice, "no");
  Number("a", "95"), Number("b", "95"), Number("c", "95");
  app_.Activate("nav/check");
  EXPECT_EQ(app_.At("check/result").name, "结果 丙 1000 / 1000 分");
  EXPECT_EQ(app_.At("check/veto/P1").name, "许可失效");
}

TEST_F(SchemesStory, AStageOpensTheObjectsThatHaveNotReachedItFirst) {
  Use(R"({"code":"1","title":@T(名单),"items":[{"code":"v","type":"repeat","label":@T(空白村),"instance_label":@T(村),"count":"3",
        "children":[{"code":"n","type":"text","label":@T(村名)},{"code":"s","type":"stages","label":@T(进度),
          "stages":[{"code":"x","label":@T(动工)},{"code":"y","label":@T(完工)}],@S}]}]}],
      "scheme":{"kind":"stages","stages":[{"code":"x","label":@T(动工)},{"code":"y","label":@T(完工)}],
        "bands":[{"code":"a","label":@T(快),"tone":"good","at_least":80,@S},{"code":"b","label":@T(慢),"tone":"bad","below":80,@S}]})");
  const auto date = [&](const char* path) {
    app_.session.Answer(path, model::ValueKind::kDate, "2019-03-15");
  };
  date("v#1/s:x"), date("v#2/s:x"), date("v#3/s:x"), date("v#1/s:y");
  app_.session.Answer("v#2/n", model::ValueKind::kText, "双河村");
  app_.Activate("nav/check");
  EXPECT_EQ(app_.At("check/result").name, "结果 慢 66.67%");
  EXPECT_EQ(app_.At("check/stage/y").name, "完工 33.33%");
  EXPECT_EQ(app_.At("check/stage/y").description, "1 / 3");
  EXPECT_EQ(Starting("综合达到率 ≥ 80%"), "综合达到率 ≥ 80% 4 / 6 = 66.67% 未达到");
  app_.Tap("check/stage/y");
  EXPECT_EQ(app_.At("items/title").name, "完工");
  EXPECT_EQ(app_.At("items/count").name, "3 条");
  EXPECT_EQ(app_.At("items/v#2/s").name, "村 2 双河村 未达到");
  EXPECT_EQ(app_.At("items/v#1/s").name, "村 1 2019-03-15");
  EXPECT_LT(app_.At("items/v#3/s").rect.y, app_.At("items/v#1/s").rect.y);
  app_.Tap("items/v#2/s");
  EXPECT_TRUE(app_.At("v#2/s:y").visible);
}

TEST_F(SchemesStory, RatesAndWhatTheFigureCheckerFound) {
  Use(R"({"code":"1","title":@T(进展),"items":[{"code":"progress","type":"ratio","label":@T(建设进度),"decimals":2,@S},
        {"code":"all","type":"integer","label":@T(招标),@S},{"code":"works","type":"integer","label":@T(工程),@S},
        {"code":"goods","type":"integer","label":@T(货物),@S}]}],
      "checks":[{"code":"k","label":@T(公开招标),"kind":"parts","total":"all","parts":["works","goods"]}],
      "scheme":{"kind":"ratio","targets":[{"item":"progress","kind":"task","at_least":90}]})");
  app_.session.Answer("progress:numerator", model::ValueKind::kDecimal, "143");
  app_.session.Answer("progress:denominator", model::ValueKind::kDecimal, "167");
  app_.session.Answer("progress:reported", model::ValueKind::kFigure, "85.48");
  Number("all", "49"), Number("works", "22"), Number("goods", "17");
  app_.Activate("nav/check");
  EXPECT_EQ(app_.At("check/ratio/progress").name, "progress 建设进度 85.63%");
  EXPECT_EQ(app_.At("check/ratio/progress").description, "143 / 167 · 目标 ≥ 90% · 未达到");
  EXPECT_EQ(app_.At("check/figure/0").description,
            "分子 143 · 分母 167 · 上报 85.48 · 计算值 85.63");
  EXPECT_EQ(app_.At("check/figure/1").description,
            "招标 49 · 工程 22 · 货物 17 · 各项合计 39 · 相差 10");
  app_.Tap("check/figure/1");
  EXPECT_TRUE(app_.At("all/title").visible);
}

}  // namespace
}  // namespace pingshen::ui
