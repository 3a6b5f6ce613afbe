#include "core/evaluation/evaluation.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/core/evaluation/sheet_builder.h"
#include "tests/core/evaluation/test_form.h"

namespace pingshen::evaluation {
namespace {

using model::FindingKind;

Evaluation Of(const SheetBuilder& answers, const std::string& today = "2026-11-22") {
  return Evaluate(TestForm(), answers.sheet(), today);
}

void Index(const std::vector<ItemState>& items, std::map<std::string, const ItemState*>& index) {
  for (const ItemState& item : items) {
    index[item.path.ToString()] = &item;
    for (const ItemState::Instance& instance : item.instances) Index(instance.children, index);
  }
}
void Index(const std::vector<SectionState>& sections,
           std::map<std::string, const ItemState*>& index) {
  for (const SectionState& section : sections) {
    Index(section.items, index);
    Index(section.sections, index);
  }
}
const ItemState& StateOf(const Evaluation& evaluation, const std::string& path) {
  std::map<std::string, const ItemState*> index;
  Index(evaluation.sections, index);
  return *index.at(path);
}

// "path kind" of all that blocks.
std::string Blocking(const Evaluation& evaluation) {
  static const char* const kKinds[] = {"missing", "constraint", "identifier", "veto"};
  std::string out;
  for (const model::Finding* finding : evaluation.Findings())
    if (finding->blocks_finish)
      out += (out.empty() ? "" : ", ") + finding->path.ToString() + " " +
             kKinds[static_cast<int>(finding->kind)];
  return out;
}
std::string Earned(const Evaluation& evaluation, const std::string& path) {
  const ItemState& state = StateOf(evaluation, path);
  return state.earned ? state.earned->ToString() : "-";
}

TEST(Evaluate, NothingAnswered) {
  const Evaluation evaluation = Of({});
  EXPECT_FALSE(evaluation.complete);
  EXPECT_EQ(evaluation.answered, 0u);
  EXPECT_EQ(evaluation.total, 10u) << "open area multi ded pop staff people day uscc long";
  EXPECT_EQ(Blocking(evaluation),
            "open missing, area missing, multi missing, ded missing, pop missing, staff missing, "
            "people missing, day missing");
  ASSERT_TRUE(evaluation.points.has_value());
  EXPECT_EQ(evaluation.points->band, std::nullopt);
  EXPECT_EQ(
      evaluation.points->missing,
      (std::vector<std::string>{"open", "area", "multi", "ded", "pop", "staff", "people", "day"}));
  EXPECT_EQ(evaluation.points->attainable.ToString(), "100");
  EXPECT_EQ(evaluation.points->earned.ToString(), "0");
}

TEST(Evaluate, FullMarks) {
  const Evaluation evaluation = Of(FullMarks());
  EXPECT_EQ(Blocking(evaluation), "");
  EXPECT_TRUE(evaluation.complete);
  EXPECT_EQ(evaluation.answered, 8u);
  EXPECT_EQ(evaluation.total, 10u) << "two are not required";
  EXPECT_EQ(evaluation.points->earned.ToString(), "100");
  EXPECT_EQ(evaluation.points->band, "good");
  EXPECT_TRUE(evaluation.points->vetoes.empty());
  ASSERT_EQ(evaluation.sections.size(), 2u);
  EXPECT_EQ(evaluation.sections[0].earned.ToString(), "50");
  EXPECT_EQ(evaluation.sections[1].earned.ToString(), "50");
  EXPECT_EQ(evaluation.sections[1].sections[0].earned.ToString(), "30");
  EXPECT_EQ(evaluation.sections[1].answered, 4u);
  EXPECT_EQ(evaluation.sections[1].total, 6u);
  EXPECT_EQ(evaluation.points->sections,
            (std::vector<model::SectionScore>{
                {"S1", Decimal::FromInteger(50), Decimal::FromInteger(50)},
                {"S2", Decimal::FromInteger(50), Decimal::FromInteger(50)}}));
}

TEST(Evaluate, PartMarksReckonedByHand) {
  // open no 0, area 50 → 7.5, multi b 6, ded 3 + min(0.5×9, 4) off → 3, staff 1 of 1500 = 0.67 →
  // 10, people 2 of which 1 no → 20
  SheetBuilder answers = FullMarks();
  answers.Set("open", Choice("no"))
      .Set("why", Text("停业"))
      .Set("area", Number("50"))
      .Set("multi", model::Value::Choices({"b"}));
  answers.Clear("ded")
      .Set("ded:x", Count(1))
      .Set("ded:y", Count(9))
      .Set("pop", Count(1500))
      .Set("staff", Count(1));
  answers.Add("people#2").Set("people#2/name", Text("李四")).Set("people#2/reg", Choice("no"));
  const Evaluation evaluation = Of(answers);
  EXPECT_EQ(Blocking(evaluation), "");
  EXPECT_EQ(Earned(evaluation, "open"), "0");
  EXPECT_EQ(Earned(evaluation, "area"), "7.5");
  EXPECT_EQ(Earned(evaluation, "multi"), "6");
  EXPECT_EQ(Earned(evaluation, "ded"), "3");
  EXPECT_EQ(Earned(evaluation, "staff"), "10");
  EXPECT_EQ(Earned(evaluation, "people"), "20");
  EXPECT_EQ(evaluation.points->earned.ToString(), "46.5");
  EXPECT_EQ(evaluation.points->vetoes, (std::vector<std::string>{"unregistered"}));
  EXPECT_EQ(evaluation.points->band, "fail");
  EXPECT_EQ(evaluation.Findings().back()->kind, FindingKind::kVeto);
  EXPECT_FALSE(evaluation.Findings().back()->blocks_finish);
  EXPECT_EQ(evaluation.Findings().back()->sentence.zh, "未注册");
  EXPECT_EQ(evaluation.Findings().back()->path, model::FieldPath());
}

TEST(Evaluate, NotApplicableLeavesBothSides) {
  SheetBuilder answers = FullMarks();
  answers.Set("open", Choice("na")).Set("area", Number("50"));
  const Evaluation evaluation = Of(answers);
  EXPECT_TRUE(evaluation.complete);
  EXPECT_TRUE(StateOf(evaluation, "open").answered);
  EXPECT_FALSE(StateOf(evaluation, "open").applicable);
  EXPECT_EQ(Earned(evaluation, "open"), "-");
  EXPECT_EQ(evaluation.points->attainable.ToString(), "90");
  EXPECT_EQ(evaluation.points->earned.ToString(), "77.5");
  EXPECT_EQ(evaluation.points->DisplayScore(), "86.11");
  EXPECT_EQ(evaluation.points->band, "pass");
  EXPECT_EQ(evaluation.sections[0].attainable.ToString(), "40");
}

TEST(Evaluate, WhatIsNotRelevantIsNoPartOfIt) {
  SheetBuilder answers = FullMarks();
  EXPECT_FALSE(StateOf(Of(answers), "why").relevant);
  answers.Set("open", Choice("no"));
  Evaluation evaluation = Of(answers);
  EXPECT_TRUE(StateOf(evaluation, "why").relevant);
  EXPECT_EQ(evaluation.total, 11u);
  EXPECT_EQ(Blocking(evaluation), "why missing");
  EXPECT_EQ(evaluation.points->missing, (std::vector<std::string>{"why"}));
  EXPECT_EQ(evaluation.points->band, std::nullopt);
  answers.Set("why", Text("  　 "));
  EXPECT_EQ(Blocking(Of(answers)), "why missing") << "blanks are no answer";
  answers.Set("why", Text("else"));
  EXPECT_EQ(Blocking(Of(answers)), "whyelse missing");
}

TEST(Evaluate, ScoredItemsThatAreNotRelevantAreNotAttainable) {
  // open is worth 10 points; here it is made dependent on another item.
  std::string json = TestFormJson();
  const std::string plain = R"("code":"open","type":"yes_no",)";
  json.replace(json.find(plain), plain.size(), plain + R"("relevant":"${pop} > 100",)");
  const auto form = forms::Load(json);
  ASSERT_TRUE(form.has_value()) << form.error().context;
  SheetBuilder answers = FullMarks();
  EXPECT_EQ(Evaluate(**form, answers.sheet(), "2026-11-22").points->attainable.ToString(), "100");
  answers.Set("pop", Count(100)).Set("area", Number("50"));
  const Evaluation evaluation = Evaluate(**form, answers.sheet(), "2026-11-22");
  EXPECT_TRUE(evaluation.complete);
  EXPECT_EQ(evaluation.points->attainable.ToString(), "90");
  EXPECT_EQ(evaluation.points->earned.ToString(), "77.5");
}

TEST(Evaluate, BrokenBoundsAndConstraints) {
  const auto area = [](const char* number) {
    const Evaluation evaluation = Of(FullMarks().Set("area", Number(number)));
    const ItemState& state = StateOf(evaluation, "area");
    EXPECT_EQ(state.answered, state.findings.empty());
    EXPECT_EQ(state.earned.has_value(), state.answered);
    EXPECT_EQ(evaluation.complete, state.answered);
    if (!state.answered) {
      EXPECT_EQ(evaluation.points->missing, (std::vector<std::string>{"area"}))
          << "counts as unanswered";
      EXPECT_EQ(evaluation.points->band, std::nullopt);
    }
    return state.findings.empty()
               ? std::string()
               : state.findings[0].sentence.zh + "|" + state.findings[0].sentence.en;
  };
  EXPECT_EQ(area("0.9"), "不能小于 1 平方米。|Must be at least 1 m².");
  EXPECT_EQ(area("1"), "");
  EXPECT_EQ(area("2000"), "");
  EXPECT_EQ(area("2000.1"), "不能大于 2000 平方米。|Must be at most 2000 m².");
  EXPECT_EQ(area("13"), "不能是 13|Not 13");
}

TEST(Evaluate, TodayIsThatOfTheCall) {
  const SheetBuilder answers = FullMarks().Set("day", Date("2026-11-22"));
  EXPECT_EQ(Blocking(Of(answers, "2026-11-22")), "");
  EXPECT_EQ(Blocking(Of(answers, "2026-11-21")), "day constraint");
}

TEST(Evaluate, IdentifiersBlockUntilRight) {
  const auto id = [](const char* number) {
    const Evaluation evaluation = Of(FullMarks().Set("people#1/id", Text(number)));
    EXPECT_EQ(StateOf(evaluation, "people").answered, evaluation.complete);
    return Blocking(evaluation);
  };
  EXPECT_EQ(id("11010519491231002X"), "");
  for (const char* wrong :
       {"110105194912310021", "130503670401001", "11010519491331002X", "11010519491231002x", "abc"})
    EXPECT_EQ(id(wrong), "people#1/id identifier") << wrong;
  const Evaluation fifteen = Of(FullMarks().Set("people#1/id", Text("130503670401001")));
  EXPECT_EQ(StateOf(fifteen, "people#1/id").findings.at(0).sentence.zh,
            "15 位旧号码已停用，请填写 18 位身份证号。");
  const Evaluation spelled = Of(FullMarks().Set("people#1/id", Text("11010519491231002x")));
  EXPECT_EQ(StateOf(spelled, "people#1/id").findings.at(0).sentence.zh,
            "请写作 11010519491231002X。");
  EXPECT_EQ(Blocking(Of(FullMarks().Set("uscc", Text("91350100M000100Y40")))), "uscc identifier");
  EXPECT_EQ(Blocking(Of(FullMarks().Set("uscc", Text("91350100M000100Y43")))), "");
}

TEST(Evaluate, Deductions) {
  const auto with = [](SheetBuilder answers) { return Blocking(Of(answers)); };
  SheetBuilder open = FullMarks();
  open.Clear("ded");
  EXPECT_EQ(with(open), "ded missing");
  EXPECT_EQ(with(SheetBuilder(open).Set("ded:x", Count(0))), "ded missing")
      << "a count of 0 says nothing yet";
  EXPECT_EQ(with(SheetBuilder(open).Set("ded:note", Text("看过"))), "ded missing");
  EXPECT_EQ(with(SheetBuilder(open).Set("ded:x", Count(1))), "");
  EXPECT_EQ(with(SheetBuilder(open).Set("ded:x", Count(2))), "ded:x constraint");
  EXPECT_EQ(with(SheetBuilder(open).Set("ded:y", Count(-1))), "ded:y constraint");
  EXPECT_EQ(with(SheetBuilder(open).Set("ded:y", Count(20))), "");
  EXPECT_EQ(Earned(Of(SheetBuilder(open).Set("ded:y", Count(20))), "ded"), "6");
  const Evaluation na = Of(SheetBuilder(open).Set("ded", Choice("na")));
  EXPECT_FALSE(StateOf(na, "ded").applicable);
  EXPECT_EQ(na.points->attainable.ToString(), "90");
}

TEST(Evaluate, NoneOfTheOptionsIsAnAnswer) {
  const Evaluation evaluation = Of(FullMarks().Set("multi", Choice("none")));
  EXPECT_TRUE(evaluation.complete);
  EXPECT_EQ(Earned(evaluation, "multi"), "0");
  EXPECT_TRUE(StateOf(evaluation, "multi").applicable);
}

TEST(Evaluate, ADenominatorIsNeededForTheScore) {
  SheetBuilder answers = FullMarks();
  answers.Set("pop", Count(0));
  Evaluation evaluation = Of(answers);
  EXPECT_EQ(Blocking(evaluation), "pop missing") << "the way to mend it leads to the denominator";
  EXPECT_FALSE(StateOf(evaluation, "staff").answered);
  EXPECT_TRUE(StateOf(evaluation, "pop").answered);
  EXPECT_EQ(StateOf(evaluation, "staff").findings.at(0).sentence.zh,
            "“人口”填写大于 0 的数之后才能计分。");
  EXPECT_EQ(evaluation.points->missing, (std::vector<std::string>{"staff"}));
  answers.Clear("pop");
  evaluation = Of(answers);
  EXPECT_EQ(evaluation.points->missing, (std::vector<std::string>{"pop", "staff"}));
}

TEST(Evaluate, RepeatsAndTheirChildren) {
  SheetBuilder answers = FullMarks();
  answers.Add("people#2");
  EXPECT_EQ(Blocking(Of(answers)), "people#2/name missing, people#2/reg missing");
  EXPECT_EQ(Of(answers).points->missing, (std::vector<std::string>{"people", "name", "reg"}));
  EXPECT_FALSE(StateOf(Of(answers), "people").answered);
  answers.Set("people#2/name", Text("guest"));
  EXPECT_EQ(Blocking(Of(answers)), "") << "a guest need not be registered";
  EXPECT_EQ(Earned(Of(answers), "people"), "30");
  answers.Set("people#2/reg", Choice("no"));
  EXPECT_EQ(Earned(Of(answers), "people"), "30") << "what is not relevant takes nothing off";
  EXPECT_TRUE(Of(answers).points->vetoes.empty()) << "and is no veto";
  answers.Set("people#2/name", Text("李四"));
  EXPECT_EQ(Earned(Of(answers), "people"), "20");
  EXPECT_EQ(Of(answers).points->vetoes, (std::vector<std::string>{"unregistered"}));
  answers.Remove("people#2");
  EXPECT_EQ(Earned(Of(answers), "people"), "30") << "the children of a removed instance are gone";
  EXPECT_TRUE(Of(answers).points->vetoes.empty());
  answers.Remove("people#1");
  EXPECT_EQ(Blocking(Of(answers)), "people missing");
  EXPECT_EQ(StateOf(Of(answers), "people").findings.at(0).sentence.zh,
            "请添加人员，没有时请选择“无”。");
  answers.Set("people", Choice("none"));
  EXPECT_EQ(Blocking(Of(answers)), "");
  EXPECT_EQ(Earned(Of(answers), "people"), "0") << "fewer than one";
}

TEST(Evaluate, RepeatsInsideRepeats) {
  SheetBuilder answers = FullMarks();
  answers.Add("people#1/certs#1");
  EXPECT_EQ(Blocking(Of(answers)), "people#1/certs#1/no missing");
  EXPECT_FALSE(StateOf(Of(answers), "people").answered) << "unfinished below, unfinished above";
  answers.Set("people#1/certs#1/no", Text("A1"));
  EXPECT_EQ(Blocking(Of(answers)), "people#1/certs#1/no constraint");
  EXPECT_FALSE(StateOf(Of(answers), "people").answered);
  answers.Set("people#1/certs#1/no", Text("A12"));
  EXPECT_EQ(Blocking(Of(answers)), "");
  EXPECT_TRUE(StateOf(Of(answers), "people#1/certs#1/level").relevant);
  EXPECT_EQ(Of(answers).total, 10u) << "the note that became relevant does not count";
  EXPECT_TRUE(StateOf(Of(answers), "certified").relevant);
}

TEST(Evaluate, VetoesOfUnfinishedAssessmentsGiveNoBandYet) {
  const Evaluation evaluation = Of(SheetBuilder().Set("area", Number("5")));
  EXPECT_EQ(evaluation.points->vetoes, (std::vector<std::string>{"tiny"}));
  EXPECT_EQ(evaluation.points->band, std::nullopt);
  EXPECT_EQ(Of(FullMarks().Set("area", Number("5"))).points->band, "fail");
  EXPECT_EQ(Of(FullMarks().Set("area", Number("5.000000001"))).points->vetoes.size(), 0u);
}

TEST(Evaluate, ValuesThatNeverFitAreFindings) {
  // The app cannot write these; a foreign log could.
  EXPECT_EQ(Blocking(Of(FullMarks().Set("open", Choice("maybe")))), "open constraint");
  EXPECT_EQ(Blocking(Of(FullMarks().Set("pop", Text("many")))), "pop constraint, pop missing");
  EXPECT_EQ(Blocking(Of(FullMarks().Set("ded:x", Text("1")))), "ded:x constraint");
}

TEST(AssessmentDate, IsTheDateInChina) {
  const std::int64_t noon_utc = 1795348800000;  // 2026-11-22T12:00:00Z
  EXPECT_EQ(AssessmentDate(noon_utc), "2026-11-22");
  EXPECT_EQ(AssessmentDate(noon_utc + 4 * 3600 * 1000), "2026-11-23");
}

}  // namespace
}  // namespace pingshen::evaluation
