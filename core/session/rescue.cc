#include "core/session/rescue.h"

#include "core/json/json.h"
#include "core/model/date.h"

namespace pingshen::session {
namespace {

constexpr std::string_view kNoticeChinese =
    "救援文件：评审通本机答案记录的副本，未经签名，不能作为评审结果提交，仅供恢复数据。";
constexpr std::string_view kNoticeEnglish =
    "Rescue file: a copy of the answers kept on the device. It is unsigned and no result; it "
    "serves to restore data only.";

std::string_view KindName(model::ValueKind kind) {
  switch (kind) {
    case model::ValueKind::kEmpty:
      return "empty";
    case model::ValueKind::kChoice:
      return "choice";
    case model::ValueKind::kChoices:
      return "choices";
    case model::ValueKind::kInteger:
      return "integer";
    case model::ValueKind::kDecimal:
      return "decimal";
    case model::ValueKind::kText:
      return "text";
    case model::ValueKind::kDate:
      return "date";
    case model::ValueKind::kPresence:
      return "presence";
    case model::ValueKind::kFigure:
      return "figure";
    case model::ValueKind::kTime:
      return "time";
    case model::ValueKind::kDateTime:
      return "datetime";
    case model::ValueKind::kAttachments:
      return "attachments";
    case model::ValueKind::kPosition:
      return "position";
    case model::ValueKind::kRanking:
      return "ranking";
  }
  return "";
}

std::string RecordLine(const OpenDraft& open, const model::AnswerRecord& record) {
  const std::string& code =
      record.path.item.empty() ? record.path.repeats.back().repeat : record.path.item;
  const model::Item* item = open.form().form->FindItem(code);
  json::Writer writer;
  writer.BeginObject().Key("sequence").Integer(static_cast<std::int64_t>(record.sequence));
  writer.Member("path", record.path.ToString());
  writer.Member("label", item == nullptr ? "" : item->label.In(Language::kChinese));
  writer.Member("kind", KindName(record.value.kind()));
  writer.Member("value", record.value.text());
  writer.Member("author", record.author);
  writer.Member("recorded_at", model::UtcTimestamp(record.recorded_at_ms));
  writer.EndObject();
  return writer.Take();
}

}  // namespace

std::string RescueJson(const OpenDraft& open, std::string_view app_version,
                       std::string_view device_id, std::int64_t now_utc_ms) {
  const model::Assessment& assessment = open.assessment();
  json::Writer writer;
  writer.BeginObject()
      .Member("type", "pingshen-rescue")
      .Member("notice_zh", kNoticeChinese)
      .Member("notice_en", kNoticeEnglish)
      .Member("exported_at", model::UtcTimestamp(now_utc_ms))
      .Member("app_version", app_version)
      .Member("device_id", device_id)
      .Key("assessment")
      .BeginObject()
      .Member("id", assessment.id)
      .Member("kind", model::CodeOf(assessment.kind))
      .Member("form_id", assessment.form_id)
      .Member("form_version", assessment.form_version)
      .Member("form_sha256", assessment.form_sha256)
      .Member("form_title", open.form().form->form.title.In(Language::kChinese))
      .Member("institution", assessment.institution.name)
      .Member("credit_code", assessment.institution.credit_code)
      .Member("region_code", assessment.institution.region_code)
      .Member("period", assessment.period)
      .Member("assessor", assessment.assessor)
      .Member("created_at", model::UtcTimestamp(assessment.created_at_ms))
      .Member("previous", assessment.previous)
      .EndObject()
      .EndObject();
  std::string out = writer.Take();
  out.pop_back();  // the object goes on, one record a line
  out += ",\"records\":[";
  const char* separator = "\n";
  for (const model::AnswerRecord& record : open.records()) {
    out += separator + RecordLine(open, record);
    separator = ",\n";
  }
  out += "\n]}\n";
  return out;
}

}  // namespace pingshen::session
