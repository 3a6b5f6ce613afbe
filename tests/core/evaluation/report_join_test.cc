// From answers to a printed page: every type of item, by the engine's own evaluation.
#include "core/evaluation/report_join.h"

#include <gtest/gtest.h>

#include "core/report/print.h"
#include "tests/core/evaluation/everything_answers.h"
#include "tests/core/evaluation/sheet_builder.h"
#include "tests/core/report/page_text.h"
#include "tests/web/ui/app/everything_form.h"

namespace pingshen::evaluation {
namespace {

using report::RowOf;

class ReportJoin : public ::testing::Test {
 protected:
  void SetUp() override {
    form_ = ui::EverythingForm();
    ASSERT_NE(form_, nullptr);
    answers_ = EverythingAnswers();
    instance_.emplace(*form_, answers_, "2026-11-22");
    evaluation_ = Evaluate(*form_, answers_, "2026-11-22");
    report_ = ReportOf(*instance_, evaluation_);
    AddEverythingFacts(report_);
    html_ = report::PrintHtml(report_, {});
  }

  std::shared_ptr<const forms::LoadedForm> form_;
  AnswerSheet answers_;
  std::optional<FormInstance> instance_;
  Evaluation evaluation_;
  report::Report report_;
  std::string html_;
};

TEST_F(ReportJoin, PrintsWhatWasAnswered) {
  EXPECT_EQ(report::MarkupFault(html_), "");
  const std::pair<std::string_view, std::string_view> kRows[] = {
      {"A-02", "编制床位数|20"},
      {"M-01",
       "慢阻肺项目推进情况|制定实施方案：2026年2月3日|完成人员培训并通过考核：2026年5月20日|"
       "开展首例筛查：未达到|提交年度总结报告：未达到"},
      // 2 for the contract, 3 × 0.5 capped at 1: 10 − 3.
      {"D-01",
       "医疗废物管理|依据〔1〕|无处置协议：扣 2 分|交接登记缺项（每处）：3 处，扣 1 分|"
       "备注：登记本 3 月、5 月、8 月各缺 1 处签名|7 / 10"},
      {"C-02", "所在乡镇（街道）|太平镇"},
      {"C-03", "辖区内开展业务的乡镇|东风镇、太平镇、银川路街道"},
      {"C-08", "设备完好率估计|85 %"},
      {"T-06", "对口支援机构|江永县人民医院|行政区划代码：431125"},
      {"T-07", "机构负责人|王芳|身份证号：110105********002X|职务职称：乡村医生"},
      {"T-08", "备注说明|未填"},
      {"T-10", "得分合计|86"},  // 85 + 1
      {"T-14", "业务用房面积|不适用"},
      {"F-06", "机构位置|纬度 25.2686°，经度 111.3439°，海拔 312.5 米，精度 ±8 米"},
      {"F-08", "服务范围|未填"},
      {"S-02", "接受培训人次|11"},
      {"S-04",
       "季度业务量|见下表|门诊人次|出诊人次|填报日期|第一季度|812|未填|未填|第二季度|1043|36|"
       "2026年7月2日|"
       "第三季度|967|未填|未填|第四季度|1120|未填|未填"},
  };
  for (const auto& [code, words] : kRows) EXPECT_EQ(RowOf(html_, code), words);
  // 143 ÷ 167 = 0.856287…
  EXPECT_TRUE(RowOf(html_, "R-01")
                  .ends_with("分子：143|分母：167|填报值：85.48%|计算值 85.63%（143 ÷ 167）"))
      << RowOf(html_, "R-01");
  EXPECT_NE(RowOf(html_, "E-01").find("E 不适用|批准依据：永卫函〔2026〕12号，同意不设"),
            std::string::npos);
  EXPECT_NE(RowOf(html_, "E-02").find("C 合格|佐证材料 1 件，见下|要点|判定|C-1|"),
            std::string::npos);
}

TEST_F(ReportJoin, NestedRepeatsKeepTheirNumbers) {
  const std::string row = RowOf(html_, "S-05");
  EXPECT_TRUE(row.starts_with("抽查病历|共 2 条，见下|病历 1|编号|")) << row;
  const std::size_t third = row.find("|病历 3|");
  ASSERT_NE(third, std::string::npos) << row;
  EXPECT_NE(row.find("|问题 1|", third), std::string::npos) << row;
  EXPECT_NE(row.find("未记录血压，处方无签名。|<b>补记</b>未注明时间。", third), std::string::npos)
      << row;
  EXPECT_NE(row.find("|问题 2|", third), std::string::npos) << row;
  EXPECT_EQ(row.find("病历 2"), std::string::npos);
}

TEST_F(ReportJoin, AnswersThatNoLongerApplyAreNotPrinted) {
  SheetBuilder answers;
  answers.Set("A-01", Choice("no")).Set("A-02", Count(7777));
  const FormInstance instance(*form_, answers.sheet(), "2026-11-22");
  const Evaluation evaluation = Evaluate(*form_, answers.sheet(), "2026-11-22");
  const std::string html = report::PrintHtml(ReportOf(instance, evaluation), {});
  EXPECT_EQ(RowOf(html, "A-02"), "no row");
  EXPECT_EQ(html.find("7777"), std::string::npos);
  EXPECT_NE(html.find("不涉及（未满足填写条件）：A-02"), std::string::npos);
  EXPECT_NE(report::WordsOf(html).find("尚无结论"), std::string::npos);
}

TEST_F(ReportJoin, AMissingPartOfAnAnswerIsSaid) {
  SheetBuilder answers;
  answers.Set("E-01", Choice("E"));
  const FormInstance instance(*form_, answers.sheet(), "2026-11-22");
  const Evaluation evaluation = Evaluate(*form_, answers.sheet(), "2026-11-22");
  const std::string row = RowOf(report::PrintHtml(ReportOf(instance, evaluation), {}), "E-01");
  EXPECT_NE(row.find("批准依据：未写明|※ "), std::string::npos) << row;
}

}  // namespace
}  // namespace pingshen::evaluation
