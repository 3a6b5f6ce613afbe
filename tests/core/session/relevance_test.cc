#include "core/session/relevance.h"

#include <gtest/gtest.h>

#include "core/session/answer_scope.h"
#include "tests/core/session/sheet_builder.h"
#include "tests/core/session/test_form.h"

namespace pingshen::session {
namespace {

const std::string kToday = "2026-11-22";

TEST(Relevance, FollowsChains) {
  SheetBuilder answers;
  const auto relevant = [&](const char* code) {
    return Relevance(TestForm(), answers.sheet(), kToday).IsRelevant(code, {});
  };
  EXPECT_TRUE(relevant("open"));
  EXPECT_FALSE(relevant("why"));
  answers.Set("open", Choice("no"));
  EXPECT_TRUE(relevant("why"));
  EXPECT_FALSE(relevant("whyelse"));
  answers.Set("why", Text("else"));
  EXPECT_TRUE(relevant("whyelse"));
  answers.Set("open", Choice("yes"));
  EXPECT_FALSE(relevant("why"));
  EXPECT_FALSE(relevant("whyelse")) << "an answer that is not relevant counts as empty";
}

TEST(Relevance, IsDecidedForEachInstance) {
  SheetBuilder answers;
  answers.Add("people#1")
      .Add("people#2")
      .Set("people#1/name", Text("guest"))
      .Set("people#2/name", Text("张三"));
  const Relevance relevance(TestForm(), answers.sheet(), kToday);
  EXPECT_FALSE(relevance.IsRelevant("reg", {{"people", 1}}));
  EXPECT_TRUE(relevance.IsRelevant("reg", {{"people", 2}}));
}

TEST(Relevance, SeesInnerAndOuterInstance) {
  SheetBuilder answers;
  answers.Add("people#1")
      .Add("people#2")
      .Add("people#1/certs#1")
      .Add("people#2/certs#1")
      .Add("people#2/certs#2");
  answers.Set("people#1/reg", Choice("no")).Set("people#2/reg", Choice("yes"));
  answers.Set("people#1/certs#1/no", Text("A1")).Set("people#2/certs#2/no", Text("B2"));
  const Relevance relevance(TestForm(), answers.sheet(), kToday);
  EXPECT_FALSE(relevance.IsRelevant("level", {{"people", 1}, {"certs", 1}})) << "not registered";
  EXPECT_FALSE(relevance.IsRelevant("level", {{"people", 2}, {"certs", 1}})) << "no number";
  EXPECT_TRUE(relevance.IsRelevant("level", {{"people", 2}, {"certs", 2}}));
}

TEST(AnswerScope, AnswersOfAllInstances) {
  SheetBuilder answers;
  answers.Add("people#1").Add("people#2").Add("people#3").Remove("people#2");
  answers.Set("people#1/name", Text("甲"))
      .Set("people#3/name", Text("guest"))
      .Set("people#3/reg", Choice("no"));
  const Relevance relevance(TestForm(), answers.sheet(), kToday);
  const AnswerScope scope(relevance, {}, Count(7));
  const auto names = scope.Answers("name");
  ASSERT_EQ(names.size(), 2u);
  EXPECT_EQ(names[0], Text("甲"));
  EXPECT_EQ(names[1], Text("guest"));
  EXPECT_EQ(scope.Answers("reg"), (std::vector<model::Value>{{}, {}}))
      << "that of a guest is not relevant";
  EXPECT_EQ(scope.Answers("people"), std::vector<model::Value>(2, model::Value::Presence(true)));
  EXPECT_EQ(scope.Answers("open").size(), 1u);
  EXPECT_TRUE(scope.Answer("name").empty());
  EXPECT_TRUE(scope.Answer("nothing").empty());
  EXPECT_EQ(scope.Current(), Count(7));
  EXPECT_EQ(scope.Today(), kToday);
  EXPECT_EQ(AnswerScope(relevance, {{"people", 3}}, {}).Answer("name"), Text("guest"));
}

TEST(AnswerScope, AnswersWithinTheOwnOuterInstance) {
  SheetBuilder answers;
  answers.Add("people#1")
      .Add("people#2")
      .Add("people#1/certs#1")
      .Add("people#2/certs#1")
      .Add("people#2/certs#2");
  const Relevance relevance(TestForm(), answers.sheet(), kToday);
  EXPECT_EQ(AnswerScope(relevance, {{"people", 2}}, {}).Answers("no").size(), 2u);
  EXPECT_EQ(AnswerScope(relevance, {{"people", 1}}, {}).Answers("certs").size(), 1u);
  EXPECT_EQ(AnswerScope(relevance, {}, {}).Answers("no").size(), 3u);
}

// A chain as long as a form can be must neither overflow the stack nor take forever.
TEST(Relevance, LongChains) {
  std::string items = R"({"code":"q0","type":"yes_no","label":{"zh":"x","en":"x"}})";
  constexpr int kLength = 3000;
  for (int i = 1; i < kLength; ++i)
    items += R"(,{"code":"q)" + std::to_string(i) +
             R"(","type":"yes_no","label":{"zh":"x","en":"x"},"relevant":"${q)" +
             std::to_string(i - 1) + R"(} = 'yes'"})";
  const auto form = forms::Load(
      R"({"format":"pingshen-form/1","id":"chain","version":"1","title":{"zh":"x","en":"x"},"documents":[{"code":"d","title":{"zh":"x","en":"x"}}],)"
      R"("sources":[{"document":"d","confidence":"our_reading"}],"sections":[{"code":"S","title":{"zh":"x","en":"x"},"items":[)" +
      items + "]}]}");
  ASSERT_TRUE(form.has_value()) << form.error().context;
  SheetBuilder answers;
  for (int i = 0; i < kLength; ++i)
    answers.Set("q" + std::to_string(i), Choice(i == 2000 ? "no" : "yes"));
  const Relevance relevance(**form, answers.sheet(), kToday);
  EXPECT_TRUE(relevance.IsRelevant("q2000", {}));
  EXPECT_FALSE(relevance.IsRelevant("q2001", {}));
  EXPECT_FALSE(relevance.IsRelevant("q2999", {}));
}

}  // namespace
}  // namespace pingshen::session
