// Schemes that stand alone, the scheme file of the 2012 edition, and what their results say.
#include "core/evaluation/grade_counts.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "core/json/json.h"

namespace pingshen::evaluation {
namespace {

std::string FileText(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string Graded(const forms::SchemeFile& scheme, const std::string& counts) {
  const auto result = GradeCountsJson(scheme, counts);
  if (!result) return std::string(CodeName(result.error().code)) + " " + result.error().context;
  const auto json = json::Parse(*result).value();
  return json.Find("verdict")->text;
}

forms::SchemeFile Secondary() {
  return LoadProvenScheme(FileText(std::string(PINGSHEN_SOURCE_DIR) +
                                   "/forms/schemes/secondary_hospital_2012.json"))
      .value();
}

TEST(GradeCounts, TheSchemeFileOfThe2012EditionGivesTheSharedVerdicts) {
  const std::string folder = PINGSHEN_SHARED_DIR;
  const std::string vectors = folder.empty() ? "" : FileText(folder + "/vectors/domain.json");
  if (vectors.empty()) GTEST_SKIP() << "no shared vectors: vectors/domain.json";
  const auto root = json::Parse(vectors).value();
  const forms::SchemeFile scheme = Secondary();
  const json::Value& cases = *root.Find("grading_2012_secondary");
  for (const json::Value& test : cases.items) {
    std::string counts = "{";
    for (const char* column : {"base", "core"}) {
      counts += std::string(counts == "{" ? "" : ",") + "\"" + column + "\":{";
      bool first = true;
      for (const auto& mark : test.Find(column)->members) {
        counts += std::string(first ? "" : ",") + "\"" + mark.name + "\":" + mark.value.text;
        first = false;
      }
      counts += "}";
    }
    EXPECT_EQ(Graded(scheme, counts + "}"), test.Find("expect")->text) << test.Find("id")->text;
  }
  EXPECT_EQ(cases.items.size(), 9u);
}

constexpr const char* kSchemeStart =
    R"({"format":"pingshen-scheme/1","id":"s","title":{"zh":"方案","en":"Scheme"},
  "documents":[{"code":"d","title":{"zh":"文件","en":"Document"}}],"scheme":)";
std::string Outcome(const std::string& code, const std::string& more) {
  return R"({"code":")" + code + R"(","label":{"zh":"等","en":"Outcome"},"tone":"middle",)" + more +
         R"("sources":[{"document":"d","confidence":"one_source"}]})";
}
forms::SchemeFile Scheme(const std::string& scheme) {
  auto loaded = LoadProvenScheme(kSchemeStart + scheme + "}");
  EXPECT_TRUE(loaded.has_value()) << Sentence(loaded.error(), Language::kEnglish);
  return *std::move(loaded);
}

TEST(GradeCounts, ChildcareScaledOverWhatApplies) {
  const auto scheme = Scheme(
      R"({"kind":"points","total":100,"must_pass":{"items":["must"],"band":"不合格"},"bands":[)" +
      Outcome("合格", R"("at_least":80,)") + "," + Outcome("不合格", R"("below":80,)") + "]}");
  EXPECT_EQ(Graded(scheme, R"({"total":100,"score":80,"must":true})"), "合格");
  EXPECT_EQ(Graded(scheme, R"({"total":100,"score":99,"must":false})"), "不合格");
  EXPECT_EQ(Graded(scheme, R"({"total":78,"score":62.3,"must":true})"), "不合格");
  EXPECT_EQ(Graded(scheme, R"({"total":78,"score":62.4,"must":true})"), "合格")
      << "80 % of 78 exactly";
  EXPECT_EQ(Graded(scheme, R"({"total":78,"score":79,"must":true})"), "ERR_VALUE score");
}

TEST(GradeCounts, CompositeStagesAndRatios) {
  // 三级中西医结合 2017, in part: 甲 parts 1+2 ≥ 900, part 2 ≥ 340, part 3 ≥ 90.
  const auto composite = Scheme(
      R"({"kind":"composite","parts":[{"code":"p1","label":{"zh":"一","en":"1"},"weight":600},{"code":"p2","label":{"zh":"二","en":"2"},"weight":400},{"code":"p3","label":{"zh":"三","en":"3"},"weight":100}],"grades":[)" +
      Outcome(
          "甲",
          R"("demands":[{"parts":["p1","p2"],"minimum":900},{"parts":["p2"],"minimum":340},{"parts":["p3"],"minimum":90}],)") +
      "," +
      Outcome(
          "乙",
          R"("demands":[{"parts":["p1","p2"],"minimum":750},{"parts":["p2"],"minimum":280},{"parts":["p3"],"minimum":90}],)") +
      "," + Outcome("不合格", "") + "]}");
  EXPECT_EQ(Graded(composite, R"({"parts":{"p1":560,"p2":340,"p3":90}})"), "甲");
  EXPECT_EQ(Graded(composite, R"({"parts":{"p1":560,"p2":339.9,"p3":90}})"), "乙");
  EXPECT_EQ(Graded(composite, R"({"parts":{"p1":600,"p2":400,"p3":89.9}})"), "不合格");
  const auto stages = Scheme(
      R"({"kind":"stages","stages":[{"code":"a","label":{"zh":"动工","en":"a"}},{"code":"b","label":{"zh":"主体","en":"b"}},{"code":"c","label":{"zh":"装修","en":"c"}},{"code":"d","label":{"zh":"村医","en":"d"}}]})");
  const auto yongzhou =
      GradeCountsJson(stages, R"({"objects":167,"reached":{"a":165,"b":141,"c":98,"d":167}})")
          .value();
  EXPECT_NE(
      yongzhou.find(R"("composite":{"numerator":"571","denominator":"668","percent":"85.48"})"),
      std::string::npos)
      << yongzhou;
  for (const char* share : {"98.80", "84.43", "58.68", "100.00"})
    EXPECT_NE(yongzhou.find("\"percent\":\"" + std::string(share)), std::string::npos) << share;
  const auto ratio =
      Scheme(R"({"kind":"ratio","targets":[{"item":"x","kind":"task","at_least":83.86}]})");
  EXPECT_NE(GradeCountsJson(ratio, R"({"figures":{"x":{"numerator":82353,"denominator":98200}}})")
                .value()
                .find(R"("met":true)"),
            std::string::npos);
  EXPECT_NE(GradeCountsJson(ratio, R"({"figures":{"x":{"numerator":82350,"denominator":98200}}})")
                .value()
                .find(R"("met":false)"),
            std::string::npos);
}

TEST(GradeCounts, ManyCasesAndWhatIsWrong) {
  const forms::SchemeFile scheme = Secondary();
  const auto many =
      GradeCountsJson(scheme, R"([{"id":"G1","all":{"A":10}},{"id":"G2","all":{"D":10}}])").value();
  EXPECT_EQ(json::Parse(many).value().items[1].Find("id")->text, "G2");
  EXPECT_EQ(Graded(scheme, R"({"core":{"A":1}})"), "ERR_VALUE all");
  EXPECT_EQ(Graded(scheme, R"({"all":{"A":-1}})"), "ERR_VALUE A");
  EXPECT_EQ(Graded(scheme, R"({"all":{"F":1}})"), "ERR_VALUE F");
  EXPECT_EQ(Graded(scheme, R"({"all":{"A":1},"core":{"A":2}})"), "ERR_VALUE core");
  EXPECT_EQ(Graded(scheme, R"({"all":{"A":9,"unanswered":1}})"), "")
      << "what is not answered blocks the verdict";
  const auto gap = LoadProvenScheme(
      std::string(kSchemeStart) + R"({"kind":"points","total":100,"bands":[)" +
      Outcome("a", R"("at_least":90,)") + "," + Outcome("b", R"("at_least":70,"at_most":89,)") +
      "," + Outcome("c", R"("below":70,)") + "]}}");
  ASSERT_FALSE(gap.has_value());
  EXPECT_EQ(gap.error().context, "89.5 (b, a)");
}

}  // namespace
}  // namespace pingshen::evaluation
