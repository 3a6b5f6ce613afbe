#include "tests/web/ui/app/ladder_sample.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "web/ui/words/strings.h"

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
    "sections": [{}],
    "scheme": {"kind": "ladder", "grades": [
      {"code": "first", "label": {"zh": "甲等", "en": "First class"}, "tone": "good",
        "all": {"C": 90, "B": 60, "A": 20}, "core": {"C": 100, "B": 70, "A": 20},
        "sources": [{"document": "rule", "confidence": "to_be_confirmed"}]},
      {"code": "second", "label": {"zh": "乙等", "en": "Second class"}, "tone": "middle",
        "all": {"C": 80, "B": 50, "A": 10}, "core": {"C": 100, "B": 60, "A": 10},
        "sources": [{"document": "rule", "confidence": "to_be_confirmed"}]},
      {"code": "none", "label": {"zh": "不合格", "en": "Not qualified"}, "tone": "bad",
        "sources": [{"document": "rule", "confidence": "to_be_confirmed"}]}]}
  })json",
                                sections);
  Result<std::shared_ptr<const forms::LoadedForm>> loaded = forms::Load(json);
  EXPECT_TRUE(loaded) << (loaded ? std::string() : Sentence(loaded.error(), Language::kEnglish));
  return loaded ? *loaded : nullptr;
}

}  // namespace pingshen::ui
