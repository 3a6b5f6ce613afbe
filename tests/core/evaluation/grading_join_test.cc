// Forms graded whole: a ladder with sub-points, and the progress report of Yongzhou, January to July
// 2019, with its figures as they were reported.
#include "core/evaluation/grading_join.h"

#include <gtest/gtest.h>

#include "core/evaluation/answers_json.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/proven_form.h"
#include "core/evaluation/result_json.h"

namespace pingshen::evaluation {
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

constexpr const char* kStart =
    R"({"format":"pingshen-form/1","id":"t","version":"1","title":@T(测试),
  "documents":[{"code":"d","title":@T(办法)}],@S,"sections":[)";

std::shared_ptr<const forms::LoadedForm> Form(const std::string& rest) {
  const std::string text = Written(kStart + rest);
  auto form = LoadProvenForm(AsBytes(text));
  EXPECT_TRUE(form.has_value()) << Sentence(form.error(), Language::kEnglish);
  return form ? *form : nullptr;
}

model::GradingResult Graded(const forms::LoadedForm& form, const std::string& answers) {
  const auto sheet = ReadAnswers(form, answers);
  EXPECT_TRUE(sheet.has_value()) << Sentence(sheet.error(), Language::kEnglish);
  return sheet ? Evaluate(form, *sheet, "2026-01-01").grading : model::GradingResult();
}

TEST(GradingJoin, LadderWithSubPoints) {
  const auto form = Form(R"({"code":"1","title":@T(第一章),"items":[
    {"code":"1.1","type":"grade","label":@T(一),"required":true,"core":true,"sub_points":{"C":[{"code":"C-1","label":@T(制度)},{"code":"C-2","label":@T(执行)}],"B":[{"code":"B-1","label":@T(督导)}],"A":[{"code":"A-1","label":@T(改进)}]},@S},
    {"code":"1.2","type":"grade","label":@T(二),"required":true,"not_applicable":@T(未批准),@S}]}],
    "scheme":{"kind":"ladder","grades":[
      {"code":"good","label":@T(甲),"tone":"good","all":{"C":90,"B":60},"core":{"C":100},@S},
      {"code":"bad","label":@T(不合格),"tone":"bad",@S}]}})");
  ASSERT_NE(form, nullptr);
  auto result =
      Graded(*form, R"({"1.1:C-1":"yes","1.1:C-2":"yes","1.1:B-1":"yes","1.1:A-1":"no","1.2":"A"})")
          .schemes.at(0);
  EXPECT_EQ(result.outcome, "good");
  EXPECT_EQ(result.ladder->all.Count(model::Mark::kB), 1);
  EXPECT_EQ(result.ladder->core.Count(model::Mark::kB), 1);
  EXPECT_EQ(result.ladder->chapters.at(0).section, "1");
  result =
      Graded(*form, R"({"1.1:C-1":"yes","1.1:C-2":"no","1.1:B-1":"yes","1.1:A-1":"no","1.2":"A"})")
          .schemes.at(0);
  EXPECT_EQ(result.outcome, "bad");
  ASSERT_TRUE(result.gap.has_value());
  EXPECT_EQ(result.gap->raises.at(0).candidates, std::vector<std::string>{"1.1"});
  result = Graded(*form, R"({"1.1:C-1":"yes","1.2":"A"})").schemes.at(0);
  EXPECT_EQ(result.outcome, std::nullopt) << "1.1 is not settled";
  EXPECT_EQ(result.missing, std::vector<std::string>{"1.1"});
  result =
      Graded(
          *form,
          R"({"1.1:C-1":"yes","1.1:C-2":"yes","1.1:B-1":"yes","1.1:A-1":"yes","1.2":"E","1.2:basis":"未批准设置"})")
          .schemes.at(0);
  EXPECT_EQ(result.outcome, "good");
  EXPECT_EQ(result.ladder->all.Applicable(), 1) << "E leaves the denominator";
}

TEST(GradingJoin, TheYongzhouReport) {
  const auto form = Form(R"({"code":"1","title":@T(进展),"items":[
    {"code":"cancer","type":"ratio","label":@T(两癌检查任务完成率),"decimals":2,@S},
    {"code":"prenatal","type":"ratio","label":@T(产前筛查完成率),"decimals":2,@S},
    {"code":"treated","type":"ratio","label":@T(干预率),"decimals":2,@S},
    {"code":"progress","type":"ratio","label":@T(建设进度),"decimals":2,@S},
    {"code":"started","type":"integer","label":@T(已动工)},{"code":"built","type":"integer","label":@T(主体完成)},
    {"code":"fitted","type":"integer","label":@T(装修设备)},{"code":"doctor","type":"integer","label":@T(村医到位)},
    {"code":"tenders","type":"integer","label":@T(招标)},{"code":"works","type":"integer","label":@T(工程)},{"code":"goods","type":"integer","label":@T(货物)}]}],
    "checks":[{"code":"k1","label":@T(建设进度),"kind":"stages","ratio":"progress","reached":["started","built","fitted","doctor"]},
      {"code":"k2","label":@T(公开招标),"kind":"parts","total":"tenders","parts":["works","goods"]},
      {"code":"k3","label":@T(任务链),"kind":"chain","figures":["prenatal:denominator","prenatal:numerator","treated:denominator","treated:numerator"]}],
    "scheme":{"kind":"ratio","targets":[{"item":"cancer","kind":"task","at_least":80},{"item":"prenatal","kind":"task","at_least":80}]}})");
  ASSERT_NE(form, nullptr);
  const auto result = Graded(
      *form, R"({"cancer:numerator":82353,"cancer:denominator":98200,"cancer:reported":"83.86",
    "prenatal:numerator":25859,"prenatal:denominator":38000,"prenatal:reported":"68.05",
    "treated:numerator":3275,"treated:denominator":4493,"treated:reported":"72.89",
    "progress:denominator":167,"progress:reported":"85.48","started":165,"built":141,"fitted":98,"doctor":167,
    "tenders":49,"works":22,"goods":17})");
  std::string found;
  for (const auto& finding : result.findings)
    found += finding.code + " " + finding.path.ToString() + "; ";
  EXPECT_EQ(found,
            "FIG_RATE_IMPOSSIBLE progress; FIG_RATE_STAGES progress; FIG_PARTS_SUM tenders; ");
  EXPECT_NE(result.findings.at(1).sentence.zh.find("571/668"), std::string::npos);
  ASSERT_EQ(result.schemes.size(), 1u);
  EXPECT_EQ(result.schemes[0].ratios.at(0).met, true);
  EXPECT_EQ(result.schemes[0].ratios.at(1).met, false);
  EXPECT_EQ(result.schemes[0].ratios.at(0).share.Display(), "83.86");
  EXPECT_NE(GradingJson(result).find("FIG_RATE_IMPOSSIBLE"), std::string::npos);
}

}  // namespace
}  // namespace pingshen::evaluation
