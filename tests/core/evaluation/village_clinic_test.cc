// The first real form, filled in and reckoned by hand from its text.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "core/evaluation/evaluation.h"
#include "core/evaluation/proven_form.h"
#include "tests/core/evaluation/sheet_builder.h"

namespace pingshen::evaluation {
namespace {

class VillageClinic : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::ifstream file(std::string(PINGSHEN_SOURCE_DIR) + "/forms/village_clinic_2026.json",
                       std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    const std::string json = text.str();
    auto form = LoadProvenForm(AsBytes(json));
    ASSERT_TRUE(form.has_value()) << CodeName(form.error().code) << " " << form.error().context;
    form_ = *form;
  }
  static void TearDownTestSuite() { form_.reset(); }

  static SheetBuilder Good() {
    SheetBuilder answers;
    answers.Set("VC-01", Choice("displayed"))
        .Set("VC-01a", Text("PDY431125"))
        .Set("VC-02", Choice("yes"));
    answers.Set("VC-03", Number("72.5"))
        .Set("VC-04",
             model::Value::Choices({"consulting", "treatment", "public_health", "pharmacy"}));
    answers.Set("VC-05", Choice("not_provided"))
        .Set("VC-06", Choice("full"))
        .Set("VC-07", Choice("yes"));
    answers.Set("VC-08a", Count(1800)).Set("VC-08", Count(2));
    answers.Add("VC-09#1")
        .Set("VC-09#1/VC-09-name", Text("张三"))
        .Set("VC-09#1/VC-09-id", Text("431125199006151243"));
    answers.Set("VC-09#1/VC-09-category", Choice("village_doctor"))
        .Set("VC-09#1/VC-09-registration", Choice("registered"));
    answers.Set("VC-10", Choice("yes"));
    answers.Set("VC-11", model::Value::Choices({"bed", "stethoscope", "thermometer",
                                                "sphygmomanometer", "scale", "vaccination_kit",
                                                "visit_bag", "syringes", "cabinet", "tray", "jar",
                                                "autoclave", "waste_bin", "file_cabinet"}));
    answers.Set("VC-12", Count(86))
        .Set("VC-13", model::Value::Choices({"oxygen", "kit", "in_date"}));
    answers.Set("VC-14", Choice("full")).Set("VC-15", Choice("full")).Set("VC-16", Choice("full"));
    answers.Set("VC-17a", Choice("yes")).Set("VC-17b", Count(20)).Set("VC-17", Count(19));
    answers.Set("VC-18", model::Value::Choices({"signs", "no_smoking", "prices"}))
        .Set("VC-19", Choice("regular"));
    answers.Set("VC-19a", Choice("no")).Set("VC-20", Choice("na"));
    return answers;
  }
  static Evaluation Of(const SheetBuilder& answers) {
    return Evaluate(*form_, answers.sheet(), "2026-11-22");
  }
  static std::string Verdict(const SheetBuilder& answers) {
    const Evaluation evaluation = Of(answers);
    if (!evaluation.complete) {
      std::string open = "open:";
      for (const model::Finding* finding : evaluation.Findings())
        if (finding->blocks_finish) open += " " + finding->path.ToString();
      return open;
    }
    std::string out = evaluation.points->earned.ToString() + "/" +
                      evaluation.points->attainable.ToString() + " " +
                      evaluation.points->band.value_or("-");
    for (const std::string& veto : evaluation.points->vetoes) out += " " + veto;
    return out;
  }

  static std::shared_ptr<const forms::LoadedForm> form_;
};

std::shared_ptr<const forms::LoadedForm> VillageClinic::form_;

TEST_F(VillageClinic, FullMarksWithoutInfusions) {
  // VC-05b (5 points) does not apply without infusions: 95 of 95.
  EXPECT_EQ(Verdict(Good()), "95/95 class-a");
}

TEST_F(VillageClinic, APartlyGoodClinic) {
  // 不悬挂 4/6, 50 m² 3/6, no observation rooms: three of four rooms 6/8, infusion approved 2/2
  // with 3 of 5 conditions, 16 of 20 records = 80 % → 4/8, staff 1 of 1800 = 0.56 → 3/6, waste 2 +
  // min(6×0.5, 2) off → 4/8.
  SheetBuilder answers = Good();
  answers.Set("VC-01", Choice("not_displayed")).Set("VC-03", Number("50"));
  answers.Set("VC-04", model::Value::Choices({"consulting", "treatment", "pharmacy"}));
  answers.Set("VC-05", Choice("approved")).Set("VC-05a", Date("2025-03-01"));
  answers.Set("VC-05b", model::Value::Choices({"observation", "rescue", "staff"}));
  answers.Set("VC-17", Count(16)).Set("VC-08", Count(1));
  answers.Clear("VC-15").Set("VC-15:no_contract", Count(1)).Set("VC-15:register", Count(6));
  // 100 - 2 - 3 - 2 - 2 - 4 - 3 - 4
  EXPECT_EQ(Verdict(answers), "80/100 class-b");
}

TEST_F(VillageClinic, EachVetoOfTheRule) {
  EXPECT_EQ(Verdict(Good().Set("VC-03", Number("40"))), "89/95 not-qualified V1");
  EXPECT_EQ(Verdict(Good().Set("VC-03", Number("40.1"))), "92/95 class-a");
  EXPECT_EQ(Verdict(Good().Set("VC-01", Choice("invalid"))), "89/95 not-qualified V2");
  EXPECT_EQ(Verdict(Good().Set("VC-09#1/VC-09-category", Choice("non_medical"))),
            "95/95 not-qualified V3");
  EXPECT_EQ(Verdict(Good().Set("VC-09#1/VC-09-registration", Choice("unregistered"))),
            "91/95 not-qualified V4");
  EXPECT_EQ(Verdict(Good().Set("VC-09#1/VC-09-registration", Choice("elsewhere"))),
            "91/95 class-a");
  EXPECT_EQ(Verdict(Good().Set("VC-17a", Choice("no"))), "87/87 not-qualified V5");
  EXPECT_EQ(Verdict(Good().Set("VC-19a", Choice("yes"))), "95/95 not-qualified V6");
}

TEST_F(VillageClinic, ConstraintsAcrossItems) {
  EXPECT_EQ(Verdict(Good().Set("VC-17", Count(21))), "open: VC-17")
      << "more good records than were sampled";
  EXPECT_EQ(Verdict(Good().Set("VC-08", Count(0))), "open: VC-08") << "fewer than on the list";
  EXPECT_EQ(Verdict(Good().Set("VC-09#1/VC-09-id", Text("431125199006151244"))),
            "open: VC-09#1/VC-09-id");
  EXPECT_EQ(Verdict(Good().Clear("VC-20")), "open: VC-20");
}

}  // namespace
}  // namespace pingshen::evaluation
