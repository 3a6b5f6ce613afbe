#include "core/evaluation/answer_rules.h"

#include <gtest/gtest.h>

#include "tests/core/evaluation/sheet_builder.h"
#include "tests/core/evaluation/test_form.h"

namespace pingshen::evaluation {
namespace {

using model::Value;
using model::ValueKind;

std::string Written(const Result<std::vector<Change>>& changes) {
  if (!changes) return std::string(CodeName(changes.error().code));
  std::string out;
  for (const Change& change : *changes)
    out += (out.empty() ? "" : " | ") + change.path.ToString() + "=" + change.value.text();
  return out;
}
std::string Set(const SheetBuilder& answers, std::string_view path, const Value& value) {
  return Written(AnswerChanges(TestForm(), answers.sheet(), Path(path), value));
}
std::string Set(std::string_view path, const Value& value) {
  return Set(SheetBuilder().Add("people#1"), path, value);
}

TEST(AnswerRules, KindsThatFit) {
  EXPECT_EQ(Set("open", Choice("yes")), "open=yes");
  EXPECT_EQ(Set("open", Choice("na")), "open=na");
  EXPECT_EQ(Set("area", Number("60.50")), "area=60.5");
  EXPECT_EQ(Set("multi", Value::Choices({"b", "a"})), "multi=a b") << "in the form's order";
  EXPECT_EQ(Set("multi", Choice("none")), "multi=none");
  EXPECT_EQ(Set("ded", Choice("full")), "ded=full");
  EXPECT_EQ(Set("ded:x", Count(1)), "ded:x=1");
  EXPECT_EQ(Set("pop", Count(-5)), "pop=-5") << "breaks the minimum, still an integer";
  EXPECT_EQ(Set("people#1/name", Text("张三")), "people#1/name=张三");
  EXPECT_EQ(Set("day", Date("2100-01-01")), "day=2100-01-01") << "breaks a constraint only";
  EXPECT_EQ(Set("long", Text("一行\n二行\t末")), "long=一行\n二行\t末");
  EXPECT_EQ(Set("area:note", Text("皮尺量\n两次")), "area:note=皮尺量\n两次");
  EXPECT_EQ(Set("people:note", Text("x")), "people:note=x");
}

TEST(AnswerRules, KindsThatDoNot) {
  const std::string value = "ERR_SESSION_VALUE";
  EXPECT_EQ(Set("open", Choice("maybe")), value);
  EXPECT_EQ(Set("open", Value::Choices({"yes"})), value);
  EXPECT_EQ(Set("open", Text("yes")), value);
  EXPECT_EQ(Set("area", Count(60)), value);
  EXPECT_EQ(Set("pop", Number("60")), value);
  EXPECT_EQ(Set("multi", Value::Choices({"a", "x"})), value);
  EXPECT_EQ(Set("multi", Choice("a")), value);
  EXPECT_EQ(Set("ded", Choice("yes")), value);
  EXPECT_EQ(Set("ded:x", Choice("full")), value);
  EXPECT_EQ(Set("people", Value::Presence(true)), value);
  EXPECT_EQ(Set("people#1/name", Text("两\n行")), value);
  EXPECT_EQ(Set("people#1/name", Text("\x01")), value);
  EXPECT_EQ(Set("hello", Text("x")), value);
  EXPECT_EQ(Set("people#1/certs", Choice("yes")), value);
}

TEST(AnswerRules, PlacesThatAreNone) {
  const std::string path = "ERR_SESSION_PATH";
  EXPECT_EQ(Set("unknown", Choice("yes")), path);
  EXPECT_EQ(Set("S1", Choice("yes")), path);
  EXPECT_EQ(Set("open:x", Count(1)), path);
  EXPECT_EQ(Set("ded:z", Count(1)), path);
  EXPECT_EQ(Set("hello:note", Text("x")), path);
  EXPECT_EQ(Set("name", Text("x")), path) << "inside a repeat only";
  EXPECT_EQ(Set("people#1/open", Choice("yes")), path);
  EXPECT_EQ(Set("people#1/no", Text("x")), path) << "one repeat too few";
  EXPECT_EQ(Set("people#2/name", Text("x")), path) << "no such instance";
  EXPECT_EQ(Set("certs#1/name", Text("x")), path);
  EXPECT_EQ(Set("people#1", Value::Presence(false)), path) << "instances go by their own commands";
  EXPECT_EQ(Set(SheetBuilder().Add("people#1").Remove("people#1"), "people#1/name", Text("x")),
            path);
}

TEST(AnswerRules, TheSameAnswerWritesNothing) {
  const SheetBuilder answers =
      SheetBuilder().Set("area", Number("60")).Set("multi", Value::Choices({"a", "b"}));
  EXPECT_EQ(Set(answers, "area", Number("60.00")), "");
  EXPECT_EQ(Set(answers, "multi", Value::Choices({"b", "a"})), "");
  EXPECT_EQ(Set(answers, "open", {}), "");
  EXPECT_EQ(Set(answers, "area", {}), "area=");
}

TEST(AnswerRules, CountsAndFullTakeEachOtherBack) {
  const SheetBuilder full = SheetBuilder().Set("ded", Choice("full"));
  EXPECT_EQ(Set(full, "ded:x", Count(1)), "ded= | ded:x=1");
  EXPECT_EQ(Set(full, "ded:x", Count(0)), "ded:x=0") << "nothing was found: full stays";
  EXPECT_EQ(Set(full, "ded:note", Text("好")), "ded:note=好");
  const SheetBuilder counted =
      SheetBuilder().Set("ded:x", Count(1)).Set("ded:y", Count(2)).Set("ded:note", Text("n"));
  EXPECT_EQ(Set(counted, "ded", Choice("full")), "ded:x= | ded:y= | ded=full") << "the note stays";
  EXPECT_EQ(Set(counted, "ded", Choice("na")), "ded:x= | ded:y= | ded=na");
  EXPECT_EQ(Set(counted, "ded:x", Count(3)), "ded:x=3");
  EXPECT_EQ(Set(SheetBuilder().Set("ded", Choice("na")), "ded:y", Count(1)), "ded= | ded:y=1");
}

TEST(AnswerRules, IdentifiersAreKeptInTheirCanonicalSpelling) {
  EXPECT_EQ(Set("people#1/id", Text("１１０１０５ 19491231 002x")),
            "people#1/id=11010519491231002X");
  EXPECT_EQ(Set("uscc", Text("91350100m000100y43")), "uscc=91350100M000100Y43");
  EXPECT_EQ(Set("people#1/id", Text("110105194912310021")), "people#1/id=110105194912310021")
      << "wrong: kept, shown as wrong";
  EXPECT_EQ(Set("people#1/id", Text("130503670401001")), "people#1/id=130503670401001");
}

std::string Add(const SheetBuilder& answers, std::string_view repeat) {
  return Written(AddInstanceChanges(TestForm(), answers.sheet(), Path(repeat)));
}
std::string Remove(const SheetBuilder& answers, std::string_view instance) {
  return Written(RemoveInstanceChanges(TestForm(), answers.sheet(), Path(instance)));
}

TEST(AnswerRules, Instances) {
  SheetBuilder answers;
  EXPECT_EQ(Add(answers, "people"), "people#1=1");
  answers.Set("people", Choice("none"));
  EXPECT_EQ(Add(answers, "people"), "people= | people#1=1") << "takes back \"none\"";
  answers.Clear("people").Add("people#1");
  EXPECT_EQ(Set(answers, "people", Choice("none")), "ERR_SESSION_VALUE") << "there is one";
  EXPECT_EQ(Remove(answers, "people#1"), "people#1=0");
  answers.Remove("people#1");
  EXPECT_EQ(Remove(answers, "people#1"), "ERR_SESSION_PATH");
  EXPECT_EQ(Add(answers, "people"), "people#2=1");
  EXPECT_EQ(Set(answers, "people", Choice("none")), "people=none");
  answers.Add("people#2").Add("people#3").Add("people#4");
  EXPECT_EQ(Add(answers, "people"), "ERR_SESSION_INSTANCES") << "three at most";
  answers.Remove("people#3");
  EXPECT_EQ(Add(answers, "people"), "people#5=1");
  EXPECT_EQ(Add(answers, "people#2/certs"), "people#2/certs#1=1");
  EXPECT_EQ(Add(answers, "people#3/certs"), "ERR_SESSION_PATH") << "inside a removed one";
  for (const char* wrong : {"open", "certs", "nothing", "people:note", "people#2/name"})
    EXPECT_EQ(Add(answers, wrong), "ERR_SESSION_PATH") << wrong;
  for (const char* wrong : {"people#9", "people", "certs#1", "people#2/certs#1", "people#2/name"})
    EXPECT_EQ(Remove(answers, wrong), "ERR_SESSION_PATH") << wrong;
}

std::string Checked(const SheetBuilder& answers, std::string_view path, const Value& value) {
  const Status status = CheckRecord(TestForm(), answers.sheet(), {1, Path(path), value, "x", 0});
  return status ? "" : std::string(CodeName(status.error().code));
}

TEST(AnswerRules, RecordsOfOthersAreHeldAgainstTheSameRules) {
  const SheetBuilder answers = SheetBuilder().Add("people#1").Add("people#2").Remove("people#2");
  EXPECT_EQ(Checked(answers, "open", Choice("no")), "");
  EXPECT_EQ(Checked(answers, "open", {}), "");
  EXPECT_EQ(Checked(answers, "people#1/id", Text("110105194912310021")), "");
  EXPECT_EQ(Checked(answers, "people#3", Value::Presence(true)), "");
  EXPECT_EQ(Checked(answers, "people#1", Value::Presence(false)), "");
  EXPECT_EQ(Checked(answers, "multi", Value::Choices({"b", "a"})), "ERR_SESSION_VALUE")
      << "the app never writes that order";
  EXPECT_EQ(Checked(answers, "people#1/id", Text("11010519491231002x")), "ERR_SESSION_VALUE");
  EXPECT_EQ(Checked(answers, "people#2", Value::Presence(true)), "ERR_SESSION_PATH")
      << "numbers are never reused";
  EXPECT_EQ(Checked(answers, "people#2", Value::Presence(false)), "ERR_SESSION_PATH");
  EXPECT_EQ(Checked(answers, "people#1", Choice("yes")), "ERR_SESSION_VALUE");
  EXPECT_EQ(Checked(answers, "people#1", {}), "ERR_SESSION_VALUE");
  EXPECT_EQ(Checked(answers, "people#2/name", Text("x")), "ERR_SESSION_PATH");
  EXPECT_EQ(Checked(answers, "people#2/certs#1", Value::Presence(true)), "ERR_SESSION_PATH");
  EXPECT_EQ(Checked(answers, "open#1", Value::Presence(true)), "ERR_SESSION_PATH");
  const SheetBuilder full = SheetBuilder().Add("people#1").Add("people#2").Add("people#3");
  EXPECT_EQ(Checked(full, "people#4", Value::Presence(true)), "ERR_SESSION_INSTANCES");
}

}  // namespace
}  // namespace pingshen::evaluation
