#include "commission/answer_text.h"

#include <algorithm>

#include "core/model/identifiers.h"

namespace pingshen::commission {
namespace {

struct Word {
  std::string_view code;
  std::string_view zh;
  std::string_view en;
};
constexpr Word kFixedChoices[] = {
    {model::kYes, "是", "Yes"},
    {model::kNo, "否", "No"},
    {model::kNotApplicable, "不适用", "Not applicable"},
    {model::kFullMarks, "无扣分", "Nothing to deduct"},
    {model::kNoInstance, "无", "None"},
    {model::kNotOccurred, "未发生", "Did not occur"},
    {model::kNoEvidence, "无书面证据", "No written evidence"},
    {model::kAcknowledged, "已确认", "Acknowledged"},
};
constexpr Word kKinds[] = {
    {"self", "自评", "Self-assessment"},
    {"onsite", "现场评审", "On-site"},
    {"rereview", "复评", "Re-review"},
    {"spotcheck", "抽查", "Spot check"},
};
constexpr Word kRoles[] = {
    {"assessor", "评审员", "Assessor"},         {"team_leader", "组长", "Team leader"},
    {"institution", "被评机构", "Institution"}, {"reviewer", "复核人", "Reviewer"},
    {"commission", "委员会", "Commission"},
};

template <std::size_t N>
std::string_view Find(const Word (&words)[N], std::string_view code, Language language) {
  const auto* found = std::find_if(std::begin(words), std::end(words),
                                   [&](const Word& word) { return word.code == code; });
  if (found == std::end(words)) return code;
  return language == Language::kChinese ? found->zh : found->en;
}

std::string ChoiceText(const model::Item& item, const std::string& code, Language language) {
  for (const model::Option& option : item.options) {
    if (option.code == code && !option.label.empty()) return option.label.In(language);
  }
  if (item.type == model::ItemType::kMultipleChoice && code == model::kNoInstance) {
    return language == Language::kChinese ? "以上都没有" : "None of these";
  }
  return std::string(Find(kFixedChoices, code, language));
}

}  // namespace

std::string AnswerText(const model::Item& item, const model::Value& value, Language language) {
  if (item.type == model::ItemType::kIdentityNumber) {
    return value.empty() ? "" : model::MaskIdentityNumber(value.text());
  }
  switch (value.kind()) {
    case model::ValueKind::kChoice:
    case model::ValueKind::kChoices: {
      std::string text;
      for (const std::string& code : value.Codes()) {
        if (!text.empty()) text += language == Language::kChinese ? "、" : ", ";
        text += ChoiceText(item, code, language);
      }
      return text;
    }
    case model::ValueKind::kRanking: {
      std::string text;
      for (const std::string& code : value.Codes())
        text += (text.empty() ? "" : " > ") + ChoiceText(item, code, language);
      return text;
    }
    case model::ValueKind::kAttachments: {
      const std::string count = std::to_string(value.Attachments().size());
      return language == Language::kChinese ? count + " 个附件" : count + " attachment(s)";
    }
    case model::ValueKind::kInteger:
    case model::ValueKind::kDecimal:
    case model::ValueKind::kFigure:
      return item.unit.empty() ? value.text() : value.text() + " " + item.unit.In(language);
    default:
      return value.text();
  }
}

std::string_view KindText(model::AssessmentKind kind, Language language) {
  return Find(kKinds, model::CodeOf(kind), language);
}

std::string RoleText(std::string_view role, Language language) {
  return std::string(Find(kRoles, role, language));
}

}  // namespace pingshen::commission
