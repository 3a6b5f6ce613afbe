#include "web/ui/screen/drafts.h"

#include <gtest/gtest.h>

namespace pingshen::ui {
namespace {

class DraftsTest : public ::testing::Test {
 protected:
  void Know(const std::string& id, model::ValueKind kind, model::Value stored = {},
            Spelling spelling = Spelling::kAny) {
    constexpr int kChinaMinutes = 480;
    drafts_.Know(id, {model::FieldPath::Of(id), kind, spelling, kChinaMinutes}, stored);
  }
  void Edit(std::string id, std::string text, bool composing = false, bool committed = false) {
    DomInput dom;
    dom.edits.push_back({std::move(id), std::move(text), composing, committed});
    drafts_.TakeEdits(dom, now_ms_);
  }
  // The values sent at `now_ms_`, as text; "-" for a cleared answer.
  std::vector<std::string> Collect(bool leaving = false) {
    std::vector<session::Command> commands;
    wake_ms_ = -1;
    drafts_.Collect(now_ms_, leaving, commands, wake_ms_);
    std::vector<std::string> sent;
    for (const session::Command& command : commands) {
      const auto& set = std::get<session::SetAnswer>(command);
      last_ = set;
      sent.push_back(set.value.empty() ? "-" : set.value.text());
    }
    return sent;
  }

  Drafts drafts_;
  double now_ms_ = 5000;
  double wake_ms_ = -1;
  session::SetAnswer last_;
};

using Sent = std::vector<std::string>;

TEST_F(DraftsTest, StoresFourHundredMillisecondsAfterTheLastKey) {
  Know("a", model::ValueKind::kText);
  Edit("a", "村");
  EXPECT_EQ(Collect(), Sent{});
  EXPECT_DOUBLE_EQ(wake_ms_, 400);
  now_ms_ += 300;
  Edit("a", "村卫");
  now_ms_ += 399;
  EXPECT_EQ(Collect(), Sent{});
  EXPECT_DOUBLE_EQ(wake_ms_, 1);
  now_ms_ += 1;
  EXPECT_EQ(Collect(), Sent{"村卫"});
  EXPECT_LT(wake_ms_, 0);
  now_ms_ += 1000;
  EXPECT_EQ(Collect(), Sent{}) << "once is enough";
}

TEST_F(DraftsTest, NeverStoresInsideAComposition) {
  Know("a", model::ValueKind::kText);
  Edit("a", "cun", true);
  now_ms_ += 10'000;
  EXPECT_EQ(Collect(), Sent{});
  EXPECT_LT(wake_ms_, 0) << "nothing to wake up for";
  EXPECT_EQ(drafts_.Show("a", "", true).text, "cun") << "but it is shown";
  Edit("a", "村", false);
  now_ms_ += 400;
  EXPECT_EQ(Collect(), Sent{"村"});
}

TEST_F(DraftsTest, StoresAtOnceWhenCommitted) {
  Know("a", model::ValueKind::kText);
  Edit("a", "村", false, true);
  EXPECT_EQ(Collect(), Sent{"村"});
}

TEST_F(DraftsTest, StoresEverythingWhenTheScreenIsLeft) {
  Know("a", model::ValueKind::kText);
  Know("b", model::ValueKind::kText);
  Edit("a", "甲");
  Edit("b", "yi", true);
  EXPECT_EQ(Collect(true), (Sent{"甲", "yi"}));
}

TEST_F(DraftsTest, SendsNothingWhenTheValueIsTheStoredOne) {
  Know("a", model::ValueKind::kDecimal, *model::Value::Make(model::ValueKind::kDecimal, "60.5"));
  Edit("a", "60.50", false, true);
  EXPECT_EQ(Collect(), Sent{});
}

TEST_F(DraftsTest, NumbersAreStoredInTheirCanonicalForm) {
  Know("a", model::ValueKind::kDecimal);
  Know("b", model::ValueKind::kInteger);
  Edit("a", " ６０．50 ", false, true);
  Edit("b", "007", false, true);
  EXPECT_EQ(Collect(), (Sent{"60.5", "7"}));
}

TEST_F(DraftsTest, WhatIsNoNumberStaysVisibleAndIsNotStored) {
  Know("a", model::ValueKind::kInteger, model::Value::Integer(3));
  Edit("a", "三个", false, true);
  EXPECT_EQ(Collect(), Sent{});
  const Drafts::Shown shown = drafts_.Show("a", "3", false);
  EXPECT_EQ(shown.text, "三个");
  ASSERT_NE(shown.problem, nullptr);
  EXPECT_EQ(shown.problem->kind, DraftProblem::Kind::kMalformed);
  EXPECT_EQ(drafts_.Unstored(), std::vector<std::string>{"a"});
  // Mended:
  Edit("a", "4", false, true);
  EXPECT_EQ(Collect(), Sent{"4"});
  EXPECT_TRUE(drafts_.Unstored().empty());
}

TEST_F(DraftsTest, EmptiedFieldsClearTheAnswer) {
  Know("a", model::ValueKind::kInteger, model::Value::Integer(3));
  Edit("a", "  ", false, true);
  EXPECT_EQ(Collect(), Sent{"-"});
}

TEST_F(DraftsTest, ACorrectableIdentifierIsOfferedNotStored) {
  Know("a", model::ValueKind::kText, {}, Spelling::kIdentityNumber);
  Edit("a", "11010519491231002x", false, true);
  EXPECT_EQ(Collect(), Sent{});
  const Drafts::Shown shown = drafts_.Show("a", "", false);
  ASSERT_NE(shown.problem, nullptr);
  EXPECT_EQ(shown.problem->kind, DraftProblem::Kind::kCorrectable);
  EXPECT_EQ(shown.problem->correction, "11010519491231002X");
  drafts_.Replace("a", shown.problem->correction);
  EXPECT_EQ(Collect(), Sent{"11010519491231002X"});
}

TEST_F(DraftsTest, AWrongIdentifierIsStoredForTheFormEngineToJudge) {
  Know("a", model::ValueKind::kText, {}, Spelling::kIdentityNumber);
  Edit("a", "110105194912310021", false, true);
  EXPECT_EQ(Collect(), Sent{"110105194912310021"});
}

TEST_F(DraftsTest, WhatTheSessionRefusedStaysAndIsTriedAgain) {
  Know("a", model::ValueKind::kText);
  Edit("a", "村", false, true);
  ASSERT_EQ(Collect(), Sent{"村"});
  drafts_.Applied(last_, Fail(ErrorCode::ERR_DEVICE_FULL), Language::kChinese);
  const Drafts::Shown shown = drafts_.Show("a", "", false);
  EXPECT_EQ(shown.text, "村");
  ASSERT_NE(shown.problem, nullptr);
  EXPECT_EQ(shown.problem->kind, DraftProblem::Kind::kRefused);
  EXPECT_FALSE(shown.problem->sentence.empty());
  EXPECT_EQ(Collect(), Sent{}) << "not in a loop";
  drafts_.Applied({model::FieldPath::Of("other"), {}}, {},
                  Language::kChinese);  // another answer could be stored
  EXPECT_EQ(Collect(), Sent{"村"});
}

TEST_F(DraftsTest, TheStoredSpellingAppearsOnlyWhenTheFieldIsLeft) {
  Know("a", model::ValueKind::kDecimal);
  Edit("a", "60.50", false, true);
  ASSERT_EQ(Collect(), Sent{"60.5"});
  EXPECT_EQ(drafts_.Show("a", "60.5", true).text, "60.50");
  EXPECT_EQ(drafts_.Show("a", "60.5", false).text, "60.5");
}

TEST_F(DraftsTest, EditsOfFieldsOfOtherScreensAreNotTaken) {
  Edit("sign/passphrase", "secret", false, true);
  EXPECT_EQ(Collect(true), Sent{});
}

TEST_F(DraftsTest, ALocalTimeGetsTheDevicesOffset) {
  Know("a", model::ValueKind::kDateTime);
  Edit("a", "2026-11-24T08:30", false, true);
  EXPECT_EQ(Collect(), std::vector<std::string>{"2026-11-24T08:30:00+08:00"});
  Edit("a", "2026-11-24T08:30:15+09:00", false, true);
  EXPECT_EQ(Collect(), std::vector<std::string>{"2026-11-24T08:30:15+09:00"});
  Edit("a", "morgen", false, true);
  EXPECT_TRUE(Collect().empty());
  EXPECT_EQ(drafts_.Unstored(), std::vector<std::string>{"a"});
}

}  // namespace
}  // namespace pingshen::ui
