#include "tests/web/ui/ladder_sample.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "web/ui/strings.h"

namespace pingshen::ui {

std::span<const LadderChapter> HospitalChapters() {
  static constexpr std::array<LadderChapter, 6> kChapters{
      {{29, 3}, {48, 3}, {26, 6}, {322, 13}, {53, 1}, {105, 7}}};
  return kChapters;
}

std::string LadderItem(int chapter, int item) {
  const std::string number = std::to_string(item);
  return std::to_string(chapter) + (number.size() < 2 ? ".0" : ".") + number;
}

std::shared_ptr<const forms::LoadedForm> LadderForm(std::span<const LadderChapter> chapters) {
  static constexpr std::array<const char*, 6> kTitles{
      "医院功能任务",           "医院服务", "患者安全", "医疗质量安全管理与持续改进",
      "护理管理与质量持续改进", "医院管理"};
  std::string sections;
  for (std::size_t c = 0; c < chapters.size(); ++c) {
    const int number = static_cast<int>(c) + 1;
    const std::string chapter = std::to_string(number);
    std::string items;
    for (int i = 1; i <= chapters[c].items; ++i) {
      const std::string item = std::to_string(i);
      if (!items.empty()) items += ",";
      items += Fill(
          R"json({"code": "{}", "type": "grade", "label": {"zh": "第{}章第{}款（标题待核）", "en": "Chapter {} item {} (title to be confirmed)"},
              "required": true{}, "not_applicable": {"zh": "经卫生健康行政部门批准可以不设。", "en": "Approved as not offered."},
              "sources": [{"document": "rule", "confidence": "to_be_confirmed"}]})json",
          LadderItem(number, i), chapter, item, chapter, item,
          i <= chapters[c].core ? R"(, "core": true)" : "");
    }
    if (!sections.empty()) sections += ",";
    sections += Fill(
        R"json({"code": "{}", "title": {"zh": "第{}章 {}", "en": "Chapter {}"}, "items": [{}]})json",
        chapter, chapter, kTitles[c % kTitles.size()], chapter, items);
  }
  const std::string json = Fill(R"json({
    "format": "pingshen-form/1", "id": "ladder-sample", "version": "1",
    "title": {"zh": "等级样表", "en": "Sample ladder"},
    "documents": [{"code": "rule", "title": {"zh": "样例标准", "en": "Sample standard"}}],
    "sources": [{"document": "rule", "confidence": "to_be_confirmed"}],
    "sections": [{}]
  })json",
                                sections);
  Result<std::shared_ptr<const forms::LoadedForm>> loaded = forms::Load(json);
  EXPECT_TRUE(loaded) << (loaded ? std::string() : Sentence(loaded.error(), Language::kEnglish));
  if (!loaded) return nullptr;
  const auto form = std::const_pointer_cast<forms::LoadedForm>(*loaded);
  const auto percent = [](int value) { return std::optional(Decimal::FromInteger(value)); };
  const auto grade = [](const char* code, const char* zh, const char* en, model::Tone tone) {
    model::LadderGrade made;
    made.code = code;
    made.label = {zh, en};
    made.tone = tone;
    return made;
  };
  model::LadderScheme scheme;
  scheme.grades.push_back(grade("first", "甲等", "First class", model::Tone::kGood));
  scheme.grades[0].all = {percent(90), percent(60), percent(20)};
  scheme.grades[0].core = {percent(100), percent(70), percent(20)};
  scheme.grades.push_back(grade("second", "乙等", "Second class", model::Tone::kMiddle));
  scheme.grades[1].all = {percent(80), percent(50), percent(10)};
  scheme.grades[1].core = {percent(100), percent(60), percent(10)};
  scheme.grades.push_back(grade("none", "不合格", "Not qualified", model::Tone::kBad));
  form->form.scheme = std::move(scheme);
  return form;
}

namespace {

void MarkItems(const session::AnswerSheet& answers, session::SectionState& section) {
  for (session::ItemState& item : section.items)
    item.mark = model::MarkOf(answers.At(item.path).text());
}

}  // namespace

void GradeLadderSample(const forms::LoadedForm& form, const session::AnswerSheet& answers,
                       session::Evaluation& evaluation) {
  const auto& scheme = std::get<model::LadderScheme>(form.form.scheme);
  evaluation.grading.schemes.clear();  // the items here are choices, not graded items
  model::SchemeResult& result = evaluation.grading.schemes.emplace_back();
  result.kind = "ladder";
  model::LadderTable& table = result.ladder.emplace();
  std::array<std::array<std::vector<std::string>, 6>, 2> codes;
  for (session::SectionState& section : evaluation.sections) {
    MarkItems(answers, section);
    model::ChapterMarks& chapter = table.chapters.emplace_back();
    chapter.section = section.section->code;
    for (const session::ItemState& item : section.items) {
      for (model::MarkCounts* counts : {&chapter.all, &table.all}) counts->Add(item.mark);
      if (item.item->core)
        for (model::MarkCounts* counts : {&chapter.core, &table.core}) counts->Add(item.mark);
      if (!item.mark) result.missing.push_back(item.item->code);
      codes[item.item->core][item.mark ? static_cast<std::size_t>(*item.mark) : 5].push_back(
          item.item->code);
    }
  }
  const auto demand = [&](const model::LadderGrade& grade, bool core, const char* mark,
                          const std::optional<Decimal>& minimum) {
    if (!minimum) return true;
    const model::MarkCounts& counts = core ? table.core : table.all;
    model::DemandResult made;
    made.outcome = grade.code;
    made.kind = core ? model::DemandKind::kShareOfCore : model::DemandKind::kShareOfAll;
    made.subject = mark;
    made.actual = counts.Share(*model::MarkOf(mark));
    made.minimum = *minimum;
    made.percent = true;
    made.met = made.actual.AtLeastPercent(*minimum);
    std::int64_t more = 0;
    model::Fraction raised = made.actual;
    while (!raised.AtLeastPercent(*minimum)) {
      ++more;
      raised.numerator += Decimal::FromInteger(1);
    }
    made.lacking = Decimal::FromInteger(more);
    result.demands.push_back(made);
    return made.met;
  };
  std::optional<std::string> outcome;
  const model::LadderGrade* above = nullptr;
  for (const model::LadderGrade& grade : scheme.grades) {
    bool met = true;
    for (const bool core : {false, true}) {
      const model::ShareMinimum& minimum = core ? grade.core : grade.all;
      met = demand(grade, core, "C", minimum.c) && met;
      met = demand(grade, core, "B", minimum.b) && met;
      met = demand(grade, core, "A", minimum.a) && met;
    }
    if (met && !outcome) outcome = grade.code;
    if (!outcome) above = &grade;
  }
  if (result.missing.empty()) result.outcome = outcome;
  if (above == nullptr) return;
  model::Gap& gap = result.gap.emplace();
  gap.target = above->code;
  gap.unanswered = result.missing;
  const auto raise = [&](bool core, model::Mark from, model::Mark to) {
    std::int64_t count = 0;
    for (const model::DemandResult& each : result.demands) {
      if (each.outcome == above->code && each.subject == model::MarkName(to) &&
          (each.kind == model::DemandKind::kShareOfCore) == core && !each.met)
        count = *each.lacking.ToInteger();
    }
    if (count == 0) return;
    gap.raises.push_back({core, from, to, count, codes[core][static_cast<std::size_t>(from)]});
    gap.items += count;
    gap.steps += count;
  };
  for (const bool core : {true, false}) {
    raise(core, model::Mark::kD, model::Mark::kC);
    raise(core, model::Mark::kC, model::Mark::kB);
    raise(core, model::Mark::kB, model::Mark::kA);
  }
}

}  // namespace pingshen::ui
