#include "commission/intake/warnings.h"

#include "core/json/json.h"

namespace pingshen::commission {
namespace {

struct WarningRow {
  WarningCode code;
  std::string_view name, zh, en;
};
constexpr WarningRow kWarningRows[] = {
    {WarningCode::kSameAssessment, "WARN_SAME_ASSESSMENT",
     "同一次评审此前已收到过评审包，受理号：{}。两份都已保留。",
     "A bundle of the same assessment was received before, intake number: {}. Both are kept."},
    {WarningCode::kClockAhead, "WARN_CLOCK_AHEAD",
     "评审包注明的生成时间晚于受理时间：{}。请核对设备时钟。",
     "The bundle states a time of creation after its receipt: {}. Check the device's clock."},
    {WarningCode::kPreviousUnknown, "WARN_PREVIOUS_UNKNOWN",
     "本包所答复的前一份评审包尚未收到：{}。",
     "The bundle that this one answers has not been received: {}."},
};

const WarningRow& WarningRowOf(WarningCode code) {
  for (const WarningRow& row : kWarningRows) {
    if (row.code == code) return row;
  }
  return kWarningRows[0];
}

}  // namespace

std::string_view CodeName(WarningCode code) { return WarningRowOf(code).name; }

std::string Sentence(const Warning& warning, Language language) {
  const WarningRow& row = WarningRowOf(warning.code);
  std::string sentence(language == Language::kChinese ? row.zh : row.en);
  return sentence.replace(sentence.find("{}"), 2, warning.context);
}

std::string WarningsJson(const std::vector<Warning>& warnings) {
  json::Writer writer;
  writer.BeginArray();
  for (const Warning& warning : warnings) {
    writer.BeginObject();
    writer.Member("code", CodeName(warning.code));
    writer.Member("sentence_zh", Sentence(warning, Language::kChinese));
    writer.Member("sentence_en", Sentence(warning, Language::kEnglish));
    writer.Member("context", warning.context);
    writer.EndObject();
  }
  writer.EndArray();
  return writer.Take();
}

}  // namespace pingshen::commission
