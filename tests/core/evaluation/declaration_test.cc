#include "core/evaluation/declaration.h"

#include <gtest/gtest.h>

#include "tests/core/evaluation/sheet_builder.h"
#include "tests/core/evaluation/test_form.h"

namespace pingshen::evaluation {
namespace {

TEST(FileName, UnfitCharactersAreReplaced) {
  EXPECT_EQ(FileNamePart("a\\b/c:d*e?f\"g<h>i|j\nk\x7f", 80), "a_b_c_d_e_f_g_h_i_j_k_");
  EXPECT_EQ(FileNamePart("村卫生室（上江圩）", 80), "村卫生室（上江圩）");
  EXPECT_EQ(FileNamePart("..隐藏. ", 80), "隐藏");
  EXPECT_EQ(FileNamePart("卫生室\u202egpj", 80), "卫生室_gpj")
      << "no character that turns the direction";
  EXPECT_EQ(FileNamePart("卫生\xFF", 80), "卫生_");
  EXPECT_EQ(FileNamePart("卫生室", 7), "卫生") << "cut between characters";
}

TEST(FileName, StaysShort) {
  model::Form form;
  model::Assessment assessment;
  for (int i = 0; i < 100; ++i) {
    form.title.zh += "长";
    assessment.institution.name += "名";
  }
  const std::string name = BundleFileName(form, assessment, "2026-11-22", std::string(64, 'a'));
  EXPECT_LE(name.size(), 200u);
  EXPECT_TRUE(name.ends_with("_2026-11-22_aaaaaaaa.psbundle"));
}

TEST(Meaning, SaysVetoesAndKind) {
  model::Assessment assessment;
  assessment.kind = model::AssessmentKind::kOnsite;
  assessment.institution.name = "某卫生室";
  SheetBuilder answers = FullMarks();
  answers.Set("area", Number("5")).Set("people#1/reg", Choice("no"));
  const Evaluation evaluation = Evaluate(TestForm(), answers.sheet(), "2026-11-22");
  EXPECT_EQ(MeaningOf(assessment, TestForm().form, evaluation, "张三", ""),
            "本人 张三 声明：对 某卫生室 依据《测试表》（版本 "
            "1）所作的现场评审，全部答案真实完整，实得 70 分，应得 100 分，"
            "折合 70 分（满分 100 分），一票否决：面积过小、未注册，结果为“不达标”。");
}

TEST(Claim, AllFiguresAreThoseOfTheVerdict) {
  SheetBuilder answers = FullMarks();
  answers.Set("open", Choice("na")).Set("area", Number("50"));
  const bundle::ClaimedPoints claimed =
      ClaimedOf(*Evaluate(TestForm(), answers.sheet(), "2026-11-22").points);
  EXPECT_EQ(claimed.earned, "77.5");
  EXPECT_EQ(claimed.attainable, "90");
  EXPECT_EQ(claimed.total, "100");
  EXPECT_EQ(claimed.score, "86.11");
  EXPECT_EQ(claimed.band, "pass");
  EXPECT_TRUE(claimed.vetoes.empty());
}

}  // namespace
}  // namespace pingshen::evaluation
