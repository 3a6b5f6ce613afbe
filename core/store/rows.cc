#include "core/store/rows.h"

#include "core/store/digest.h"

namespace pingshen::store {

std::uint64_t DigestOf(const AnswerRow& row) {
  return Digest("answer_log")
      .Add(row.assessment_id)
      .Add(static_cast<std::uint64_t>(row.sequence))
      .Add(row.path)
      .Add(static_cast<std::uint64_t>(row.kind))
      .Add(row.value)
      .Add(row.author)
      .Add(static_cast<std::uint64_t>(row.recorded_at_ms))
      .Value();
}

AnswerRow RowOf(std::string_view assessment_id, const model::AnswerRecord& record) {
  AnswerRow row;
  row.assessment_id = assessment_id;
  row.sequence = static_cast<std::int64_t>(record.sequence);
  row.path = record.path.ToString();
  row.kind = static_cast<std::int64_t>(record.value.kind());
  row.value = record.value.text();
  row.author = record.author;
  row.recorded_at_ms = record.recorded_at_ms;
  row.digest = DigestOf(row);
  return row;
}

std::optional<model::AnswerRecord> RecordOf(const AnswerRow& row) {
  if (row.digest != DigestOf(row) || row.sequence <= 0 || row.kind < 0 ||
      row.kind > static_cast<std::int64_t>(model::kLastValueKind))
    return std::nullopt;
  auto path = model::FieldPath::Parse(row.path);
  auto value = model::Value::Make(static_cast<model::ValueKind>(row.kind), row.value);
  if (!path || !value || path->ToString() != row.path || value->text() != row.value)
    return std::nullopt;
  return model::AnswerRecord{static_cast<std::uint64_t>(row.sequence), std::move(*path),
                             std::move(*value), row.author, row.recorded_at_ms};
}

std::uint64_t DigestOf(const AssessmentColumns& row) {
  return Digest("assessment")
      .Add(row.id)
      .Add(static_cast<std::uint64_t>(row.kind))
      .Add(row.form_id)
      .Add(row.form_version)
      .Add(row.form_sha256)
      .Add(row.institution_name)
      .Add(row.institution_credit_code)
      .Add(row.institution_region_code)
      .Add(row.period)
      .Add(row.assessor)
      .Add(static_cast<std::uint64_t>(row.created_at_ms))
      .Add(row.previous)
      .Value();
}

AssessmentColumns RowOf(const model::Assessment& assessment) {
  AssessmentColumns row;
  row.id = assessment.id;
  row.kind = static_cast<std::int64_t>(assessment.kind);
  row.form_id = assessment.form_id;
  row.form_version = assessment.form_version;
  row.form_sha256 = assessment.form_sha256;
  row.institution_name = assessment.institution.name;
  row.institution_credit_code = assessment.institution.credit_code;
  row.institution_region_code = assessment.institution.region_code;
  row.period = assessment.period;
  row.assessor = assessment.assessor;
  row.created_at_ms = assessment.created_at_ms;
  row.previous = assessment.previous;
  row.digest = DigestOf(row);
  return row;
}

std::optional<model::Assessment> AssessmentOf(const AssessmentColumns& row) {
  if (row.digest != DigestOf(row) || row.kind < 0 ||
      row.kind > static_cast<std::int64_t>(model::AssessmentKind::kSpotcheck))
    return std::nullopt;
  model::Assessment assessment;
  assessment.id = row.id;
  assessment.kind = static_cast<model::AssessmentKind>(row.kind);
  assessment.form_id = row.form_id;
  assessment.form_version = row.form_version;
  assessment.form_sha256 = row.form_sha256;
  assessment.institution = {row.institution_name, row.institution_credit_code,
                            row.institution_region_code};
  assessment.period = row.period;
  assessment.assessor = row.assessor;
  assessment.created_at_ms = row.created_at_ms;
  assessment.previous = row.previous;
  return assessment;
}

std::uint64_t DigestOfForm(std::string_view sha256, std::string_view form_id,
                           std::string_view version, ByteView bytes) {
  return Digest("form").Add(sha256).Add(form_id).Add(version).Add(bytes).Value();
}

std::uint64_t DigestOf(const KeyRow& key) {
  return Digest("signing_key")
      .Add(key.key_id)
      .Add(key.holder)
      .Add(key.organisation)
      .Add(key.public_key)
      .Add(key.sealed_private_key)
      .Add(static_cast<std::uint64_t>(key.created_at_ms))
      .Value();
}

}  // namespace pingshen::store
