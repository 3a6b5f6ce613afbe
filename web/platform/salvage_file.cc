#include "web/platform/salvage_file.h"

#include "core/json/json.h"
#include "core/model/date.h"

namespace pingshen::platform {
namespace {

constexpr std::string_view kNoticeChinese =
    "救援文件：从损坏的本机数据库中读出的答案记录，未经签名，可能不完整，不能作为评审结果提交，仅供恢复数据。";
constexpr std::string_view kNoticeEnglish =
    "Rescue file: answers read from a damaged database on the device. It is unsigned, may be "
    "incomplete, and is no result; it serves to restore data only.";

// `text` is the JSON of an object: leaves it open, for members that follow one a line.
std::string Open(std::string text) {
  text.pop_back();
  return text;
}

std::string AssessmentHead(const store::SalvagedAssessment& salvaged) {
  json::Writer out;
  out.BeginObject().Member("id", salvaged.id);
  out.Key("missing_records").Integer(static_cast<std::int64_t>(salvaged.missing));
  if (const auto& facts = salvaged.assessment) {
    out.Member("kind", model::CodeOf(facts->kind))
        .Member("form_id", facts->form_id)
        .Member("form_version", facts->form_version)
        .Member("form_sha256", facts->form_sha256)
        .Member("institution", facts->institution.name)
        .Member("credit_code", facts->institution.credit_code)
        .Member("region_code", facts->institution.region_code)
        .Member("period", facts->period)
        .Member("assessor", facts->assessor)
        .Member("created_at", model::UtcTimestamp(facts->created_at_ms));
  }
  return Open(out.EndObject().Take());
}

std::string RecordLine(const model::AnswerRecord& record) {
  json::Writer out;
  out.BeginObject();
  out.Key("sequence").Integer(static_cast<std::int64_t>(record.sequence));
  out.Member("path", record.path.ToString());
  out.Key("kind").Integer(static_cast<std::int64_t>(record.value.kind()));
  out.Member("value", record.value.text());
  out.Member("author", record.author);
  out.Member("recorded_at", model::UtcTimestamp(record.recorded_at_ms));
  return out.EndObject().Take();
}

}  // namespace

std::string SalvageJson(const store::Salvage& salvage, std::string_view app_version,
                        std::int64_t now_utc_ms) {
  json::Writer head;
  head.BeginObject()
      .Member("type", "pingshen-salvage")
      .Member("notice_zh", kNoticeChinese)
      .Member("notice_en", kNoticeEnglish)
      .Member("exported_at", model::UtcTimestamp(now_utc_ms))
      .Member("app_version", app_version)
      .EndObject();
  std::string out = Open(head.Take()) + ",\"assessments\":[";
  const char* between_assessments = "\n";
  for (const store::SalvagedAssessment& salvaged : salvage.assessments) {
    out += between_assessments + AssessmentHead(salvaged) + ",\"records\":[";
    const char* between_records = "\n";
    for (const model::AnswerRecord& record : salvaged.records) {
      out += between_records + RecordLine(record);
      between_records = ",\n";
    }
    out += "]}";
    between_assessments = ",\n";
  }
  return out + "\n]}\n";
}

Status SaveSalvage(const store::Store::Options& database, std::string_view app_version,
                   std::int64_t now_utc_ms, ports::FileSaver& saver) {
  PINGSHEN_TRY(const store::Salvage salvage, store::SalvageRecords(database));
  const std::string json = SalvageJson(salvage, app_version, now_utc_ms);
  return saver.Save("pingshen-rescue.json", "application/json", AsBytes(json));
}

}  // namespace pingshen::platform
