// Rows as they stand on the device: plain columns and a digest over them, so that each row can be
// trusted by itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/model/answer_record.h"
#include "core/model/assessment.h"
#include "core/store/store.h"

namespace pingshen::store {

// Table answer_log, in the order of its columns.
struct AnswerRow {
  std::string assessment_id;
  std::int64_t sequence = 0;
  std::string path;
  std::int64_t kind = 0;
  std::string value;
  std::string author;
  std::int64_t recorded_at_ms = 0;
  std::uint64_t digest = 0;
};

std::uint64_t DigestOf(const AnswerRow& row);
AnswerRow RowOf(std::string_view assessment_id, const model::AnswerRecord& record);
// nullopt unless the digest is right and every column reads back as what was written.
std::optional<model::AnswerRecord> RecordOf(const AnswerRow& row);

// Table assessment, in the order of its columns.
struct AssessmentColumns {
  std::string id;
  std::int64_t kind = 0;
  std::string form_id;
  std::string form_version;
  std::string form_sha256;
  std::string institution_name;
  std::string institution_credit_code;
  std::string institution_region_code;
  std::string period;
  std::string assessor;
  std::int64_t created_at_ms = 0;
  std::string previous;
  std::uint64_t digest = 0;
};

std::uint64_t DigestOf(const AssessmentColumns& row);
AssessmentColumns RowOf(const model::Assessment& assessment);
std::optional<model::Assessment> AssessmentOf(const AssessmentColumns& row);

std::uint64_t DigestOfForm(std::string_view sha256, std::string_view form_id,
                           std::string_view version, ByteView bytes);
std::uint64_t DigestOf(const KeyRow& key);

}  // namespace pingshen::store
