// Forms are examined, installed and kept; an assessment goes on under a newer version.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/bundle/bundle.h"
#include "core/bundle/crypto.h"
#include "core/evaluation/recompute.h"
#include "tests/core/evaluation/test_form.h"
#include "tests/core/session/test_device.h"

namespace pingshen::session {
namespace {

std::string Replaced(std::string text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  if (at != std::string::npos) text.replace(at, what.size(), with);
  return text;
}

// Version 2: "why" is gone, "area" is worth the same but has another limit, "extra" is new.
std::string SecondVersion() {
  std::string text = Replaced(TestFormJson(), R"("version":"1")", R"("version":"2")");
  text = Replaced(text, R"({"code":"long","type":"long_text")",
                  R"({"code":"extra","type":"long_text")");
  return Replaced(text, R"("minimum":1,"maximum":2000)", R"("minimum":1,"maximum":3000)");
}

ExamineForm Examine(const std::string& json) {
  return {"a.json", Bytes(json.begin(), json.end()), {}, {}};
}

class SessionFormsTest : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(device_.Start().has_value()); }
  const SessionView& view() { return device_.view(); }
  void InstallSecond() {
    ASSERT_EQ(device_.Apply(Examine(SecondVersion())), "");
    ASSERT_TRUE(view().examined->ok()) << view().examined->messages[0].text.en;
    ASSERT_EQ(device_.Apply(InstallForm{}), "");
  }
  TestDevice device_;
};

TEST_F(SessionFormsTest, AnExaminedFormIsNotKeptUntilItIsInstalled) {
  ASSERT_EQ(device_.Apply(Examine(SecondVersion())), "");
  ASSERT_TRUE(view().examined.has_value());
  EXPECT_TRUE(view().examined->ok());
  EXPECT_EQ(view().examined->form->form.version, "2");
  EXPECT_EQ(view().catalogue.size(), 1u);
  ASSERT_EQ(device_.Apply(DismissForm{}), "");
  EXPECT_FALSE(view().examined.has_value());
  EXPECT_EQ(device_.Apply(InstallForm{}), "ERR_SESSION_IMPORT");
}

TEST_F(SessionFormsTest, AFileThatIsNoFormSaysWhereItIsWrong) {
  ASSERT_EQ(device_.Apply(Examine("{\n  \"format\": \"pingshen-form/1\", \"x\": 1}")), "");
  ASSERT_FALSE(view().examined->ok());
  ASSERT_FALSE(view().examined->messages.empty());
  EXPECT_EQ(view().examined->messages[0].severity, FormMessage::Severity::kError);
  EXPECT_NE(view().examined->messages[0].text.en.find("line 2"), std::string::npos)
      << view().examined->messages[0].text.en;
  EXPECT_EQ(device_.Apply(InstallForm{}), "ERR_SESSION_IMPORT");
}

TEST_F(SessionFormsTest, AnInstalledFormIsThereAfterTheProcessWasKilled) {
  InstallSecond();
  ASSERT_EQ(view().catalogue.size(), 2u);
  EXPECT_FALSE(view().catalogue[0].newest);
  EXPECT_TRUE(view().catalogue[1].newest);
  ASSERT_TRUE(device_.KillAndStart(7).has_value());
  ASSERT_EQ(view().catalogue.size(), 2u);
  EXPECT_EQ(view().catalogue[1].form->form.version, "2");
  EXPECT_EQ(view().catalogue[1].origin, CatalogueEntry::Origin::kFile);
  EXPECT_EQ(view().catalogue[1].from, "a.json");
  CreateAssessment create;
  create.form_sha256 = view().catalogue[1].form_sha256;
  create.institution.name = "甲";
  create.assessor = "乙";
  EXPECT_EQ(device_.Apply(create), "");
  EXPECT_EQ(device_.open().assessment.form_version, "2");
}

TEST_F(SessionFormsTest, InstallingTwiceIsOnce) {
  InstallSecond();
  InstallSecond();
  EXPECT_EQ(view().catalogue.size(), 2u);
}

TEST_F(SessionFormsTest, OtherBytesThanPromisedAreRefused) {
  const std::string json = SecondVersion();
  ExamineForm command = Examine(json);
  command.origin = "https://desk.example";
  command.expected_sha256 = std::string(64, '0');
  EXPECT_EQ(device_.Apply(command), "ERR_SESSION_FORM_HASH");
  EXPECT_FALSE(view().examined.has_value());
  command.expected_sha256 = bundle::Sha256Hex(command.file);
  EXPECT_EQ(device_.Apply(command), "");
  EXPECT_EQ(device_.Apply(InstallForm{}), "");
  EXPECT_EQ(view().catalogue[1].origin, CatalogueEntry::Origin::kDesk);
  EXPECT_EQ(view().catalogue[1].from, "https://desk.example");
}

TEST_F(SessionFormsTest, ADeskSaysWhatItHas) {
  const std::string own = view().catalogue[0].form_sha256;
  EXPECT_EQ(device_.Apply(OfferForms{"https://desk.example", "[]"}), "ERR_SESSION_FORM_LIST");
  EXPECT_EQ(device_.Apply(OfferForms{"https://desk.example", R"({"forms":[{"id":"x"}]})"}),
            "ERR_SESSION_FORM_LIST");
  const std::string json =
      R"({"forms":[{"sha256":")" + own +
      R"(","id":"test","version":"1","title":{"zh":"测试表","en":"Test"},"size":100},{"sha256":")" +
      std::string(64, 'b') + R"(","id":"other","version":"3"}]})";
  ASSERT_EQ(device_.Apply(OfferForms{"https://desk.example", json}), "");
  ASSERT_EQ(view().offers->forms.size(), 2u);
  EXPECT_TRUE(view().offers->forms[0].installed);
  EXPECT_EQ(view().offers->forms[0].size_bytes, 100u);
  EXPECT_FALSE(view().offers->forms[1].installed);
  EXPECT_EQ(view().offers->forms[1].title.zh, "other");
}

TEST_F(SessionFormsTest, AMoveSaysWhatChangesAndKeepsEveryAnswerThatFits) {
  ASSERT_EQ(device_.Create(), "");
  device_.AnswerAll();
  ASSERT_EQ(device_.Set("long", *model::Value::Make(model::ValueKind::kText, "备注在此")), "");
  const std::size_t answered = device_.open().evaluation->answered;
  const std::string old_id = device_.open().assessment.id;
  InstallSecond();
  EXPECT_EQ(view().assessments[0].form_sha256_newer, view().catalogue[1].form_sha256);
  ASSERT_EQ(device_.Apply(PlanMove{view().catalogue[1].form_sha256}), "");
  const evaluation::VersionMove& plan = view().move->plan;
  ASSERT_EQ(plan.changes.size(), 3u);
  EXPECT_EQ(plan.changes[0].kind, evaluation::ItemChange::Kind::kAdded);
  EXPECT_EQ(plan.changes[0].code, "extra");
  EXPECT_EQ(plan.changes[1].kind, evaluation::ItemChange::Kind::kRemoved);
  EXPECT_EQ(plan.changes[1].code, "long");
  EXPECT_EQ(plan.changes[2].kind, evaluation::ItemChange::Kind::kChanged);
  EXPECT_EQ(plan.changes[2].code, "area");
  EXPECT_TRUE(plan.changes[2].answer_counts_differently);
  ASSERT_EQ(plan.set_aside.size(), 1u);
  EXPECT_EQ(plan.set_aside[0].path.ToString(), "long");
  EXPECT_EQ(plan.set_aside[0].value.zh, "备注在此");
  EXPECT_EQ(device_.open().assessment.id, old_id) << "nothing has happened yet";

  ASSERT_EQ(device_.Apply(MoveToVersion{}), "");
  EXPECT_NE(device_.open().assessment.id, old_id);
  EXPECT_EQ(device_.open().assessment.form_version, "2");
  EXPECT_EQ(device_.open().evaluation->answered, answered - 1);
  EXPECT_FALSE(view().move.has_value());

  // It can be signed; and so can the old one, which lost nothing.
  ASSERT_EQ(device_.Apply(CreateKey{"李敏", "", std::string(kPassphrase)}), "");
  EXPECT_EQ(device_.Apply(SignAndExport{std::string(kPassphrase)}), "");
  ASSERT_EQ(device_.Apply(OpenAssessment{old_id}), "");
  EXPECT_EQ(device_.At("long").text(), "备注在此");
  EXPECT_EQ(device_.Apply(SignAndExport{std::string(kPassphrase)}), "");
  for (const AssessmentSummary& summary : view().assessments)
    EXPECT_EQ(summary.moved, summary.assessment.id == old_id);
}

TEST_F(SessionFormsTest, WhatIsSetAsideIsSaidInWords) {
  ASSERT_EQ(device_.Create(), "");
  ASSERT_EQ(device_.Set("day", *model::Value::Make(model::ValueKind::kDate, "2026-03-01")), "");
  ASSERT_EQ(
      device_.Apply(Examine(Replaced(SecondVersion(), R"("code":"day")", R"("code":"day_2")"))),
      "");
  ASSERT_EQ(device_.Apply(InstallForm{}), "");
  ASSERT_EQ(device_.Apply(PlanMove{view().catalogue[1].form_sha256}), "");
  const evaluation::VersionMove& plan = view().move->plan;
  ASSERT_EQ(plan.set_aside.size(), 1u);
  EXPECT_EQ(plan.set_aside[0].path.ToString(), "day");
  EXPECT_EQ(plan.set_aside[0].value, (model::Text{"2026年3月1日", "2026-03-01"}));
}

// Form version and result that the desk finds in the file that was saved last.
std::string JudgedByTheDesk(const Bytes& file) {
  const auto payload = bundle::Verify(file, {});
  if (!payload) return std::string(CodeName(payload.error().code));
  const auto result = evaluation::Recompute(*payload);
  if (!result) return std::string(CodeName(result.error().code)) + " " + result.error().context;
  return result->form->form.version + ", " + std::to_string(result->records.size()) + " records";
}

TEST_F(SessionFormsTest, ANewVersionTakesNothingFromBundlesAndAssessmentsOfTheOldOne) {
  ASSERT_EQ(device_.Create(), "");
  device_.AnswerAll();
  ASSERT_EQ(device_.Apply(CreateKey{"李敏", "", std::string(kPassphrase)}), "");
  const std::string old_id = device_.open().assessment.id;
  const auto signed_file = [&] {
    EXPECT_EQ(device_.Apply(SignAndExport{std::string(kPassphrase)}), "");
    return device_.saver().files().back().bytes;
  };
  const Bytes before = signed_file();
  const std::string judged = JudgedByTheDesk(before);
  ASSERT_TRUE(judged.starts_with("1, ")) << judged;

  InstallSecond();
  EXPECT_EQ(JudgedByTheDesk(signed_file()), judged) << "installed";
  ASSERT_EQ(device_.Apply(PlanMove{view().catalogue[1].form_sha256}), "");
  ASSERT_EQ(device_.Apply(MoveToVersion{}), "");
  EXPECT_TRUE(JudgedByTheDesk(signed_file()).starts_with("2, "));
  const std::string new_id = device_.open().assessment.id;

  // A program that brings only the new version, on what a killed process left.
  ASSERT_TRUE(device_.KillAndStart(3).has_value());
  ASSERT_TRUE(device_.StartWithForms({SecondVersion()}).has_value());
  ASSERT_EQ(device_.Apply(OpenAssessment{old_id}), "");
  EXPECT_EQ(device_.open().assessment.form_version, "1");
  EXPECT_EQ(JudgedByTheDesk(signed_file()), judged) << "moved, and the program brings it no more";
  ASSERT_EQ(device_.Apply(OpenAssessment{new_id}), "");
  EXPECT_TRUE(JudgedByTheDesk(signed_file()).starts_with("2, "));
  EXPECT_EQ(JudgedByTheDesk(before), judged);
}

TEST_F(SessionFormsTest, TheLintersFindingsStandInThePreview) {
  const std::string json = Replaced(SecondVersion(), R"("id":"test",)",
                                    R"("id":"test", "lists": {"unused": {"options": [
        {"code": "a", "label": {"zh": "甲", "en": "A"}}, {"code": "b", "label": {"zh": "乙", "en": "B"}}]}},)");
  ASSERT_EQ(device_.Apply(Examine(json)), "");
  ASSERT_TRUE(view().examined->ok());
  const auto found = std::ranges::find(view().examined->messages, ErrorCode::ERR_LINT_LIST_UNUSED,
                                       &FormMessage::code);
  ASSERT_NE(found, view().examined->messages.end());
  EXPECT_EQ(found->severity, FormMessage::Severity::kWarning);
  EXPECT_TRUE(found->text.en.contains("line 2, column")) << found->text.en;
  EXPECT_TRUE(found->text.en.contains("unused")) << found->text.en;
  EXPECT_EQ(device_.Apply(InstallForm{}), "") << "findings forbid nothing";
}

TEST_F(SessionFormsTest, OnlyToAnotherVersionOfTheSameForm) {
  ASSERT_EQ(device_.Create(), "");
  EXPECT_EQ(device_.Apply(MoveToVersion{}), "ERR_SESSION_MOVE");
  EXPECT_EQ(device_.Apply(PlanMove{view().catalogue[0].form_sha256}), "ERR_SESSION_MOVE");
  EXPECT_EQ(device_.Apply(PlanMove{"no"}), "ERR_SESSION_FORM_UNKNOWN");
  ASSERT_EQ(device_.Apply(Examine(Replaced(SecondVersion(), R"("id":"test")", R"("id":"else")"))),
            "");
  ASSERT_EQ(device_.Apply(InstallForm{}), "");
  EXPECT_EQ(device_.Apply(PlanMove{view().catalogue[1].form_sha256}), "ERR_SESSION_MOVE");
}

}  // namespace
}  // namespace pingshen::session
