// The head, the result and the signatures of a printed report.
#include <gtest/gtest.h>

#include "tests/core/report/page_text.h"

namespace pingshen::report {
namespace {

using model::ItemType;

model::Outcome OutcomeOf(std::string code, std::string label) {
  return {.code = std::move(code),
          .label = {label, label},
          .tone = {},
          .consequence = {},
          .sources = {}};
}

class ResultPrint : public ::testing::Test {
 protected:
  void SetUp() override {
    sample_.Add(MakeItem("Q", ItemType::kText));
    sample_.Begin();
    sample_.report.complete = true;
    sample_.report.total = 3;
    sample_.report.answered = 2;
    sample_.report.assessment = {.id = "id-1",
                                 .kind = model::AssessmentKind::kOnsite,
                                 .form_id = "f",
                                 .form_version = "1",
                                 .form_sha256 = std::string(64, 'f'),
                                 .institution = {"上坝村卫生室", "", "510722"},
                                 .period = "2026",
                                 .assessor = "张三",
                                 .created_at_ms = 1'795'276'800'000,  // 2026-11-22 in China
                                 .previous = ""};
    sample_.form.sha256 = std::string(64, 'f');
  }
  // What is printed between the heading 评审结果 and the items.
  std::string Result() {
    const std::string html = sample_.Print();
    EXPECT_EQ(MarkupFault(html), "");
    const std::string words = WordsOf(html.substr(html.find("<body>")));
    const std::size_t begin = words.find("评审结果|");
    return words.substr(begin, words.find("|评审内容与记录") - begin);
  }
  Sample sample_;
};

TEST_F(ResultPrint, PointsWithBandVetoesAndSections) {
  model::PointsScheme scheme;
  scheme.total = Decimal::FromInteger(100);
  scheme.vetoes = {{.code = "V", .label = {"无证", ""}, .when = {}, .sources = {}},
                   {.code = "W", .label = {"面积不足", ""}, .when = {}, .sources = {}}};
  model::Band good;
  static_cast<model::Outcome&>(good) = OutcomeOf("A", "甲级");
  good.at_least = Decimal::FromInteger(90);
  model::Band bad;
  static_cast<model::Outcome&>(bad) = OutcomeOf("B", "不达标");
  bad.below = Decimal::FromInteger(90);
  scheme.bands = {good, bad};
  sample_.form.scheme = scheme;
  model::SchemeResult& result = sample_.report.grading.schemes.emplace_back();
  result.kind = "points";
  result.outcome = "B";
  result.vetoes = {"W"};
  model::PointsVerdict& points = result.points.emplace();
  points.earned = Decimal::FromInteger(83);
  points.attainable = Decimal::FromInteger(96);
  points.total = Decimal::FromInteger(100);
  points.sections = {{"S", Decimal::FromInteger(83), Decimal::FromInteger(96)}};
  result.gap = model::Gap{};
  result.gap->target = "A";
  result.gap->points = Decimal::Parse("3.4").value();
  result.gap->gains = {{"Q", "S", Decimal::FromInteger(5)}};
  result.gap->vetoes = {"W"};
  result.demands = {{.outcome = "A",
                     .kind = model::DemandKind::kScore,
                     .subject = "",
                     .actual = {Decimal::FromInteger(8300), Decimal::FromInteger(96)},
                     .minimum = Decimal::FromInteger(90),
                     .percent = false,
                     .met = false,
                     .lacking = Decimal::Parse("3.542").value()}};
  // 83 × 100 ÷ 96 = 86.458…
  EXPECT_EQ(Result(),
            "评审结果|结论|不达标|得分|86.46 分（满分 100 分）|实得 / 应得|"
            "83 / 96 分（应得不含不适用条款）|完成情况|共 3 项，已填 2 "
            "项；必填项均已填写，没有未消除的错误|"
            "一票否决情形|一票否决情形|情况|无证|未发现|面积不足|成立|"
            "各部分得分|部分|实得|应得|得分率|章节|83|96|86.46%|"
            "等次划分|等次|分数|本次结果|甲级|≥ 90|不达标|< 90|√|"
            "达标条件|等次|条件|实际|是否达到|甲级|总分 ≥ 90 分|86.46 分|未达到，差 3.54 分|"
            "距离“甲级”|还差 3.4 分。|可得分的条款：Q 问题 +5|须先消除：面积不足");
}

TEST_F(ResultPrint, LadderWithChaptersSharesAndGap) {
  model::LadderScheme scheme;
  model::LadderGrade grade;
  static_cast<model::Outcome&>(grade) = OutcomeOf("甲", "甲等");
  scheme.grades = {grade};
  sample_.form.scheme = scheme;
  model::SchemeResult& result = sample_.report.grading.schemes.emplace_back();
  result.kind = "ladder";
  model::LadderTable& table = result.ladder.emplace();
  table.all.of = {1, 2, 3, 1, 4};  // A B C D E; 8 with one that is open
  table.all.unanswered = 1;
  table.core.of = {1, 0, 0, 0, 0};
  table.chapters = {{"S", table.all, table.core}};
  result.missing = {"Q"};
  result.gap = model::Gap{};
  result.gap->target = "甲";
  result.gap->items = 2;
  result.gap->steps = 3;
  result.gap->raises = {{.core = true,
                         .from = model::Mark::kD,
                         .to = model::Mark::kC,
                         .count = 1,
                         .candidates = {"Q"}}};
  result.gap->unanswered = {"Q"};
  // Of 8 that apply: C or better 6, B or better 3, A 1.
  const std::string row = "1|2|3|1|4|1|8|75.00%|6/8|37.50%|3/8|12.50%|1/8|";
  EXPECT_EQ(Result(),
            "评审结果|结论|尚无结论：还有条款未完成|未完成的条款|Q|完成情况|"
            "共 3 项，已填 2 项；必填项均已填写，没有未消除的错误|等次分布与累计比例|"
            "章|A|B|C|D|E|未评|适用|C 级及以上|B 级及以上|A 级及以上|章节|" +
                row + "全部条款|" + row +
                "核心条款 ★|1|0|0|0|0|0|1|100.00%|1/1|100.00%|1/1|100.00%|1/1|"
                "比例以适用条款为分母，不含 E（不适用）；未评条款计入分母。|"
                "距离“甲等”|最少改动 2 条，共 3 级。|"
                "1 条核心条款从 D 升到 C；容易改进的依次为：Q 问题|1 条未评，此处按 D 计。");
}

TEST_F(ResultPrint, FigureFindingsWithTheirFigures) {
  model::FigureFinding finding;
  finding.code = "x";
  finding.path = model::FieldPath::Of("Q");
  finding.sentence = {"没有整数能得出该比率。", ""};
  finding.figures = {{"numerator", "83"}, {"denominator", "167"}, {"Q:reported", "85.48"}};
  sample_.report.grading.findings = {finding};
  EXPECT_EQ(Result(),
            "评审结果|结论|已全部完成；本表不定等次|完成情况|"
            "共 3 项，已填 2 项；必填项均已填写，没有未消除的错误|数据核查|条款|发现|数据|"
            "Q 问题|没有整数能得出该比率。|分子 83|分母 167|Q 问题 · 填报值 85.48");
}

TEST_F(ResultPrint, ADraftSaysSoOnEveryPageAndHasNoLinesToSign) {
  const std::string html = sample_.Print();
  EXPECT_NE(html.find("<div class=\"draft\">草稿</div>"), std::string::npos);
  EXPECT_NE(html.find(".draft{position:fixed"), std::string::npos);
  EXPECT_NE(html.find("@top-right{content:\"草稿"), std::string::npos);
  EXPECT_NE(WordsOf(html).find("草稿：答案尚未签名"), std::string::npos);
  EXPECT_EQ(html.find("评审组长"), std::string::npos);
}

TEST_F(ResultPrint, HeadSealAndOrigin) {
  sample_.report.purpose = Purpose::kSealed;
  sample_.report.seal = Seal{.bundle_id = "bundle-1",
                             .manifest_sha256 = std::string(64, 'b'),
                             .created_at_ms = 1'795'363'559'000,
                             .signatures = {{.name = "张三",
                                             .organisation = "县评审组",
                                             .role = "assessor",
                                             .key_id = "0123456789abcdef",
                                             .algorithm = "ed25519",
                                             .meaning = "所评属实",
                                             .standing = "签名有效，已登记",
                                             .signed_at_ms = 1'795'363'559'000}},
                             .caution = "注意：表单未发布"};
  const std::string html = sample_.Print();
  EXPECT_EQ(MarkupFault(html), "");
  const std::string words = WordsOf(html);
  for (const std::string_view part :
       {"机构名称|上坝村卫生室|统一社会信用代码|—|行政区划代码|510722|评审类型|现场评审|评审周期|"
        "2026|"
        "评审员|张三|开始时间|2026年11月22日 00:00|签署时间|2026年11月23日 00:05|",
        "注意：表单未发布",
        "张三|县评审组|评审员|2026年11月23日 "
        "00:05|0123456789abcdef|ed25519|签名有效，已登记|所评属实",
        "评审组长", "清单 SHA-256|bbbbbbbb", "表单 SHA-256|ffffffff", "评审包编号|bundle-1"})
    EXPECT_NE(words.find(part), std::string::npos) << part;
  EXPECT_EQ(words.find("草稿"), std::string::npos);
  const std::string english = WordsOf(sample_.Print(Language::kEnglish));
  EXPECT_NE(english.find("Kind|On-site|Period|2026|Assessor|张三|"), std::string::npos);
  EXPECT_NE(english.find("Team leader"), std::string::npos);
}

}  // namespace
}  // namespace pingshen::report
